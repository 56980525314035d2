"""From YAML to a guide, collecting every fault with its place instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shounuo.domain.contact import PartyRole
from shounuo.domain.disposition.catalogue import Code
from shounuo.domain.steps import Step
from shounuo.guides.faults import fault
from shounuo.guides.model import (
    KINDS,
    Branch,
    End,
    Guide,
    GuideStep,
    Line,
    Scope,
    Timer,
)
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

_TOP = {"id", "version", "kind", "name", "for", "languages", "effective_from", "effective_to", "start", "steps", "timers", "extends", "include", "everywhere", "abstract", "about"}  # fmt: skip
_STEP = {
    "name",
    "covers",
    "required",
    "satisfied_by",
    "timed",
    "say",
    "note",
    "branches",
    "end",
    "everywhere",
}
_LINE = {"zh", "en", "when", "consequence", "offer"}
_BRANCH = {"key", "zh", "en", "to", "when"}
_END = {"disposition", "zh", "en"}
_TIMER = {"after_seconds", "to", "zh", "en"}
_FOR = {"jurisdiction", "parties", "lenders", "products", "stages", "directions"}


@dataclass
class _Reading:
    """The faults met while reading one document."""

    name: str
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, where: str, zh: str, en: str, next_zh: str = "", next_en: str = "") -> None:
        place = f"{self.name}/{where}" if where else self.name
        self.problems.append(fault("format", place, zh, en, next_zh, next_en))

    def mapping(self, value: Any, where: str, allowed: set[str] | None = None) -> Mapping[str, Any]:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.refuse(
                where, "这里应是键值对", f"expected a mapping here, not {type(value).__name__}"
            )
            return {}
        for key in value:
            if allowed is not None and key not in allowed:
                known = ", ".join(sorted(allowed))
                self.refuse(
                    where,
                    f"不认识的字段“{key}”",
                    f"unknown field {key!r}",
                    f"可用：{known}",
                    f"known: {known}",
                )
        return value

    def text(self, value: Mapping[str, Any], where: str) -> Text:
        """Both languages; which of them must be there is for the linter."""
        parts = []
        for language in ("zh", "en"):
            said = value.get(language, "")
            if not isinstance(said, str):
                self.refuse(where, f"{language} 应是文字", f"{language} must be text")
                said = ""
            parts.append(said.strip())
        return Text(*parts)

    def whole(self, value: Any, where: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self.refuse(where, "应是正整数", "must be a whole number from 1")
            return 1
        return value

    def day(self, value: Any, where: str) -> date | None:
        if isinstance(value, datetime) or not isinstance(value, date | str):
            self.refuse(where, "应是日期 YYYY-MM-DD", "must be a date YYYY-MM-DD")
            return None
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.refuse(where, f"“{value}”不是日期", f"{value!r} is not a date")
            return None

    def listed(self, value: Any, where: str) -> tuple[str, ...]:
        if value is None:
            return ()
        if isinstance(value, str) or not isinstance(value, list):
            self.refuse(where, "这里应是列表", "expected a list here")
            return ()
        return tuple(str(item) for item in value)

    def choice(self, value: Any, options: Mapping[str, Any] | tuple[str, ...], where: str) -> Any:
        """The option named; a fault and None when there is no such one."""
        names = tuple(options)
        if not isinstance(value, str) or value not in names:
            self.refuse(
                where,
                f"没有“{value}”这一项",
                f"there is no {value!r}",
                f"可选：{', '.join(names)}",
                f"one of: {', '.join(names)}",
            )
            return None
        return options[value] if isinstance(options, Mapping) else value


def read_guide(raw: Mapping[str, Any], source: str = "") -> tuple[Guide | None, list[Problem]]:
    """A resolved document as a guide, and what is wrong with its form. None when it cannot stand at all."""
    name = str(raw.get("id") or source or "?")
    reading = _Reading(name)
    reading.mapping(raw, "", _TOP)
    for needed in ("id", "version", "kind", "start", "steps", "effective_from", "for"):
        if raw.get(needed) in (None, "", {}):
            reading.refuse(needed, f"缺少“{needed}”", f"{needed!r} is missing")
    reading.mapping(raw.get("everywhere"), "everywhere")
    steps = {
        str(key): _step(reading, str(key), value)
        for key, value in reading.mapping(raw.get("steps"), "steps").items()
    }
    kind = reading.choice(raw.get("kind"), KINDS, "kind") if raw.get("kind") else None
    start = raw.get("effective_from")
    since = reading.day(start, "effective_from") if start else None
    until = raw.get("effective_to")
    languages = reading.listed(raw.get("languages", ["zh", "en"]), "languages")
    scope = _scope(reading, raw.get("for"))
    timers = tuple(
        _timer(reading, str(k), v) for k, v in reading.mapping(raw.get("timers"), "timers").items()
    )
    version = reading.whole(raw.get("version", 1), "version")
    if kind is None or since is None or not steps:
        return None, reading.problems
    guide = Guide(
        id=name,
        version=version,
        kind=kind,
        name=reading.text(reading.mapping(raw.get("name"), "name", {"zh", "en"}), "name"),
        scope=scope,
        languages=languages,
        effective_from=since,
        effective_to=reading.day(until, "effective_to") if until else None,
        start=str(raw.get("start", "")),
        steps=steps,
        timers=timers,
        source=source,
    )
    return guide, reading.problems


def _scope(reading: _Reading, value: Any) -> Scope:
    raw = reading.mapping(value, "for", _FOR)
    parties = [
        reading.choice(role, {r.value: r for r in PartyRole}, "for/parties")
        for role in reading.listed(raw.get("parties"), "for/parties")
    ]
    if value and not parties:
        reading.refuse(
            "for/parties",
            "没有写明对谁说",
            "it is not said who is spoken to",
            "例如 [customer]",
            "e.g. [customer]",
        )
    jurisdiction = (
        reading.choice(raw.get("jurisdiction"), ("CN", "US"), "for/jurisdiction") if value else "CN"
    )
    return Scope(
        jurisdiction=jurisdiction or "CN",
        parties=frozenset(party for party in parties if party is not None),
        lenders=frozenset(reading.listed(raw.get("lenders"), "for/lenders")),
        products=frozenset(reading.listed(raw.get("products"), "for/products")),
        stages=frozenset(reading.listed(raw.get("stages"), "for/stages")),
        directions=frozenset(reading.listed(raw.get("directions"), "for/directions")),
    )


def _step(reading: _Reading, name: str, value: Any) -> GuideStep:
    where = f"steps/{name}"
    raw = reading.mapping(value, where, _STEP)
    covers = tuple(
        step
        for item in reading.listed(raw.get("covers"), f"{where}/covers")
        if (step := reading.choice(item, {s.value: s for s in Step}, f"{where}/covers")) is not None
    )
    lines = reading.mapping(raw.get("say"), f"{where}/say")
    branches = reading.mapping(raw.get("branches"), f"{where}/branches")
    satisfied = reading.choice(
        raw.get("satisfied_by", "said"), ("said", "answered", "recorded"), f"{where}/satisfied_by"
    )
    return GuideStep(
        id=name,
        name=reading.text(
            reading.mapping(raw.get("name"), f"{where}/name", {"zh", "en"}), f"{where}/name"
        ),
        covers=covers,
        required=_flag(reading, raw.get("required", False), f"{where}/required"),
        satisfied_by=satisfied or "said",
        timed=_flag(reading, raw.get("timed", True), f"{where}/timed"),
        lines=tuple(_line(reading, where, str(k), v) for k, v in lines.items()),
        note=reading.text(
            reading.mapping(raw.get("note"), f"{where}/note", {"zh", "en"}), f"{where}/note"
        ),
        branches=tuple(_branch(reading, where, str(k), v) for k, v in branches.items()),
        end=_end(reading, where, raw.get("end")),
    )


def _flag(reading: _Reading, value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        reading.refuse(where, "应是 true 或 false", "must be true or false")
        return False
    return value


def _line(reading: _Reading, where: str, name: str, value: Any) -> Line:
    place = f"{where}/say/{name}"
    raw = reading.mapping(value, place, _LINE)
    return Line(
        id=name,
        text=reading.text(raw, place),
        when=reading.mapping(raw.get("when"), f"{place}/when"),
        consequence=str(raw.get("consequence", "")),
        offer=str(raw.get("offer", "")),
    )


def _branch(reading: _Reading, where: str, name: str, value: Any) -> Branch:
    place = f"{where}/branches/{name}"
    raw = reading.mapping(value, place, _BRANCH)
    if not raw.get("to"):
        reading.refuse(place, "没有写去向", "it leads nowhere", "写上 to: 步骤", "add to: a step")
    return Branch(
        answer=name,
        key=str(raw.get("key", "")),
        label=reading.text(raw, place),
        to=str(raw.get("to", "")),
        when=reading.mapping(raw.get("when"), f"{place}/when"),
    )


def _end(reading: _Reading, where: str, value: Any) -> End | None:
    if value is None:
        return None
    raw = reading.mapping(value, f"{where}/end", _END)
    code = reading.choice(
        raw.get("disposition"), {c.value: c for c in Code}, f"{where}/end/disposition"
    )
    return End(code, reading.text(raw, f"{where}/end")) if code is not None else None


def _timer(reading: _Reading, name: str, value: Any) -> Timer:
    raw = reading.mapping(value, f"timers/{name}", _TIMER)
    return Timer(
        name,
        reading.whole(raw.get("after_seconds"), f"timers/{name}"),
        str(raw.get("to", "")),
        reading.text(raw, f"timers/{name}"),
    )
