"""How a customer says he will pay: each way by the words that name it, none by words that deny it."""

from __future__ import annotations

import pytest

from shounuo.inspection.agreement.method import method_in


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("pull it from my checking on the sixth", "auto_debit"),
        ("six sixty three pulled from checking on friday", "auto_debit"),
        ("straight out of my checking every month", "auto_debit"),
        ("it'll come out of my account on its own", "auto_debit"),
        ("put it on autopay", "auto_debit"),
        ("i'll send it from my checking", "bank_transfer"),
        ("friday by bank transfer and i mail you the terms today", "bank_transfer"),
        ("i can wire thirty two ten", "bank_transfer"),
        ("on my visa", "other"),
        ("off my debit card", "other"),
        ("by debit", "other"),
        ("i'll mail you a check", "other"),
        ("through the app", "app"),
        ("i'll come by the branch", "counter"),
        ("not the app, i don't do apps", None),
        ("friday then", None),
    ],
)
def test_english(said: str, way: str | None) -> None:
    assert method_in(said, english=True) == way
