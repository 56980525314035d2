"""English amounts that leave words out: a buck fifty, figures read in twos, three or four hundred.

Each reader returns None when the words only look like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from shounuo.domain.heard.items import HeardAmount, Span
from shounuo.domain.heard.numbers_en import FIGURE, MAJOR, NUMBER, SCALES, VALUES, value
from shounuo.domain.spoken_amount.english import ONES, TENS

_CLOCK = re.compile(r"\b(?:at|by|around|until|till|after|before)\s+$", re.IGNORECASE)
# a buck fifty; and figures read out in twos with "oh": seventy one oh eight thirty five.
_BUCK = re.compile(rf"\ba (?:buck|dollar) (?P<cents>{NUMBER})\b(?! (?:{MAJOR}))", re.IGNORECASE)
_DIGIT = rf"(?:{'|'.join(ONES[1:10])})\b"
_TWO = rf"(?:(?:{'|'.join(TENS[2:])})(?:[ -](?:{_DIGIT}))?|{'|'.join(ONES[10:20])}|(?:oh|o|zero) (?:{_DIGIT})|(?:oh|zero) (?:oh|zero))"
_OH = rf"(?:oh|o|zero)[ -](?:{_DIGIT})"
_TENS = "|".join(TENS[2:])
_TEENS = "|".join(ONES[10:20])
_ENDS = (
    r"(?=$|[,.!?;]| (?:today|tomorrow|tonight|now|on|by|this|next|and|from|right|dollars?|bucks)\b)"
)
# Before it a figure makes it one too: two one two, three oh five.
_NO_FIGURE = "".join(rf"(?<!{word}[ -])" for word in ("oh", "zero", *ONES[1:10]))
# After three oh five a further figure would make it a telephone or the end of a card.
_NO_MORE = rf"(?![ -](?:oh|o|zero|{_DIGIT}|{_TEENS}|{_TENS}|hundred|thousand|percent|days?|a\.?m|p\.?m|o'clock)\b)"
_TWOS = re.compile(
    rf"\b(?:(?P<whole>(?:{_TWO}|{_DIGIT}) {_OH}) (?P<cents>{_TWO}){_ENDS}|(?P<whole2>(?:{_TWO}|{_DIGIT}) {_TWO}) (?P<cents2>{_OH}){_ENDS}"
    rf"|(?P<big>{'|'.join(TENS[3:])})(?:[ -](?P<ones>{_DIGIT}))? (?P<tail4>(?:{_TENS})(?:[ -](?:{_DIGIT}))?){_ENDS}"
    rf"|{_NO_FIGURE}(?P<whole3>(?:{_TENS})(?:[ -](?:{_DIGIT}))?|{_DIGIT}|{_TEENS})[ -](?P<tail3>{_OH})\b{_NO_MORE})",
    re.IGNORECASE,
)
# Dollars and cents without either word: four twelve seventy-seven, eight hundred twelve sixty-five.
_PAIR = rf"(?:{'|'.join(ONES[10:20])}|(?:{'|'.join(TENS[2:])}|fourty)(?:[ -](?:{_DIGIT}))?)"
CENTS = rf"(?:{_PAIR}|{_OH})"
_HEAD = rf"(?:{_DIGIT}|{_PAIR})"
_POINT = re.compile(
    rf"\b(?P<dollars>(?:(?:{_HEAD}|a)[ -]thousand[ -])?(?:(?:{_HEAD}|a)[ -])?hundred[ -](?:and[ -])?(?:{_PAIR}|{_DIGIT}|{_OH})|{_HEAD}[ -](?:{_PAIR}|(?:oh|o)[ -](?:{_DIGIT})))[ -](?P<change>{CENTS})\b(?![ -]?(?:st|nd|rd|th|hundred|thousand|grand|percent|days?|months?|years?|weeks?|dollars?|bucks|{_DIGIT}|{_PAIR})\b)",
    re.IGNORECASE,
)
_ZERO = re.compile(r"\b(?:oh|o|zero)[ -]", re.IGNORECASE)
# fifty point four eight, fifty point oh five.
_DECIMAL = re.compile(
    rf"\b(?P<dollars>{NUMBER}) point (?P<tenths>oh|o|zero|{_DIGIT})[ -](?P<hundredths>oh|o|zero|{_DIGIT})(?: (?:{MAJOR}))?\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_QUARTERS = re.compile(
    r"\b(?:(?P<count>a|one|three)[ -])?quarters?(?: of)?(?: a)? (?P<unit>thousand|grand|million)\b(?: dollars| bucks)?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"\b(?P<low>{_DIGIT}),? (?:or |to |and )?(?P<high>{_DIGIT}) (?P<u>hundred|thousand|grand)\b(?: (?:{MAJOR}))?"
    rf"|(?P<sym>\$\s?)?\b(?P<from>{FIGURE}|{NUMBER}) ?(?P<k1>k\b)?(?: (?:or|to|and) |(?<=[\dk]) ?[-–] ?(?=\$?\s?\d))(?P<sym2>\$\s?)?\b(?P<to>{FIGURE}|{NUMBER})\b ?(?P<k2>k\b)?(?: ?(?P<major>{MAJOR})\b)?(?![-\d])",
    re.IGNORECASE,
)


def _said(
    match: re.Match[str], low: int, high: int, currency: str, confidence: float
) -> HeardAmount:
    span = Span(*match.span(), match.group())
    return HeardAmount(span, low, currency, high, low != high, False, confidence)


def _range(match: re.Match[str], currency: str) -> HeardAmount | None:
    """three, four hundred; two or three thousand. "one, two hundred" counts, so the second must be the next."""
    if match["from"]:
        return _from_to(match, currency)
    low, high = (VALUES[match[end].lower()] for end in ("low", "high"))
    if high != low + 1:
        return None
    unit = SCALES[match["u"].lower()] * 100
    return _said(match, low * unit, high * unit, currency, 0.6)


def _from_to(match: re.Match[str], currency: str) -> HeardAmount | None:
    """Both ends of a stretch of money, which says so by a sign, a word or a k. "and" needs "between" before it."""
    low, high = _figure_or_words(match["from"]), _figure_or_words(match["to"])
    if (
        low is None
        or high is None
        or not (match["sym"] or match["sym2"] or match["k2"] or match["major"])
    ):
        return None
    joined = match.string[match.end("from") : match.start("to")]
    if "and" in joined and not _BETWEEN.search(match.string[: match.start()]):
        return None
    unit = re.search("hundred|thousand|grand|million", match["to"], re.IGNORECASE)
    if (
        unit
        and low < 100
        and not re.search(
            "hundred|thousand|grand|million|k", match["from"] + (match["k1"] or ""), re.IGNORECASE
        )
    ):
        low *= SCALES[unit.group().lower()]
    if match["k2"]:
        low, high = low * 1000, high * 1000
    if not low < high:
        return None
    return _said(match, int(low * 100), int(high * 100), currency, 0.9)


def _fraction(match: re.Match[str], currency: str) -> HeardAmount | None:
    """A quarter or three quarters of a million."""
    parts = Fraction(3 if (match["count"] or "").lower() == "three" else 1, 4)
    minor = parts * SCALES[match["unit"].lower()] * 100
    return _said(match, int(minor), int(minor), currency, 0.8)


def _buck(match: re.Match[str], currency: str) -> HeardAmount | None:
    cents = int(value(match["cents"]) or 0)
    return _said(match, 100 + cents, 100 + cents, currency, 0.9) if 0 < cents < 100 else None


def _twos(match: re.Match[str], currency: str) -> HeardAmount | None:
    """Two figures at a time; with a third pair the last are cents: seventy one oh eight (thirty five)."""
    if match["whole3"] or match["big"]:
        head = match["whole3"] or f"{match['big']} {match['ones'] or ''}".strip()
        minor = (_pair(head) * 100 + _pair(match["tail3"] or match["tail4"])) * 100
        return (
            None
            if _pair(head) <= 12
            and minor // 100 % 100 < 60
            and _CLOCK.search(match.string[: match.start()])
            else _said(match, minor, minor, currency, 0.5)
        )
    whole, cents = match["whole"] or match["whole2"], match["cents"] or match["cents2"]
    parts = re.findall(_TWO + "|" + _DIGIT, whole.lower())
    minor = (_pair(parts[0]) * 100 + _pair(parts[1])) * 100 + _pair(cents)
    return _said(match, minor, minor, currency, 0.6)


def _point(match: re.Match[str], currency: str) -> HeardAmount | None:
    """The last pair is cents: three fourteen eighteen is 314.18."""
    hundreds = "" if "hundred" in match["dollars"].lower() else "hundred "
    whole = value(_ZERO.sub(hundreds, match["dollars"]))
    change = _pair(_ZERO.sub("", match["change"]))
    if whole is None or whole.denominator != 1 or not 0 < change < 100:
        return None
    minor = int(whole) * 100 + change
    return _said(match, minor, minor, currency, 0.6)


def _decimal(match: re.Match[str], currency: str) -> HeardAmount | None:
    """Each figure of the cents by itself."""
    whole = value(match["dollars"])
    if whole is None or whole.denominator != 1:
        return None
    cents = _pair(match["tenths"]) * 10 + _pair(match["hundredths"])
    minor = int(whole) * 100 + cents
    return _said(match, minor, minor, currency, 0.8)


def _figure_or_words(said: str) -> Fraction | None:
    return Fraction(said.replace(",", "")) if said[0].isdigit() else value(said)


def _pair(words: str) -> int:
    return sum(VALUES.get(word, 0) for word in re.split("[ -]", words.lower()))


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], HeardAmount | None]], ...] = (
    (_RANGE, _range),
    (_QUARTERS, _fraction),
    (_BUCK, _buck),
    (_DECIMAL, _decimal),
    (_POINT, _point),
    (_TWOS, _twos),
)
