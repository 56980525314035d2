"""A call written as a play: `A:` the collector, `P:` the other side. For tests of inspection."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shounuo.inspection.model import Call, Context, Turn
from shounuo.inspection.reading import Reading

AS_OF = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
CONTEXT: dict[str, Any] = {
    "callee_role": "debtor", "lender": "远山银行信用卡中心", "debtor_name": "陈一帆",
    "due_cents": 1234500, "past_due_cents": 456700, "total_balance_cents": 5000000,
    "days_past_due": 35, "stage": "M2", "authorised_actions": frozenset({"credit_report_notice"}),
}  # fmt: skip
ENGLISH: dict[str, Any] = {
    "callee_role": "debtor", "lender": "Granite State Bank", "debtor_name": "Lena Ortiz", "currency": "USD",
    "due_cents": 123450, "past_due_cents": 45670, "total_balance_cents": 500000, "jurisdiction": "US",
    "days_past_due": 35, "stage": "M2", "authorised_actions": frozenset({"credit_report_notice"}),
}  # fmt: skip


def call(play: str, lang: str = "zh", as_of: datetime = AS_OF, **context: Any) -> Call:
    """The call of a play; each line two seconds long."""
    lines = [line.strip() for line in play.strip().splitlines() if line.strip()]
    turns = tuple(
        Turn(k, "agent" if line[0] == "A" else "party", line[2:].strip(), k * 3.0, k * 3.0 + 2)
        for k, line in enumerate(lines)
    )
    base = ENGLISH if lang == "en" else CONTEXT
    return Call("play", lang, as_of, Context(**{**base, **context}), turns)


def reading(play: str, lang: str = "zh", **context: Any) -> Reading:
    return Reading(call(play, lang, **context))
