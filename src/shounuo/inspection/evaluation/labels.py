"""What cannot be right about the labels of a call: counted all the same, and told of, so that no figure rests on a slip."""

from __future__ import annotations

from collections.abc import Iterator

from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.evaluation.gold import Gold
from shounuo.inspection.model import Call
from shounuo.kernel.text import Text

_GRAVE = ("critical", "major")


def doubts(call: Call, gold: Gold | None) -> Iterator[Text]:
    """Each slip in one sentence; none for labels that fit their call."""
    if gold is None:
        yield Text(
            "没有标注（gold），不计入数字", "it has no labels (gold) and counts in no figure"
        )
        return
    said = {turn.i: turn.text for turn in call.turns}
    for label in gold.findings:
        code, turn = label.code, label.turn
        if code not in SEVERITY:
            yield Text(
                f"不认识代码 {code}，该条不计", f"unknown code {code}: this label is not counted"
            )
        if turn not in said:
            yield Text(
                f"{code} 标在第 {turn} 句，通话没有这一句",
                f"{code} is at turn {turn}, which the call has not",
            )
        elif label.quote not in said[turn]:
            yield Text(
                f"{code} 的引文不在第 {turn} 句里", f"the quote of {code} is not in turn {turn}"
            )
    grave = sorted({label.code for label in gold.findings if SEVERITY.get(label.code) in _GRAVE})
    if gold.clean and grave:
        yield Text(
            f"标为无过错（clean），却有 {'、'.join(grave)}",
            f"labelled clean, yet has {', '.join(grave)}",
        )
