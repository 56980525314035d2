"""`shounuo say 7108.35`: how an amount is said, which digits are misheard, and the rounded ask."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

import click

from shounuo.commands._report import json_option, report
from shounuo.domain.spoken_amount import SpokenAmount, spoken_amount
from shounuo.kernel.money import EXPONENT, Money


def _money(text: str, currency: str, option: str) -> Money:
    places = EXPONENT.get(currency, 2)
    try:
        minor = Decimal(text.replace(",", "").lstrip("¥$")) * 10**places
    except InvalidOperation as error:
        raise click.BadParameter(
            f"{text!r} is not an amount like 7108.35", param_hint=option
        ) from error
    if minor != minor.to_integral_value() or minor < 0 or minor >= 10**15:
        raise click.BadParameter(
            f"{text} must be from 0 to under 10**{15 - places} with at most {places} decimals",
            param_hint=option,
        )
    return Money(int(minor), currency)


@click.command()
@click.argument("amount")
@click.option("--currency", default="CNY", show_default=True, type=click.Choice(sorted(EXPONENT)))
@click.option("--owed", help="Everything owed now: a rounded ask never goes above it.")
@click.option(
    "--method", help="How they pay: app, statement_transfer or auto_debit take the exact figure."
)
@click.option("--lang", default="zh", show_default=True, type=click.Choice(["zh", "en"]))
@json_option
def command(
    amount: str, currency: str, owed: str | None, method: str | None, lang: str, as_json: bool
) -> None:
    """Print how AMOUNT is said so that it is heard right."""
    floor = _money(amount, currency, "AMOUNT")
    limit = _money(owed, currency, "--owed") if owed is not None else None
    if limit is not None and limit < floor:
        raise click.BadParameter(
            f"{limit.plain()} is less than the amount asked, {floor.plain()}", param_hint="--owed"
        )
    # Not told what is owed: show the figure, and say how much must be owed for it to be asked.
    room = limit if limit is not None else Money(floor.minor * 2, currency)
    said = spoken_amount(floor, owed=room, method=method, language=lang)
    only_if = said.ask.ask.plain() if limit is None and said.ask.rounded else None
    data = {**_data(said, lang), "only_if_owed_at_least": only_if}
    report(data, as_json=as_json, lines=_lines(said, lang, only_if))


def _data(said: SpokenAmount, lang: str) -> dict[str, Any]:
    ask = said.ask
    return {
        "amount": said.amount.plain(),
        "minor": said.amount.minor,
        "currency": said.amount.currency,
        "spoken": said.spoken,
        "colloquial": said.colloquial,
        "confusable": [{"index": d.index, "digit": d.char} for d in said.digits if d.confusable],
        "marked": _marked(said),
        "stressed_tail": said.stressed_tail,
        "rounded_ask": ask.ask.plain(),
        "rounded_ask_minor": ask.ask.minor,
        "rounded_ask_spoken": said.ask_spoken,
        "rounded": ask.rounded,
        "free_of_confusables": ask.free_of_confusables,
        "why": ask.why[lang],
    }


def _marked(said: SpokenAmount) -> str:
    """Each digit that is easily misheard in brackets: [7][1]08.35."""
    return "".join(f"[{d.char}]" if d.confusable else d.char for d in said.digits)


def _lines(said: SpokenAmount, lang: str, only_if: str | None) -> list[str]:
    ask, zh = said.ask, lang == "zh"
    condition = (
        "" if only_if is None else "；欠款不低于此数才可以" if zh else "; only if as much is owed"
    )
    names = (
        ("准数", "口语", "易混", "重读", "可以这样要")
        if zh
        else ("exact", "spoken", "misheard", "stress", "ask")
    )
    rows = [
        (names[0], f"{said.amount.grouped()} {said.amount.currency}  {said.spoken}"),
        (names[1], said.colloquial if zh else ""),
        (names[2], _marked(said)),
        (names[3], said.stressed_tail),
        (names[4], f"{ask.ask.grouped()}  {said.ask_spoken}  ({ask.why[lang]}{condition})"),
    ]
    return [f"{name}: {value}" for name, value in rows if value]
