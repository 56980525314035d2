"""What changed between two versions of a strategy, line by line, for the lead who signs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shounuo.kernel.text import Text
from shounuo.strategy.strategy_file import Strategy


@dataclass(frozen=True, slots=True)
class Change:
    """`place` in the file; `before` or `after` is None where it was added or removed."""

    place: str
    before: Any
    after: Any

    @property
    def line(self) -> Text:
        if self.before is None:
            return Text(f"新增 {self.place}：{self.after}", f"added {self.place}: {self.after}")
        if self.after is None:
            return Text(f"删除 {self.place}：{self.before}", f"removed {self.place}: {self.before}")
        return Text(
            f"{self.place}：{self.before} → {self.after}",
            f"{self.place}: {self.before} → {self.after}",
        )


def difference(before: Strategy, after: Strategy) -> list[Change]:
    """Changed values by place; segments are matched by key, and a change of their order is a change."""
    one, other = _flat(before.source), _flat(after.source)
    changed = [
        Change(p, one.get(p), other.get(p))
        for p in sorted(one.keys() | other.keys())
        if one.get(p) != other.get(p)
    ]
    orders = [[s.key for s in strategy.segments] for strategy in (before, after)]
    shared = [[k for k in keys if k in set(orders[1 - i])] for i, keys in enumerate(orders)]
    if shared[0] != shared[1]:
        changed.append(Change("segments (order)", " > ".join(orders[0]), " > ".join(orders[1])))
    return changed


def _flat(data: Any, place: str = "") -> dict[str, Any]:
    if isinstance(data, Mapping):
        return {
            k: v
            for key, value in data.items()
            for k, v in _flat(value, f"{place}.{key}" if place else str(key)).items()
        }
    if isinstance(data, list) and all(isinstance(row, Mapping) for row in data):
        return {k: v for row in data for k, v in _flat(row, f"{place}[{row.get('key')}]").items()}
    return {place: data}
