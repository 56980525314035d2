"""How figures of the trade are written on a page: one filter per kind of thing."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import translation

from shounuo.access.masking import mask_address, mask_email, mask_id, mask_name, mask_number
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.models import ContactPoint
from shounuo.rules.sentences import ORIGINS, UNITS, cite, load_sentences
from shounuo.rules.verdict import Clause

register = template.Library()
SIGNS = {"CNY": "¥", "USD": "$", "TWD": "NT$", "HKD": "HK$", "EUR": "€", "GBP": "£"}


@register.filter
def money(cents: int | None, currency: str = "CNY") -> str:
    """Minor units -> ¥7,108.35; nothing known -> a dash."""
    if cents is None:
        return "–"
    text = Money(int(cents), currency).grouped()
    sign = SIGNS.get(currency, f"{currency} ")
    return f"-{sign}{text[1:]}" if text.startswith("-") else f"{sign}{text}"


@register.filter
def plain_money(cents: int | None, currency: str = "CNY") -> str:
    """Minor units -> 7108.35, as it is typed."""
    return "" if cents is None else Money(int(cents), currency).plain()


@register.filter
def percent(rate: float | None) -> str:
    """0…1 -> 62%; no rate is a dash, never zero."""
    return "–" if rate is None else f"{rate * 100:.0f}%"


@register.filter
def percent_against(rate: float | None, band: tuple[float, float]) -> str:
    """As `percent`; with decimals where a rate would else read as the edge of a band that it misses: 54.8%."""
    if rate is None:
        return percent(rate)
    told = (f"{rate * 100:.{places}f}" for places in range(3))
    edges = {f"{edge * 100:.{places}f}" for edge in band if edge != rate for places in range(3)}
    return next((one for one in told if one not in edges), f"{rate * 100:.3f}") + "%"


@register.filter
def points(difference: float | None) -> str:
    """A difference of two rates -> +3.4, in hundredths; nothing known is a dash."""
    return "–" if difference is None else f"{difference * 100:+z.1f}"


@register.filter
def clock_time(seconds: float | None) -> str:
    """Seconds -> 3:07; nothing known -> a dash."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


@register.filter
def said(text: Text | None) -> str:
    """A bilingual text in the reader's language."""
    return "" if text is None else text[translation.get_language() or "zh"]


@register.filter
def cited(clause: Clause) -> str:
    """A clause in the reader's language: text, place, who made it, how far it is verified."""
    return said(cite(clause))


@register.filter
def made_by(clause: Clause) -> str:
    """Law, self-regulation or house policy, in the reader's language."""
    return said(ORIGINS[clause.origin])


@register.filter
def unit_said(unit: str) -> str:
    """The unit of a rule's number."""
    return said(UNITS[unit])


@register.filter
def pack_said(name: str) -> str:
    """A rule pack by its name in the reader's language."""
    return said(load_sentences(name).title)


@register.filter
def masked_name(name: str) -> str:
    return mask_name(name)


@register.filter
def masked_number(number: str) -> str:
    return mask_number(number)


@register.filter
def masked_point(point: ContactPoint) -> str:
    """A number, e-mail or address, each masked in its own way."""
    how = {"email": mask_email, "address": mask_address}.get(point.kind, mask_number)
    return how(point.value)


@register.filter
def masked_id(identity: str) -> str:
    return mask_id(identity)


@register.filter
def lookup(mapping: dict[str, object], key: str) -> object:
    """The entry of a mapping; the key itself when there is none."""
    return mapping.get(key, key)


@register.filter
def since(moment: datetime | None, now: datetime) -> str:
    """Whole minutes from a moment to now: 12′."""
    if moment is None:
        return ""
    return f"{max(0, int((now - moment).total_seconds() // 60))}′"
