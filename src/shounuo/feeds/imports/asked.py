"""What was asked beside the file must make sense before a row of it is taken.

A mistyped year is no slip that a later file mends: figures of 2062 leave every honest book behind them as
an older one, and a source that has told everything through 2062 breaks each promise on its last day. A
control total that cannot be read would be compared with nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shounuo.feeds.imports.order import Order
from shounuo.kernel.civil import civil_day
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.money import EXPONENT, Money
from shounuo.kernel.money_text import MoneyFormat, parse_money
from shounuo.kernel.text import Text


def check_asked(order: Order, zone: str, how: MoneyFormat, at: datetime) -> None:
    """Raises `Refused`. A book made tonight may be of tomorrow; payments are told of days begun."""
    today = civil_day(at, ZoneInfo(zone))
    if order.as_of is not None and order.as_of > today + timedelta(days=1):
        raise Refused(_day_ahead(order.as_of.isoformat(), order.path.name))
    through = order.covers_through
    if order.kind == "payments" and through is not None and through > today:
        raise Refused(_day_ahead(through.isoformat(), order.path.name))
    for name, text in order.expect.items():
        if expected_total(name, text, how) is None:
            raise Refused(_total_unclear(f"{name}={text}".rstrip("="), order.path.name))


def expected_total(name: str, text: str, how: MoneyFormat) -> int | None:
    """A count of `rows`, or minor units of the currency `name`; None when it cannot be read."""
    if name == "rows":
        digits = text.replace(",", "").strip()
        return int(digits) if digits.isdecimal() else None
    told = parse_money(text, name, how) if name in EXPONENT else None
    return told.minor if isinstance(told, Money) else None


def _day_ahead(day: str, record: str) -> Problem:
    return Problem(
        "day_ahead",
        Text(f"{day} 还没有到", f"{day} is yet to come"),
        record,
        "feeds.imports",
        Text(
            "什么都没有导入；看日期（尤其是年份）有没有写错",
            "Nothing was imported; look whether the day, above all its year, is mistyped",
        ),
    )


def _total_unclear(said: str, record: str) -> Problem:
    return Problem(
        "total_unclear",
        Text(f"控制总数“{said}”读不懂", f'The control total "{said}" cannot be read'),
        record,
        "feeds.imports",
        Text(
            "什么都没有导入；行数写整数，金额写成 CNY=1234.56",
            "Nothing was imported; write a whole number of rows, and a sum as CNY=1234.56",
        ),
    )
