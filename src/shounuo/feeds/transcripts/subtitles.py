"""SRT and WebVTT: cues with a clock; the speaker is `<v Name>`, `Name:` or `[Name]` at the head of the cue."""

from __future__ import annotations

import re

from shounuo.feeds.transcripts.nameless import by_label, by_words, means_nothing
from shounuo.feeds.transcripts.plain import seconds
from shounuo.feeds.transcripts.speakers import speaker_of
from shounuo.inspection.line_faults import Unfit
from shounuo.inspection.model import Turn
from shounuo.inspection.parting import Unit

_TIMES = re.compile(r"(?P<t0>[\d:]+[.,]\d+)\s*-->\s*(?P<t1>[\d:]+[.,]\d+)")
_WHO = re.compile(
    r"^\s*(?:<v(?:\.\w+)?\s+(?P<voice>[^>]+)>|\[(?P<square>[^\]]+)\]|(?P<plain>[^:：\s<]{1,20}(?:[ _]\d{1,2})?)\s*[:：])\s*(?P<said>.*)$",
    re.S,
)
_TAG = re.compile(r"</?[^>]+>")


def turns_of(text: str) -> list[Turn]:
    """The cues as turns. ValueError names the cue whose speaker is not known.

    Cues that name nobody at all, or two voices by names that mean nothing, are parted by their words.
    """
    cues = [_cue(block) for block in re.split(r"\r?\n\s*\r?\n", text.lstrip("\ufeff"))]
    found = [cue for cue in cues if cue is not None]
    labels = [label for label, _ in found if label]
    if found and not labels:
        return by_words([unit for _, unit in found])
    if len(labels) == len(found) and labels and all(map(means_nothing, labels)):
        return by_label(found)
    return [_turn(n, label, unit) for n, (label, unit) in enumerate(found)]


def _cue(block: str) -> tuple[str, Unit] | None:
    """(who, what is said) of one block; None for one without a clock."""
    clock = _TIMES.search(block)
    if clock is None:
        return None
    body = block[clock.end() :].split("\n", 1)
    said = body[1].strip() if len(body) > 1 else ""
    match = _WHO.match(said)
    label = (match["voice"] or match["square"] or match["plain"]) if match else ""
    words = _TAG.sub("", match["said"] if match else said).replace("\n", " ").strip()
    return label.strip(), Unit(words, seconds(clock["t0"]), seconds(clock["t1"]))


def _turn(number: int, label: str, unit: Unit) -> Turn:
    who = speaker_of(label)
    if who is None:
        raise Unfit(
            f"第 {number + 1} 条字幕（{unit.t0} 秒）的说话人 {label!r} 不认识",
            f"cue {number + 1} at {unit.t0} s: unknown speaker {label!r}",
        )
    return Turn(number, who, unit.text, unit.t0, unit.t1)
