"""Words of a sound, where the optional speech extra and a model folder are there; without them a plain message.

The model is read from a local folder only; nothing is downloaded and no audio leaves the machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from shounuo.feeds.recordings.sound import Samples
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.script import simplified
from shounuo.kernel.text import Text

# What such models write where nobody speaks: they learned it from the ends of films.
_NEVER_SAID = (
    "字幕", "点赞", "订阅", "谢谢观看", "感谢观看", "明镜与点点", "amara.org",
    "thanks for watching", "thank you for watching", "subtitles by", "subscribe to",
)  # fmt: skip
_LOOPS = 2.8  # text that packs better than this goes round in circles
_SURE_OF_SILENCE, _POORLY_HEARD = 0.6, -1.0


@dataclass(frozen=True, slots=True)
class Word:
    """One word (in Chinese a character or two) with the marks after it; seconds from the start of the sound."""

    text: str
    t0: float
    t1: float
    sure: float = 1.0


class Ear(Protocol):
    """What turns sound of 16,000 samples a second into words."""

    def tongue(self, sound: Samples) -> tuple[str, float]:
        """The language spoken and how sure that is."""
        ...

    def words(self, sound: Samples, language: str) -> list[Word]:
        """Every word heard, in order."""
        ...


def load(model_folder: Path | None) -> Ear:
    """The ear of a model folder. Refused when the extra or the folder is missing or the folder holds no model."""
    if model_folder is None or not model_folder.is_dir():
        raise Refused(
            _missing(
                Text("没有设置语音模型文件夹", "no speech model folder is set"),
                Text(
                    "设置 SHOUNUO_SPEECH_MODEL 为本机模型文件夹",
                    "set SHOUNUO_SPEECH_MODEL to a local model folder",
                ),
            )
        )
    try:
        from faster_whisper import WhisperModel
    except ImportError as fault:
        raise Refused(
            _missing(
                Text("没有安装语音识别组件", "the speech extra is not installed"),
                Text("安装可选组件 speech", "install the optional extra `speech`"),
            )
        ) from fault
    try:
        model = WhisperModel(str(model_folder), local_files_only=True, compute_type="auto")
    except (RuntimeError, ValueError, OSError) as fault:
        raise Refused(
            _missing(
                Text(f"模型文件夹读不成：{fault}", f"the model folder cannot be read: {fault}"),
                Text(
                    "文件夹应有 model.bin、config.json、tokenizer.json 和词表",
                    "it holds model.bin, config.json, tokenizer.json and the vocabulary",
                ),
            )
        ) from fault
    return _Whisper(model)


class _Whisper:
    """An ear over a model of the whisper family. Each sound is heard by itself: what came before leads to loops."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def tongue(self, sound: Samples) -> tuple[str, float]:
        if not self._model.model.is_multilingual:
            return "en", 0.0  # a model of English alone takes everything for English
        language, sure, _ = self._model.detect_language(sound)
        return str(language), float(sure)

    def words(self, sound: Samples, language: str) -> list[Word]:
        parts, _ = self._model.transcribe(
            sound,
            language=language,
            vad_filter=False,
            word_timestamps=True,
            condition_on_previous_text=False,
            temperature=(0.0, 0.4),
        )
        return [word for part in parts if _said(part) for word in _words(part)]


def _said(part: Any) -> bool:
    """Whether a person said this, and not the model in a silence."""
    text = part.text.strip().lower()
    unheard = part.no_speech_prob > _SURE_OF_SILENCE and part.avg_logprob < _POORLY_HEARD
    made_up = any(phrase in text for phrase in _NEVER_SAID)
    return bool(text) and not (unheard or made_up or part.compression_ratio > _LOOPS)


def _words(part: Any) -> Iterator[Word]:
    for word in part.words or ():
        if word.word.strip():
            yield Word(
                simplified(word.word), float(word.start), float(word.end), float(word.probability)
            )


def _missing(what: Text, next_step: Text) -> Problem:
    return Problem("speech_unavailable", what, next_step=next_step)
