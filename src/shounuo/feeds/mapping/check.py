"""What is wrong with a mapping, all of it, before a file is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from shounuo.feeds.mapping.fields import FIELDS, KINDS
from shounuo.feeds.mapping.rules.registry import rules
from shounuo.kernel.money import EXPONENT
from shounuo.kernel.text import Text

TOP = {
    *("name", "kind", "fields", "format", "currency", "manner", "shrink_limit_percent", "source"),
    *("negative", "points", "history", "facts", "left_out", "trailer", "lender", "cite", "notes"),
}
FORMAT = {
    "dates": {"ymd", "dmy", "mdy"},
    "era": {"ce", "roc"},
    "excel": {"", "1900", "1904"},
    "decimal": {".", ","},
    "credit_is_negative": {"True", "False"},
}
FREE_FORMAT = {"encoding", "delimiter", "sheet"}


def faults_of(data: Any, kind: str) -> list[Text]:
    """Every fault, in the order of the file."""
    if not isinstance(data, dict) or not isinstance(data.get("fields"), dict):
        return [Text("映射要有 fields 一节", "A mapping needs a section `fields`")]
    if data.get("kind") not in KINDS:
        return [Text(f"kind 只能是 {', '.join(KINDS)}", f"`kind` is one of {', '.join(KINDS)}")]
    if data["kind"] != kind:
        told = data["kind"]
        return [Text(f"这是 {told} 的映射，不是 {kind} 的", f"It maps {told}, not {kind}")]
    return [*_top(data), *_format(data.get("format") or {}), *_fields(data), *_rest(data)]


def _top(data: Mapping[str, Any]) -> Iterator[Text]:
    for key in data.keys() - TOP:
        yield Text(f"不认识 {key}", f"`{key}` is not known")
    if data.get("manner", "delta") not in ("snapshot", "delta"):
        yield Text("manner 是 snapshot 或 delta", "`manner` is snapshot or delta")
    if data.get("currency") and data["currency"] not in EXPONENT:
        yield Text(f"没有币种 {data['currency']}", f"There is no currency {data['currency']}")
    if data["kind"] == "payments" and not data.get("source"):
        yield Text("付款要写 source（哪个来源）", "Payments need `source`: whose file it is")


def _format(form: Mapping[str, Any]) -> Iterator[Text]:
    for key, value in form.items():
        if key in FREE_FORMAT:
            continue
        if key not in FORMAT:
            yield Text(f"format 里不认识 {key}", f"`format.{key}` is not known")
        elif str(value) not in FORMAT[key]:
            choices = ", ".join(sorted(FORMAT[key] - {""}))
            yield Text(f"format.{key} 是 {choices} 之一", f"`format.{key}` is one of {choices}")


def _fields(data: Mapping[str, Any]) -> Iterator[Text]:
    known = FIELDS[data["kind"]]
    for name, value in data["fields"].items():
        if name not in known:
            yield Text(f"没有字段 {name}", f"There is no field `{name}`")
        yield from _source(name, value)
    for name, spec in known.items():
        if spec.needed and name not in data["fields"]:
            yield Text(f"缺少必需的字段 {name}", f"The field `{name}` is needed")


def _source(name: str, value: Any) -> Iterator[Text]:
    if not isinstance(value, dict):
        return
    ways = [way for way in ("column", "constant", "rule") if way in value]
    if len(ways) != 1:
        yield Text(
            f"{name} 要有 column、constant、rule 中的一个",
            f"`{name}` has exactly one of column, constant, rule",
        )
    if "rule" in value and value["rule"] not in rules():
        yield Text(
            f"{name}：没有规则 {value['rule']}（有：{', '.join(rules())}）",
            f"`{name}`: there is no rule {value['rule']} (there are: {', '.join(rules())})",
        )


def _rest(data: Mapping[str, Any]) -> Iterator[Text]:
    for number, point in enumerate(data.get("points") or (), start=1):
        if not isinstance(point, dict) or "value" not in point:
            yield Text(f"points 第 {number} 项缺 value", f"point {number} has no `value`")
            continue
        yield from _source(f"points {number}", point["value"])
    yield from _history(data)
    for name in (data.get("lender") or {}).keys() - {"code", "full_name"}:
        if name not in LENDER:
            yield Text(f"lender 里不认识 {name}", f"`lender.{name}` is not known")


def _history(data: Mapping[str, Any]) -> Iterator[Text]:
    for past in data.get("history") or ():
        told = isinstance(past, dict) and isinstance(past.get("fields"), dict)
        if not told or not isinstance(past.get("months_back"), int) or past["months_back"] < 1:
            yield Text(
                "history 每项要有 months_back（≥1）和 fields",
                "each `history` has months_back (1 or more) and fields",
            )
            continue
        for name, value in past["fields"].items():
            if name not in FIELDS["portfolio"] or not FIELDS["portfolio"][name].figure:
                yield Text(f"history 里没有数字字段 {name}", f"`history.{name}` is not a figure")
            yield from _source(f"history.{name}", value)


LENDER = {
    *("code", "full_name", "full_name_en", "kind", "country", "zone", "currency", "calendar"),
    *("rule_pack", "policy", "contact_settings", "team"),
}
