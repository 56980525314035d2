"""The rows behind the gate's facts, as plain values: the columns a rule may ask for, no others."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from shounuo.records.models import (
    Account,
    Consent,
    Contact,
    ContactPoint,
    DatedFact,
    Flag,
    GateDecision,
    OtherContact,
    OtherPartyCoverage,
    PersonRequest,
    Placement,
    Release,
    Staff,
)
from shounuo.records.queries.rows_in import Join, Source


class AccountRow(NamedTuple):
    id: int
    customer_id: int
    debt_kind: str
    product: str
    bucket: str
    total_cents: int | None


class PointRow(NamedTuple):
    """The number itself stays sealed: the rules know it by its hash."""

    id: int
    customer_id: int
    role: str
    person: str
    kind: str
    value_hash: str
    place: str
    source: str
    status: str
    status_at: datetime | None


class FlagRow(NamedTuple):
    id: int
    customer_id: int
    account_id: int | None
    kind: str
    effective_at: datetime
    recorded_at: datetime
    ended_at: datetime | None
    source: str
    details: dict[str, Any]


class ContactRow(NamedTuple):
    """What a counter asks of a contact; its verdict, note and steps stay where they are."""

    id: int
    customer_id: int
    point_id: int | None
    number_hash: str
    channel: str
    direction: str
    role: str
    organisation: str
    debts: list[int]
    discussed: list[int]
    state: str
    outcome: str
    connected: bool | None
    exclusion: str
    opened_at: datetime


class OtherContactRow(NamedTuple):
    id: int
    customer_id: int
    organisation: str
    ref: str
    number_hash: str
    channel: str
    role: str
    opened_at: datetime
    outcome: str
    connected: bool | None


class CoverageRow(NamedTuple):
    id: int
    lender_id: int
    organisation: str
    basis: str
    covers_from: datetime | None
    covers_through: datetime
    quota: dict[str, int]
    evidence: str


class RequestRow(NamedTuple):
    id: int
    customer_id: int
    point_id: int | None
    by_role: str
    kind: str
    scope: dict[str, Any]
    received_at: datetime
    recorded_at: datetime
    ended_at: datetime | None


class ConsentRow(NamedTuple):
    id: int
    customer_id: int
    by_role: str
    kind: str
    scope: dict[str, Any]
    evidence: str
    given_at: datetime
    recorded_at: datetime
    valid_through: datetime | None
    revoked_at: datetime | None


class DatedFactRow(NamedTuple):
    id: int
    customer_id: int
    account_id: int | None
    point_id: int | None
    kind: str
    at: datetime
    channel: str
    details: dict[str, Any]
    recorded_at: datetime
    struck_at: datetime | None


class PlacementRow(NamedTuple):
    id: int
    customer_id: int
    account_id: int
    organisation: str
    starts_on: date
    ends_on: date
    recalled_on: date | None
    stopped_on: date | None


class ReleaseRow(NamedTuple):
    """One that waits to be used: which rules it lets pass and who gave it."""

    id: int
    customer_id: int
    rules: list[str]
    staff_no: str
    at: datetime
    reason: str


ACCOUNTS, POINTS, FLAGS = Source(Account), Source(ContactPoint), Source(Flag)
CONTACTS, OTHERS, COVERAGE = Source(Contact), Source(OtherContact), Source(OtherPartyCoverage)
REQUESTS, CONSENTS, FACTS = Source(PersonRequest), Source(Consent), Source(DatedFact)
PLACEMENTS = Source(Placement, (Join("account_id", Account, ("customer_id",)),))
RELEASES = Source(
    Release,
    (
        Join("decision_id", GateDecision, ("customer_id", "rules")),
        Join("released_by_id", Staff, ("staff_no",)),
    ),
    only='t."used_by_id" IS NULL',
)
