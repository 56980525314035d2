"""A letter, a message or a visit reports back: it went out, it did not, it came back.

Decides nothing about whether it may be sent; that was asked when it was opened.
"""

from __future__ import annotations

from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._first_communication import tell_first_communication
from shounuo.records.actions._locks import lock_customer
from shounuo.records.actions.record_fact import fact_within
from shounuo.records.models import Contact, Staff

# Outcome -> whether it reached, or may have reached, somebody.
OUTCOMES = {
    "sent": None,
    "delivered": None,
    "undelivered": False,
    "not_dialled": False,
    "connected": True,
    "no_answer": False,
}
OF_VISIT = ("connected", "no_answer", "not_dialled")
OF_MESSAGE = ("sent", "delivered", "undelivered", "not_dialled")
WENT_OUT = ("sent", "delivered", "connected")
NOTICE = "validation_notice"


def end_message(
    *, contact_id: int, staff: Staff, recorded_at: datetime, outcome: str, evidence: str = ""
) -> Contact:
    """`outcome`: of `OF_MESSAGE`, for a visit of `OF_VISIT`. `evidence`: postal or gateway number.

    One that was sent may come back later: `undelivered` after `sent` is taken. Any other second report
    returns the contact unchanged. Raises `Refused` for an outcome that does not fit, and for a letter
    sent without its number.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        contact = Contact.objects.select_related("case", "case__lender", "point").get(pk=contact_id)
        lock_customer(contact.customer_id)
        contact.refresh_from_db(fields=["state", "outcome"])
        came_back = outcome == "undelivered" and contact.outcome in ("sent", "delivered")
        if contact.state == "ended" and not came_back:
            return contact
        _refuse(contact, outcome, evidence)
        contact.state, contact.outcome = "ended", outcome
        contact.connected, contact.ended_at = OUTCOMES[outcome], contact.ended_at or recorded_at
        contact.save(update_fields=["state", "outcome", "connected", "ended_at"])
        payload = {"contact": contact.pk, "outcome": outcome, "evidence": evidence}
        writing.event(f"case:{contact.case_id}", "MessageEnded", payload)
        writing.publish("case", contact.case_id)
        _facts(writing, contact, outcome, evidence)
        return contact


def _facts(writing: Writing, contact: Contact, outcome: str, evidence: str) -> None:
    """What the rules ask about this contact from now on, told by the contact itself."""
    told = evidence or f"contact {contact.pk}"
    if outcome == "undelivered":
        fact_within(writing, contact.case, "undeliverable", evidence=told, point=contact.point)
    if outcome not in WENT_OUT or contact.role != "customer":
        return
    content = contact.content or {}
    if content.get("kind") == NOTICE:
        by_post = contact.channel == "mail"
        kind = "validation_notice_mailed" if by_post else "validation_notice_sent"
        fact_within(writing, contact.case, kind, evidence=told, point=contact.point)
    if content.get("discloses_debt"):
        tell_first_communication(
            writing, contact, validation_info_given=content.get("kind") == NOTICE, evidence=told
        )


def _refuse(contact: Contact, outcome: str, evidence: str) -> None:
    fits = OF_VISIT if contact.channel == "visit" else OF_MESSAGE
    if contact.channel == "call" or outcome not in fits:
        said = Text("这种联系没有这样的结果", "Such a contact does not end that way")
    elif contact.channel == "mail" and outcome == "sent" and not evidence.strip():
        said = Text("寄出的信函须填邮件号", "A letter that went out needs its postal number")
    else:
        return
    raise Refused(
        Problem(
            "message_not_ended",
            said,
            record=f"contact {contact.pk}: {contact.channel}, {outcome}",
            next_step=Text("改正后再登记", "Mend it, then record it"),
        )
    )
