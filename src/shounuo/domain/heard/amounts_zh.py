"""Amounts of money in a Chinese sentence, told apart from every other number in it."""

from __future__ import annotations

import re
from fractions import Fraction

from shounuo.domain.heard import numerals
from shounuo.domain.heard.items import HeardAmount, HeardNumber, Span
from shounuo.domain.heard.money_shapes_zh import (
    BARE,
    CENTS,
    CURRENCY,
    IDIOM,
    MAIN,
    PAIR,
    SCALE,
    START,
    SYMBOL,
    VAGUE,
    digit,
    small_change,
)
from shounuo.domain.heard.number_kinds_zh import (
    about_paying,
    confidence_without_unit,
    other_number,
    said_roughly,
)
from shounuo.domain.heard.spans_zh import join_amounts
from shounuo.kernel.money import EXPONENT


def find(
    text: str, taken: list[tuple[int, int]], default: str
) -> tuple[list[HeardAmount], list[HeardNumber]]:
    """`text` in plain characters; `taken` spans (dates) are not looked at. Both results in order."""
    amounts: list[HeardAmount] = []
    numbers: list[HeardNumber] = []
    busy = list(taken) + [m.span() for m in IDIOM.finditer(text)]
    for match in VAGUE.finditer(text):
        if _free(match.span(), busy) and not (
            match.start() and text[match.start() - 1] in "一二两三四五六七八九十百千万几\\d"
        ):
            amounts.append(_vague(match, default))
            busy.append(match.span())
    for match in BARE.finditer(text):
        if _free(match.span(), busy) and not (
            match.start()
            and text[match.start() - 1] in "一二两三四五六七八九十百千万几半好0123456789"
        ):
            minor = SCALE[match["unit"]] * (10 + numerals.DIGIT[match["digit"]]) * 10
            amounts.append(
                _amount(
                    match,
                    minor,
                    minor,
                    default,
                    confidence=0.9,
                    approximate=said_roughly("", text[match.end() :]),
                )
            )
            busy.append(match.span())
    _scan(text, busy, taken, default, amounts, numbers)
    amounts.sort(key=lambda item: item.span.start)
    return join_amounts(amounts, text, taken), numbers


def _scan(
    text: str,
    busy: list[tuple[int, int]],
    taken: list[tuple[int, int]],
    default: str,
    amounts: list[HeardAmount],
    numbers: list[HeardNumber],
) -> None:
    place, small = 0, any(unit in text for unit in "毛角分")
    while True:
        start = START.search(text, place)
        if start is None:
            return
        place = start.start()
        # What ends where a date begins is read as if the sentence ended there: 三千二十号 is 三千, 二十号.
        stop = min((begin for begin, _ in taken if begin > place), default=len(text))
        main = MAIN.match(text, place, stop)
        cents = CENTS.match(text, place, stop) if small else None
        match = (
            cents
            if cents and (not main or (cents.start() <= main.start() and not main["cur"]))
            else main
        )
        if match is None:
            place += 1
            continue
        place = max(match.end(), place + 1)
        blocking = [end for start, end in busy if start < match.end() and match.start() < end]
        if blocking:
            place = max(match.start() + 1, min(blocking))
            continue
        if match is cents:
            amounts.append(_lone_cents(match, default))
            continue
        item = _main(match, text, stop, default)
        if isinstance(item, HeardAmount):
            amounts.append(item)
        elif item is not None:
            numbers.append(item)


def _free(span: tuple[int, int], busy: list[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in busy)


def _amount(
    match: re.Match[str],
    low: Fraction | int,
    high: Fraction | int,
    currency: str,
    *,
    confidence: float,
    approximate: bool = False,
    vague: bool = False,
) -> HeardAmount:
    """`low` and `high` already in minor units."""
    return HeardAmount(
        Span(*match.span(), match.group()),
        int(low),
        currency,
        int(high),
        approximate or high != low,
        vague,
        confidence,
    )


def _vague(match: re.Match[str], currency: str) -> HeardAmount:
    places = 10 ** EXPONENT.get(currency, 2)
    if match["loose"] or match["above"]:
        low = high = SCALE[match["loose"] or match["above"]]
    elif match["pair"]:
        low, high = PAIR[match["pair"]]
    else:
        low, high, places = (1, 2, places) if "块" in match["kuai"] else (1, 2, places // 10)
    low_f, high_f = Fraction(low * places), Fraction(high * places)
    return _amount(
        match,
        low_f,
        high_f,
        currency,
        confidence=0.4,
        approximate=True,
        vague=True,
    )


def _lone_cents(match: re.Match[str], currency: str) -> HeardAmount:
    if match["only"]:
        low = high = digit(match["only"])
        return _amount(match, low, high, currency, confidence=0.9)
    jiao, fen = match["jiao"], digit(match["fen"]) if match["fen"] else 0
    if jiao == "几":
        return _amount(
            match,
            20,
            90,
            currency,
            confidence=0.4,
            approximate=True,
            vague=True,
        )
    low, high = sorted((digit(jiao[0]), digit(jiao[-1])))
    return _amount(
        match,
        low * 10 + fen,
        high * 10 + fen,
        currency,
        confidence=1.0,
    )


def _main(
    match: re.Match[str], text: str, stop: int, default: str
) -> HeardAmount | HeardNumber | None:
    number = numerals.read(match["num"])
    scale = {"w": 10**4, "k": 1000}.get((match["scale"] or "").lower(), 1)
    currency = (
        CURRENCY[match["cur"]]
        if match["cur"]
        else SYMBOL[match["sym"]]
        if match["sym"]
        else default
    )
    places = 10 ** EXPONENT.get(currency, 2)
    cents, loose = small_change(match["small"]) if match["small"] else (0, False)
    before, after = (
        text[max(0, match.start() - 12) : match.start()],
        text[match.end() : min(stop, match.end() + 8)],
    )
    said = bool(match["cur"] or match["sym"] or match["whole"])
    # 一块 is a piece or "together" when nothing says money after or before it.
    together = (
        match["num"] == "一"
        and match["cur"] == "块"
        and not match["small"]
        and not after.startswith("钱")
    )
    together = together and not about_paying(before) and bool(before.strip() or after.strip())
    confidence = 1.0 if said else confidence_without_unit(match, number, before, after, text)
    if together or not confidence:
        return None if together else other_number(match, before, after, text, number)
    approximate = number.approximate or loose or bool(match["more"]) or "半" in match["num"]
    approximate = approximate or said_roughly(before, after)
    # Fractions are slow to reckon with: most numbers are no range and have no tenth.
    more = Fraction(int(match["tenth"]) * scale * places, 10) + cents if match["tenth"] else cents
    low = number.low * (scale * places) + more
    high = low if number.high == number.low else number.high * (scale * places) + more
    if low.denominator != 1:
        return HeardNumber(Span(*match.span(), match.group()), "digits", match["num"])
    return _amount(
        match,
        low,
        high,
        currency,
        confidence=confidence,
        approximate=approximate,
        vague="几" in match["num"],
    )
