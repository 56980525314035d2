"""How often an answer changes when the words change and the meaning does not.

A flip is a call, under one edit, whose set of (code, turn) of critical and major findings differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from shounuo.inspection.evaluation.counts import Share
from shounuo.inspection.evaluation.edits import EDITS
from shounuo.inspection.model import Call
from shounuo.inspection.report import Report, inspect_call


@dataclass
class Flips:
    grave: Share = field(default_factory=Share)
    minor: Share = field(default_factory=Share)
    promise: Share = field(default_factory=Share)
    disposition: Share = field(default_factory=Share)
    by_edit: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in EDITS})
    changed: list[tuple[str, str, list[str]]] = field(default_factory=list)

    def add(self, call: Call, before: Report) -> None:
        """Counts every edit of one call that really changes its words."""
        for name, edit in EDITS.items():
            edited = edit(call)
            if edited != call:
                self._compare(name, before, inspect_call(edited))

    def _compare(self, name: str, before: Report, after: Report) -> None:
        difference = _findings(before, grave=True) ^ _findings(after, grave=True)
        self.grave.add(bool(difference))
        self.by_edit[name].add(bool(difference))
        self.minor.add(_findings(before, grave=False) != _findings(after, grave=False))
        self.promise.add(before.promise != after.promise)
        self.disposition.add(before.disposition != after.disposition)
        if difference:
            self.changed.append((before.call_id, name, sorted(f"{c}@{t}" for c, t in difference)))

    def as_json(self) -> dict[str, object]:
        return {
            "flip_rate": self.grave.as_json()["rate"],
            "flips": {
                "critical_major": self.grave.as_json(),
                "minor": self.minor.as_json(),
                "promise": self.promise.as_json(),
                "disposition": self.disposition.as_json(),
                "by_edit": {name: share.as_json() for name, share in self.by_edit.items()},
                "changed": [
                    f"{call} {edit}: {' '.join(what)}" for call, edit, what in self.changed
                ],
            },
        }


def _findings(report: Report, *, grave: bool) -> frozenset[tuple[str, int]]:
    return frozenset(
        (f.code, f.turn)
        for f in report.findings
        if (f.severity != "minor") == grave and f.code != "FILLERS"
    )


def flips(pairs: Iterable[tuple[Call, Report]]) -> Flips:
    out = Flips()
    for call, report in pairs:
        out.add(call, report)
    return out
