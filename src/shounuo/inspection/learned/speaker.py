"""Which of two people said it: two small models a language, learned from labelled calls by `shounuo.lab.learn_speakers`.

One weighs the words of a stretch of speech (does a collector say this, or the one called?), one the border between two
stretches (does a question end here and an answer begin?). Both answer in log odds. They know words, not voices.
"""

from __future__ import annotations

import re
import unicodedata

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.model import Weights, weights
from shounuo.inspection.learned.pieces import pieces
from shounuo.kernel.script import simplified

AGENT, PARTY = "agent", "party"
OTHER, SAME = "other", "same"
SPEAKER_FILES: dict[Language, str] = {"zh": "zh.speaker.tsv", "en": "en.speaker.tsv"}
CHANGE_FILES: dict[Language, str] = {"zh": "zh.change.tsv", "en": "en.change.tsv"}
_MARKS = re.compile(r"[^\w$%'’]+")
_END = re.compile(r"[?。.！!,，、;；:：]\s*$")
_KINDS = {"。": ".", "！": "!", "，": ",", "、": ",", "；": ",", ";": ",", "：": ",", ":": ","}
_EDGE = {"zh": 4, "en": 3}  # characters, in English words, on either side of a border
_WHOLE = {"zh": 4, "en": 12}  # so short a stretch counts as a whole: 嗯, 好的, yeah


def plain(text: str, language: Language) -> str:
    """Small letters without marks. Fillers stay: who hums and who says well differs."""
    folded = unicodedata.normalize("NFKC", simplified(text)).lower()
    return _MARKS.sub("" if language == "zh" else " ", folded).strip()


def said_pieces(text: str, language: Language) -> dict[str, float]:
    """What the words of a stretch are weighed by."""
    said = plain(text, language)
    return pieces(said, language) | {f"whole:{said}": 1.0 for _ in "x" if _short(said, language)}


def border_pieces(before: str, after: str, language: Language) -> dict[str, float]:
    """What the border between two stretches is weighed by: its last and first words, and the mark that ends it."""
    left, right = plain(before, language), plain(after, language)
    found = {f"mark:{_mark(before)}": 1.0}
    for n in range(1, _EDGE[language] + 1):
        found[f"<{_last(left, n, language)}"] = 1.0
        found[f">{_first(right, n, language)}"] = 1.0
    found |= {f"<size:{_size(left)}": 1.0, f">size:{_size(right)}": 1.0}
    found |= {f"{side}whole:{said}": 1.0 for side, said in _wholes(left, right, language)}
    return found


def _wholes(left: str, right: str, language: Language) -> list[tuple[str, str]]:
    return [(side, said) for side, said in (("<", left), (">", right)) if _short(said, language)]


def _size(said: str) -> int:
    return min(4, len(said) // 6)


def _short(said: str, language: Language) -> bool:
    return len(said) <= _WHOLE[language]


def _mark(text: str) -> str:
    end = _END.search(unicodedata.normalize("NFKC", text))
    return _KINDS.get(end[0].strip(), end[0].strip()) if end else "none"


def _last(said: str, n: int, language: Language) -> str:
    return said[-n:] if language == "zh" else " ".join(said.split()[-n:])


def _first(said: str, n: int, language: Language) -> str:
    return said[:n] if language == "zh" else " ".join(said.split()[:n])


def agent_odds(text: str, language: Language) -> float:
    """Log odds that the collector says this, by its words alone."""
    return odds(weights(SPEAKER_FILES[language]), said_pieces(text, language), AGENT)


def change_odds(before: str, after: str, language: Language) -> float:
    """Log odds that somebody else speaks after the border, by the words beside it."""
    return odds(weights(CHANGE_FILES[language]), border_pieces(before, after, language), OTHER)


def odds(model: Weights, found: dict[str, float], wanted: str) -> float:
    """Log odds of one class of a model of two."""
    place = model.classes.index(wanted)
    scores = model.scores(found)
    return float(scores[place] - scores[1 - place])
