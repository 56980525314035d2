"""Whether an instalment plan stays within its longest term.

HARD-1, credit card measures art. 70: at most five years, between equals, nothing obliges the lender.
Other products: no number was found, the plan is the parties' own.
"""

from __future__ import annotations

from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import card_measures
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

LONGEST = "card_plan_months_at_most"
RULE = Rule("cn", "HARD-1", __name__, card_measures("70", Confidence.PRESS), (LONGEST,))


def plan_reason(months: int, product: str | None, numbers: Numbers) -> Reason | None:
    """Denies a card plan longer than allowed; an unknown product is taken as a card."""
    limit = numbers.get(LONGEST)
    if limit is None or product not in ("credit_card", None) or months <= numbers.count(LONGEST):
        return None
    return RULE.deny({"months": months}, (limit,), instead=("shorter_plan",))
