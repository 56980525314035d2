"""Each communication says that it comes from a debt collector: 1006.18(e).

The initial one also that it is an attempt to collect and what the information is for, whoever began
it ((e)(1) and comment -1). In every language of the communication ((e)(4)). A limited-content
message is no communication (comment 18(e)-1); a pleading is excepted ((e)(3)).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited
from shounuo.rules.packs.us.limited_content import is_limited_content
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.packs.us.requested_medium_not_used import CONFIRMATION
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "collector_disclosed", "1006.18(e)"


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies what is planned to be said without the disclosure or not in its language."""
    del numbers
    content, asked = facts.proposed.content, facts.proposed.content.more.get
    limited = is_limited_content(facts) or content.kind == CONFIRMATION
    if not to_consumer(facts) or limited:
        return None
    if asked("initial_disclosure") is False:
        return prohibited(CHECK, "1006.18(e)(1)", "initial")
    if asked("debt_collector_disclosure") is False:
        return prohibited(CHECK, "1006.18(e)(2)", "subsequent")
    spoken, disclosed = set(asked("languages") or ()), asked("disclosure_languages")
    if disclosed is not None and spoken - set(disclosed):
        missing = ", ".join(sorted(spoken - set(disclosed)))
        return prohibited(CHECK, "1006.18(e)(4)", "language", facts={"languages": missing})
    return None
