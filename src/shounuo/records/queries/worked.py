"""What a collector has open just now, and whether the case in hand has been worked."""

from __future__ import annotations

from shounuo.records.models import Case, Contact, Staff


def open_call_of(staff: Staff) -> Contact | None:
    """The collector's call that has no code yet."""
    calls = Contact.objects.filter(actor=staff, channel="call", state="in_flight")
    return calls.select_related("case", "point").order_by("-opened_at").first()


def last_call(case: Case) -> Contact | None:
    """The last call of the present holder since they took the case."""
    if case.claimed_at is None:
        return None
    mine = Contact.objects.filter(case=case, actor=case.holder, opened_at__gte=case.claimed_at)
    return mine.order_by("-opened_at").first()


def is_worked(case: Case) -> bool:
    """A call was made since the case was taken, and it has its code."""
    call = last_call(case)
    return call is not None and call.state != "in_flight"
