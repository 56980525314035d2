"""What a detector is: a code, the languages it reads, the facts it needs, and a function from reading to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.text import Text

Whole = tuple[Spot, Text, float]


@dataclass(frozen=True, eq=False)
class Detector:
    """One fault. `rule` and `citation` stand on every finding; `needs` names fields of `Context` it must have."""

    code: str
    find: Callable[[Reading], Iterable[Spot | tuple[Spot, Text] | tuple[Spot, Text, float]]]
    why: Text
    rule: str
    citation: str = ""
    languages: tuple[str, ...] = ("zh", "en")
    needs: tuple[str, ...] = ()

    def spots(self, reading: Reading) -> tuple[Whole, ...]:
        """What `find` found in a reading, each with its reason and confidence; looked for once."""
        try:
            spots: tuple[Whole, ...] = reading.decided[self]
        except KeyError:
            spots = tuple(_whole(found, self.why) for found in self.find(reading))
            reading.decided[self] = spots
        return spots

    def findings(self, reading: Reading) -> Iterable[Finding]:
        """The findings of this detector; a spot may bring its own reason and confidence."""
        if not reading.lang.startswith(self.languages):
            return
        if any(getattr(reading.context, need) in (None, "") for need in self.needs):
            return
        for spot, why, confidence in self.spots(reading):
            yield reading.finding(
                spot, self.code, why, rule=self.rule, citation=self.citation, confidence=confidence
            )


def _whole(found: Spot | tuple[Spot, Text] | Whole, why: Text) -> Whole:
    if isinstance(found, Spot):
        return found, why, 0.8
    return (found[0], found[1], found[2] if len(found) > 2 else 0.8)
