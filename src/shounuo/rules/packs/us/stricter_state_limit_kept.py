"""A State's stricter limit on calls holds beside the regulation: 1006.104.

"A State law is not inconsistent … if the protection such law affords any consumer is greater." Two
examples are carried, from a secondary summary only: Massachusetts and Washington. Every State in
which the consumer may be counts. Adding a State is adding its number and its line here.
"""

from __future__ import annotations

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import PACK
from shounuo.rules.packs.us.call_tally import Tally, tally
from shounuo.rules.packs.us.counted_calls import PLACED
from shounuo.rules.packs.us.moments import days_after, today
from shounuo.rules.packs.us.particular_debt import particular_debt
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Direction
from shounuo.rules.verdict import Outcome, Reason

CHECK, CLAUSE = "stricter_state_limit_kept", "1006.104"
STATES = {"MA": "massachusetts_calls_per_window", "WA": "washington_calls_per_window"}
USED = tuple(STATES.values())


def _numbers_of_places(facts: Facts) -> list[str]:
    regions = {place.region for place in facts.customer.locations if place.region}
    return sorted(STATES[region] for region in regions & STATES.keys())


def _opens(counted: Tally, facts: Facts, limit: int) -> int:
    """In how many days one more call fits again; 0 is now."""
    on = today(facts)
    ahead = range(counted.window + 1)
    return next(days for days in ahead if counted.calls_on(days_after(on, days)) + 1 <= limit)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies the call that a State's lower number does not leave room for."""
    placed = facts.proposed.channel in PLACED and facts.proposed.direction is Direction.OUTBOUND
    keys = _numbers_of_places(facts)
    if not placed or not keys or not to_consumer(facts):
        return None
    use = min((numbers[key] for key in keys), key=lambda use: int(str(use.value)))
    debt = particular_debt(facts)
    counted = [tally(facts, numbers, debt(item)) for item in facts.proposed.debts]
    waits = max((_opens(one, facts, int(str(use.value))) for one in counted), default=0)
    if waits == 0:
        return None
    return Reason(
        f"US/{CLAUSE}", CHECK, PACK, use.clause, Outcome.DENY, (("limit", use.value),), (use,),
        earliest_next=days_after(today(facts), waits), instead=("send_letter", "next_case"),
    )  # fmt: skip
