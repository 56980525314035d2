"""Dated facts, consents and requests in the words in which the packs ask: events, address histories.

What nobody recorded is not in them; the rules take that as not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from shounuo.records.models import Case, ContactPoint
from shounuo.records.queries.background import Background
from shounuo.records.queries.gate_rows import ConsentRow, ContactRow, DatedFactRow, RequestRow
from shounuo.rules.dated_facts import KINDS
from shounuo.rules.proposed import Channel, Role
from shounuo.rules.standing import Event, Location

# Facts that the packs hear as something else than an event.
NOT_EVENTS = frozenset(
    {name for name, kind in KINDS.items() if kind.group == "address"}
    - {"learned_number_not_persons"}
    | {"limitation_ends", "student_loan_account", "located_at", "employer_prohibits", "is_minor"}
    | {"attorney_details", "location_answer_incomplete"}
)
WRITTEN = frozenset({Channel.EMAIL, Channel.TEXT, Channel.MAIL})
WENT_OUT, STOPPED = ("sent", "delivered", "read"), ("not_dialled", "undelivered")


def standing_facts(case: Case, background: Background, as_of: datetime) -> list[DatedFactRow]:
    """What had happened by then and was not struck, oldest first."""
    rows = background.facts.get(case.customer_id, [])
    return [
        row for row in rows if row.at <= as_of and not (row.struck_at and row.struck_at <= as_of)
    ]


def events(case: Case, background: Background, facts: Iterable[DatedFactRow]) -> tuple[Event, ...]:
    """Recorded events, and those that our own contacts are: messages written to the customer."""
    hashes = {point.id: point.value_hash for point in background.points.get(case.customer_id, [])}
    wrong = [
        point for point in background.points.get(case.customer_id, [])
        if point.status == "wrong" and point.role == Role.CUSTOMER
    ]  # fmt: skip
    told = [_event(row, hashes) for row in facts if row.kind not in NOT_EVENTS]
    told += [
        Event("learned_number_not_persons", p.status_at, more={"number": p.value_hash})
        for p in wrong
    ]
    written = _written(background.contacts.get(case.customer_id, []))
    return (*told, *written)


def _event(row: DatedFactRow, hashes: dict[int, str]) -> Event:
    more: dict[str, Any] = dict(row.details)
    if row.point_id is not None:
        more |= {"number": hashes.get(row.point_id), "address": hashes.get(row.point_id)}
    debts = (str(row.account_id),) if row.account_id else ()
    return Event(row.kind, row.at, debts, Channel(row.channel) if row.channel else None, more)


def _written(contacts: Iterable[ContactRow]) -> Iterator[Event]:
    """Our letters and messages to the customer. One of which nobody knows that it went out may have
    answered the customer, but told nothing.
    """
    for row in contacts:
        channel = Channel(row.channel)
        to_customer = row.role == Role.CUSTOMER and row.direction == "outbound"
        if channel in WRITTEN and to_customer and row.outcome not in STOPPED:
            kind = "collector_message" if row.outcome in WENT_OUT else "collector_response"
            yield Event(kind, row.opened_at, tuple(str(debt) for debt in row.debts), channel)


def locations(case: Case, facts: Iterable[DatedFactRow]) -> tuple[Location, ...]:
    """Every place where the customer may be: the record's own, and those that were told since."""
    country, _, region = case.customer.place.partition("-")
    found = []
    if case.customer.zone:
        found.append(
            Location(case.customer.zone, country=country[:2] or None, region=region or None)
        )
    for row in facts:
        if row.kind == "located_at":
            told = row.details
            found.append(
                Location(
                    told["zone"], told.get("source") or "told", told.get("country"),
                    told.get("region"),
                )
            )  # fmt: skip
    return tuple(found)


def of_kind(facts: Iterable[DatedFactRow], kind: str) -> list[DatedFactRow]:
    return [row for row in facts if row.kind == kind]


def address_history(
    asked_point: ContactPoint,
    channel: Channel,
    case: Case,
    background: Background,
    facts: list[DatedFactRow],
) -> dict[str, Any]:
    """How the number or address came to be used: `email`, `text_number`, `beliefs` of the packs.

    Present even when nothing is recorded: an address without a history is looked at, not let pass.
    """
    here = [row for row in facts if row.point_id == asked_point.pk]
    own = asked_point.value_hash
    consents = [c for c in background.consents.get(case.customer_id, []) if c.evidence]
    requests = background.requests.get(case.customer_id, [])
    found: dict[str, Any] = {}
    if channel is Channel.EMAIL:
        found["email"] = _email(
            here, _for(consents, "email_address", own), _opted_out(requests, own, channel)
        )
    if channel is Channel.TEXT:
        found["text_number"] = _text(
            here, _for(consents, "text_number", own), _opted_out(requests, own, channel)
        )
    if beliefs := of_kind(here, "location_answer_incomplete"):
        found["beliefs"] = beliefs[-1].details
    return found


def _for(consents: Iterable[ConsentRow], kind: str, address: str) -> list[ConsentRow]:
    return [
        row for row in consents
        if row.kind == kind and row.scope.get("address_id") in (None, address)
    ]  # fmt: skip


def _opted_out(requests: Iterable[RequestRow], address: str, channel: Channel) -> bool:
    """Asked us not to use this address, or this medium, and has not taken it back."""
    return any(
        row.ended_at is None
        and (
            (row.kind == "stop_address" and row.scope.get("address_id") in (None, address))
            or (row.kind == "stop_medium" and row.scope.get("channel") in (None, channel))
        )
        for row in requests
    )


def _email(here: list[DatedFactRow], consents: list[ConsentRow], opted_out: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "consumer_used_with_collector": bool(of_kind(here, "consumer_wrote_from")),
        "prior_consent": bool(consents),
        "consent_withdrawn": bool(consents) and all(c.revoked_at for c in consents),
        "opt_out": opted_out,
        "known_employer_provided": bool(of_kind(here, "employer_provided_address")),
        "known_prohibited_disclosure": bool(of_kind(here, "seen_by_others")),
    }
    if notices := of_kind(here, "creditor_address_notice"):
        told = dict(notices[-1].details)
        told["opt_out_by"] = date.fromisoformat(told["opt_out_by"])
        found |= {"route": "creditor_notice", "notice_sent": notices[-1].at, **told}
    if links := of_kind(here, "prior_collector_address"):
        found["chain"] = [row.details for row in links]
    return found


def _text(here: list[DatedFactRow], consents: list[ConsentRow], opted_out: bool) -> dict[str, Any]:
    return {
        "consumer_last_text": _newest(row.at for row in of_kind(here, "consumer_wrote_from")),
        "consent": _newest(row.given_at for row in consents if row.revoked_at is None),
        "reassigned_db_check": _newest(
            row.at for row in of_kind(here, "number_checked_not_reassigned")
        ),
        "reassigned": bool(of_kind(here, "number_reassigned")),
        "known_prohibited_disclosure": bool(of_kind(here, "seen_by_others")),
        "opt_out": opted_out,
    }


def _newest(moments: Iterable[datetime]) -> datetime | None:
    return max(moments, default=None)
