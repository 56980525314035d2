"""What every page knows of the time: the product's instant, and whether somebody set it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from shounuo.settings import clock, place


def moment(_request: HttpRequest) -> dict[str, Any]:
    """Template variables `now`, `clock_is_set` (show the banner) and `mode`."""
    return {"now": clock.now(), "clock_is_set": clock.is_set(), "mode": place.mode()}
