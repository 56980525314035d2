"""A collector holds one case at a time: the row of the person is locked while one is given to them."""

from __future__ import annotations

from shounuo.records.models import Case, Staff


def lock_hands(staff: Staff) -> Case | None:
    """Locks whoever is to get a case; returns what they hold already. Two presses meet here.

    The lock leaves the row's key free, so that attempts and events naming the person need not wait.
    """
    Staff.objects.select_for_update(no_key=True).get(pk=staff.pk)
    return Case.objects.filter(holder=staff, state="claimed").order_by("claimed_at").first()
