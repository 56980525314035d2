"""The score of a call by a versioned card. Past scores keep their card; scoring again with another is explicit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from shounuo.domain.steps import NAMES as STEPS
from shounuo.domain.steps import Step
from shounuo.inspection.codes import BY_SEVERITY, SEVERITY
from shounuo.inspection.model import Finding
from shounuo.kernel.text import Text

CURRENT_CARD = "2026-11"


@dataclass(frozen=True)
class Deduction:
    points: int
    because: Text


@dataclass(frozen=True)
class Score:
    """`points` 0-100 with every deduction; `failed` when a critical finding or the pass mark decides so."""

    card: str
    points: int
    failed: bool
    deductions: tuple[Deduction, ...]


@cache
def card(version: str = CURRENT_CARD) -> dict[str, Any]:
    """The card of a version. FileNotFoundError when there is none."""
    text = (
        resources.files("shounuo.inspection.cards").joinpath(f"{version}.yaml").read_text("utf-8")
    )
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def cards() -> list[str]:
    """Every version there is, oldest first."""
    folder = resources.files("shounuo.inspection.cards")
    return sorted(
        item.name.removesuffix(".yaml") for item in folder.iterdir() if item.name.endswith(".yaml")
    )


def score(
    findings: tuple[Finding, ...],
    steps: dict[str, int | None],
    *,
    promised: bool,
    version: str = CURRENT_CARD,
) -> Score:
    return score_of([f.code for f in findings], steps, promised=promised, version=version)


def score_of(
    codes: Iterable[str],
    steps: Mapping[str, int | None],
    *,
    promised: bool,
    version: str = CURRENT_CARD,
) -> Score:
    """The score of these faults, each by its code: the engine's, or only those that people accepted."""
    counted, rules = Counter(codes), card(version)
    lost = [*_for_findings(counted, rules), *_for_steps(steps, rules, promised)]
    points = max(0, rules["start"] - sum(d.points for d in lost))
    critical = any(SEVERITY[code] == "critical" for code in counted) and rules["critical"]["fail"]
    return Score(version, points, critical or points < rules["pass_at"], tuple(lost))


def _for_findings(counted: Counter[str], rules: dict[str, Any]) -> list[Deduction]:
    out = []
    for severity, names in BY_SEVERITY.items():
        rule, left = rules[severity], rules[severity].get("at_most", rules["start"])
        for code, times in sorted(
            (code, times) for code, times in counted.items() if SEVERITY[code] == severity
        ):
            points = min(left, rule["each"] * times)
            left -= points
            name = names[code]
            out.append(Deduction(points, Text(f"{name.zh} × {times}", f"{name.en} × {times}")))
    return out


def _for_steps(
    steps: Mapping[str, int | None], rules: dict[str, Any], promised: bool
) -> list[Deduction]:
    return [
        Deduction(points, Text(f"缺少步骤：{said.zh}", f"Step missing: {said.en.lower()}"))
        for name, points in _missing(steps, rules, promised).items()
        if (said := STEPS[Step(name)])
    ]


def step_costs(
    steps: Mapping[str, int | None], *, promised: bool, version: str = CURRENT_CARD
) -> dict[str, int]:
    """What each missing step takes off; steps that were done, or are not asked for, are left out."""
    return _missing(steps, card(version), promised)


def _missing(
    steps: Mapping[str, int | None], rules: dict[str, Any], promised: bool
) -> dict[str, int]:
    kind = "third_party" if "verify_relation" in steps else "customer"
    wanted = dict(rules["steps"][kind]) | (rules["steps"]["promise"] if promised else {})
    return {name: points for name, points in wanted.items() if steps.get(name) is None}
