"""Words no line may assert, read from `wording.yaml`; notes for the collector are held to them too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from shounuo.guides.faults import fault
from shounuo.guides.model import Guide
from shounuo.guides.placeholders import BLANK
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

# A denial or a warning just before the words takes them back: 不会坐牢, 不说“您又骗我”. A duty denied
# (没有还款就…, if you do not pay …), a push (别逼我们…) or a joke denied (不是吓唬您) takes nothing back.
_DENIED_ZH = re.compile(
    "不会因为[^，。！？；,.!?;]{0,14}$"
    "|(?:不会|不是|并非|不涉及|不构成|不算|不属于|没有|无需|不用|不必|绝不|从不|不得|不能|无法|不要|不说|不提|不问|不准|禁止|别|勿|谨防|防止|避免)"
    "[^，。！？；,.!?;还逼怪吓骗玩就否以]{0,12}$"
    "|(?:有人|别人|对方|人家|您刚才说|您说|您反映)[^，。！？；,.!?;]{0,12}$"
)
_DENIED_EN = re.compile(
    r"\b(?:not|n't|never|no|without|avoid|nor|nothing|isn't|don't|won't|cannot|can't)\b"
    r"(?:(?!\b(?:pay|make|force|want|ignor|respon|resolv|if|or|you'll|unless|until|kidding|jok|think|settle|hear|bluff)\w*)[^,.;!?]){0,24}$",
    re.IGNORECASE,
)
# These name a denial themselves, so a "不" before them means nothing.
_OWN_DENIAL = {"deny_hardship", "refuse_complaint", "conceal_identity", "mumble", "private_channel", "entangle"}  # fmt: skip
# A note tells the collector what to do; what it warns against is not what is said to a customer.
_IN_NOTES = {"mumble", "threat", "criminal_liability", "conceal_identity", "private_payment", "private_channel", "borrow_to_pay", "exposure", "entangle", "begging"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """One family of words. `code` is the finding it would be on a call."""

    id: str
    code: str
    patterns: Mapping[str, re.Pattern[str]]
    why: Text
    products: frozenset[str]


@cache
def wordings() -> tuple[Wording, ...]:
    """In the order of the file."""
    text = (files("shounuo.guides") / "wording.yaml").read_text(encoding="utf-8")
    return tuple(_read(row) for row in yaml.safe_load(text))


def _read(row: Mapping[str, Any]) -> Wording:
    patterns = {language: re.compile(row[language], re.IGNORECASE) for language in ("zh", "en")}
    only = row.get("only", {})
    return Wording(
        row["id"],
        row["code"],
        patterns,
        Text(row["why"]["zh"], row["why"]["en"]),
        frozenset(only.get("product", ())),
    )


def denied(before: str, language: str) -> bool:
    """Whether the words that follow `before` are denied, warned against or somebody else's."""
    return bool((_DENIED_ZH if language == "zh" else _DENIED_EN).search(before))


def asserted(wording: Wording, text: str, language: str) -> str:
    """The words as asserted in `text`, empty when they are absent or denied."""
    plain = BLANK.sub("·", text)
    for match in wording.patterns[language].finditer(plain):
        if wording.id in _OWN_DENIAL or not denied(plain[: match.start()], language):
            return match.group()
    return ""


def check(guide: Guide) -> Iterable[Problem]:
    """Every line and note that asserts what may not be said."""
    for place, text, is_note in _spoken(guide):
        for wording in wordings():
            if _applies(wording, guide) and (not is_note or wording.id in _IN_NOTES):
                yield from _found(place, text, wording)


def _applies(wording: Wording, guide: Guide) -> bool:
    return (
        not wording.products
        or not guide.scope.products
        or bool(wording.products & guide.scope.products)
    )


def _spoken(guide: Guide) -> Iterator[tuple[str, Text, bool]]:
    for name, step in guide.steps.items():
        for line in step.lines:
            yield f"{guide.id}/{name}/{line.id}", line.text, False
        yield f"{guide.id}/{name}/note", step.note, True


def _found(place: str, text: Text, wording: Wording) -> Iterable[Problem]:
    for language in ("zh", "en"):
        said = asserted(wording, text[language], language)
        if said:
            yield fault(
                wording.code.lower(),
                place,
                f"“{said}”：{wording.why.zh}",
                f"{said!r}: {wording.why.en}",
                "改写这句",
                "rewrite the line",
            )
            return
