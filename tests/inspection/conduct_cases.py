"""Labelled utterances for the conduct detectors: read from `cases/conduct/*.yaml`, one call a case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from inspection.dialogue import reading
from shounuo.inspection.codes import CRITICAL, MAJOR
from shounuo.inspection.model import Finding, Offer, ThirdParty
from shounuo.inspection.registry import find_all

FOLDER = Path(__file__).parent / "cases" / "conduct"
# Judged against the figures of a case, which these utterances do not keep to.
ELSEWHERE = {"FALSE_AMOUNT", "FALSE_PROMISE"}
# Facts that a sentence without a call around it cannot breach.
NEEDS_A_CALL = {"DISCLOSE_BEFORE_VERIFY", "MISSING_US_DISCLOSURE"}


@dataclass(frozen=True)
class Case:
    file: str
    code: str
    said: str
    breach: bool
    context: dict[str, Any]

    @property
    def lang(self) -> str:
        return "zh" if any("\u4e00" <= c <= "\u9fff" for c in self.said) else "en"

    def findings(self) -> list[Finding]:
        """Critical and major findings on the last line of the case."""
        lines = [part.strip() for part in self.said.split(" / ")]
        play = "\n".join(line if line[:2] in ("A:", "P:") else f"A: {line}" for line in lines)
        read = reading(play, self.lang, **_typed(self.context))
        return [
            f
            for f in find_all(read)
            if f.turn == len(lines) - 1
            and f.code in {**CRITICAL, **MAJOR}
            and f.code not in ELSEWHERE
            and (f.code == self.code or f.code not in NEEDS_A_CALL)
        ]


def _typed(raw: dict[str, Any]) -> dict[str, Any]:
    out = dict(raw)
    if "third_party" in out:
        out["third_party"] = ThirdParty(**out["third_party"])
    if "approved_offers" in out:
        out["approved_offers"] = tuple(Offer(**offer) for offer in out["approved_offers"])
    for key in ("open_flags", "authorised_actions"):
        if key in out:
            out[key] = frozenset(out[key])
    return out


def cases() -> list[Case]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        raw = yaml.safe_load(path.read_text("utf-8"))
        for label in ("breach", "fine"):
            for said in raw[label]:
                context = raw.get("context", {})
                found.append(Case(path.stem, raw["code"], said, label == "breach", context))
    return found
