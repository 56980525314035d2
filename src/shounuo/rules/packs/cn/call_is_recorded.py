"""A collection call is recorded; without a working recording none is made.

REC-1, credit card measures art. 68, and REC-4, guideline: the collection process is recorded.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import card_measures
from shounuo.rules.packs.cn.scope import reaches_a_person
from shounuo.rules.proposed import VOICE
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Reason

RULE = Rule("cn", "REC-1", __name__, card_measures("68"))


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a voice contact, inbound too, while recording is broken or its state unknown."""
    del numbers
    if facts.proposed.channel not in VOICE or not reaches_a_person(facts):
        return None
    if facts.proposed.recording_works is True:
        return None
    say = "unknown" if facts.proposed.recording_works is None else ""
    return RULE.deny(say=say, instead=("send_text", "send_letter"))
