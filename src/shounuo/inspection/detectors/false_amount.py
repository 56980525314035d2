"""False amount (P24, P25): the collector states as owed a sum the house does not know, or a fee nobody may charge.

A rounded ask, a part payment, a rough figure (AMOUNT_UNCLEAR) and the customer's own figure are not this.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.facts import Claim, claims
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text


def find(reading: Reading) -> Iterable[tuple[Spot, Text]]:
    """Each wrong claim, with the sum said and the sums on file."""
    if reading.context.callee_role == "third_party":
        return
    for claim in claims(reading):
        if claim.wrong:
            yield _spot(claim), _why(reading, claim)


def _spot(claim: Claim) -> Spot:
    origin = claim.turn.flat.origin
    start = bisect_left(origin, claim.amount.span.start)
    end = bisect_left(origin, claim.amount.span.end)
    return Spot(claim.turn, min(start, max(0, len(origin) - 1)), max(end, start + 1))


def _why(reading: Reading, claim: Claim) -> Text:
    context = reading.context
    said = Money(claim.amount.minor, claim.amount.currency).grouped()
    if claim.fee:
        return Text(
            f"所称费用 {said} 在案件中不存在", f"A fee of {said} that this case does not have"
        )
    listed = " / ".join(Money(c, context.currency).grouped() for c in context.owed_cents)
    return Text(f"说成 {said}，账上为 {listed}", f"Said {said}; on file {listed}")


DETECTOR = Detector(
    code="FALSE_AMOUNT",
    find=find,
    why=Text("所报金额与账上不符", "The amount stated is not the amount on file"),
    rule="COND-3",
    citation="GB/T 45251-2025 虚假金额 / 12 CFR 1006.18(b)(2)(i)",
    needs=("due_cents",),
)
