"""Whether a case's JSON keeps to its form: every key known, every value of its kind or list.

A form is a mapping of keys to forms, a one-item list of a form, a set of words, a pattern, a
reader of single values, or a type. A word or key that nothing reads would be passed over in silence and change the answer: it is refused, by
its path, with the nearest known one. null is *not known* and fits every form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from shounuo.feeds.case_values import CaseRefused

Form = Any
KINDS = {
    bool: ("是或否", "true or false"),
    int: ("整数", "a whole number"),
    str: ("文字", "a text"),
}


def misspelt(word: Any, known: Iterable[str], where: str) -> CaseRefused:
    """The refusal of a word that is not among the known ones, with the nearest of them."""
    near = get_close_matches(str(word), list(known), n=1)
    zh = f"{where}：没有“{word}”" + (f"，是否“{near[0]}”？" if near else "")
    en = f"{where}: there is no {word!r}" + (f"; {near[0]!r}?" if near else "")
    return CaseRefused(zh, en)


def _kind(raw: Any, kind: type, where: str) -> None:
    if not isinstance(raw, kind) or (kind is int and isinstance(raw, bool)):
        zh, en = KINDS[kind]
        raise CaseRefused(f"{where}：“{raw}”不是{zh}", f"{where}: {raw!r} is not {en}")
    if raw == "":
        raise CaseRefused(f"{where}：空白；不知道请写 null", f"{where}: blank; null is *not known*")


def _object(raw: Any, form: Mapping[str, Form], where: str) -> None:
    if not isinstance(raw, dict):
        raise CaseRefused(f"{where}：应为对象", f"{where}: an object is needed")
    for key, value in raw.items():
        if key not in form:
            raise misspelt(key, form, where)
        conform(value, form[key], f"{where}.{key}")


def conform(raw: Any, form: Form, where: str) -> None:
    """Raises `CaseRefused` at the first key or value that is not of the form."""
    if raw is None:
        return
    if isinstance(form, Mapping):
        _object(raw, form, where)
    elif isinstance(form, list):
        if not isinstance(raw, list):
            raise CaseRefused(f"{where}：应为列表", f"{where}: a list is needed")
        for at, item in enumerate(raw):
            if item in (
                None,
                "",
            ):  # a call or a debt left out by a blank would be missed in silence
                raise CaseRefused(f"{where}[{at}]：空项", f"{where}[{at}]: an empty item")
            conform(item, form[0], f"{where}[{at}]")
    elif isinstance(form, type):
        _kind(raw, form, where)
    elif callable(form):
        form(raw, where)
    elif isinstance(form, re.Pattern):
        if not isinstance(raw, str) or not form.fullmatch(raw):
            raise misspelt(raw, form.pattern.split("|"), where)
    elif isinstance(raw, (list, dict)) or raw not in form:
        raise misspelt(raw, [word for word in form if isinstance(word, str)], where)
