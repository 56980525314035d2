"""Finding a case by its number or by an exact reference, id or phone number."""

from __future__ import annotations

from django.db.models import Q

from shounuo.access.masking import mask_name
from shounuo.access.may import Scope, widest
from shounuo.access.permissions import Permission
from shounuo.access.roles import Actor
from shounuo.records.models import Case
from shounuo.records.sealing import keyed_hash

MOST = 12


def find_cases(wanted: str, actor: Actor) -> list[dict[str, str]]:
    """Up to a dozen cases this person may see; exact matches only, since the data is sealed."""
    scope = widest(actor, Permission.CASE_SEARCH)
    if scope is None:
        return []
    by_value = (
        Q(customer__ref_hash=keyed_hash(wanted, kind="customer"))
        | Q(customer__id_hash=keyed_hash(wanted, kind="id"))
        | Q(customer__accounts__ref_hash=keyed_hash(wanted, kind="account"))
        | Q(customer__points__value_hash=keyed_hash(wanted, kind="phone"))
    )
    by_number = Q(pk=int(wanted)) if wanted.isdecimal() and len(wanted) < 12 else Q()
    cases = (
        Case.objects.filter(by_value | by_number) if by_number else Case.objects.filter(by_value)
    )
    if scope is Scope.TEAM:
        cases = cases.filter(team_id=actor.team or None)
    elif scope is Scope.OWN:
        cases = cases.filter(
            Q(holder_id=actor.id) | Q(owner_id=actor.id), team_id=actor.team or None
        )
    return [_found(case) for case in cases.select_related("customer").distinct()[:MOST]]


def _found(case: Case) -> dict[str, str]:
    return {
        "url": f"/case/{case.pk}",
        "label": f"#{case.pk} {mask_name(case.customer.name)}",
        "hint": f"{case.bucket} · {case.state}",
    }
