"""Asking the gate about real cases: facts from the ledger, the answer as plain data.

One code for one case and for many; a decision costs `background.QUERIES` queries whatever the
number of cases, plus two for the cases and their points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from shounuo.records.models import Case, ContactPoint, Staff, Team
from shounuo.records.queries.asked import Asked
from shounuo.records.queries.background import load_background
from shounuo.records.queries.facts import facts_of
from shounuo.rules.gate import decide, with_opening
from shounuo.rules.proposed import Channel, Content, Visit
from shounuo.rules.verdict import (
    Clause,
    Confidence,
    Origin,
    Outcome,
    ParameterUse,
    Reason,
    Verdict,
)

OUTCOMES = {Outcome.ALLOW: "allow", Outcome.NEEDS_REVIEW: "needs_review", Outcome.DENY: "deny"}


@dataclass(frozen=True, slots=True)
class Reach:
    """The gate's answer for one way to reach a person about a case."""

    case_id: int
    point_id: int | None
    channel: str
    verdict: Verdict
    earliest_next: datetime | None
    facts: Any = field(repr=False, compare=False, default=None)

    @property
    def allowed(self) -> bool:
        return self.verdict.outcome is Outcome.ALLOW

    @property
    def outcome(self) -> str:
        return OUTCOMES[self.verdict.outcome]

    @property
    def rules(self) -> list[str]:
        blocking = [reason.rule_id for reason in self.verdict.blocking]
        return blocking + [r.rule_id for r in self.verdict.reasons if not r.blocks]

    @property
    def pack_version(self) -> str:
        return self.verdict.pack_version

    def as_json(self) -> dict[str, Any]:
        return verdict_json(self.verdict)


def ask_gate(asked: Sequence[Asked], as_of: datetime) -> list[Reach]:
    """The verdict on each question, in order. The cases must carry customer and lender."""
    background = load_background(
        (one.case.customer_id for one in asked),
        (one.case.lender_id for one in asked),
        (one.point.value_hash for one in asked),
        as_of,
    )
    return [_answer(one, facts_of(one, background, as_of), as_of) for one in asked]


def _answer(asked: Asked, facts: Any, as_of: datetime) -> Reach:
    verdict = with_opening(decide(facts, as_of=as_of), facts)
    opens = _moment(verdict.earliest_next, asked.case.lender.zone)
    return Reach(asked.case.pk, asked.point.pk, asked.channel, verdict, opens, facts)


def best_reach(case: Case, *, staff: Staff, as_of: datetime) -> Reach:
    """The best way to call the customer now: an allowed number, else the one that opens first."""
    return best_reaches([case], staff=staff, team=staff.team, as_of=as_of)[case.pk]


def best_reaches(
    cases: Sequence[Case], *, staff: Staff | None, team: Team | None, as_of: datetime
) -> dict[int, Reach]:
    """`best_reach` for many cases of one team: case id -> answer."""
    points = _customer_numbers(cases)
    asked = [
        Asked(case, point, Channel.CALL, staff, team)
        for case in cases
        for point in points.get(case.customer_id, []) or [_no_number(case)]
    ]
    best: dict[int, Reach] = {}
    for reach in ask_gate(asked, as_of):
        known = best.get(reach.case_id)
        if known is None or _order(reach) < _order(known):
            best[reach.case_id] = reach
    return best


def _order(reach: Reach) -> tuple[int, datetime]:
    return (int(reach.verdict.outcome), reach.earliest_next or datetime.max.replace(tzinfo=UTC))


def _customer_numbers(cases: Iterable[Case]) -> Mapping[int, list[ContactPoint]]:
    ids = {case.customer_id for case in cases}
    rows = ContactPoint.objects.filter(customer__in=ids, role="customer", kind="phone")
    grouped: dict[int, list[ContactPoint]] = {}
    for row in rows.exclude(status__in=["dead", "wrong"]).order_by("pk"):
        grouped.setdefault(row.customer_id, []).append(row)
    return grouped


def _no_number(case: Case) -> ContactPoint:
    """Stands for the number that is missing, so that the gate can say so."""
    return ContactPoint(customer_id=case.customer_id, role="customer", kind="phone", status="dead")


def ask_one(
    case: Case,
    point: ContactPoint,
    channel: Channel,
    *,
    staff: Staff | None,
    as_of: datetime,
    content: Content | None = None,
    contact_id: str = "",
    purpose: str = "",
    visit: Visit | None = None,
) -> Reach:
    """One question about one contact point."""
    team = staff.team if staff else case.team
    asked = Asked(case, point, channel, staff, team, content, contact_id, purpose, visit)
    return ask_gate([asked], as_of)[0]


def _moment(opens: date | datetime | None, zone: str) -> datetime | None:
    """A day opens at its local midnight; the hours rule then speaks for itself."""
    if opens is None or isinstance(opens, datetime):
        return opens
    return datetime.combine(opens, time(), ZoneInfo(zone)).astimezone(UTC)


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as it is kept: every reason with its clause, facts and numbers."""
    return {
        "outcome": OUTCOMES[verdict.outcome],
        "presumption": verdict.presumption,
        "earliest_next": _iso(verdict.earliest_next),
        "pack_version": verdict.pack_version,
        "reasons": [
            {
                "rule": reason.rule_id,
                "check": reason.check,
                "pack": reason.pack,
                "clause": [reason.clause.source, reason.clause.pinpoint],
                "confidence": reason.confidence,
                "origin": reason.origin,
                "outcome": OUTCOMES[reason.outcome],
                "say": reason.say,
                "facts": {key: _iso(value) for key, value in reason.facts},
                "parameters": {use.key: _iso(use.value) for use in reason.parameters},
                "earliest_next": _iso(reason.earliest_next),
                "instead": list(reason.instead),
                "override": reason.override,
                "released_by": reason.released_by,
            }
            for reason in verdict.reasons
        ],
    }


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _stored_moment(text: str | None) -> date | datetime | None:
    """A day rule opens on a day, an hour rule at a moment; both were stored as they are written."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def reason_of(told: Mapping[str, Any]) -> Reason:
    """A stored reason, fit to be worded again (`rules.sentences`)."""
    clause = Clause(*told["clause"], Confidence(told["confidence"]), Origin(told["origin"]))
    return Reason(
        rule_id=told["rule"],
        check=told["check"],
        pack=told["pack"],
        clause=clause,
        outcome=next(one for one, name in OUTCOMES.items() if name == told["outcome"]),
        facts=tuple(told["facts"].items()),
        parameters=tuple(
            ParameterUse(key, value, date.min, clause) for key, value in told["parameters"].items()
        ),
        earliest_next=_stored_moment(told["earliest_next"]),
        instead=tuple(told["instead"]),
        override=told["override"],
        say=told["say"],
        released_by=told["released_by"],
    )
