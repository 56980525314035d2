"""The figures of the board, each defined once (P30). Pages, exports and reports all ask here.

Explicit and implied promises are never added together. A promise enters the KP rate when it is decided; open,
awaited, cancelled and void ones are counted apart. A rate over nothing is no rate, not zero. Provisional
verdicts count and are shown as such. Money is never summed across currencies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shounuo.domain.attribution import CashCredit
from shounuo.domain.contact import AttemptState, Outcome, PartyRole, is_connected
from shounuo.domain.disposition.catalogue import Code, catalogue, earns_volume
from shounuo.domain.promise.verdict import DECIDED, WAITING, State, Verdict


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One attempt as the board sees it. `talk_seconds`: answered to ended; None while unknown."""

    by: str
    day: date
    role: PartyRole
    state: AttemptState
    outcome: Outcome | None = None
    code: Code | None = None
    talk_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise with its current verdict; `by` took it."""

    by: str
    day: date
    explicit: bool
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class WorkFigures:
    """`attempts`: everything that was dialled. `volume`: those that earn credit. `att_seconds`: average
    talk time over connected calls. `contacts`: effective contacts.
    """

    attempts: int
    volume: int
    connected: int
    contacts: int
    att_seconds: float | None


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """Counts and minor units of one currency. Rates are 0…1 over decided promises, None without any."""

    made: int
    waiting: int
    decided: int
    kept: int
    kept_late: int
    partly_kept: int
    broken: int
    ended: int
    provisional: int
    promised_minor: int
    decided_minor: int
    kept_minor: int
    rate_by_count: float | None
    rate_by_amount: float | None


class Band(StrEnum):
    """A KP rate against the target: below it too little is kept, above it too little is dared."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


def work_figures(rows: Iterable[AttemptRow]) -> WorkFigures:
    """Attempts, volume, connections, contacts and ATT."""
    made = [r for r in rows if r.state is not AttemptState.DENIED]
    made = [r for r in made if r.outcome is not Outcome.NOT_DIALLED]
    connected = [r for r in made if r.outcome is not None and is_connected(r.outcome)]
    talks = [r.talk_seconds for r in connected if r.talk_seconds is not None]
    return WorkFigures(
        attempts=len(made),
        volume=sum(r.code is not None and earns_volume(r.code, r.role) for r in made),
        connected=len(connected),
        contacts=sum(is_contact(r) for r in made),
        att_seconds=sum(talks) / len(talks) if talks else None,
    )


def is_contact(row: AttemptRow) -> bool:
    """An effective contact: somebody other than a third party, with a code that says so."""
    effective = row.code is not None and catalogue()[row.code].effective
    return effective and row.role is not PartyRole.THIRD_PARTY


def promise_figures(rows: Iterable[PromiseRow], explicit: bool, currency: str) -> PromiseFigures:
    """The promises of one kind in one currency."""
    verdicts = [
        r.verdict for r in rows if r.explicit is explicit and r.verdict.currency == currency
    ]
    decided = [v for v in verdicts if v.state in DECIDED]
    kept = [v for v in decided if v.is_kept]
    kept_minor, decided_minor = _promised(kept), _promised(decided)
    return PromiseFigures(
        made=len(verdicts),
        waiting=sum(v.state in WAITING for v in verdicts),
        decided=len(decided),
        kept=len(kept),
        kept_late=_count(verdicts, State.KEPT_LATE),
        partly_kept=_count(verdicts, State.PARTLY_KEPT),
        broken=_count(verdicts, State.BROKEN),
        ended=_count(verdicts, State.CANCELLED) + _count(verdicts, State.VOID),
        provisional=sum(v.provisional for v in decided),
        promised_minor=_promised(verdicts),
        decided_minor=decided_minor,
        kept_minor=kept_minor,
        rate_by_count=len(kept) / len(decided) if decided else None,
        rate_by_amount=kept_minor / decided_minor if decided_minor else None,
    )


def recovered(credits_: Iterable[CashCredit], currency: str, by: str | None = None) -> int:
    """Cash in minor units; of one person when `by` is given, "" being the customers' own cures."""
    return sum(c.minor for c in credits_ if c.currency == currency and by in (None, c.by))


def band(rate: float | None, target: tuple[float, float]) -> Band | None:
    """Where a rate stands against the target band, both ends included."""
    if rate is None:
        return None
    return Band.BELOW if rate < target[0] else Band.ABOVE if rate > target[1] else Band.WITHIN


def _promised(verdicts: Sequence[Verdict]) -> int:
    return sum(v.promised_minor for v in verdicts)


def _count(verdicts: Sequence[Verdict], state: State) -> int:
    return sum(v.state is state for v in verdicts)
