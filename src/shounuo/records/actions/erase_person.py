"""Lawful erasure: identifying data goes, the chains stay valid, and nobody is contacted again.

What stays says nothing of who it was: amounts, days, codes, verdicts, and the keyed hash of each account,
so that the lender's next file cannot bring the person back unnoticed (`_accounts_store`).
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.actions.rate_call import MOST_STARS
from shounuo.records.models import (
    Account,
    Appeal,
    CallRating,
    Case,
    Consent,
    Contact,
    ContactPoint,
    Customer,
    DatedFact,
    FaultDecision,
    Flag,
    FollowUp,
    FoundFault,
    LiveTurn,
    OfferRequest,
    OtherContact,
    Payment,
    PersonalValue,
    PersonRequest,
    Promise,
    StepDecision,
    Transcript,
    WaitingRow,
)

_CALL_NUMBER = re.compile(r"\d{1,18}")


def erase_person(*, customer_id: int, actor: Actor, recorded_at: datetime, ground: str) -> Customer:
    """Empties every sealed field of the person and deletes what the commitments stood for.

    `ground`: the request or retention rule that allows it, without names: it is evidence and stays.
    Raises `Refused` without one, and while a contact with the person is open. Erasing twice changes
    nothing.
    """
    if not ground.strip():
        raise Refused(_problem(customer_id, _NO_GROUND, _GIVE_GROUND))
    with act(actor=actor, recorded_at=recorded_at) as writing:
        customer = lock_customer(customer_id)
        if customer.erased_at is not None:
            return customer
        if Contact.objects.filter(customer_id=customer_id, state="in_flight").exists():
            raise Refused(_problem(customer_id, _IN_A_CALL, _END_CALL))
        _forget_rows(customer)
        _forget_who(customer)
        _forget_what_was_written(customer_id, recorded_at)
        _forget_words(customer_id)
        customer.name = customer.id_no = customer.ref = customer.id_hash = customer.title = ""
        customer.ref_hash = f"erased:{customer.pk}"
        customer.erased_at = recorded_at
        customer.save()
        for case in Case.objects.select_for_update().filter(customer_id=customer_id).order_by("pk"):
            writing.event(f"case:{case.pk}", "PersonErased", {"ground": ground.strip()})
            writing.publish("case", case.pk)
            if case.state != "closed":
                case.state, case.closed_at, case.closed_reason = "closed", recorded_at, "erased"
            case.holder, case.owner, case.kept, case.lease_until = None, None, False, None
            case.save()
        return customer


def _forget_who(customer: Customer) -> None:
    """Names, numbers, references, and the keyed hashes by which numbers are found."""
    PersonalValue.objects.filter(customer=customer).delete()
    for point in ContactPoint.objects.filter(customer=customer):
        point.value, point.person, point.status = "", "", "erased"
        point.value_hash = f"erased:{point.pk}"
        point.save()
    Account.objects.filter(customer=customer).update(ref="", tail="", facts={})
    Payment.objects.filter(account__customer=customer).update(payer="")
    Contact.objects.filter(customer=customer).update(number_hash="")
    OtherContact.objects.filter(customer=customer).update(number_hash="")


def _forget_what_was_written(customer_id: int, at: datetime) -> None:
    """Notes and reasons in people's own words, and the tasks about somebody nobody knows any more."""
    for contact in Contact.objects.filter(customer_id=customer_id):
        contact.note = contact.reason = ""
        contact.steps = {k: v for k, v in contact.steps.items() if not isinstance(v, str)}
        contact.save(update_fields=["note", "reason", "steps"])
    Promise.objects.filter(customer_id=customer_id).update(late_reason="", end_reason="")
    OfferRequest.objects.filter(case__customer_id=customer_id).update(words="")
    DatedFact.objects.filter(customer_id=customer_id).update(details={})
    Flag.objects.filter(customer_id=customer_id).update(details={})
    PersonRequest.objects.filter(customer_id=customer_id).update(scope={})
    Consent.objects.filter(customer_id=customer_id).update(scope={})
    tasks = FollowUp.objects.filter(case__customer_id=customer_id)
    tasks.filter(done_at=None).update(done_at=at)
    for task in tasks:
        told: dict[str, Any] = {
            k: v for k, v in task.details.items() if k in ("to", "outcome", "by")
        }
        task.details = told
        task.save(update_fields=["details"])


def _forget_rows(customer: Customer) -> None:
    """Rows of the lender's files that waited for a person and name this one, whatever became of them."""
    points = ContactPoint.objects.filter(customer=customer).values_list("value", flat=True)
    refs = Account.objects.filter(customer=customer).values_list("ref", flat=True)
    names = {text for text in (customer.ref, customer.id_no, *points, *refs) if text}
    calls = set(Contact.objects.filter(customer=customer).values_list("pk", flat=True))
    rows = WaitingRow.objects.filter(import_run__lender=customer.lender_id)
    for row in rows.select_related("import_run").iterator():
        if any(text in row.raw for text in names) or _rates_one_of(calls, row):
            row.raw, row.value = "{}", ""
            row.state = "dropped" if row.state == "waiting" else row.state
            row.save(update_fields=["raw", "value", "state"])


def _rates_one_of(calls: set[int], row: WaitingRow) -> bool:
    """Whether a row of ratings names one of these calls, as `12`, `contact-12` or otherwise by one number alone.

    A bare 1 to 5 does so only in the column that its file names calls in: elsewhere it is somebody's stars.
    Of several numbers (`2026-11-20/3`) none is taken for the call, or another's waiting words would go.
    """
    if row.import_run.kind != "ratings":
        return False
    raw = json.loads(row.raw)
    named = {f"contact-{pk}" for pk in calls} | {str(pk) for pk in calls if pk > MOST_STARS}
    ref = str(raw.get(row.import_run.counts.get("calls_in"), ""))
    numbers = _CALL_NUMBER.findall(ref)
    told = {int(number) for number in numbers} if len(numbers) == 1 else set()
    return not named.isdisjoint(raw.values()) or not calls.isdisjoint(told)


def _forget_words(customer_id: int) -> None:
    """What was said goes; that a call was inspected, when, and with which result stays."""
    LiveTurn.objects.filter(contact__customer_id=customer_id).delete()
    CallRating.objects.filter(contact__customer_id=customer_id).update(words="")
    said = Transcript.objects.filter(contact__customer_id=customer_id)
    found = FoundFault.objects.filter(inspection__transcript__in=said)
    found.update(quote="")
    found.filter(source="person").update(why_zh="", why_en="")  # an inspector's own words
    FaultDecision.objects.filter(fault__in=found).update(reason="")
    Appeal.objects.filter(fault__in=found).update(words="")
    StepDecision.objects.filter(inspection__transcript__in=said).update(reason="")
    for transcript in said:
        body = json.loads(transcript.body)
        kept = {name: body[name] for name in ("id", "lang", "as_of")}
        transcript.body = json.dumps({**kept, "turns": []})
        _forget_sound(transcript)
        transcript.save(update_fields=["body", "audio"])


def _forget_sound(transcript: Transcript) -> None:
    """The recording goes once the erasure stands, unless another call shares the file."""
    name, transcript.audio = transcript.audio, ""
    others = Transcript.objects.filter(audio=name).exclude(pk=transcript.pk)
    if name and not others.exists():
        file = settings.MEDIA_ROOT / "recordings" / name
        transaction.on_commit(lambda: file.unlink(missing_ok=True))


_NO_GROUND = Text("删除个人信息要写明依据", "Erasing a person needs its ground")
_GIVE_GROUND = Text("写明本人请求或保存期限的依据", "Name the request or the retention rule")
_IN_A_CALL = Text("此人正在通话中", "A contact with this person is open")
_END_CALL = Text("通话结束并录入结果后再删除", "End the call with its code first")


def _problem(customer_id: int, said: Text, then: Text) -> Problem:
    return Problem("person_not_erased", said, record=f"customer {customer_id}", next_step=then)
