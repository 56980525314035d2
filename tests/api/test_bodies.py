"""What is no JSON is told alike at every address that takes a body, before anything of it is looked at."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from shounuo.api.door import door

KEYS = {"live": "SHOUNUO_LIVE_KEY", "dialler": "SHOUNUO_DIALLER_KEY", "ratings": "SHOUNUO_RATING_KEY"}  # fmt: skip
WITHOUT_A_BODY = "/api/dialler/calls/{contact_id}/answered"
TAKING = [
    path.replace("{contact_id}", "1")
    for path, methods in door.get_openapi_schema()["paths"].items()
    if "post" in methods and path != WITHOUT_A_BODY
]


def test_every_door_is_tried() -> None:
    assert {path.split("/")[2] for path in TAKING} == set(KEYS)


@pytest.mark.parametrize("path", TAKING)
@pytest.mark.parametrize("sent", [b"{", b"stars=4", b'{"i": 0', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_400_in_both_languages(path: str, sent: bytes) -> None:
    """Broken off, a form, no text at all, brackets without end: never 409, which is for what was understood."""
    key = getattr(settings, KEYS[path.split("/")[2]])
    answer = Client(raise_request_exception=False).post(
        path, sent, content_type="application/json", headers={"Authorization": f"Bearer {key}"}
    )
    assert answer.status_code == 400
    assert answer.json() == {
        "code": "body_unreadable",
        "record": "",
        "zh": "请求内容不是 JSON · 改正后重发",
        "en": "The body is not JSON · Correct it and send it again",
    }
