"""Words of a recording, where the optional speech extra and a model folder are there; without them a plain message.

The model is read from a local folder only; nothing is downloaded and no audio leaves the machine.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from shounuo.feeds.recordings.voice_activity import Stretch
from shounuo.inspection.model import Turn
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text

_RATE = 16000  # samples a second the model expects
Transcriber = Callable[[Path, Stretch], str]


def load(model_folder: Path | None, language: str) -> Transcriber:
    """A function from a stretch of a recording to its words. Refused when the extra or the folder is missing."""
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
    return _with(WhisperModel(str(model_folder), local_files_only=True), language)


def _with(model: Any, language: str) -> Transcriber:
    decoded: dict[
        Path, Any
    ] = {}  # one recording at a time is kept, since its stretches come in a row

    def words(path: Path, stretch: Stretch) -> str:
        from faster_whisper.audio import decode_audio

        if path not in decoded:
            decoded.clear()
            decoded[path] = decode_audio(str(path), split_stereo=True)
        side = decoded[path][min(stretch.channel, len(decoded[path]) - 1)]
        cut = side[int(stretch.start * _RATE) : int(stretch.end * _RATE)]
        parts, _ = model.transcribe(cut, language=language, vad_filter=False)
        return "".join(part.text for part in parts).strip()

    return words


def turns(
    path: Path, found: list[Stretch], words: Transcriber, agent_channel: int = 0
) -> list[Turn]:
    """One turn a stretch of a two-channel recording; the collector is on `agent_channel`."""
    return [
        Turn(n, "agent" if s.channel == agent_channel else "party", words(path, s), s.start, s.end)
        for n, s in enumerate(found)
    ]


def _missing(what: Text, next_step: Text) -> Problem:
    return Problem("speech_unavailable", what, next_step=next_step)
