"""Loads a mapping by name (one that ships) or by path (one's own); every fault is told at once."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from shounuo.feeds.mapping.check import faults_of
from shounuo.feeds.mapping.fields import KINDS
from shounuo.feeds.mapping.model import LenderMapping, Past, PointSource, Source
from shounuo.kernel.civil import DateFormat
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.money_text import MoneyFormat
from shounuo.kernel.text import Text

SHIPPED = files("shounuo.feeds.mappings")


def shipped() -> list[str]:
    """The names of the mappings that come with the product."""
    return sorted(
        one.name.removesuffix(".yaml") for one in SHIPPED.iterdir() if one.name.endswith(".yaml")
    )


@cache
def shipped_by_kind() -> dict[str, list[str]]:
    """Kind of file -> the mappings for it that come with the product."""
    kinds = {name: yaml.safe_load(text_of(name))["kind"] for name in shipped()}
    return {kind: [name for name in kinds if kinds[name] == kind] for kind in KINDS}


def load_mapping(name_or_path: str, kind: str) -> LenderMapping:
    """Raises `Refused`, with every fault of the file in its sentence."""
    return load_text(text_of(name_or_path), name_or_path, kind)


def load_text(text: str, name: str, kind: str) -> LenderMapping:
    """The same from the text itself; `name` is how faults call it."""
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise Refused(_unreadable(name, str(fault).replace("\n", " "))) from fault
    faults = faults_of(data, kind)
    if faults:
        raise Refused(_faulty(name, faults))
    return _mapping(data, Path(name).stem, hashlib.sha256(text.encode()).hexdigest())


def text_of(name_or_path: str) -> str:
    """The YAML of a mapping. Raises `Refused` when there is none."""
    inside = SHIPPED / f"{name_or_path}.yaml"
    path = Path(name_or_path)
    try:
        if "/" not in name_or_path and not path.suffix and inside.is_file():
            return inside.read_text(encoding="utf-8")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        known = ", ".join(shipped())
        raise Refused(
            Problem(
                "no_mapping",
                Text("没有这个映射，或读不出来", "There is no such mapping, or it cannot be read"),
                name_or_path,
                "feeds.mapping",
                Text(
                    f"自带的映射：{known}；也可以给一个 YAML 文件的路径",
                    f"Those that ship: {known}; or give the path of a YAML file",
                ),
            )
        ) from fault


def _mapping(data: dict[str, Any], name: str, digest: str) -> LenderMapping:
    form = {key: str(value) for key, value in (data.get("format") or {}).items()}
    dates = DateFormat(form.get("dates", "ymd"), form.get("era", "ce"), form.get("excel", ""))  # type: ignore[arg-type]
    # What is credited to a card is owed to the customer in a book, and is a payment among payments.
    usual = "False" if data["kind"] == "payments" else "True"
    credit = form.get("credit_is_negative", usual) == "True"
    money = MoneyFormat(form.get("decimal", "."), credit)  # type: ignore[arg-type]
    simple = {
        key: data[key]
        for key in ("currency", "manner", "shrink_limit_percent", "source", "negative", "cite")
        if key in data
    }
    fields = {key: source_of(value) for key, value in data["fields"].items()}
    optional = {
        *(key for key, value in data["fields"].items() if _optional(value)),
        *(f"points.{n}" for n, p in enumerate(data.get("points") or ()) if _optional(p["value"])),
    }
    return LenderMapping(
        name=str(data.get("name", name)),
        kind=data["kind"],
        fields=fields,
        hash=digest,
        form=form,
        dates=dates,
        money=money,
        points=tuple(_point(point) for point in data.get("points", ())),
        history=tuple(_past(past) for past in data.get("history", ())),
        facts=tuple(str(name) for name in data.get("facts", ())),
        left_out=frozenset(str(name).casefold() for name in data.get("left_out", ())),
        trailer=data.get("trailer") or {},
        lender=data.get("lender") or {},
        optional=frozenset(optional),
        **simple,
    )


def _optional(value: Any) -> bool:
    return isinstance(value, dict) and bool(value.get("optional"))


def source_of(value: Any) -> Source:
    """`ID`, `[卡号, 账号]` or `{column: …, values: …}`, `{constant: …}`, `{rule: …, …}`."""
    if isinstance(value, dict):
        rest = {k: v for k, v in value.items() if k not in _SOURCE_KEYS}
        constant = value.get("constant")
        return Source(
            columns=_names(value.get("column", ())),
            constant=None if constant is None else str(constant),
            rule=value.get("rule", ""),
            settings=rest,
            values={str(k): str(v) for k, v in (value.get("values") or {}).items()},
            prefix=str(value.get("prefix", "")),
            length=int(value.get("length", 0)),
            blank=_names(value.get("blank", ())),
            invented=bool(value.get("invented", False)),
        )
    return Source(columns=_names(value))


_SOURCE_KEYS = {
    *("column", "constant", "rule", "values", "prefix", "blank", "invented", "optional", "length")
}


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)


def _point(data: dict[str, Any]) -> PointSource:
    said = {k: str(data[k]) for k in ("kind", "role", "relation", "place", "source") if k in data}
    person = source_of(data["person"]) if "person" in data else None
    return PointSource(source_of(data["value"]), person=person, **said)


def _past(data: dict[str, Any]) -> Past:
    return Past(int(data["months_back"]), {k: source_of(v) for k, v in data["fields"].items()})


def _unreadable(name: str, fault: str) -> Problem:
    what = Text(f"映射不是 YAML：{fault}", f"The mapping is not YAML: {fault}")
    return Problem("mapping_unreadable", what, name, "feeds.mapping")


def _faulty(name: str, faults: list[Text]) -> Problem:
    what = Text("；".join(f.zh for f in faults), "; ".join(f.en for f in faults))
    then = Text("改好映射再导入", "Correct the mapping and import again")
    return Problem("mapping_faulty", what, name, "feeds.mapping", then)
