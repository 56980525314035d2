"""One sentence a person can read instead of the call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from shounuo.domain.disposition.catalogue import name_of
from shounuo.inspection.codes import NAMES, SEVERITY
from shounuo.inspection.model import Finding, SpokenPromise
from shounuo.inspection.weighing.ending import told_disposition
from shounuo.inspection.weighing.promised import told_promise
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

if TYPE_CHECKING:
    from shounuo.inspection.reading import Reading

_NOTHING_SAID = Text("无通话内容", "Nothing was said")


def summarise(reading: Reading, findings: tuple[Finding, ...]) -> Text:
    agreed = told_promise(reading)
    return sentence(
        told_disposition(reading),
        agreed.said if agreed else None,
        reading.context.currency,
        [finding.code for finding in findings],
    )


def sentence(
    disposition: str | None, promise: SpokenPromise | None, currency: str, codes: Iterable[str]
) -> Text:
    """How the call ended, on what terms, and which faults these are."""
    outcome = name_of(disposition) if disposition else _NOTHING_SAID
    terms, faults = _terms(promise, currency), _faults(Counter(codes))
    return Text(
        f"{outcome.zh}{terms}；{faults.zh}。",
        f"{outcome.en}{terms}; {faults.en}.",
    )


def _terms(promise: SpokenPromise | None, currency: str) -> str:
    if promise is None or promise.cents is None:
        return ""
    if promise.instalments:
        return " +".join(_part(part.cents, part.date, currency) for part in promise.instalments)
    return _part(promise.cents, promise.date, currency)


def _part(cents: int | None, day: date | None, currency: str) -> str:
    """A space, the sum (… where only the rest was named), the day."""
    sum_ = "…" if cents is None else Money(cents, currency).grouped()
    return f" {sum_} {day.isoformat() if day else ''}".rstrip()


def _faults(counted: Counter[str]) -> Text:
    grave = {code: n for code, n in counted.items() if SEVERITY[code] != "minor"}
    if not grave:
        few = counted.total()
        return Text(
            f"合规，质量问题 {few} 处" if few else "合规",
            f"lawful, {few} quality points" if few else "lawful",
        )
    zh = "、".join(f"{NAMES[c].zh}×{n}" if n > 1 else NAMES[c].zh for c, n in grave.items())
    en = ", ".join(
        f"{_inside(NAMES[c].en)} ×{n}" if n > 1 else _inside(NAMES[c].en) for c, n in grave.items()
    )
    return Text(f"发现：{zh}", f"found: {en}")


def _inside(name: str) -> str:
    """Within a sentence; what begins with a proper name (its second word is a capital, too) stays."""
    return name if any(word[0].isupper() for word in name.split()[1:2]) else name.lower()
