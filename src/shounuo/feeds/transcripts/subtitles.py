"""SRT and WebVTT: cues with a clock; the speaker is `<v Name>`, `Name:` or `[Name]` at the head of the cue."""

from __future__ import annotations

import re

from shounuo.feeds.transcripts.plain import seconds
from shounuo.feeds.transcripts.speakers import speaker_of
from shounuo.inspection.model import Turn

_TIMES = re.compile(r"(?P<t0>[\d:]+[.,]\d+)\s*-->\s*(?P<t1>[\d:]+[.,]\d+)")
_WHO = re.compile(
    r"^\s*(?:<v(?:\.\w+)?\s+(?P<voice>[^>]+)>|\[(?P<square>[^\]]+)\]|(?P<plain>[^:：\s<]{1,20})\s*[:：])\s*(?P<said>.*)$",
    re.S,
)
_TAG = re.compile(r"</?[^>]+>")


def turns_of(text: str) -> list[Turn]:
    """The cues as turns. ValueError names the cue whose speaker is not known."""
    turns: list[Turn] = []
    for block in re.split(r"\r?\n\s*\r?\n", text.lstrip("\ufeff")):
        clock = _TIMES.search(block)
        if clock is None:
            continue
        body = block[clock.end() :].split("\n", 1)
        turns.append(_turn(len(turns), body[1].strip() if len(body) > 1 else "", clock))
    return turns


def _turn(number: int, body: str, clock: re.Match[str]) -> Turn:
    match = _WHO.match(body)
    label = (match["voice"] or match["square"] or match["plain"]) if match else ""
    who = speaker_of(label)
    if match is None or who is None:
        raise ValueError(f"cue {number + 1} at {clock['t0']}: unknown speaker {label!r}")
    said = _TAG.sub("", match["said"]).replace("\n", " ").strip()
    return Turn(number, who, said, seconds(clock["t0"]), seconds(clock["t1"]))
