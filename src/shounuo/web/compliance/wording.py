"""A reason of the gate as a reader sees it: sentence, clause, when it opens, what to do instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from shounuo.kernel.text import Text
from shounuo.records.queries.gate import reason_of
from shounuo.rules import sentences


def worded(reasons: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Stored reasons that block, each with its words; one without words keeps its rule's name."""
    return [_one(told) for told in reasons if told["outcome"] != "allow"]


def _one(told: Mapping[str, Any]) -> dict[str, Any]:
    reason = reason_of(told)
    try:
        said, then = sentences.sentence(reason), sentences.instead(reason)
    except KeyError:
        said, then = Text(reason.rule_id, reason.rule_id), ()
    return {
        "rule": reason.rule_id,
        "check": reason.check,
        "pack": reason.pack,
        "said": said,
        "clause": sentences.citation(reason),
        "opens": told["earliest_next"],
        "opens_at": sentences.said_fact(reason.earliest_next, reason.pack),
        "instead": then,
        "outcome": told["outcome"],
    }
