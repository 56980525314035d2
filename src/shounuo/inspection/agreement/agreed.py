"""What stands between both sides at a moment of the call, and whether it is a promise when the line is cut."""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.inspection.agreement.terms import Terms
from shounuo.inspection.reading import Reading
from shounuo.inspection.state import state_of


@dataclass(frozen=True)
class Agreed:
    """What stands so far.

    `own`: the customer named it himself; `held`: it stands without a further word; `dated`: its day was named by him, or
    named to him and taken; `taken`: the collector took it up; `yes`: he answered yes. `made_at`, `recap_at`, `answer_at`:
    places of his words, of the collector's that repeated them, of his answer to these.
    """

    terms: Terms
    made_at: int
    own: bool
    held: bool
    dated: bool = False
    recap_at: int | None = None
    answer_at: int | None = None
    yes: bool = False
    taken: bool = False

    @property
    def settled(self) -> bool:
        """Repeated, and answered with a yes."""
        return self.yes and self.recap_at is not None


def stands(reading: Reading, agreed: Agreed) -> bool:
    """Whether it is a promise.

    Who speaks of dying promises nothing but what he offers himself. Beside a plan that is kept only what was repeated
    back is a promise of its own. What was never repeated back needs an exact day, and a collector who took it up.
    """
    if not agreed.held or agreed.terms.day is None:
        return False
    repeated = agreed.recap_at is not None
    if state_of(reading).first("self_harm") and not agreed.own:
        return False
    if "plan_performing" in reading.context.open_flags:
        return repeated and (agreed.own or agreed.yes)
    last_word = not any(t.text for t in reading.agent() if t.at > agreed.made_at)
    heard = agreed.taken or agreed.yes or last_word
    return repeated or (agreed.dated and not agreed.terms.loose and heard)
