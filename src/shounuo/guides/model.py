"""A guide as values: steps, lines, branches, ends, timers, and whom it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from shounuo.domain.contact import PartyRole
from shounuo.domain.disposition.catalogue import Code
from shounuo.domain.steps import Step
from shounuo.kernel.text import Text

# What kind of conversation it is; `requirements.yaml` says what each kind must contain.
Kind = Literal[
    "customer",
    "inbound",
    "broken_promise",
    "business",
    "bereaved",
    "third_party",
    "location",
    "voicemail",
]
KINDS: tuple[Kind, ...] = (
    "customer", "inbound", "broken_promise", "business", "bereaved", "third_party", "location", "voicemail",
)  # fmt: skip
# In these nobody on the line may learn of the debt, so no fact of it may even be referred to.
WITHOUT_DEBT: frozenset[str] = frozenset({"third_party", "location", "voicemail"})
When = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence to say. It renders only when `when`, its consequence and its offer all hold."""

    id: str
    text: Text
    when: When = field(default_factory=dict)
    consequence: str = ""
    offer: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """What the other side does next, the key the collector presses, and the step it leads to.

    `answer` names a hard answer (P11) or a plain reply; it is what coaching and figures count.
    """

    answer: str
    key: str
    label: Text
    to: str
    when: When = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """How the call ends here: the code it implies and what has to follow."""

    disposition: Code
    follow_up: Text


@dataclass(frozen=True, slots=True)
class GuideStep:
    """`covers`: the steps of the call (domain.steps) said here. `timed` False stops the clock of
    entanglement (hardship, complaint, dispute, bereavement, self-harm)."""

    id: str
    name: Text
    covers: tuple[Step, ...] = ()
    required: bool = False
    satisfied_by: Literal["said", "answered", "recorded"] = "said"
    timed: bool = True
    lines: tuple[Line, ...] = ()
    note: Text = field(default_factory=lambda: Text("", ""))
    branches: tuple[Branch, ...] = ()
    end: End | None = None


@dataclass(frozen=True, slots=True)
class Timer:
    """After `after_seconds` of timed talk the screen offers the exit line of step `to` (P9, P10)."""

    id: str
    after_seconds: int
    to: str
    label: Text


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a guide is for. An empty set means all."""

    jurisdiction: str
    parties: frozenset[PartyRole]
    lenders: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Guide:
    """One version of one guide, everything inherited already in place."""

    id: str
    version: int
    kind: Kind
    name: Text
    scope: Scope
    languages: tuple[str, ...]
    effective_from: date
    effective_to: date | None
    start: str
    steps: Mapping[str, GuideStep]
    timers: tuple[Timer, ...]
    source: str = ""

    @property
    def ref(self) -> str:
        """What a call keeps for ever: which guide, which version."""
        return f"{self.id}@{self.version}"

    def targets(self, step: GuideStep) -> tuple[str, ...]:
        """Where one can go from `step`, in the order of its branches."""
        return tuple(dict.fromkeys(branch.to for branch in step.branches))
