"""The contact under test. None means *not known*: it never stands for "no"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Role(StrEnum):
    """Who the person is to the debt."""

    CUSTOMER = "customer"
    GUARANTOR = "guarantor"
    HEIR = "heir"
    SUPPLEMENTARY_HOLDER = "supplementary_holder"
    VOLUNTEER_PAYER = "volunteer_payer"
    THIRD_PARTY = "third_party"
    SPOUSE = "spouse"
    PARENT = "parent"
    SURVIVING_SPOUSE = "surviving_spouse"
    PERSONAL_REPRESENTATIVE = "personal_representative"
    ATTORNEY = "attorney"
    CREDIT_BUREAU = "credit_bureau"
    CREDITOR = "creditor"
    COLLECTOR = "collector"
    COURT = "court"


class Channel(StrEnum):
    """How the person is reached. `VOICE_MESSAGE`: an automatic announcing call."""

    CALL = "call"
    CALL_IN_PROGRESS = "call_in_progress"
    VOICE_MESSAGE = "voice_message"
    RINGLESS_VOICEMAIL = "ringless_voicemail"
    TEXT = "text"
    EMAIL = "email"
    INSTANT_MESSAGE = "instant_message"
    APP_MESSAGE = "app_message"
    PORTAL = "portal"
    PORTAL_PUSH = "portal_push_notification"
    MAIL = "mail"
    POSTCARD = "postcard"
    VISIT = "visit"
    PUBLIC_NOTICE = "public_notice"
    SOCIAL_PRIVATE = "social_private"
    SOCIAL_PUBLIC = "social_public"
    CREDIT_REPORT = "furnish_to_cra"
    COURT_FILING = "court_filing"
    DELETE_RECORDING = "delete_recording"
    DELETE_RECORDS = "delete_records"


VOICE = frozenset(
    {Channel.CALL, Channel.CALL_IN_PROGRESS, Channel.VOICE_MESSAGE, Channel.RINGLESS_VOICEMAIL}
)
NOT_TO_A_PERSON = frozenset(
    {Channel.CREDIT_REPORT, Channel.COURT_FILING, Channel.DELETE_RECORDING, Channel.DELETE_RECORDS}
)


class Direction(StrEnum):
    OUTBOUND = "outbound"
    INBOUND = "inbound"


class CollectorKind(StrEnum):
    LENDER_STAFF = "lender_staff"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Collector:
    """Who collects: the lender's own people or an agency, and which organisation."""

    kind: CollectorKind | None
    organisation: str
    person: str | None = None
    speaks_as: str | None = None  # the organisation whose name the person will hear


@dataclass(frozen=True, slots=True)
class Address:
    """A number, e-mail or place. `source`: how it was obtained, None when not recorded."""

    id: str
    kind: str = "phone"  # phone, email, postal, device, social
    source: str | None = None
    place: str | None = None  # home, work
    dead: bool | None = None
    shared: bool | None = None
    last_known: bool | None = None  # the newest address on file


@dataclass(frozen=True, slots=True)
class Line:
    """The line or account that the contact leaves from."""

    id: str = ""
    approved: bool | None = None
    private: bool | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as planned."""

    collectors: tuple[str, ...] = ()
    identity_cards_carried: bool | None = None
    place: str | None = None  # home, office, business_premises, public
    enters: bool | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What will be said or written. `elements`: named parts; `more`: what one pack alone asks."""

    kind: str | None = None
    elements: frozenset[str] = frozenset()
    discloses_debt: bool | None = None
    discloses_amounts: bool | None = None
    asks_payment: bool | None = None
    names_institution: bool | None = None
    amount_asked_minor: int | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One contact about to be made. `when` and `read_at` are aware.

    `expected_duration`: how long it will take, None when nobody can say.
    """

    when: datetime
    channel: Channel
    person_id: str
    role: Role | None
    collector: Collector
    debts: tuple[str, ...] = ()
    direction: Direction = Direction.OUTBOUND
    purpose: str = "collect"
    contact_id: str = ""
    address: Address | None = None
    line: Line = Line()
    content: Content = Content()
    visit: Visit | None = None
    expected_duration: timedelta | None = None
    recording_works: bool | None = None
    first_contact: bool | None = None
    automated: bool | None = None
    place: str | None = None  # where the person is believed to be: home, work
    read_at: datetime | None = None
    outcome: str | None = None
    response_to: str | None = None
    exclusion: str | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
