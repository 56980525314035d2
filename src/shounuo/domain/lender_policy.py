"""A lender's own settings, loaded from plain data. What is left out has the default shown here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from enum import StrEnum
from typing import Any

from shounuo.domain.ageing import BucketLimits
from shounuo.domain.promise.coverage import FileTimetable
from shounuo.domain.promise.limits import PromiseLimits
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text


class CureRule(StrEnum):
    """What ends a delinquency."""

    PAST_DUE_PAID = "past_due_paid"  # the arrears
    DUE_PAID = "due_paid"  # everything due now


class FeeRule(StrEnum):
    """What stops further late fees."""

    WHEN_CURED = "when_cured"
    WHEN_DUE_PAID = "when_due_paid"


class CardOrder(StrEnum):
    """Which card a customer's money serves first."""

    OLDEST_FIRST = "oldest_past_due_first"
    LARGEST_FIRST = "largest_past_due_first"
    AS_LISTED = "as_listed"


@dataclass(frozen=True, slots=True)
class LenderPolicy:
    """`grace_days` 容时: calendar days after the due date that do not yet count as late.
    `cure_tolerance_minor` 容差: an unpaid rest up to this much still counts as paid.
    `kp_target`: the band in which the share of kept promises is right; not 100 %, some courage is wanted (P30).
    """

    lender: str
    full_name: Text = field(default_factory=lambda: Text("", ""))
    currency: str = "CNY"
    grace_days: int = 0
    cure_tolerance_minor: int = 0
    cure_rule: CureRule = CureRule.PAST_DUE_PAID
    fee_rule: FeeRule = FeeRule.WHEN_CURED
    card_order: CardOrder = CardOrder.OLDEST_FIRST
    due_days_after_statement: int = 20
    promise_grace_days: int = 0
    debit_settles_days: int = 1
    last_touch_days: int = 14
    kp_target: tuple[float, float] = (0.6, 0.85)
    buckets: BucketLimits = field(default_factory=BucketLimits)
    promise_limits: PromiseLimits = field(default_factory=PromiseLimits)
    settlement: SettlementPolicy = field(default_factory=SettlementPolicy)
    house_codes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> LenderPolicy:
        """Read settings as loaded from YAML or JSON. Unknown names and bad values are refused."""
        lender = str(data.get("lender", ""))
        try:
            return cls(**{name: _read(name, value) for name, value in data.items()})
        except (TypeError, ValueError, KeyError) as fault:
            raise Refused(_bad_setting(lender, fault)) from fault


def _settlement(data: Mapping[str, Any]) -> SettlementPolicy:
    rest = {k: v for k, v in data.items() if k not in ("expected_sources", "timetables")}
    return SettlementPolicy(
        expected_sources=tuple(data.get("expected_sources", ())),
        timetables=tuple(_timetable(row) for row in data.get("timetables", ())),
        **rest,
    )


def _timetable(row: Mapping[str, Any]) -> FileTimetable:
    arrives = row.get("arrives_at", "09:00")
    at = arrives if isinstance(arrives, time) else time.fromisoformat(str(arrives))
    return FileTimetable(row["source"], int(row.get("business_days_after", 1)), at)


_READERS: dict[str, Any] = {
    "cure_rule": CureRule,
    "fee_rule": FeeRule,
    "card_order": CardOrder,
    "full_name": lambda v: Text(v["zh"], v["en"]),
    "kp_target": lambda v: (float(v[0]), float(v[1])),
    "buckets": lambda v: BucketLimits(tuple(int(day) for day in v)),
    "promise_limits": lambda v: PromiseLimits(**v),
    "settlement": _settlement,
}


def _read(name: str, value: Any) -> Any:
    if name not in {f.name for f in fields(LenderPolicy)}:
        raise KeyError(name)
    return _READERS[name](value) if name in _READERS else value


def _bad_setting(lender: str, fault: Exception) -> Problem:
    return Problem(
        "bad_lender_setting",
        Text(f"机构设置读不懂：{fault}", f"A lender setting cannot be read: {fault}"),
        lender,
        "lender_policy",
        Text("改正这一项后再载入", "Correct this setting and load it again"),
    )
