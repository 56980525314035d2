"""A person agrees to something that a rule allows only with agreement. Its evidence goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.models import Case, Consent, ContactPoint, Staff
from shounuo.rules.consents import CONSENTS


def record_consent(
    *,
    case_id: int,
    kind: str,
    evidence: str,
    staff: Staff,
    recorded_at: datetime,
    point_id: int | None = None,
    about_point_id: int | None = None,
    scope: Mapping[str, Any] | None = None,
    given_at: datetime | None = None,
    valid_through: datetime | None = None,
) -> Consent:
    """In force from `given_at` (default now). `point_id`: where another person than the customer
    gave it; `about_point_id`: whom it is about; `scope`: `channel`, `window`, `address_id`.

    Raises `Refused` for a kind that no rule names, and without `evidence` (a recording, a letter).
    """
    _refuse(kind, evidence, about_point_id)
    with act(actor=staff, recorded_at=recorded_at, effective_at=given_at) as writing:
        case = Case.objects.get(pk=case_id)
        lock_customer(case.customer_id)
        giver = _own(case, point_id)
        told = dict(scope or {})
        if giver is not None and giver.role != "customer":
            told["point"] = giver.pk
        if about_point_id is not None and (about := _own(case, about_point_id)):
            told["about"] = about.pk
        consent = Consent.objects.create(
            customer_id=case.customer_id,
            by_role=giver.role if giver else "customer",
            kind=kind,
            scope=told,
            evidence=evidence.strip(),
            given_at=writing.effective_at,
            recorded_at=recorded_at,
            valid_through=valid_through,
        )
        payload = {"consent": kind, "by": consent.by_role, "scope": told, "evidence": evidence}
        writing.event(f"case:{case.pk}", "ConsentRecorded", payload)
        writing.publish("case", case.pk)
        return consent


def revoke_consent(*, consent_id: int, staff: Staff, recorded_at: datetime) -> Consent:
    """The consent ends now; ending it twice changes nothing."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        consent = Consent.objects.get(pk=consent_id)
        lock_customer(consent.customer_id)
        if consent.revoked_at is None:
            consent.revoked_at = recorded_at
            consent.save(update_fields=["revoked_at"])
            payload = {"consent": consent.kind, "id": consent.pk}
            for case in Case.objects.filter(customer_id=consent.customer_id, closed_at=None):
                writing.event(f"case:{case.pk}", "ConsentRevoked", payload)
                writing.publish("case", case.pk)
        return consent


def _own(case: Case, point_id: int | None) -> ContactPoint | None:
    if point_id is None:
        return None
    point = ContactPoint.objects.filter(pk=point_id, customer_id=case.customer_id).first()
    if point is None:
        raise Refused(
            Problem(
                "point_of_another_customer",
                Text("这个联系方式不属于本案客户", "That contact point is not this customer's"),
                record=f"case {case.pk}, point {point_id}",
                next_step=Text("请从案件页选择联系方式", "Choose one on the case page"),
            )
        )
    return point


def _refuse(kind: str, evidence: str, about: int | None) -> None:
    known = CONSENTS.get(kind)
    if known is None:
        said = Text("没有规则认可这种同意", "No rule names such a consent")
    elif not evidence.strip():
        said = Text("没有凭证的同意不起作用", "A consent without evidence opens nothing")
    elif known.needs_about and about is None:
        said = Text("请注明同意涉及的人", "Say whom the consent is about")
    else:
        return
    raise Refused(
        Problem(
            "consent_not_recorded",
            said,
            record=kind,
            rule="rules.consents",
            next_step=Text(
                "选择列表中的一种，并附上录音编号或文件编号",
                "Choose one of the list and give the recording's or document's number",
            ),
        )
    )
