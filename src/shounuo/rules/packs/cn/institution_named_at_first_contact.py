"""The first contact says for which institution it is made.

ID-1, guideline: at first contact the collector states the institution's identity.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import guideline
from shounuo.rules.packs.cn.scope import outbound
from shounuo.rules.packs.cn.third_parties import is_third_party
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule(
    "cn", "ID-1", __name__,
    guideline("first contact (article number not read)", Confidence.SECONDARY),
)  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a first contact whose words leave the institution out; reviews unknown words.

    A contact of which nobody knows whether it is the first is taken as the first.
    """
    del numbers
    proposed = facts.proposed
    if proposed.first_contact is False or not outbound(facts) or is_third_party(facts):
        return None
    if proposed.content.names_institution is None:
        return RULE.review(say="unknown", instead=("name_institution",))
    if proposed.content.names_institution:
        return None
    return RULE.deny(instead=("name_institution",))
