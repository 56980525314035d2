"""The list of guides says whom each is for, in the reader's words."""

from __future__ import annotations

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import NOON, make_world
from shounuo.settings import clock


@pytest.mark.parametrize(
    ("language", "whom", "products", "stages"),
    [
        ("zh-hans", "本人、附属卡持卡人", "贷款、车贷", "M4、M5、M6、M7、M7+"),
        ("en", "Customer, Supplementary holder", "personal loan, auto loan", "M4, M5, M6, M7, M7+"),
    ],
)
def test_the_list_speaks_the_readers_language(
    django_on_both: Database, language: str, whom: str, products: str, stages: str
) -> None:
    """No code of a party or a product, and the stages in their order."""
    client = Client()
    client.force_login(make_world().lead)
    client.cookies["django_language"] = language
    with clock.held_at(NOON):
        shown = client.get("/guides/").content.decode()
    assert "supplementary_holder" not in shown
    assert "consumer_loan" not in shown
    for words in (whom, products, stages):
        assert words in shown
