"""Plain two-speaker text: one line a turn, `坐席:…` / `Customer: …`, a clock in brackets if there is one."""

from __future__ import annotations

import re

from shounuo.feeds.transcripts.speakers import speaker_of
from shounuo.inspection.model import Turn

_LINE = re.compile(
    r"^\s*(?:[\[(](?P<clock>[\d:.]+)(?:\s*[-–~]\s*(?P<until>[\d:.]+))?[\])]\s*)?(?P<who>[^:：\s]{1,20})\s*[:：]\s*(?P<said>.*)$"
)


def turns_of(text: str) -> list[Turn]:
    """The turns of a plain transcript. ValueError names the line whose speaker is not known."""
    turns: list[Turn] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        match = _LINE.match(line)
        if match is None:
            if not turns:
                raise ValueError(f"line {number} names no speaker: {line.strip()[:20]!r}")
            last = turns.pop()  # a line without a speaker goes on with the one before
            turns.append(
                Turn(last.i, last.speaker, f"{last.text} {line.strip()}", last.t0, last.t1)
            )
            continue
        who = speaker_of(match["who"])
        if who is None:
            raise ValueError(f"line {number}: unknown speaker {match['who']!r}")
        turns.append(
            Turn(
                len(turns),
                who,
                match["said"].strip(),
                seconds(match["clock"]),
                seconds(match["until"]),
            )
        )
    return turns


def seconds(clock: str | None) -> float | None:
    """01:02:03.5, 02:03 or 123.5 as seconds; None for none."""
    if not clock:
        return None
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
