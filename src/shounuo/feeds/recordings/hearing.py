"""A recording becomes turns: each side by its channel or, where both share one, by their words (`inspection.parting`).

What could not be heard well is told as notes; a call in a language that is not read is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from shounuo.feeds.recordings.loudness import Loudness, levels_of, mixed, voices_apart
from shounuo.feeds.recordings.sound import Cuts, Recording
from shounuo.feeds.recordings.speech import Ear
from shounuo.feeds.recordings.spoken import Heard, heard
from shounuo.feeds.recordings.voice_activity import Stretch, stretches
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.model import Speaker, Turn
from shounuo.inspection.parting import Unit, part
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text

# One side's stretches with a shorter silence between them, and no word of the other, are one turn.
ONE_TURN_GAP_S = 2.0
_PAUSE_S = 0.35  # between words of one channel: there another speaker may begin
_ENDS = re.compile(r"[。？！?!；;，,.]\s*$")
_TONGUE_S = 30.0
_SURE_OF_TONGUE = 0.8
_SPOKEN_AS: dict[str, Language] = {"zh": "zh", "yue": "zh", "en": "en"}
_POORLY, _MUCH = 0.5, 0.15


@dataclass(frozen=True)
class Listened:
    """`apart`: each side had a channel of its own. `language`: None until words were heard."""

    levels: Loudness
    found: list[Stretch]
    apart: bool
    language: Language | None = None
    turns: tuple[Turn, ...] = ()
    notes: tuple[Problem, ...] = ()


def who_spoke_when(recording: Recording) -> Listened:
    """Speech by the clock, without words. ValueError when no sound can be read."""
    levels = levels_of(recording)
    apart = voices_apart(levels)
    return Listened(levels, stretches(levels if apart else mixed(levels)), apart)


def with_words(
    recording: Recording,
    silent: Listened,
    ear: Ear,
    language: Language | None,
    agent_channel: int = 0,
) -> Listened:
    """The same with its turns. `language`: None lets the model tell. Refused: a language that is not read."""
    tongue = _tongue(recording, silent, ear, language)
    if silent.apart:
        turns, words = _by_channel(recording, silent.found, ear, tongue, agent_channel)
    else:
        words = list(heard(recording, silent.found, None, ear, tongue))
        turns = part(_units(words, tongue), tongue)
    notes = tuple(_notes(recording, silent, words))
    return Listened(silent.levels, silent.found, silent.apart, tongue, tuple(turns), notes)


def _tongue(recording: Recording, silent: Listened, ear: Ear, wanted: Language | None) -> Language:
    """The language of the first half minute of speech; what was asked for, unless another is plainly spoken."""
    if not silent.found:
        return wanted or "zh"
    first = silent.found[0].start
    with Cuts(recording) as cuts:
        told, sure = ear.tongue(cuts.cut(None, first, first + _TONGUE_S))
    spoken = _SPOKEN_AS.get(told)
    if sure < _SURE_OF_TONGUE:
        return wanted or spoken or "zh"
    if spoken is None or (wanted and spoken != wanted):
        raise Refused(_other_tongue(recording, told, sure, wanted))
    return spoken


def _other_tongue(recording: Recording, told: str, sure: float, wanted: Language | None) -> Problem:
    asked = wanted or "zh/en"
    return Problem(
        "wrong_language",
        Text(
            f"标为 {asked}，听到的是 {told}（把握 {sure:.0%}）",
            f"marked {asked}, but {told} is spoken ({sure:.0%} sure)",
        ),
        record=recording.path.name,
        next_step=Text(
            "改正语言标记；只读中文和英文",
            "correct the language mark; Chinese and English are read",
        ),
    )


def _by_channel(
    recording: Recording, found: list[Stretch], ear: Ear, language: Language, agent_channel: int
) -> tuple[list[Turn], list[Heard]]:
    words = [w for side in (0, 1) for w in heard(recording, found, side, ear, language)]
    texts: dict[int, list[str]] = {}
    for word in words:
        texts.setdefault(word.stretch, []).append(word.text)
    turns: list[Turn] = []
    for n in sorted(texts, key=lambda n: (found[n].start, found[n].channel)):
        who: Speaker = "agent" if found[n].channel == agent_channel else "party"
        said = "".join(texts[n]).strip()
        last = turns[-1] if turns else None
        if last and last.speaker == who and found[n].start - (last.t1 or 0.0) < ONE_TURN_GAP_S:
            turns[-1] = Turn(last.i, who, _joined(last.text, said, language), last.t0, found[n].end)
        else:
            turns.append(Turn(len(turns), who, said, found[n].start, found[n].end))
    return turns, words


def _joined(before: str, after: str, language: Language) -> str:
    if language == "en":
        return f"{before} {after}"
    return before + after if _ENDS.search(before) else f"{before}，{after}"


def _units(words: Iterable[Heard], language: Language) -> list[Unit]:
    """Cut where a mark ends a clause, a pause is heard, or another stretch begins."""
    units: list[Unit] = []
    kept: list[Heard] = []
    for word in words:
        if kept and (
            _ENDS.search(kept[-1].text)
            or word.t0 - kept[-1].t1 >= _PAUSE_S
            or word.stretch != kept[-1].stretch
        ):
            units.append(_unit(kept))
            kept = []
        kept.append(word)
    return [*units, _unit(kept)] if kept else units


def _unit(words: list[Heard]) -> Unit:
    return Unit("".join(word.text for word in words).strip(), words[0].t0, words[-1].t1)


def _notes(recording: Recording, silent: Listened, words: list[Heard]) -> Iterable[Problem]:
    levels = silent.levels
    if levels.broken_off:
        yield _note(
            recording,
            "recording_breaks_off",
            Text(
                f"录音在 {levels.seconds:.0f} 秒处中断，文件头写 {levels.claimed_s:.0f} 秒",
                f"the recording breaks off at {levels.seconds:.0f} s; its head says {levels.claimed_s:.0f} s",
            ),
        )
    poorly = [word for word in words if word.sure < _POORLY]
    if words and len(poorly) > _MUCH * len(words):
        yield _note(
            recording,
            "poorly_heard",
            Text(
                f"{len(words)} 个词中 {len(poorly)} 个听不清",
                f"{len(poorly)} of {len(words)} words were poorly heard",
            ),
        )
    spoken = sum(s.end - s.start for s in silent.found)
    mute = set(range(len(silent.found))) - {word.stretch for word in words}
    lost = sum(silent.found[n].end - silent.found[n].start for n in mute)
    if lost > max(3.0, _MUCH * spoken):
        yield _note(
            recording,
            "speech_without_words",
            Text(
                f"{spoken:.0f} 秒说话中有 {lost:.0f} 秒没有听出话",
                f"of {spoken:.0f} s of speech {lost:.0f} s gave no words",
            ),
        )


def _note(recording: Recording, code: str, what: Text) -> Problem:
    listen = Text("请听录音核对", "listen to the recording")
    return Problem(code, what, record=recording.path.name, next_step=listen)
