"""A turn without the lender's name, which may hold a word for a way of paying."""

from __future__ import annotations

from shounuo.inspection.names import places
from shounuo.inspection.reading import Reading
from shounuo.kernel.patterns import quick_pattern

_GENERIC_TAIL = quick_pattern(
    r"^ ?(?:(?:bank|savings|credit|union|trust|mobile|financial|消费金融|银行) ?)+"
)


def without_lender(reading: Reading, text: str) -> str:
    """Gallatin Savings Bank is no savings account."""
    context = reading.context
    for name in (context.lender, context.agency or ""):
        text = text.replace(name.lower(), " ") if name else text
        for start, end in reversed(list(places(name, text, english=reading.english))):
            text = text[:start] + " " + _GENERIC_TAIL.sub(" ", text[end:])
    return text
