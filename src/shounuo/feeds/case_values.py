"""Reading single values of a case file: moments, clock times, places. Refuses what it cannot read."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class CaseRefused(Exception):
    """A case that cannot be decided as written; `zh` and `en` say why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def moment(text: Any, where: str) -> datetime | date:
    """An aware datetime or a bare date. A datetime without an offset is refused."""
    try:
        if len(str(text)) <= 10:
            return date.fromisoformat(str(text))
        value = datetime.fromisoformat(str(text))
    except ValueError:
        raise CaseRefused(f"{where}：“{text}”不是日期或时间",
                          f"{where}: {text!r} is no date or time") from None  # fmt: skip
    if value.tzinfo is None:
        raise CaseRefused(f"{where}：“{text}”没有时区", f"{where}: {text!r} has no UTC offset")
    return value


def instant(text: Any, where: str) -> datetime:
    """An aware datetime; a bare date is refused."""
    value = moment(text, where)
    if not isinstance(value, datetime):
        raise CaseRefused(f"{where}：需要时刻，只有日期“{text}”",
                          f"{where}: a time is needed, {text!r} is a date")  # fmt: skip
    return value


def clock(text: Any, where: str) -> time:
    """A local time HH:MM."""
    try:
        return time.fromisoformat(str(text))
    except ValueError:
        raise CaseRefused(f"{where}：“{text}”不是时刻", f"{where}: {text!r} is no time") from None


def zone_named(name: Any) -> str:
    """The name of a time zone that exists."""
    try:
        return ZoneInfo(str(name)).key
    except (ZoneInfoNotFoundError, ValueError):
        raise CaseRefused(f"没有时区“{name}”", f"there is no time zone {name!r}") from None


def required(raw: dict[str, Any], key: str, where: str) -> Any:
    """The value of a key that a case cannot do without."""
    if raw.get(key) is None:
        raise CaseRefused(f"{where}：缺少 {key}", f"{where}: {key} is missing")
    return raw[key]
