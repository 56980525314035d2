"""From the reviewer's words to findings that can be proven; whatever cannot is dropped."""

from __future__ import annotations

import json
import re
from typing import Any

from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.model import Call, Finding
from shounuo.kernel.text import Text

RULE = "reviewer"  # marks a proposal wherever it goes
CONFIDENCE = 0.5
_FENCE = re.compile(r"^\s*```(?:json)?\s*|\s*```\s*$")
_WHY = 240  # characters of its reason that are kept


def proposals(answer: str, call: Call, shown: list[str]) -> tuple[Finding, ...]:
    """Findings of a known code whose quotation stands in the agent's turn as it was shown. ValueError: no JSON."""
    told = json.loads(_FENCE.sub("", answer))
    rows = told["findings"] if isinstance(told, dict) else told
    if not isinstance(rows, list):
        raise TypeError("no list of findings")
    found = (_finding(row, call, shown) for row in rows)
    return tuple({(f.code, f.turn): f for f in found if f}.values())


def _finding(row: Any, call: Call, shown: list[str]) -> Finding | None:
    if not isinstance(row, dict) or row.get("code") not in SEVERITY:
        return None
    place = next((k for k, turn in enumerate(call.turns) if turn.i == row.get("turn")), None)
    quote = row.get("quote")
    if place is None or call.turns[place].speaker != "agent" or not isinstance(quote, str):
        return None
    start = shown[place].find(quote)
    if start < 0 or not quote.strip():
        return None
    end = start + len(quote)
    said = call.turns[place].text[start:end]
    why = " ".join(str(row.get("why", "")).split())[:_WHY]
    return Finding(
        row["code"],
        call.turns[place].i,
        start,
        end,
        said,
        Text(f"外部审阅模型提出：{why}", f"Proposed by the reviewer model: {why}"),
        RULE,
        confidence=CONFIDENCE,
    )
