"""A finding that only the whole call showed: its span, and the words on either side that told."""

from __future__ import annotations

from shounuo.inspection.frames.compile import Language
from shounuo.inspection.learned.pieces import shown
from shounuo.inspection.model import Finding
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import detector_of
from shounuo.inspection.scopes import clause_end, clause_start
from shounuo.inspection.spots import Spot
from shounuo.inspection.weighing.evidence import Evidence
from shounuo.inspection.weighing.model import Words, features
from shounuo.kernel.text import Text

_TOLD = 3
_SHORTEST = {"zh": 2, "en": 4}


def added(
    reading: Reading, at: Evidence, code: str, sure: float, model: Words, language: Language
) -> Finding:
    """The finding, with the rule and citation of the code's own detector."""
    own, theirs = _telling(at, code, model, language)
    detector = detector_of(code)
    return reading.finding(
        Spot(at.turn, *_span(at, own)),
        code,
        _why(own, theirs),
        rule=detector.rule,
        citation=detector.citation,
        confidence=round(sure, 2),
    )


def _telling(
    at: Evidence, code: str, model: Words, language: Language
) -> tuple[list[str], list[str]]:
    """The pieces that told most: of the turn itself, and of what the other side said."""
    column = model.codes.index(code)
    worth: dict[str, float] = {}
    for feature, value in features(at, language):
        row = model.rows.get(feature)
        if row is not None:
            worth[feature] = worth.get(feature, 0.0) + value * float(model.weights[row, column])
    ranked = [f for f, _ in sorted(worth.items(), key=lambda item: -item[1]) if worth[f] > 0]
    return _pieces(ranked, ("t:",), language), _pieces(ranked, ("p:", "h:", "n:"), language)


def _pieces(ranked: list[str], places: tuple[str, ...], language: Language) -> list[str]:
    said: list[str] = []
    for feature in ranked:
        piece = shown(feature[2:]).strip("^$ ") if feature[:2] in places else ""
        if len(piece) >= _SHORTEST[language] and not any(piece in s or s in piece for s in said):
            said.append(piece)
        if len(said) == _TOLD:
            break
    return said


def _span(at: Evidence, told: list[str]) -> tuple[int, int]:
    """The clauses that hold the telling words; the whole turn where none of them stands as written."""
    text, flat = at.turn.text, at.turn.flat
    places = [place for piece in told if (place := text.find(piece)) >= 0]
    if not places:
        return 0, len(text)
    return clause_start(flat, min(places)), max(clause_end(flat, max(places)), max(places) + 1)


def _why(own: list[str], theirs: list[str]) -> Text:
    zh = (
        f"通观全通与已判定的说法相近，依据「{'」「'.join(own)}」"
        if own
        else "通观全通与已判定的说法相近"
    )
    en = "Taken with the whole call, close to what was judged a fault before"
    en += f"; it leans on: {' | '.join(own)}" if own else ""
    if theirs:
        zh += f"，对方所说「{'」「'.join(theirs)}」"
        en += f"; the other side: {' | '.join(theirs)}"
    return Text(zh, en)
