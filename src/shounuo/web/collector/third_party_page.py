"""A call to somebody who may learn nothing of the debt: its own page, with none of it on it.

No amount, lender, product, stage or timeline enters the context, so none can be drawn.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.masking import mask_name, mask_number
from shounuo.domain.disposition.entry import ASKED
from shounuo.domain.steps import NAMES, THIRD_PARTY_CALL
from shounuo.records.actions.push_case import BROUGHT
from shounuo.records.models import Contact
from shounuo.settings import clock
from shounuo.web.collector.guide_side import guide_side
from shounuo.web.collector.requests_offered import offered
from shounuo.web.collector.screen import codes_for, phase_of
from shounuo.web.collector.words import RELATIONS
from shounuo.web.signed_in import staff_of


def third_party(request: HttpRequest, contact: Contact) -> HttpResponse:
    """The page of the call as it stands."""
    return render(request, "collector/third_party.html", facts_for(request, contact))


def facts_for(request: HttpRequest, contact: Contact) -> dict[str, Any]:
    """All that the page may know: who is called, who is looked for, the steps, the codes."""
    point, phase = contact.point, phase_of(contact)
    staff = staff_of(request)
    return {
        **guide_side(contact, staff, clock.now()),
        "call_id": contact.pk,
        "talk_seconds": contact.talk_seconds,
        "case_id": contact.case_id,
        "phase": phase,
        "dialled": contact.request_key.startswith(BROUGHT),
        "person": mask_name(point.person) if point and point.person else "",
        "relation": RELATIONS.get(point.relation) if point else None,
        "number": mask_number(point.value) if point else "",
        "looked_for": mask_name(contact.case.customer.name),
        "steps": [NAMES[step] for step in THIRD_PARTY_CALL],
        "speaker": staff.name,
        "since": contact.answered_at or contact.opened_at,
        "codes": codes_for(contact, phase),
        "asked": ASKED,
        "requests": offered("third_party"),
        "bare_bar": True,  # a team is often named after its stage
    }
