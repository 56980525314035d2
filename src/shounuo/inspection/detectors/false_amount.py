"""False amount (P24, P25): the collector states as owed a sum the house does not know, a fee nobody may charge,
or that it is overdue for much longer or shorter than it is.

A rounded ask, a part payment, a rough figure (AMOUNT_UNCLEAR) and the customer's own figure are not this.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from shounuo.domain.heard import Span
from shounuo.inspection.detector import Detector
from shounuo.inspection.facts import Claim, claims
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.overdue_days import DaysClaim, days_claims
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

# What the ledger plainly denies stands, however honest the rest of the call is; what a slip could explain is weighed.
_PLAINLY, _PERHAPS = 0.95, 0.8


def find(reading: Reading) -> Iterable[Found]:
    """Each wrong claim, with the sum said and the sums on file."""
    if reading.context.callee_role == "third_party":
        return
    for claim in claims(reading):
        if claim.wrong:
            sure = _PLAINLY if claim.plainly else _PERHAPS
            yield _spot(claim.turn, claim.amount.span), _why(reading, claim), sure
    for days in days_claims(reading):
        if days.wrong:
            yield _spot(days.turn, days.number.span), _why_days(reading, days), _PLAINLY


def _spot(turn: TurnReading, span: Span) -> Spot:
    origin = turn.flat.origin
    start = bisect_left(origin, span.start)
    end = bisect_left(origin, span.end)
    return Spot(turn, min(start, max(0, len(origin) - 1)), max(end, start + 1))


def _why(reading: Reading, claim: Claim) -> Text:
    context = reading.context
    said = Money(claim.amount.minor, claim.amount.currency).grouped()
    if claim.fee:
        return Text(
            f"所称费用 {said} 在案件中不存在", f"A fee of {said} that this case does not have"
        )
    listed = " / ".join(Money(c, context.currency).grouped() for c in context.owed_cents)
    return Text(f"说成 {said}，账上为 {listed}", f"Said {said}; on file {listed}")


def _why_days(reading: Reading, claim: DaysClaim) -> Text:
    on_file, said = reading.context.days_past_due, claim.said
    zh, en = ("约", "about ") if claim.roughly else ("", "")
    return Text(
        f"说成逾期{zh} {said} 天，账上为 {on_file} 天",
        f"Said {en}{said} days overdue; on file {on_file}",
    )


DETECTOR = Detector(
    code="FALSE_AMOUNT",
    find=find,
    why=Text("所报金额与账上不符", "The amount stated is not the amount on file"),
    rule="COND-3",
    citation="GB/T 45251-2025 虚假金额 / 12 CFR 1006.18(b)(2)(i)",
    needs=("due_cents",),
)
