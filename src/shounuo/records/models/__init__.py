"""Tables, one file per thing."""

from shounuo.records.models.account import Account, AccountFigures, Flag
from shounuo.records.models.case import Case, FollowUp
from shounuo.records.models.contact import (
    Consent,
    Contact,
    DatedFact,
    GateDecision,
    OtherContact,
    OtherPartyCoverage,
    PersonRequest,
    Release,
)
from shounuo.records.models.customer import ContactPoint, Customer, NumberLock
from shounuo.records.models.event import ChainHead, DailyRoot, Event, Outbox, PersonalValue
from shounuo.records.models.feed import ImportRun, Placement, WaitingRow
from shounuo.records.models.guide import GuideTrial, GuideVersion
from shounuo.records.models.inspection import (
    Appeal,
    CallRating,
    FaultDecision,
    FoundFault,
    Inspection,
    LiveTurn,
    StepDecision,
    Transcript,
)
from shounuo.records.models.lender import Lender
from shounuo.records.models.night import NightRun, QueueEntry, StrategyVersion
from shounuo.records.models.offer import OfferRequest
from shounuo.records.models.payment import Payment, PaymentCoverage
from shounuo.records.models.promise import Promise, PromiseVerdict
from shounuo.records.models.staff import Shift, Staff, StaffStateChange, Team

__all__ = [
    "Account",
    "AccountFigures",
    "Appeal",
    "CallRating",
    "Case",
    "ChainHead",
    "Consent",
    "Contact",
    "ContactPoint",
    "Customer",
    "DailyRoot",
    "DatedFact",
    "Event",
    "FaultDecision",
    "Flag",
    "FollowUp",
    "FoundFault",
    "GateDecision",
    "GuideTrial",
    "GuideVersion",
    "ImportRun",
    "Inspection",
    "Lender",
    "LiveTurn",
    "NightRun",
    "NumberLock",
    "OfferRequest",
    "OtherContact",
    "OtherPartyCoverage",
    "Outbox",
    "Payment",
    "PaymentCoverage",
    "PersonRequest",
    "PersonalValue",
    "Placement",
    "Promise",
    "PromiseVerdict",
    "QueueEntry",
    "Release",
    "Shift",
    "Staff",
    "StaffStateChange",
    "StepDecision",
    "StrategyVersion",
    "Team",
    "Transcript",
    "WaitingRow",
]
