"""The figures of a labelled set of calls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shounuo.inspection.codes import BY_SEVERITY, NAMES, SEVERITY
from shounuo.inspection.evaluation.counts import Share, Tally
from shounuo.inspection.evaluation.gold import Gold, Label, Match, match
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.report import Report

FLOOR_SHARE_CRITICAL = 0.005  # share of a floor's calls that hold a critical finding
STEP_NEAR_TURNS = 1


@dataclass
class Figures:
    """Counts of one run; `as_json` names them as the command prints them."""

    by_code: dict[str, Tally] = field(default_factory=lambda: {code: Tally() for code in NAMES})
    clean_accused: Share = field(default_factory=Share)
    clean_critical: Share = field(default_factory=Share)
    critical_caught: Share = field(default_factory=Share)
    steps: Share = field(default_factory=Share)
    steps_done: Share = field(default_factory=Share)
    by_step: dict[str, Share] = field(default_factory=dict)
    promise: Share = field(default_factory=Share)
    promise_all: Share = field(default_factory=Share)
    promise_explicit: Share = field(default_factory=Share)
    disposition: Share = field(default_factory=Share)
    calls: int = 0

    def add(self, gold: Gold, report: Report) -> Match:
        """Counts one call; returns how its findings were paired."""
        self.calls += 1
        found = match(gold.findings, [Label(f.code, f.turn, f.quote) for f in report.findings])
        for code in self.by_code:
            self.by_code[code] += found.tally([code])
        self._accusations(gold, report)
        self._steps(gold, report)
        self._promise(gold.promise, report.promise)
        self.disposition.add(gold.disposition == report.disposition)
        return found

    def _accusations(self, gold: Gold, report: Report) -> None:
        grave = {SEVERITY[f.code] for f in report.findings}
        if gold.clean:
            self.clean_accused.add(bool(grave & {"critical", "major"}))
        labelled = any(SEVERITY.get(label.code) == "critical" for label in gold.findings)
        (self.critical_caught if labelled else self.clean_critical).add("critical" in grave)

    def _steps(self, gold: Gold, report: Report) -> None:
        for name, turn in gold.steps.items():
            said = report.steps.get(name)
            near = turn is not None and said is not None and abs(turn - said) <= STEP_NEAR_TURNS
            right = near or (turn is None and said is None)
            self.steps.add(right)
            self.by_step.setdefault(name, Share()).add(right)
            self.steps_done.add((turn is None) == (said is None))

    def _promise(self, gold: SpokenPromise | None, said: SpokenPromise | None) -> None:
        same = _terms(gold) == _terms(said)
        self.promise_all.add(same)
        if gold or said:
            self.promise.add(same)
        if gold and said:
            self.promise_explicit.add(gold.explicit == said.explicit)

    def severity(self, name: str) -> Tally:
        total = Tally()
        for code, tally in self.by_code.items():
            if SEVERITY[code] == name:
                total += tally
        return total

    def floor_precision(self) -> float | None:
        """Of calls flagged critical, the share truly critical, if 0.5 % of a floor's calls were."""
        caught, false = self.critical_caught.rate, self.clean_critical.rate
        if caught is None or false is None:
            return None
        right = caught * FLOOR_SHARE_CRITICAL
        flagged = right + false * (1 - FLOOR_SHARE_CRITICAL)
        return round(right / flagged, 4) if flagged else None

    def as_json(self) -> dict[str, object]:
        counted = {code: tally for code, tally in self.by_code.items() if tally != Tally()}
        return {
            **{str(name): self.severity(name).as_json() for name in BY_SEVERITY},
            "by_code": {code: tally.as_json() for code, tally in counted.items()},
            **self._headlines(),
            "calls": self.calls,
            "floor_mix": {
                "critical_share": FLOOR_SHARE_CRITICAL,
                "precision": self.floor_precision(),
                "caught": self.critical_caught.as_json(),
                "false_alarm": self.clean_critical.as_json(),
            },
        }

    def _headlines(self) -> dict[str, object]:
        shares = {
            "clean_accused": self.clean_accused,
            "steps": self.steps,
            "promise_exact": self.promise,
            "disposition": self.disposition,
        }
        more = {
            "steps_done": self.steps_done,
            "promise_exact_all_calls": self.promise_all,
            "promise_explicit": self.promise_explicit,
        }
        rates = {name: share.as_json()["rate"] for name, share in shares.items()}
        counts = {name: share.as_json() for name, share in (shares | more).items()}
        steps = {name: share.as_json() for name, share in self.by_step.items()}
        return {**rates, "counts": counts, "by_step": steps}


def _terms(promise: SpokenPromise | None) -> tuple[object, ...] | None:
    """Sum, day and way; a way that nobody named may be labelled `other` or not at all."""
    return (promise.cents, promise.date, promise.method or "other") if promise else None


def evaluate(pairs: Iterable[tuple[Gold, Report]]) -> Figures:
    figures = Figures()
    for gold, report in pairs:
        figures.add(gold, report)
    return figures
