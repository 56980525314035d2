"""From rows to the facts a rule may ask: the live side of `rules.facts`.

Decides nothing. What is not recorded stays None; the rules know what that means.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from shounuo.records.models import Case, ContactPoint, Team
from shounuo.records.queries import facts_standing as standing
from shounuo.records.queries.asked import Asked
from shounuo.records.queries.background import Background
from shounuo.records.queries.facts_dated import address_history, events, standing_facts
from shounuo.records.queries.facts_past import past_contacts
from shounuo.records.queries.gate_rows import PointRow
from shounuo.records.queries.people import People, people_of
from shounuo.rules.facts import Facts
from shounuo.rules.proposed import (
    Address,
    Channel,
    Collector,
    CollectorKind,
    Content,
    Line,
    Proposed,
    Role,
)

CALL_SECONDS = 300
RECORDING_CHECK_HOURS = 24
ASKED_TO_PAY = frozenset(
    {Role.CUSTOMER, Role.GUARANTOR, Role.HEIR, Role.VOLUNTEER_PAYER, Role.ATTORNEY}
)


def facts_of(asked: Asked, background: Background, as_of: datetime) -> Facts:
    """The facts around one proposed contact at `as_of`, from rows already loaded."""
    case, customer = asked.case, asked.case.customer
    accounts = background.accounts.get(customer.pk, [])
    debts = tuple(str(account.id) for account in accounts)
    points = background.points.get(customer.pk, [])
    people = people_of(points)
    told = standing_facts(case, background, as_of)
    return Facts(
        proposed=_proposed(asked, debts, people, points, as_of),
        creditor=standing.creditor(case.lender),
        customer=standing.customer(case, background, told, as_of),
        debts=standing.debts(case, accounts, background, told, as_of),
        contacts=tuple(past_contacts(asked, background, people)),
        other_parties=standing.other_parties(case, asked.team),
        coverage=standing.coverage(case, asked.team, background),
        holds=standing.holds(case, background, told),
        requests=standing.requests(case, background, people),
        consents=standing.consents(case, background, people),
        heirs=standing.heirs(case, background, people),
        placements=standing.placements(case, background),
        releases=standing.releases(case, background, asked.contact_id),
        events=events(case, background, told),
        more=address_history(asked.point, asked.channel, case, background, told),
    )


def _proposed(
    asked: Asked,
    debts: tuple[str, ...],
    people: People,
    points: list[PointRow],
    as_of: datetime,
) -> Proposed:
    role = Role(asked.point.role)
    content = asked.content or default_content(role, asked.purpose)
    newest = max((p.id for p in points if p.role == role and p.kind == "address"), default=None)
    return Proposed(
        when=as_of,
        channel=asked.channel,
        person_id=people.at(asked.point),
        role=role,
        collector=_collector(asked),
        debts=debts,
        purpose=purpose_of(role, asked.purpose, content),
        contact_id=asked.contact_id,
        address=_address(asked.point, newest),
        line=_line(asked.team),
        content=content,
        visit=asked.visit,
        expected_duration=_duration(asked),
        recording_works=_recording(asked.case, asked.team, as_of),
        place=asked.point.place or None,
    )


def purpose_of(role: Role, named: str = "", content: Content | None = None) -> str:
    """Money is asked of those who owe or offered to pay; anybody else is only asked where the
    customer is. A named purpose stands unless the words ask for payment.
    """
    if named:
        return "collect" if content is not None and content.asks_payment else named
    return "collect" if role in ASKED_TO_PAY else "locate"


def default_content(role: Role, purpose: str = "") -> Content:
    """What a guided contact says: the debt to those who owe it, nothing of it to anybody else.

    A contact for another purpose asks for no payment.
    """
    owes = role in (Role.CUSTOMER, Role.GUARANTOR, Role.HEIR)
    asks = owes and purpose in ("", "collect")
    return Content(
        discloses_debt=owes, discloses_amounts=owes, asks_payment=asks, names_institution=True
    )


def _collector(asked: Asked) -> Collector:
    organisation = asked.team.organisation if asked.team else ""
    kind = CollectorKind.AGENCY if organisation else CollectorKind.LENDER_STAFF
    name = organisation or asked.case.lender.code
    person = asked.staff.staff_no if asked.staff else None
    return Collector(kind, name, person, speaks_as=name)


def _address(point: ContactPoint, newest: int | None) -> Address:
    """`newest`: the last address put on file for this role."""
    return Address(
        id=point.value_hash,
        kind=point.kind,
        source=point.source or None,
        place=point.place or None,
        dead=point.status == "dead",
        last_known=point.pk == newest if point.kind == "address" else None,
    )


def _line(team: Team | None) -> Line:
    if team is None:
        return Line()
    return Line(team.line, team.line_approved, private=False if team.line_approved else None)


def _duration(asked: Asked) -> timedelta | None:
    if asked.channel is not Channel.CALL:
        return None
    return timedelta(
        seconds=asked.case.lender.contact_settings.get("expected_call_seconds", CALL_SECONDS)
    )


def _recording(case: Case, team: Team | None, as_of: datetime) -> bool | None:
    """A check older than a day says nothing any more."""
    if team is None or team.recording_checked_at is None:
        return None
    hours = case.lender.contact_settings.get("recording_check_hours", RECORDING_CHECK_HOURS)
    fresh = as_of - team.recording_checked_at <= timedelta(hours=hours)
    return team.recording_works if fresh else None
