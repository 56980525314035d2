"""The first communication with the customer about the debt: some rules count their days from it."""

from __future__ import annotations

from shounuo.records.actions._act import Writing
from shounuo.records.actions.record_fact import fact_within
from shounuo.records.models import Contact, DatedFact
from shounuo.rules.proposed import Channel

KIND = "initial_communication"
# The packs whose rules ask for it; which packs decided a contact stands in its verdict.
ASKED_BY = ("us@",)


def tell_first_communication(
    writing: Writing, contact: Contact, *, validation_info_given: bool = False, evidence: str = ""
) -> None:
    """Records it once, when the gate that let the contact pass asked a pack that counts from it."""
    asked = str(contact.verdict.get("pack_version", ""))
    if contact.role != "customer" or not any(pack in asked for pack in ASKED_BY):
        return
    if DatedFact.objects.filter(customer=contact.customer_id, kind=KIND).exists():
        return
    fact_within(
        writing, contact.case, KIND, evidence=evidence or f"contact {contact.pk}",
        channel=Channel(contact.channel), details={"validation_info_given": validation_info_given},
    )  # fmt: skip
