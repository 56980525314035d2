"""Plain two-speaker text: one line a turn, `坐席:…` / `Customer: …`, a clock in brackets if there is one.

Text that names nobody (`Speaker 1:`, or no names at all) is parted by its words (`nameless`).
"""

from __future__ import annotations

import re

from shounuo.feeds.transcripts.nameless import by_label, by_words, means_nothing
from shounuo.feeds.transcripts.speakers import speaker_of
from shounuo.inspection.line_faults import Unfit
from shounuo.inspection.model import Turn
from shounuo.inspection.parting import Unit

_LINE = re.compile(
    r"^\s*(?:[\[(](?P<clock>[\d:.]+)(?:\s*[-–~]\s*(?P<until>[\d:.]+))?[\])]\s*)?(?:(?P<who>[^:：\s]{1,20}(?:[ _]\d{1,2})?)\s*[:：]\s*)?(?P<said>.*)$"
)
_MOST_STRAY = 0.2  # share of lines that may look labelled (金额:四千) in text without names
_FEWEST_LINES = 4
Line = tuple[int, str | None, Unit]


def turns_of(text: str) -> list[Turn]:
    """The turns of a plain transcript. ValueError names the line whose speaker is not known."""
    lines = [_line(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    labels = [label for _, label, _ in lines if label is not None]
    if lines and not any(speaker_of(label) for label in labels):
        if len(labels) == len(lines) and all(map(means_nothing, labels)):
            return by_label([(str(label), unit) for _, label, unit in lines])
        if len(lines) >= _FEWEST_LINES and len(labels) <= _MOST_STRAY * len(lines):
            return by_words([Unit(_whole(label, u), u.t0, u.t1) for _, label, u in lines])
    return _named(lines)


def _line(number: int, line: str) -> Line:
    match = _LINE.match(line)
    assert match is not None  # every part of the pattern may be missing
    unit = Unit(match["said"].strip(), seconds(match["clock"]), seconds(match["until"]))
    return number, match["who"], unit


def _whole(label: str | None, unit: Unit) -> str:
    return unit.text if label is None else f"{label}:{unit.text}"


def _named(lines: list[Line]) -> list[Turn]:
    turns: list[Turn] = []
    for number, label, unit in lines:
        if label is None:
            if not turns:
                said = unit.text[:20]
                raise Unfit(
                    f"第 {number} 行没有说话人：{said!r}",
                    f"line {number} names no speaker: {said!r}",
                )
            last = turns.pop()  # a line without a speaker goes on with the one before
            turns.append(Turn(last.i, last.speaker, f"{last.text} {unit.text}", last.t0, last.t1))
            continue
        who = speaker_of(label)
        if who is None:
            raise Unfit(
                f"第 {number} 行的说话人 {label!r} 不认识",
                f"line {number}: unknown speaker {label!r}",
            )
        turns.append(Turn(len(turns), who, unit.text, unit.t0, unit.t1))
    return turns


def seconds(clock: str | None) -> float | None:
    """01:02:03.5, 02:03 or 123.5 as seconds; None for none."""
    if not clock:
        return None
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
