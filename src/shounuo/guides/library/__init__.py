"""The guides shipped with the product, as YAML, and how they are found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from shounuo.guides.faults import fault
from shounuo.guides.inheritance import InheritanceError, Raw, resolve, spread
from shounuo.guides.loading import read_guide
from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Unique(_LOADER):  # type: ignore[misc]
    """Refuses a key written twice: YAML would silently keep the last sentence."""


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:
    out: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in out:
            raise yaml.YAMLError(f"line {key_node.start_mark.line + 1}: {key!r} is written twice")
        out[key] = loader.construct_object(value_node, deep=True)
    return out


_Unique.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@dataclass(frozen=True)
class Loaded:
    """A guide that stands, or None, with what is wrong in its form.

    `abstract`: a parent or fragment. It never leads a call; its lines are checked in the guides that use it.
    """

    guide: Guide | None
    problems: tuple[Problem, ...]
    abstract: bool = False


def parse(text: str, source: str = "") -> tuple[Raw, list[Problem]]:
    """One YAML document as a mapping."""
    try:
        raw = yaml.load(text, Loader=_Unique)  # noqa: S506 - a safe loader with unique keys
    except yaml.YAMLError as error:
        where = " ".join(str(error).split())
        return {}, [
            fault("format", source, f"不是有效的 YAML：{where}", f"not valid YAML: {where}")
        ]
    if not isinstance(raw, dict):
        return {}, [fault("format", source, "文件应是一份话术", "the file must be one guide")]
    return {("on" if key is True else str(key)): value for key, value in raw.items()}, []


def build(raw: Raw, known: Mapping[str, Raw], source: str = "") -> Loaded:
    """Inherits, hangs the shared branches, reads."""
    try:
        whole = spread(resolve(raw, known.get))
    except InheritanceError as error:
        return Loaded(
            None,
            (fault("inheritance", source or str(raw.get("id")), f"继承有误：{error}", str(error)),),
        )
    guide, problems = read_guide(whole, source)
    return Loaded(guide, tuple(problems))


@cache
def documents() -> Mapping[str, Raw]:
    """Every raw document of the shipped library by id, guides and fragments."""
    return _index(sorted(_yaml_files(files(__package__)), key=lambda item: item.name))


def _yaml_files(folder: Traversable) -> Iterable[Traversable]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _yaml_files(item)
        elif item.name.endswith(".yaml"):
            yield item


def _index(items: Iterable[Traversable]) -> dict[str, Raw]:
    out: dict[str, Raw] = {}
    for item in items:
        raw, problems = parse(item.read_text(encoding="utf-8"), item.name)
        if problems:
            raise ValueError("; ".join(problem.line() for problem in problems))
        if str(raw.get("id")) in out:
            raise ValueError(f"{item.name}: the id {raw.get('id')!r} is already taken")
        out[str(raw.get("id"))] = {**raw, "about": item.name}
    return out


def is_guide(raw: Mapping[str, Any]) -> bool:
    """Fragments and abstract parents are for inheriting only."""
    return not raw.get("abstract")


@cache
def shipped() -> Mapping[str, Loaded]:
    """Every shipped guide by id, read."""
    known = documents()
    return {
        name: build(raw, known, str(raw["about"])) for name, raw in known.items() if is_guide(raw)
    }


def shipped_guides() -> tuple[Guide, ...]:
    """The shipped guides that stand."""
    return tuple(loaded.guide for loaded in shipped().values() if loaded.guide is not None)


def load_file(path: Path) -> Loaded:
    """A guide from a file; it may inherit from the shipped library and from files beside it."""
    raw, problems = parse(path.read_text(encoding="utf-8"), path.name)
    if problems:
        return Loaded(None, tuple(problems))
    if not is_guide(raw):
        return Loaded(None, (), abstract=True)
    beside = {}
    for other in sorted(path.parent.glob("*.yaml")):
        found, _ = (
            parse(other.read_text(encoding="utf-8"), other.name) if other != path else ({}, [])
        )
        beside.update({str(found["id"]): found} if found.get("id") else {})
    return build(raw, {**beside, **documents()}, path.name)
