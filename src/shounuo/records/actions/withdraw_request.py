"""A person takes a request back. A third party's refusal and a wrong number stay, whatever is said."""

from __future__ import annotations

from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.actions.raise_flag import end_flag
from shounuo.records.models import Case, Flag, PersonRequest, Staff
from shounuo.records.queries.flags import FLAG_OF_REQUEST
from shounuo.rules.requests import EFFECTS


def withdraw_request(
    *, request_id: int, staff: Staff, recorded_at: datetime, evidence: str
) -> PersonRequest:
    """The request binds until now and no longer; the flag it raised ends with it.

    `evidence`: the recording or letter in which it was taken back. Raises `Refused` without it and
    for a request that is final. Withdrawing twice changes nothing.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        request = PersonRequest.objects.get(pk=request_id)
        lock_customer(request.customer_id)
        _refuse(request, evidence)
        if request.ended_at is None:
            request.ended_at = recorded_at
            request.save(update_fields=["ended_at"])
            payload = {"request": request.kind, "id": request.pk, "evidence": evidence}
            for case in Case.objects.filter(customer_id=request.customer_id, closed_at=None):
                writing.event(f"case:{case.pk}", "RequestWithdrawn", payload)
                writing.publish("case", case.pk)
            _end_flag(request, staff, recorded_at)
        return request


def _end_flag(request: PersonRequest, staff: Staff, at: datetime) -> None:
    """Only when no other standing request of the kind still holds it up."""
    others = PersonRequest.objects.filter(
        customer_id=request.customer_id, kind=request.kind, ended_at=None
    )
    if request.kind not in FLAG_OF_REQUEST or others.exists():
        return
    for flag in Flag.objects.filter(
        customer_id=request.customer_id,
        kind=FLAG_OF_REQUEST[request.kind],
        source="request",
        ended_at=None,
    ):
        end_flag(flag_id=flag.pk, actor=staff, recorded_at=at)


def _refuse(request: PersonRequest, evidence: str) -> None:
    effect = EFFECTS.get(request.kind)
    if effect is not None and effect.final:
        said = Text("这一要求不能撤回", "This request is final")
        then = Text("不再联系此人", "That person is not contacted again")
    elif not evidence.strip():
        said = Text("撤回须附凭证", "A withdrawal needs its evidence")
        then = Text("填写录音或信函编号", "Give the recording's or letter's number")
    else:
        return
    raise Refused(
        Problem(
            "request_not_withdrawn",
            said,
            record=f"request {request.pk} ({request.kind})",
            rule="rules.requests",
            next_step=then,
        )
    )
