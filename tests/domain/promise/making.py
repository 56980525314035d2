"""Short ways to write promises, payments and files in tests. All times are Shanghai's."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shounuo.domain.promise.coverage import Coverage
from shounuo.domain.promise.entries import Entry, EntryKind
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.domain.promise.terms import Part, Promise

ZONE = ZoneInfo("Asia/Shanghai")
FILE = "bank"
POLICY = SettlementPolicy(expected_sources=(FILE,))


def day(number: int) -> date:
    """The nth day of November 2026; day 1 is a Sunday."""
    return date(2026, 11, 1) + timedelta(days=number - 1)


def at(number: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(2026, 11, 1, hour, minute, tzinfo=ZONE) + timedelta(days=number - 1)


def promise(
    name: str,
    minor: int = 710_835,
    made: int = 1,
    due: int = 3,
    accounts: tuple[str, ...] = ("card",),
    **more: object,
) -> Promise:
    parts = more.pop("parts", (Part(day(due), minor),))
    made_at = more.pop("made_at", at(made, 10))
    recorded_at = more.pop("recorded_at", made_at)
    return Promise(
        id=name,
        currency="CNY",
        parts=parts,  # type: ignore[arg-type]
        made_at=made_at,  # type: ignore[arg-type]
        recorded_at=recorded_at,  # type: ignore[arg-type]
        accounts=accounts,
        **more,  # type: ignore[arg-type]
    )


def paid(
    name: str,
    minor: int,
    on: int,
    seen: int | None = None,
    kind: EntryKind = EntryKind.PAYMENT,
    account: str = "card",
    **more: object,
) -> Entry:
    return Entry(
        id=name,
        currency="CNY",
        minor=minor,
        paid_on=day(on),
        recorded_at=at(on if seen is None else seen, 18),
        account=account,
        kind=kind,
        **more,  # type: ignore[arg-type]
    )


def covers(through: int, seen: int | None = None, source: str = FILE) -> Coverage:
    return Coverage(source, day(through), at(through + 1 if seen is None else seen, 9))
