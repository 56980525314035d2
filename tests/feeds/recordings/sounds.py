"""Recordings made for tests: tones in faint noise, in any form a telephone system writes; and an ear that hears tones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from shounuo.feeds.recordings.speech import Word

# A word is a tone of its own; the same words to whoever hears them.
TONES = {
    "您好，请问是陈一帆先生吗？": 300, "我是，你说。": 400, "您逾期三十五天了，": 500, "今天能还吗？": 600,
    "我没钱，": 700, "不想活了。": 800, "再见。": 900,
}  # fmt: skip
Span = tuple[float, float, str]


def record(
    path: Path,
    seconds: float,
    sides: list[list[Span]],
    rate: int = 8000,
    subtype: str | None = None,
    loud: float = 0.3,
) -> Path:
    """A recording of one channel a side; each span is (start, end, word)."""
    chance, time = np.random.default_rng(7), np.arange(int(rate * seconds)) / rate
    channels = []
    for spans in sides:
        side = 0.002 * chance.standard_normal(len(time))
        for start, end, word in spans:
            tone = loud * np.sin(2 * np.pi * TONES[word] * time)
            side += np.where((time >= start) & (time < end), tone, 0)
        channels.append(side)
    soundfile.write(str(path), np.stack(channels, axis=1), rate, subtype=subtype)
    return path


class ToneEar:
    """Hears which tone sounds when: a plain way from sound to words, and the language it was told."""

    def __init__(self, language: str = "zh", sure: float = 1.0) -> None:
        self._language, self._sure = language, sure

    def tongue(self, sound):
        return self._language, self._sure

    def words(self, sound, language):
        frame = 800  # 50 ms
        found: list[Word] = []
        for n in range(len(sound) // frame):
            heard = self._heard(sound[n * frame : (n + 1) * frame])
            if heard is None:
                continue
            at = n * frame / 16000
            if found and found[-1].text == heard and at - found[-1].t1 < 0.06:
                found[-1] = Word(heard, found[-1].t0, at + 0.05)
            else:
                found.append(Word(heard, at, at + 0.05))
        return [word for word in found if word.t1 - word.t0 >= 0.15]

    @staticmethod
    def _heard(frame):
        if np.sqrt(np.mean(frame**2)) < 0.05:
            return None
        power = np.abs(np.fft.rfft(frame * np.hanning(len(frame))))
        pitch = np.argmax(power) * 16000 / len(frame)
        return min(TONES, key=lambda word: abs(TONES[word] - pitch))
