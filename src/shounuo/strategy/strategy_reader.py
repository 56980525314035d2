"""Reading a strategy file: every fault is collected, in Chinese and English, with its place."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text
from shounuo.strategy.strategy_file import Condition, Experiment, Segment, Strategy
from shounuo.strategy.vocabulary import ACTIONS, ASKS, CHANNELS, FACTS, OPERATORS, ORDERS

CAPS_BP = {"explore_bp": 500, "holdout_bp": 1000}
_NUMBERS = {
    "tier": (1, 9),
    "talk_budget_seconds": (30, 1800),
    "attempts_per_week": (1, 42),
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "do": ACTIONS,
    "order": tuple(ORDERS),
    "ask": ASKS,
    "channel": CHANNELS,
}
_SEGMENT_KEYS = {"key", "name", "when", "any_of", "why", *_NUMBERS, *_CHOICES}
_TOP = {"name", "version", "segments", "experiment", "spare_bp", "attempts_a_day", "slots"}


class _Reader:
    """Holds the faults while the parts are read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def fault(self, place: str, zh: str, en: str, next_zh: str = "", next_en: str = "") -> None:
        step = Text(next_zh, next_en)
        self.problems.append(
            Problem("strategy-file", Text(zh, en), f"{self.file} · {place}", "", step)
        )

    def known(self, place: str, data: Mapping[str, Any], allowed: set[str]) -> None:
        for key in sorted(set(map(str, data)) - allowed):
            self.fault(
                place,
                f"不认识“{key}”。",
                f"“{key}” is not known here.",
                f"可用：{'、'.join(sorted(allowed))}",
                f"Known: {', '.join(sorted(allowed))}",
            )

    def integer(self, place: str, value: Any, low: int, high: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.fault(
                place,
                f"应为 {low} 到 {high} 的整数，写的是 {value!r}。",
                f"must be a whole number from {low} to {high}, not {value!r}.",
            )
            return low
        return value

    def choice(self, place: str, value: Any, allowed: tuple[str, ...]) -> str:
        if value not in allowed:
            self.fault(
                place,
                f"应为 {'、'.join(allowed)} 之一，写的是 {value!r}。",
                f"must be one of {', '.join(allowed)}, not {value!r}.",
            )
            return allowed[0]
        return str(value)

    def conditions(self, place: str, data: Any) -> tuple[Condition, ...]:
        if not isinstance(data, Mapping):
            self.fault(
                place,
                "应写事实及其条件，如 {hardship: 1}。",
                "must be facts with conditions, such as {hardship: 1}.",
            )
            return ()
        found = [
            c
            for fact, test in data.items()
            for c in self._tests(f"{place}.{fact}", str(fact), test)
        ]
        return tuple(found)

    def _tests(self, place: str, fact: str, test: Any) -> list[Condition]:
        if fact not in FACTS:
            self.fault(
                place,
                f"没有“{fact}”这个事实。",
                f"There is no fact “{fact}”.",
                f"可用：{'、'.join(FACTS)}",
                f"Known: {', '.join(FACTS)}",
            )
            return []
        tests = test if isinstance(test, Mapping) else {"is": test}
        self.known(place, tests, set(OPERATORS))
        return [
            Condition(fact, op, self._operand(f"{place}.{op}", op, value))
            for op, value in tests.items()
            if op in OPERATORS
        ]

    def _operand(self, place: str, operator: str, value: Any) -> tuple[int, ...]:
        values = value if operator == "one_of" and isinstance(value, list) else [value]
        values = [int(v) if isinstance(v, bool) else v for v in values]
        return tuple(self.integer(place, v, -(10**12), 10**12) for v in values)

    def text(self, place: str, value: Any) -> Text:
        if isinstance(value, Mapping) and value.get("zh") and value.get("en"):
            return Text(str(value["zh"]), str(value["en"]))
        self.fault(place, "中英文都要写（zh、en）。", "needs both zh and en.")
        return Text("", "")

    def segment(self, number: int, data: Any) -> Segment:
        place = f"segments[{number}]"
        if not isinstance(data, Mapping) or not data.get("key"):
            self.fault(place, "分段缺少 key。", "The segment has no key.")
            return Segment(place, Text("", ""), "leave")
        place = f"segments[{number}] {data['key']}"
        self.known(place, data, _SEGMENT_KEYS)
        numbers = {
            k: self.integer(f"{place}.{k}", data[k], *_NUMBERS[k]) for k in _NUMBERS if k in data
        }
        choices = {
            k: self.choice(f"{place}.{k}", data.get(k), _CHOICES[k])
            for k in _CHOICES
            if k in data or k == "do"
        }
        return Segment(
            key=str(data["key"]),
            name=self.text(f"{place}.name", data.get("name")),
            when=self.conditions(f"{place}.when", data.get("when") or {}),
            any_of=self.conditions(f"{place}.any_of", data.get("any_of") or {}),
            why=self.text(f"{place}.why", data["why"]) if "why" in data else Text("", ""),
            **numbers,
            **choices,
        )

    def experiment(self, data: Any) -> Experiment:
        data = data if isinstance(data, Mapping) else {}
        self.known("experiment", data, {*CAPS_BP, "salt"})
        shares = {
            k: self.integer(f"experiment.{k}", data.get(k, 0), 0, cap) for k, cap in CAPS_BP.items()
        }
        return Experiment(**shares, salt=str(data.get("salt", "house")))

    def strategy(self, data: Any) -> Strategy:
        if not isinstance(data, Mapping):
            self.fault("-", "文件不是一个策略。", "The file is not a strategy.")
            data = {}
        self.known("-", data, _TOP)
        rows = data.get("segments")
        segments = tuple(
            self.segment(i + 1, row) for i, row in enumerate(rows if isinstance(rows, list) else [])
        )
        self._whole(segments)
        slots = data.get("slots") or {}
        return Strategy(
            name=str(data.get("name", "")),
            version=self.integer("version", data.get("version"), 1, 10**6),
            segments=segments,
            experiment=self.experiment(data.get("experiment") or {}),
            spare_bp=self.integer("spare_bp", data.get("spare_bp", 2500), 0, 20000),
            attempts_a_day=self.integer("attempts_a_day", data.get("attempts_a_day", 3), 1, 6),
            slot_margin_bp=self.integer("slots.margin_bp", slots.get("margin_bp", 500), 0, 10000),
            slot_minimum_tries=self.integer(
                "slots.minimum_tries", slots.get("minimum_tries", 4), 1, 100
            ),
            source=dict(data),
        )

    def _whole(self, segments: tuple[Segment, ...]) -> None:
        keys = [s.key for s in segments]
        for key in sorted({k for k in keys if keys.count(k) > 1}):
            self.fault("segments", f"key“{key}”用了两次。", f"key “{key}” is used twice.")
        if not segments or segments[-1].when or segments[-1].any_of:
            self.fault(
                "segments",
                "最后一段必须没有条件，接住其余账户。",
                "The last segment must have no conditions and take the rest.",
            )


def parse(text: str, file: str = "strategy.yaml") -> tuple[Strategy | None, list[Problem]]:
    """The strategy, or None with every fault found. `file` names the source in the faults."""
    reader = _Reader(file)
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        reader.fault("-", f"不是合法的 YAML：{error}", f"is not valid YAML: {error}")
        return None, reader.problems
    strategy = reader.strategy(data)
    return (None if reader.problems else strategy), reader.problems


def read(path: Path) -> tuple[Strategy | None, list[Problem]]:
    return parse(path.read_text(encoding="utf-8"), path.name)


def house() -> Strategy:
    """The strategy the product ships with."""
    text = resources.files("shounuo.strategy").joinpath("house.yaml").read_text(encoding="utf-8")
    strategy, problems = parse(text, "house.yaml")
    if strategy is None:
        raise ValueError([p.line() for p in problems])
    return strategy
