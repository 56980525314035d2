"""Amounts of money in an English sentence: figures and number words.

A number without a money word is an amount only when its shape or the verb before it says so.
"""

from __future__ import annotations

import re
from fractions import Fraction

from shounuo.domain.heard.items import HeardAmount, HeardNumber, NumberKind, Span
from shounuo.domain.heard.numbers_en import FIGURE, MAJOR, NUMBER, SCALES, value
from shounuo.domain.heard.read_out_en import CENTS, READERS

_CODE = {"yuan": "CNY", "rmb": "CNY", "cny": "CNY", "pou": "GBP", "eur": "EUR"}
# Beside a sum a pair of figures is cents, unless it counts something of its own.
_NO_CENTS = r"(?:first|second|third|\w+th|hundred|thousand|grand|dollars?|bucks?|cents?|percent|days?|weeks?|months?|years?|hours?|minutes?|mins?|business|[ap]\.?m|o'?clock|payments?|instal\w+|times|more)\b"
_MAIN = re.compile(
    rf"(?P<sym>\$|US\$|£|€|¥)?\s?(?<![\w.,])(?P<num>(?P<fig>{FIGURE})(?:\s?(?P<k>k|grand|thousand|hundred|million))?\b|\b{NUMBER}\b)"
    rf"(?:\s*(?P<major>{MAJOR})\b)?(?:(?P<gap>\s*(?:,\s*)?and\s+|\s+)(?P<cents>\d{{1,2}}|{NUMBER})\s+cents?\b|(?P<onlycents>\s*(?:cents?|¢)(?!\w))|(?(major)\s+(?:and\s+)?(?P<bare>{CENTS})\b(?![\s-]+{_NO_CENTS})))?",
    re.IGNORECASE,
)
_COUPLE = re.compile(
    rf"\b(?P<n>couple|few|several)(?:\s+of)?\s+(?P<u>hundred|thousand|grand|bucks|dollars)(?:\s+{MAJOR})?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:ending|ends|last four(?: digits)?(?: of the \w+)?|account(?: number)?|card(?: number)?|reference|zip)(?:\s+(?:in|with|ending|is|number|of))*\s*$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:call|phone|number|dial|reach|at)(?:\s+(?:me|us|is|back|at|on))*\s*[:(]?\s*$", re.IGNORECASE
)
_PAYS = re.compile(
    r"(?:pay|send|owe|put|do|afford|balance(?: is| of)?|due(?: is)?|amount(?: is| of)?|paid|swing|manage|for|total(?: is)?|payment of|just|only)(?:\s+(?:you|down|in|about|around|like|maybe|at least))*\s*$",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"(?:(?<!how )about|around|roughly|maybe|like|almost|nearly|close to|at least|at most|up to|over|under|somewhere near)\s+(?:a\s+)?$",
    re.IGNORECASE,
)
_LOOSE_AFTER = re.compile(
    r"\s*(?:or so|and (?:some )?change|tops\b|max(?:imum)?\b|min(?:imum)?\b|at (?:the )?(?:very )?(?:most|least)|or (?:less|more|thereabouts)|and up\b|ish|-ish|something|plus|give or take)",
    re.IGNORECASE,
)
# three fifty, fourteen-sixty: hundreds left unsaid. nineteen ninety and twenty eighteen are years.
_SHORT = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)"
    r"[\s-](?:ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]\w+)?)"
)
_WHEN = re.compile(r"\s*,?\s*(?:even|flat|tonight|today|tomorrow|now|a month|per month|every month|each month|down|past due|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|by (?:mon|tues|wednes|thurs|fri|satur|sun|the|tomorrow|tonight)|this (?:mon|tues|wednes|thurs|fri|satur|sun|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun|my|the))", re.IGNORECASE)  # fmt: skip
_KINDS: tuple[tuple[re.Pattern[str], NumberKind], ...] = (
    (re.compile(r"\s*(?:%|percent)", re.I), "percent"),
    (re.compile(r"[\s-]*(?:calendar |business |more )?days?\b", re.I), "days"),
    (re.compile(r"\s*(?:instal?lments?|payments?)\b", re.I), "instalments"),
    (
        re.compile(
            r"\s*(?::\d\d|o'?clock|a\.?m\b|p\.?m\b|hours?|minutes?|mins?|seconds?|thirty\b)", re.I
        ),
        "time",
    ),
    (re.compile(r"(?:st|nd|rd|th)\b", re.I), "ordinal"),
    (
        re.compile(
            r"[\s-]*(?:years?|months?|weeks?|times?|calls?|people|kids?|children|accounts?|letters?|digits?|jobs?|of us|shifts?|cards?|loans?)\b",
            re.I,
        ),
        "count",
    ),
)
_CLOCK = re.compile(r"\b(?:at|by|around|until|till|after|before)\s+$", re.IGNORECASE)


def find(
    text: str, taken: list[tuple[int, int]], default: str
) -> tuple[list[HeardAmount], list[HeardNumber]]:
    """Amounts and the numbers that are none; `taken` spans (dates) are not looked at."""
    amounts: list[HeardAmount] = []
    numbers: list[HeardNumber] = []
    busy = list(taken)
    for match in _COUPLE.finditer(text):
        amounts.append(_couple(match, default))
        busy.append(match.span())
    for pattern, make in READERS:
        for match in pattern.finditer(text):
            amount = None if _TAIL.search(text[: match.start()]) else make(match, default)
            if amount and all(match.end() <= s or e <= match.start() for s, e in busy):
                amounts.append(amount)
                busy.append(match.span())
    for match in _MAIN.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in busy):
            continue
        item = _item(match, default)
        if isinstance(item, HeardAmount):
            amounts.append(item)
        elif item is not None:
            numbers.append(item)
    amounts.sort(key=lambda found: found.span.start)
    return amounts, numbers


def _couple(match: re.Match[str], currency: str) -> HeardAmount:
    unit = SCALES.get(match["u"].lower(), 1)
    count = {"couple": 2, "few": 3, "several": 3}[match["n"].lower()]
    start, end = match.span()
    return HeardAmount(
        Span(start, end, match.group()),
        count * unit * 100,
        currency,
        count * unit * 100 * (1 if count == 2 else 3),
        True,
        True,
        0.4,
    )


def _item(match: re.Match[str], default: str) -> HeardAmount | HeardNumber | None:
    text, end = match.string, match.end()
    start = match.start("sym") if match["sym"] else match.start("num")
    before, after = text[max(0, start - 30) : start], text[end : end + 20]
    span = Span(start, end, text[start:end])
    number = _in_cents(match["num"]) if match["onlycents"] else _number(match)
    if number is None:
        return None
    if match["onlycents"]:
        return HeardAmount(span, int(number), default, int(number), False, False, 1.0)
    said = bool(match["major"] or match["sym"] or match["cents"])
    confidence = 1.0 if said else _confidence(match, number, before, after)
    if not confidence:
        return _other(match, before, after, number)
    change = match["cents"] or match["bare"]
    cents = (_cents(change) or 0) if change else 0
    minor = number * 100 + cents
    if minor.denominator != 1:
        return None
    rough = bool(_ROUGH.search(before) or _LOOSE_AFTER.match(after))
    return HeardAmount(
        span, int(minor), _currency(match, default), int(minor), rough, False, confidence
    )


def _in_cents(said: str) -> Fraction | None:
    """What was said before "cents": eighty, or dollars and cents (seventy four and six)."""
    head, found, tail = said.rpartition(" and ")
    dollars, cents = (value(head), value(tail)) if found else (None, None)
    if dollars is not None and cents is not None:
        return dollars * 100 + cents
    return Fraction(said.replace(",", "")) if said[0].isdigit() else value(said)


def _currency(match: re.Match[str], default: str) -> str:
    if match["sym"]:
        return {"£": "GBP", "€": "EUR", "¥": "CNY"}.get(match["sym"], "USD")
    major = (match["major"] or "").lower()
    return _CODE.get(major, _CODE.get(major[:3], "USD" if major else default))


def _cents(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    found = value(text)
    return int(found) if found is not None else None


def _number(match: re.Match[str]) -> Fraction | None:
    if match["fig"]:
        scale = {"k": 1000, "grand": 1000}.get((match["k"] or "").lower()) or SCALES.get(
            (match["k"] or "").lower(), 1
        )
        return Fraction(match["fig"].replace(",", "")) * scale
    return value(match["num"])


def _confidence(match: re.Match[str], number: Fraction, before: str, after: str) -> float:
    if _TAIL.search(before) or any(pattern.match(after) for pattern, _ in _KINDS):
        return 0
    words = match["num"].lower()
    if not match["fig"]:
        if words == "grand":
            return 0  # that'd be grand
        big = any(scale in words.split() for scale in SCALES)
        if big:
            return 0.8
        minutes = number % 100 < 60  # at four ninety-three is no hour of the day
        if _SHORT.fullmatch(words) and not (minutes and _CLOCK.search(before)):
            return 0.5
        if number >= 20 and _WHEN.match(after):
            return 0.5
        return 0.5 if _PAYS.search(before) and number >= 20 else 0
    if match["k"] or re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d\d", match["fig"]):
        return 0.8
    if (
        len(match["fig"]) > 6
        or (_CLOCK.search(before) and number <= 12)
        or match["fig"].startswith("0")
    ):
        return 0
    alone = not re.sub(r"[\s,.!?]", "", match.string.replace(match.group(), "", 1))
    if number >= 20 and _WHEN.match(after):
        return 0.5
    return 0.6 if (alone and number >= 10) or (_PAYS.search(before) and number >= 20) else 0


def _other(match: re.Match[str], before: str, after: str, number: Fraction) -> HeardNumber | None:
    span = Span(match.start("num"), match.end("num"), match["num"])
    said = match["fig"] or str(number)
    kind = next((kind for pattern, kind in _KINDS if pattern.match(after)), None)
    # This account is fifteen days late tells no number of the account.
    if kind != "days" and _TAIL.search(before):
        return HeardNumber(span, "card_tail", said)
    if kind is None and not match["fig"]:
        return None
    if kind is None and _CLOCK.search(before) and number <= 12:
        return HeardNumber(span, "time", said)
    phone = len(said) >= 7 or (len(said) > 2 and bool(_PHONE.search(before)))
    return HeardNumber(span, kind or ("phone" if phone else "digits"), said)
