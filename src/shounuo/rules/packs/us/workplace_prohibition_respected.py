"""No contact at work if the employer is known to forbid it: 1006.6(b)(3).

"Knows or has reason to know": for example the consumer says that personal calls cannot be taken at
work (comment 6(b)(3)-1).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited
from shounuo.rules.packs.us.inconvenient_place_avoided import places
from shounuo.rules.packs.us.moments import stands
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Direction
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "workplace_prohibition_respected", "1006.6(b)(3)"
TELLS = frozenset({"not_at_work", "cannot_take_personal_calls_at_work", "employer_prohibits"})


def _knows(facts: Facts) -> bool:
    said = (r for r in facts.requests if stands(r, facts))
    return facts.customer.more.get("employer_prohibits") is True or any(
        request.kind in TELLS or request.more.get("value") in TELLS for request in said
    )


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies contact at the place of work once the prohibition is known."""
    del numbers
    inbound = facts.proposed.direction is Direction.INBOUND
    if inbound or not to_consumer(facts) or "work" not in places(facts) or not _knows(facts):
        return None
    return prohibited(CHECK, CLAUSE, instead=("another_number",))
