"""What had happened by each point of a call: identity confirmed, requests made, the line cut.

Places (`at`) are positions in `reading.turns`. Nothing here judges the collector.
"""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.inspection.identity import identity_of
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.requests import Request, RequestKind, requests
from shounuo.inspection.steps import closing


@dataclass(frozen=True)
class State:
    """`verified_at`: place of the party's turn that confirmed identity, None when never."""

    verified_at: int | None
    requests: tuple[Request, ...]
    hung_up_at: int | None
    known: bool = False
    denied_at: int | None = None

    def verified_before(self, at: int) -> bool:
        """Identity was confirmed in an earlier turn (or before the call, for a sentence by itself)."""
        return self.known or (self.verified_at is not None and self.verified_at < at)

    def first(self, *kinds: RequestKind) -> Request | None:
        return next((r for r in self.requests if r.kind in kinds), None)


@once
def state_of(reading: Reading) -> State:
    """What had happened by each turn of the whole call."""
    ended = reading.turns[-1].at if closing.ended_by_party(reading) else None
    who = identity_of(reading)
    known = reading.context.identity_known
    return State(who.confirmed_at, tuple(requests(reading)), ended, known, who.denied_at)
