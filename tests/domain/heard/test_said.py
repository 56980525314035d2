"""What people say on the phone, with what must be heard in it; each row was written down by ear and reckoned by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shounuo.domain.heard import HeardAmount, HeardDate, hear

MONDAY = date(2026, 11, 23)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "said.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def _figure(minor: int) -> str:
    return f"{minor / 100:.2f}".rstrip("0").rstrip(".")


def _amount(item: HeardAmount) -> str:
    foreign = "HKD" if item.currency == "HKD" else ""
    if item.high_minor != item.minor:
        return f"{_figure(item.minor)}~{_figure(item.high_minor)}"
    return _figure(item.minor) + foreign + ("~" if item.approximate else "")


def _is(item: HeardDate, wanted: str) -> bool:
    if wanted == "?":
        return item.day is None or item.approximate or item.until is not None
    return item.day == date.fromisoformat(wanted)


@pytest.mark.parametrize(("sentence", "amounts", "days"), ROWS)
def test_said(sentence: str, amounts: str, days: str) -> None:
    """Exactly these amounts and days are heard in the sentence, in this order."""
    heard = hear(sentence, MONDAY)
    wanted = [] if amounts == "-" else amounts.split()
    currencies = ("USD",) if "USD" in amounts else ()
    got = [
        _amount(item) + (item.currency if item.currency in currencies else "")
        for item in heard.amounts
    ]
    assert len(got) == len(wanted)
    for item, said, want in zip(heard.amounts, got, wanted, strict=True):
        if want == "?":
            assert item.approximate
        else:
            assert said.replace(".50", ".5") == want.replace(".50", ".5")
    if days != "*":
        asked = [] if days == "-" else days.split()
        assert len(heard.dates) == len(asked)
        assert all(_is(item, want) for item, want in zip(heard.dates, asked, strict=True))
