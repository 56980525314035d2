"""Text that does not say who speaks: lines without names, or two names that mean nothing (Speaker 1, 说话人2).

Whether a name is the collector's, or each line is, its words tell (`inspection.parting`); the turns say how sure that is.
Text in which some names are known is not of this kind: there an unknown name is a fault of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from shounuo.feeds.transcripts.checks import language_of
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.speaker import agent_odds
from shounuo.inspection.line_faults import Unfit
from shounuo.inspection.model import Speaker, Turn
from shounuo.inspection.parting import Unit, part
from shounuo.kernel.odds import probability

_MEANS_NOTHING = re.compile(
    r"^(?:说话人|发言人|讲话人|声道|人|speaker|spk|voice|person|s|p)?[ _-]?(?:\d{1,2}|[a-b甲乙])$",
    re.I,
)
_MOST_SURE = 0.99


def means_nothing(label: str) -> bool:
    """A label that only tells two voices apart."""
    return bool(_MEANS_NOTHING.match(label.strip()))


def by_words(lines: Sequence[Unit]) -> list[Turn]:
    """The turns of lines without names. ValueError for a single line, or in a language that is not read."""
    if len(lines) < 2:
        raise Unfit("说话人不明：只有一行，且没有名字", "unknown speaker: one line without a name")
    return part(lines, _language([line.text for line in lines]))


def by_label(said: Sequence[tuple[str, Unit]]) -> list[Turn]:
    """The turns of two voices told apart by labels: the one who speaks as a collector is the collector.

    ValueError when there are not two labels, or the language is not read.
    """
    labels = list(dict.fromkeys(label for label, _ in said))
    if len(labels) != 2:
        raise Unfit(
            f"说话人 {labels} 不认识：只能分清两个人，这里有 {len(labels)} 个",
            f"unknown speakers {labels}: two voices are told apart, not {len(labels)}",
        )
    language = _language([unit.text for _, unit in said])
    lean = sum(
        agent_odds(unit.text, language) * (1 if label == labels[0] else -1) for label, unit in said
    )
    sure = round(min(_MOST_SURE, probability(abs(lean))), 3)
    first: Speaker = "agent" if lean >= 0 else "party"
    second: Speaker = "party" if lean >= 0 else "agent"
    turns = [
        Turn(n, first if label == labels[0] else second, unit.text, unit.t0, unit.t1)
        for n, (label, unit) in enumerate(said)
    ]
    return [replace(turn, sure=sure) for turn in turns]


def _language(texts: Sequence[str]) -> Language:
    found = language_of("".join(texts))
    if found is None:
        raise Unfit(
            "既不是中文也不是英文：没法凭词句分清谁在说",
            "neither Chinese nor English: who speaks cannot be told by words",
        )
    return "en" if found == "en" else "zh"
