"""A rule as a check states it: its id in the law's list, the claim that holds it, its clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypedDict, Unpack

from shounuo.rules.verdict import Clause, Fact, Outcome, ParameterUse, Presumption, Reason

NO_FACTS: Mapping[str, Fact] = {}


class Told(TypedDict, total=False):
    """What a reason says beyond facts and numbers; see `Reason`."""

    opens: date | datetime | None
    instead: tuple[str, ...]
    say: str
    presumption: Presumption | None


@dataclass(frozen=True, slots=True)
class Rule:
    """`check`: the module that holds it, named as a claim. `reads`: the numbers it uses."""

    pack: str
    id: str
    module: str
    clause: Clause
    reads: tuple[str, ...] = ()
    override: str | None = None
    check: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "check", self.module.rpartition(".")[2])

    def _reason(
        self, outcome: Outcome, facts: Mapping[str, Fact], uses: tuple[ParameterUse, ...],
        told: Told,
    ) -> Reason:  # fmt: skip
        return Reason(
            self.id, self.check, self.pack, self.clause, outcome, tuple(facts.items()), uses,
            told.get("presumption"), told.get("opens"), told.get("instead", ()), self.override,
            told.get("say", ""),
        )  # fmt: skip

    def deny(
        self, facts: Mapping[str, Fact] = NO_FACTS, uses: tuple[ParameterUse, ...] = (),
        **told: Unpack[Told],
    ) -> Reason:  # fmt: skip
        """It may not be made."""
        return self._reason(Outcome.DENY, facts, uses, told)

    def review(
        self, facts: Mapping[str, Fact] = NO_FACTS, uses: tuple[ParameterUse, ...] = (),
        **told: Unpack[Told],
    ) -> Reason:  # fmt: skip
        """It may be made once somebody entitled released it."""
        return self._reason(Outcome.NEEDS_REVIEW, facts, uses, told)

    def allow(
        self, facts: Mapping[str, Fact] = NO_FACTS, uses: tuple[ParameterUse, ...] = (),
        **told: Unpack[Told],
    ) -> Reason:  # fmt: skip
        """It may be made, and this is worth knowing: a presumption, a warning."""
        return self._reason(Outcome.ALLOW, facts, uses, told)
