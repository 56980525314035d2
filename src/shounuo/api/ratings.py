"""The door of a telephone system or a text-message page that asks customers what they thought of a call."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import AwareDatetime, Field

from shounuo.records.actions.rate_call import rate_call
from shounuo.settings import clock

router = Router()


class Rating(Schema):
    """`contact`: the number of the call. `at`: when the customer said so, with its zone; now if left out."""

    contact: Annotated[int, Field(ge=1, lt=10**18)]
    stars: int
    words: str = ""
    at: AwareDatetime | None = None


@router.post("")
def rate(request: HttpRequest, told: Rating) -> dict[str, Any]:
    """The rating that stands, and what became of the one told. The same rating again changes nothing."""
    now = clock.now()
    rated = rate_call(
        contact_id=told.contact,
        stars=told.stars,
        words=told.words,
        at=told.at or now,
        actor="ratings",
        recorded_at=now,
    )
    return {"contact": told.contact, "stars": rated.rating.stars, "came_to": rated.came_to}
