"""What a model file says of itself, for the pages: per estimate where it came from and how honest it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shounuo.kernel.text import Text

NAMES = {
    "contact": Text("接通", "Reached"),
    "promise": Text("接通后承诺", "Promise, once reached"),
    "kept": Text("承诺后兑现", "Kept, once promised"),
    "self_cure": Text("不联系也自行还清", "Pays without contact"),
}
LEARNED = Text("由本机构数据学得", "Learned from this house")
THUMB = Text("经验规则：本机构结果还太少", "Rule of thumb: too few outcomes here yet")


@dataclass(frozen=True, slots=True)
class Honesty:
    """`points`: told, true and n of each tenth on nights it had not seen; none for a rule of thumb."""

    target: str
    name: Text
    origin: Text
    points: list[dict[str, float]]
    brier: float | None = None
    auc: float | None = None


def honesty_of(model: Path) -> list[Honesty]:
    """One entry an estimate; nothing when there is no model or it cannot be read."""
    try:
        quality: dict[str, Any] = json.loads(model.read_text(encoding="utf-8"))["quality"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [
        Honesty(
            target,
            NAMES[target],
            LEARNED if told.get("origin") == "learned" or _is_kept(told) else THUMB,
            list(learned.get("reliability", [])) if learned else [],
            learned.get("brier"),
            learned.get("auc"),
        )
        for target, told in quality.items()
        if target in NAMES
        for learned in [told.get("held" if _is_kept(told) else "learned") or {}]
    ]


def _is_kept(told: dict[str, Any]) -> bool:
    """An earlier card that the newest could not better."""
    return str(told.get("origin", "")).startswith("kept")
