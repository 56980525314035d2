"""Case files: one JSON object a line, a situation and what the rules should say to it.

The form is `docs/rules/case-format.md`. Lines that cannot be read are kept apart with their number;
the rest goes on. Empty lines are skipped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from shounuo.feeds import case_facts, us_case_facts
from shounuo.feeds.case_form import misspelt
from shounuo.feeds.case_values import CaseRefused
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.rules.facts import Facts
from shounuo.rules.pack import pack_names
from shounuo.rules.standing import PackChoice

DEFAULT_PACK = "us"
READERS: Mapping[str, Callable[[dict[str, Any]], Facts]] = {"us": us_case_facts.facts_of}
DECIDING = ("expected", "facts", "gate_hint", "pack", "pack_date", "rules")
ALLOWED = (True, False, None, "presumption_of_compliance", "presumption_of_violation")
HINTS = ("allow", "deny", "review", None)
FIX = Text("改好这一行再查", "correct this line and check again")


@dataclass(frozen=True, slots=True)
class RuleCase:
    """One case. `pack` is the one its facts are written for."""

    id: str
    line: int
    facts: Facts
    expected: Mapping[str, Any]
    rules: tuple[str, ...] = ()
    pack: str = DEFAULT_PACK
    gate_hint: str | None = None


@dataclass(slots=True)
class CaseFile:
    """What a file held: cases in order, and a problem for each line that could not be read."""

    cases: list[RuleCase] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def _adopting(facts: Facts, pack: str, named: str | None) -> Facts:
    """With `pack_date` the lender reads its pack at that date already, before the day itself."""
    if named is None:
        return facts
    choice = PackChoice(pack, date.fromisoformat(named))
    return replace(facts, creditor=replace(facts.creditor, packs=(choice,)))


def _refuse_misspelt(raw: dict[str, Any]) -> None:
    """Further keys are for the reader; one that nearly is a deciding key would be lost in silence."""
    for key in raw:
        if key not in DECIDING and get_close_matches(key, DECIDING, n=1, cutoff=0.8):
            raise misspelt(key, DECIDING, "case")
    if "allowed" in raw["expected"] and raw["expected"]["allowed"] not in ALLOWED:
        raise misspelt(raw["expected"]["allowed"], map(str, ALLOWED), "expected.allowed")
    if raw.get("gate_hint") not in HINTS:
        raise misspelt(raw["gate_hint"], map(str, HINTS), "gate_hint")


def _case(raw: Any, line: int) -> RuleCase:
    if not isinstance(raw, dict) or not isinstance(raw.get("facts"), dict):
        raise CaseRefused("不是含 facts 的对象", "it is not an object with facts")
    if not isinstance(raw.get("expected"), dict) or not raw["expected"]:
        raise CaseRefused("没有 expected", "it expects nothing")
    _refuse_misspelt(raw)
    pack = raw.get("pack", DEFAULT_PACK)
    if pack not in pack_names():
        raise CaseRefused(f"没有规则包“{pack}”", f"there is no pack {pack!r}")
    reader = READERS.get(pack, case_facts.facts_of)
    facts = _adopting(reader(raw["facts"]), pack, raw.get("pack_date"))
    return RuleCase(
        str(raw.get("id") or f"line {line}"), line, facts, raw["expected"],
        tuple(raw.get("rules") or ()), pack, raw.get("gate_hint"),
    )  # fmt: skip


def unreadable(line: int, error: Exception) -> Problem:
    """What is wrong with a line, in both languages, with its number."""
    what = Text(f"写法不对：{error}", f"it is malformed: {error}")
    if isinstance(error, CaseRefused):
        what = Text(error.zh, error.en)
    if isinstance(error, Refused):
        what = error.problem.what
    where = Text(f"第 {line} 行：", f"line {line}: ")
    return Problem(
        "case_unreadable", Text(where.zh + what.zh, where.en + what.en), record=f"{line}",
        next_step=FIX,
    )  # fmt: skip


def read_cases(lines: Iterable[str | bytes]) -> CaseFile:
    """Reads every line, text or UTF-8; a broken one becomes a problem with its number (from 1)."""
    found = CaseFile()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.cases.append(_case(json.loads(line), number))
        except (CaseRefused, Refused, ValueError, TypeError, KeyError, AttributeError) as error:
            found.problems.append(unreadable(number, error))
    return found
