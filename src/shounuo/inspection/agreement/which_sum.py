"""Which of the sums named is the one to pay, or that a sum is named by its kind: the whole, the least."""

from __future__ import annotations

from shounuo.domain.heard import HeardAmount
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_WHOLE = quick_pattern(
    r"(?:全部?|都|一次(?:性)?|整个|一起)(?:还|付|结|清|给|处理|弄|交)|全额|全还|还清|结清|还完|pay (?:it )?(?:all|off|in full)|the (?:full|whole|entire)(?= (?:thing|amount|balance|bill|payment|sum|lot|due|of it|\$?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|$)|in full|all of it"
)
_LEAST = quick_pattern(
    r"最低|逾期(?:的)?(?:那)?(?:部分|个数)|past due (?:amount|part|portion)|the minimum|just the past due|bring it current"
)


def to_pay(reading: Reading, turn: TurnReading, amounts: list[HeardAmount]) -> int | None:
    """The one amount to pay. The last said stands, unless it names the whole or the least by its kind."""
    context = reading.context
    said = [a for a in amounts if a.minor not in _other_totals(reading)] or amounts
    if said:
        return said[-1].minor
    if _LEAST.search(turn.text):
        return context.past_due_cents
    if _WHOLE.search(turn.text):
        return context.due_cents
    return None


def _other_totals(reading: Reading) -> set[int]:
    """The whole balance, when it is none of the sums due now."""
    context = reading.context
    due = {context.due_cents, context.past_due_cents}
    return {context.total_balance_cents} - due if context.total_balance_cents else set()
