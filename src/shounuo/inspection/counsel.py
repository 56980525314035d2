"""Whether the other side says that a lawyer acts for them on this debt, or only that they mean to ask or to take one.

The law parts the two. A collector who knows that an attorney represents the consumer on the debt, and knows or can
readily find the attorney's name and address, may contact the attorney alone (15 USC 1692c(a)(2), 12 CFR 1006.6(b)(2)).
Who wants a lawyer, will ask one or threatens with one is represented by nobody yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from shounuo.inspection import counsel_en, counsel_zh
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot

_REACH = 40  # flat characters


def represented(reading: Reading) -> Iterator[Spot]:
    """Where they say that a lawyer acts for them, or send the caller to their lawyer."""
    words = counsel_en if reading.english else counsel_zh
    for said, unless in ((words.HAS, words.HAS_NOT), (words.SENDS, words.SENDS_NOT)):
        yield from (s for s in reading.find(said, "party") if not unless.search(_before(s)))


def sought(reading: Reading) -> Iterator[Spot]:
    """Where they say of themselves that they want a lawyer or will speak with one."""
    words = counsel_en if reading.english else counsel_zh
    for spot in reading.find(words.SEEKS, "party"):
        before = _before(spot)
        if words.SEEKS_BY.search(before) and not words.SEEKS_NOT.search(before):
            yield spot


def _before(spot: Spot) -> str:
    """What stands before it in the sentence, with a comma where punctuation stood."""
    flat = spot.turn.flat
    begins = max((stop for stop in flat.stops if stop <= spot.start), default=0)
    places = range(max(begins, spot.start - _REACH), spot.start + 1)
    marked = (f"{',' * (at in flat.breaks and at > begins)}{flat.text[at]}" for at in places)
    return "".join(marked)[:-1]
