"""Who is who, what is owed, and what stands between: from rows to `rules.standing`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.records.models import Case, Lender, Team
from shounuo.records.queries.background import Background
from shounuo.records.queries.facts_dated import locations, of_kind
from shounuo.records.queries.gate_rows import AccountRow, DatedFactRow, FlagRow, PointRow
from shounuo.records.queries.people import People, customer_person
from shounuo.rules.past import Basis, Coverage
from shounuo.rules.proposed import NOTHING, Address, Channel, Role
from shounuo.rules.standing import (
    Consent,
    Creditor,
    Customer,
    Debt,
    HeirRoute,
    Hold,
    PackChoice,
    Placement,
    Release,
    Request,
)

# A flag of ours -> the hold it is in the rules' words.
HOLDS = {
    "complaint_hold": "complaint",
    "dispute": "dispute",
    "attorney_represented": "attorney",
    "do_not_contact": "do_not_contact",
    "bankruptcy": "bankruptcy",
    "cease_requested": "do_not_contact",
    "collection_stopped": "do_not_contact",
    "withdrawn": "do_not_contact",
}


def _standing_flags(case: Case, background: Background) -> dict[str, FlagRow]:
    rows = background.flags.get(case.customer_id, [])
    return {flag.kind: flag for flag in rows if flag.ended_at is None}


def creditor(lender: Lender) -> Creditor:
    pack_choice = PackChoice(lender.rule_pack, lender.rule_pack_date)
    return Creditor(
        id=lender.code,
        country=lender.country or None,
        kind=lender.kind or None,
        agencies=frozenset(lender.approved_agencies),
        packs=(pack_choice,) if lender.rule_pack else (),
        allows_private_devices=lender.contact_settings.get("allows_private_devices", False),
        stricter=tuple(sorted(lender.contact_settings.get("stricter", {}).items())),
    )


def customer(
    case: Case, background: Background, facts: list[DatedFactRow], as_of: datetime
) -> Customer:
    """Of age or not is known only where somebody recorded a minor."""
    person, flags = case.customer, _standing_flags(case, background)
    return Customer(
        id=customer_person(person.pk),
        numbers=_numbers(background.points.get(person.pk, []), as_of),
        locations=locations(case, facts),
        adult=False if of_kind(facts, "is_minor") else None,
        deceased="deceased" in flags,
        lacks_capacity="lacks_capacity" in flags,
        erased=person.erased_at is not None,
        more={"employer_prohibits": True} if of_kind(facts, "employer_prohibits") else NOTHING,
    )


def _numbers(points: list[PointRow], as_of: datetime) -> tuple[Address, ...]:
    """The customer's own numbers and whether each was found dead by then. A wrong number is not
    dead: it says nothing about the customer being out of reach.
    """
    return tuple(
        Address(
            point.value_hash,
            point.kind,
            point.source or None,
            point.place or None,
            dead=point.status == "dead" and (point.status_at is None or point.status_at <= as_of),
        )
        for point in points
        if point.role == Role.CUSTOMER
    )


def debts(
    case: Case,
    accounts: list[AccountRow],
    background: Background,
    facts: list[DatedFactRow],
    as_of: datetime,
) -> tuple[Debt, ...]:
    flags = _standing_flags(case, background)
    today = as_of.astimezone(ZoneInfo(case.lender.zone)).date()
    return tuple(_debt(account, flags, _about(account, facts), today) for account in accounts)


def _about(account: AccountRow, facts: list[DatedFactRow]) -> list[DatedFactRow]:
    """The facts about this debt; one recorded for no debt in particular is about all."""
    return [row for row in facts if row.account_id in (None, account.id)]


def _debt(
    account: AccountRow, flags: dict[str, FlagRow], facts: list[DatedFactRow], today: date
) -> Debt:
    performing = "plan_performing" in flags
    ends = _limitation_ends(facts)
    loan = of_kind(facts, "student_loan_account")
    return Debt(
        id=str(account.id),
        kind=account.debt_kind or None,
        product=account.product or None,
        stage=account.bucket or None,
        settled=account.total_cents is not None and account.total_cents <= 0,
        plan="performing" if performing else "broken" if "plan_broken" in flags else "none",
        limitation_ends=ends,
        # Not recorded is not known: it never says that there is still time.
        limitation_expired="limitation_expired" in flags or (today > ends if ends else None),
        assigned="assigned" in flags,
        assignment_notified="assignment_notified" in flags,
        unlawful="unlawful_debt" in flags,
        more=loan[-1].details if loan else NOTHING,
    )


def _limitation_ends(facts: list[DatedFactRow]) -> date | None:
    told = of_kind(facts, "limitation_ends")
    return date.fromisoformat(told[-1].details["on"]) if told else None


def holds(case: Case, background: Background, facts: list[DatedFactRow]) -> tuple[Hold, ...]:
    rows = background.flags.get(case.customer_id, [])
    attorney = of_kind(facts, "attorney_details")
    known = attorney[-1].details if attorney else {}
    return tuple(_hold(flag, known) for flag in rows if flag.kind in HOLDS)


def _hold(flag: FlagRow, attorney: Mapping[str, Any]) -> Hold:
    details = flag.details
    deadline = details.get("deadline")
    kind = HOLDS[flag.kind]
    return Hold(
        kind=kind,
        since=flag.effective_at,
        debts=(str(flag.account_id),) if flag.account_id else (),
        source=flag.source or None,
        deadline=date.fromisoformat(deadline) if deadline else None,
        handler=details.get("handler"),
        handler_uninvolved=details.get("handler_uninvolved"),
        lifted_at=flag.ended_at,
        more={**details, **attorney} if kind == "attorney" else details,
    )


def requests(case: Case, background: Background, people: People) -> tuple[Request, ...]:
    return tuple(
        Request(
            kind=row.kind,
            by=people.of(case.customer_id, row.by_role, row.point_id),
            received=row.received_at,
            channel=Channel(row.scope["channel"]) if row.scope.get("channel") else None,
            address_id=row.scope.get("address_id"),
            place=row.scope.get("place"),
            windows=tuple(
                (time.fromisoformat(a), time.fromisoformat(b))
                for a, b in row.scope.get("windows", [])
            ),
            days=tuple(row.scope.get("days", [])),
            until=date.fromisoformat(row.scope["until"]) if row.scope.get("until") else None,
            withdrawn_at=row.ended_at,
            more=row.scope,
        )
        for row in background.requests.get(case.customer_id, [])
    )


def consents(case: Case, background: Background, people: People) -> tuple[Consent, ...]:
    """`scope`: `point` is where another person gave it, `about` the point of whom it is about."""
    return tuple(
        Consent(
            kind=row.kind,
            by=people.of(case.customer_id, row.by_role, row.scope.get("point")),
            given_at=row.given_at,
            evidence=row.evidence or None,
            to=row.scope.get("to", "collector"),
            channel=Channel(row.scope["channel"]) if row.scope.get("channel") else None,
            address_id=row.scope.get("address_id"),
            person_id=_whom(row.scope, case.customer_id, people),
            window=tuple(time.fromisoformat(t) for t in row.scope["window"])  # type: ignore[arg-type]
            if row.scope.get("window")
            else None,
            dates=tuple(date.fromisoformat(day) for day in row.scope.get("dates", [])),
            valid_through=row.valid_through,
            revoked_at=row.revoked_at,
            more=row.scope,
        )
        for row in background.consents.get(case.customer_id, [])
    )


def _whom(scope: Mapping[str, Any], customer_id: int, people: People) -> str | None:
    if scope.get("about") is not None:
        return people.of(customer_id, "", scope["about"])
    return scope.get("person_id")


def heirs(case: Case, background: Background, people: People) -> tuple[HeirRoute, ...]:
    flag = _standing_flags(case, background).get("heir_route")
    if flag is None:
        return ()
    details = flag.details
    return (
        HeirRoute(
            person_id=_whom(details, case.customer_id, people) or "",
            accepted=details.get("accepted"),
            estate_limit_minor=details.get("estate_limit_cents"),
            evidence=details.get("evidence"),
        ),
    )


def other_parties(case: Case, team: Team | None) -> tuple[str, ...] | None:
    """Who else may be reaching this lender's customers; None when the lender has not said."""
    named = case.lender.contact_settings.get("collecting_parties")
    if named is None:
        return None
    mine = (team.organisation if team else "") or case.lender.code
    return tuple(party for party in named if party != mine)


def coverage(case: Case, team: Team | None, background: Background) -> tuple[Coverage, ...]:
    bases = {"file": Basis.IMPORTED, "attestation": Basis.ATTESTATION, "quota": Basis.QUOTA}
    return tuple(
        Coverage(
            organisation=row.organisation,
            basis=bases[row.basis],
            through=row.covers_through,
            since=row.covers_from,
            evidence=row.evidence or None,
            connected_share=row.quota.get("connected"),
            attempts_share=row.quota.get("attempts"),
        )
        for row in background.coverage.get(case.lender_id, [])
    )


def placements(case: Case, background: Background) -> tuple[Placement, ...]:
    zone = ZoneInfo(case.lender.zone)
    found = []
    for row in background.placements.get(case.customer_id, []):
        ends = [day for day in (row.recalled_on, row.stopped_on) if day]
        closed = min(ends) if ends else None
        last = _day_end(row.ends_on, zone)
        end = min(last, datetime.combine(closed, time(), zone)) if closed else last
        opened = datetime.combine(row.starts_on, time(), zone)
        found.append(Placement(row.organisation, opened, end, (str(row.account_id),)))
    return tuple(found)


def _day_end(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.max, zone).astimezone(UTC)


def release_contact(release_id: int) -> str:
    """The name under which a contact is asked about when somebody released it."""
    return f"release:{release_id}"


def releases(case: Case, background: Background, contact_id: str) -> tuple[Release, ...]:
    """The one release that the contact about to open is made under; another one's says nothing."""
    return tuple(
        Release(contact_id, rule, row.staff_no, row.at, row.reason)
        for row in background.releases.get(case.customer_id, [])
        for rule in row.rules
        if contact_id == release_contact(row.id)
    )
