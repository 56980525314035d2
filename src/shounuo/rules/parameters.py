"""The numbers of the law as dated data: one YAML file a number, each date with its citation.

The loader refuses a file that lacks what a reader needs to trust it, all faults together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.rules.verdict import Clause, Confidence, Fact, Origin, ParameterUse

STRICTER = ("lower", "higher", "earlier", "later", "if_yes", "if_no", "none")
UNITS = (
    "calls", "messages", "visits", "people", "minutes", "hours", "days", "months", "years",
    "local_time", "yes_no", "time_zone", "minor_units", "per_cent",
)  # fmt: skip
LAW = Path(__file__).parent / "law"


class PackRefused(Exception):
    """A pack's files cannot be trusted; carries every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.line("en") for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Source:
    """A legal text: what it is called, where it was read, how well it could be verified."""

    id: str
    title: Text
    origin: Origin
    where: str
    read_in_full: bool


@dataclass(frozen=True, slots=True)
class DatedValue:
    """`value` from `since` on; None where the number stopped applying."""

    since: date
    value: Fact
    clause: Clause


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number over time. `stricter` says which way is stricter; `confirm` what is open."""

    key: str
    meaning: Text
    unit: str
    stricter: str
    origin: Origin
    reviewed_on: date
    confirm: Text
    values: tuple[DatedValue, ...]
    tightens: tuple[str, str] | None = None

    def on(self, day: date) -> ParameterUse | None:
        """The number in force on that day, or None before its first date and after its end."""
        in_force: DatedValue | None = None
        for dated in self.values:
            if dated.since <= day:
                in_force = dated
        if in_force is None or in_force.value is None:
            return None
        return ParameterUse(self.key, in_force.value, in_force.since, in_force.clause)


def fault(where: str, code: str, zh: str, en: str) -> Problem:
    """One reason to refuse a parameter file."""
    fix = Text("补齐后重新加载", "complete the file and load it again")
    return Problem(f"parameter_{code}", Text(zh, en), record=where, next_step=fix)


def _text(raw: Any) -> Text | None:
    if isinstance(raw, dict) and raw.get("zh") and raw.get("en"):
        return Text(str(raw["zh"]), str(raw["en"]))
    return None


@lru_cache(maxsize=8)
def load_sources(path: Path = LAW / "sources.yaml") -> dict[str, Source]:
    """Every source by id. Raises `PackRefused` when one lacks its title or place."""
    raw = yaml.safe_load(path.read_text("utf-8")) or {}
    problems, sources = [], {}
    for key, entry in raw.items():
        title = _text(entry.get("title"))
        if title is None or not entry.get("where") or entry.get("origin") not in list(Origin):
            problems.append(
                fault(f"{path.name}: {key}", "source", "来源缺标题、出处或性质",
                      "a source lacks its title, its place or its origin")
            )  # fmt: skip
            continue
        sources[key] = Source(
            key, title, Origin(entry["origin"]), entry["where"], bool(entry.get("read_in_full"))
        )
    if problems:
        raise PackRefused(problems)
    return sources


def _clause(where: str, raw: Any, origin: Origin, sources: dict[str, Source]) -> Clause | Problem:
    if not isinstance(raw, dict) or not raw.get("source"):
        return fault(where, "source", "数值没有出处", "a value has no source")
    if raw["source"] not in sources:
        return fault(where, "unknown_source", f"出处 {raw['source']} 未登记",
                     f"the source {raw['source']} is not in law/sources.yaml")  # fmt: skip
    if not raw.get("pinpoint"):
        return fault(where, "pinpoint", "出处没有条款号", "the source has no pinpoint")
    if raw.get("confidence") not in list(Confidence):
        return fault(where, "confidence", "没有可信度", "no confidence grade")
    return Clause(raw["source"], str(raw["pinpoint"]), Confidence(raw["confidence"]), origin)


def _value(raw: Any, unit: str) -> Fact:
    """YAML's value in the unit's own type. Times are kept as text HH:MM and checked here."""
    if raw is None:
        return None
    if unit == "local_time":
        return time.fromisoformat(str(raw)).strftime("%H:%M")
    if unit == "yes_no":
        if not isinstance(raw, bool):
            raise ValueError(raw)
        return raw
    if unit == "time_zone":
        return str(raw)
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise ValueError(raw)
    return raw


def _head(where: str, raw: dict[str, Any]) -> list[Problem]:
    wanted = (
        (_text(raw.get("meaning")), "meaning", "缺中英文含义", "no meaning in both languages"),
        (raw.get("unit") in UNITS, "unit", "单位不明", f"unit is none of {', '.join(UNITS)}"),
        (raw.get("stricter") in STRICTER, "stricter", "未说明哪个方向更严",
         "does not say which direction is stricter"),
        (raw.get("origin") in list(Origin), "origin", "未说明是法律、自律还是内部政策",
         "origin is not law, self_regulation or house_policy"),
        (isinstance(raw.get("reviewed_on"), date), "reviewed_on", "没有复核日期",
         "no review date"),
        (_text(raw.get("confirm")), "confirm", "未写明尚待律师确认之处",
         "does not say what a lawyer must still confirm"),
        (raw.get("values"), "values", "没有数值", "no values"),
    )  # fmt: skip
    return [fault(where, code, zh, en) for there, code, zh, en in wanted if not there]


def _dated(where: str, raw: dict[str, Any], sources: dict[str, Source]) -> list[Any]:
    found: list[Any] = []
    for entry in raw["values"]:
        since = entry.get("from") if isinstance(entry, dict) else None
        if not isinstance(since, date):
            found.append(fault(where, "date", "数值没有生效日", "a value has no effective date"))
            continue
        clause = _clause(where, entry.get("clause"), Origin(raw["origin"]), sources)
        if isinstance(clause, Problem):
            found.append(clause)
            continue
        try:
            found.append(DatedValue(since, _value(entry.get("value"), raw["unit"]), clause))
        except ValueError:
            found.append(fault(where, "value", f"数值 {entry.get('value')!r} 与单位不符",
                               f"the value {entry.get('value')!r} does not fit the unit"))  # fmt: skip
    dates = [item.since for item in found if isinstance(item, DatedValue)]
    if dates != sorted(set(dates)):
        found.append(fault(where, "order", "生效日须递增且不重复", "dates must rise, each once"))
    return found


def read_parameter(
    where: str, raw: Any, sources: dict[str, Source]
) -> tuple[Parameter | None, list[Problem]]:
    """A parameter, or every fault of its file."""
    if not isinstance(raw, dict) or not raw.get("key"):
        return None, [fault(where, "key", "缺少键", "no key")]
    problems = _head(where, raw)
    if problems:
        return None, problems
    dated = _dated(where, raw, sources)
    problems = [item for item in dated if isinstance(item, Problem)]
    if problems:
        return None, problems
    meaning, confirm = _text(raw["meaning"]), _text(raw["confirm"])
    assert meaning is not None
    assert confirm is not None
    target = raw.get("tightens")
    return Parameter(
        raw["key"], meaning, raw["unit"], raw["stricter"], Origin(raw["origin"]),
        raw["reviewed_on"], confirm, tuple(dated),
        (target["pack"], target["key"]) if target else None,
    ), []  # fmt: skip


def load_parameters(folder: Path, sources: dict[str, Source] | None = None) -> dict[str, Parameter]:
    """Every `*.yaml` of the folder by key. Raises `PackRefused` with all faults of all files."""
    known = load_sources() if sources is None else sources
    parameters: dict[str, Parameter] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            raw = yaml.safe_load(path.read_text("utf-8"))
        except yaml.YAMLError as error:
            problems.append(fault(path.name, "yaml", f"不是 YAML：{error}", f"not YAML: {error}"))
            continue
        parameter, faults = read_parameter(path.name, raw, known)
        problems += faults
        if parameter and parameter.key in parameters:
            problems.append(fault(path.name, "twice", "同一键出现两次", "the key occurs twice"))
        elif parameter:
            parameters[parameter.key] = parameter
    if problems:
        raise PackRefused(problems)
    return parameters
