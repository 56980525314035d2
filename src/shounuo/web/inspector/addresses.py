"""Where on a page each form of the inspection pages stands."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.urls import reverse

from shounuo.records.models import FoundFault


def call_at(inspection_id: int, place: int | str = "") -> str:
    """A call's page, at a finding (by its number), at one of its parts, or at its top."""
    part = f"fault-{place}" if isinstance(place, int) else place
    return _at(reverse("inspection-call", args=[inspection_id]), part)


def finding_at(fault_id: int) -> str:
    """The call's page at this finding."""
    return call_at(get_object_or_404(FoundFault, pk=fault_id).inspection_id, fault_id)


def own_finding_at(fault_id: int) -> str:
    """The collector's own page at this finding."""
    return _at(reverse("my-calls"), f"fault-{fault_id}")


def _at(page: str, part: str) -> str:
    return f"{page}#{part}" if part else page
