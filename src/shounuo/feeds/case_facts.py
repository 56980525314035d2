"""Facts of a case written in the gate's own words: the fields of `rules.facts.Facts` as JSON.

The form of every pack but `us`, whose cases keep the form their regulator's examples came in. What
a case leaves out is as in `PLAIN`: a lawful contact at which every check is silent. An unknown
field, a time without its offset, a word outside a list are refused, never passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from shounuo.feeds.case_form import misspelt
from shounuo.feeds.case_words import refuse_misspelt, refuse_unknown_numbers
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.rules.facts import Facts

PLAIN: dict[str, Any] = {
    "proposed": {
        "channel": "call", "person_id": "c1", "role": "customer", "debts": ["d1"],
        "collector": {"kind": "lender_staff", "organisation": "lender", "person": "s1"},
        "contact_id": "k1", "address": {"id": "n1", "source": "contract"},
        "line": {"id": "l1", "approved": True, "private": False}, "first_contact": False,
        "content": {"names_institution": True}, "expected_duration": 5, "recording_works": True,
    },
    "creditor": {"id": "lender", "country": "CN", "kind": "bank", "agencies": ["agency"]},
    "customer": {
        "id": "c1", "adult": True, "numbers": [{"id": "n1", "source": "contract"}],
        "locations": [{"zone": "Asia/Shanghai", "country": "CN"}],
    },
    "debts": [{"id": "d1", "kind": "consumer", "product": "credit_card", "settled": False,
               "plan": "none"}],
    "other_parties": [],
}  # fmt: skip

MAY_BE_BLANK = (".evidence", ".contact_id", ".line.id", ".organisation")  # none, or our own


def _refuse(where: str, zh: str, en: str) -> Refused:
    return Refused(Problem("case_fact", Text(f"{where}：{zh}", f"{where}: {en}")))


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _record(kind: type, raw: Any, where: str) -> Any:
    if not isinstance(raw, dict):
        raise _refuse(where, "应为对象", "an object is needed")
    known = {field.name for field in fields(kind)}
    for key in raw:
        if key not in known:
            raise misspelt(key, known, where)
    hints = _hints(kind)
    told = {key: read(hints[key], value, f"{where}.{key}") for key, value in raw.items()}
    try:
        return kind(**told)
    except TypeError as error:
        raise _refuse(where, f"字段不全：{error}", f"fields are missing: {error}") from None


def _moment(raw: Any, where: str, bare_day: bool) -> date | datetime:
    try:
        if bare_day and len(str(raw)) == 10:
            return date.fromisoformat(str(raw))
        moment = datetime.fromisoformat(str(raw))
    except ValueError:
        raise _refuse(where, f"“{raw}”不是时间", f"{raw!r} is no time") from None
    if moment.tzinfo is None:
        raise _refuse(where, f"“{raw}”没有时区", f"{raw!r} has no UTC offset")
    return moment


def _is_day(raw: Any) -> bool:
    try:
        return isinstance(raw, str) and bool(date.fromisoformat(raw))
    except ValueError:
        return False


def _one_of(kinds: tuple[Any, ...], raw: Any, where: str) -> Any:
    """A value of a union: None, a moment, or of the kind that JSON already gave it."""
    if raw is None:
        if type(None) in kinds:
            return None
        raise _refuse(where, "不能为空", "may not be null")
    rest = [kind for kind in kinds if kind is not type(None)]
    if datetime in rest:
        return _moment(raw, where, bare_day=date in rest)
    if date in rest and _is_day(raw):
        return date.fromisoformat(raw)
    exact = [kind for kind in rest if type(raw) is kind]
    return read(exact[0] if exact else rest[0], raw, where)


def _many(kind: Any, raw: Any, where: str) -> Any:
    if not isinstance(raw, list):
        raise _refuse(where, "应为列表", "a list is needed")
    members = get_args(kind)
    if get_origin(kind) is tuple and Ellipsis not in members:
        if len(raw) != len(members):
            raise _refuse(where, f"应有 {len(members)} 项", f"{len(members)} items are needed")
        return tuple(read(m, item, where) for m, item in zip(members, raw, strict=True))
    items = [read(members[0], item, f"{where}[{at}]") for at, item in enumerate(raw)]
    return frozenset(items) if get_origin(kind) is frozenset else tuple(items)


def _simple(kind: Any, raw: Any, where: str) -> Any:
    try:
        if issubclass(kind, StrEnum):
            return kind(raw)
        if kind is time:
            return time.fromisoformat(str(raw))
        if kind is timedelta:
            return timedelta(minutes=raw)
    except (ValueError, TypeError):
        raise _refuse(where, f"“{raw}”不在取值之列", f"{raw!r} is no {kind.__name__}") from None
    if kind is datetime:
        return _moment(raw, where, bare_day=False)
    if kind is date and not _is_day(raw):
        raise _refuse(where, f"“{raw}”不是日期", f"{raw!r} is no date")
    if kind is date:
        return date.fromisoformat(raw)
    if not isinstance(raw, kind) or (kind is int and isinstance(raw, bool)):
        raise _refuse(where, f"“{raw}”类型不符", f"{raw!r} is no {kind.__name__}")
    if raw == "" and not where.endswith(MAY_BE_BLANK):
        raise _refuse(where, "空白；不知道请写 null", "blank; null is *not known*")
    if kind is str:
        refuse_misspelt(raw, where)
    return raw


def read(kind: Any, raw: Any, where: str) -> Any:
    """`raw` JSON as a value of `kind`, durations in minutes.

    Raises `Refused` or `CaseRefused` naming the field.
    """
    origin = get_origin(kind)
    if kind is Any:
        return raw
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), raw, where)
    if origin in (tuple, frozenset):
        return _many(kind, raw, where)
    if origin is Mapping:
        return MappingProxyType(dict(raw))
    return _record(kind, raw, where) if is_dataclass(kind) else _simple(kind, raw, where)


def over_plain(raw: Mapping[str, Any], plain: Mapping[str, Any] = MappingProxyType(PLAIN)) -> Any:
    """The case's objects laid over the plain ones, field by field; lists are replaced whole."""
    merged = dict(plain)
    for key, value in raw.items():
        below = plain.get(key)
        nested = isinstance(value, dict) and isinstance(below, dict)
        merged[key] = over_plain(value, below) if nested and below is not None else value
    return merged


def facts_of(raw: Mapping[str, Any]) -> Facts:
    """The facts of one case over `PLAIN`. Raises `Refused`, `CaseRefused` for what cannot be read."""
    facts: Facts = read(Facts, over_plain(raw), "facts")
    refuse_unknown_numbers(facts.creditor.stricter)
    return facts
