"""What a page about a rule shows: claim, clause, numbers over time, what a lawyer must confirm.

Collected from the checks themselves, so that no second list of rules can fall behind.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from shounuo.kernel.text import Text
from shounuo.rules.pack import load_pack
from shounuo.rules.parameters import Parameter
from shounuo.rules.rule import Rule
from shounuo.rules.sentences import load_sentences
from shounuo.rules.verdict import Clause, Confidence


@dataclass(frozen=True, slots=True)
class RulePage:
    """One check. `statement`: its clause in our own words; `numbers`: with all their dates."""

    pack: str
    check: str
    position: int  # its place in the gate's order, from 1
    claim: Text
    statement: Text
    rules: tuple[tuple[str, Clause], ...]
    numbers: tuple[Parameter, ...]
    overrides: tuple[Text, ...]


def _rules(module: ModuleType) -> list[Rule]:
    return [value for value in vars(module).values() if isinstance(value, Rule)]


def _cited(module: ModuleType, pack: str) -> tuple[tuple[str, Clause], ...]:
    """A module's rules; one that only names its clause cites its pack's regulation."""
    rules = _rules(module)
    if rules:
        return tuple((rule.id, rule.clause) for rule in rules)
    clause = getattr(module, "CLAUSE", None)
    if isinstance(clause, Clause):
        return ((clause.pinpoint, clause),)
    source = getattr(import_module(f"shounuo.rules.packs.{pack}"), "SOURCE", pack)
    return ((f"{pack.upper()}/{clause}", Clause(source, clause)),) if clause else ()


def _reads(module: ModuleType) -> tuple[str, ...]:
    named = [key for rule in _rules(module) for key in rule.reads]
    return tuple(dict.fromkeys((*named, *getattr(module, "USED", ()))))


def _number(pack: str, key: str) -> Parameter | None:
    """A pack's own number, or with a prefix the house's."""
    owner, _, bare = key.rpartition(".")
    return load_pack(owner or pack).parameters.get(bare)


def flowing(statement: str) -> str:
    """A docstring for a reader: each paragraph one line, names of code without their marks."""
    paragraphs = (part.replace("\n", " ") for part in statement.split("\n\n"))
    return "\n\n".join(paragraphs).replace("`", "")


@lru_cache(maxsize=32)
def rule_pages(pack: str) -> tuple[RulePage, ...]:
    """Every rule of a pack in the gate's order. Raises `KeyError` for an unknown pack."""
    pages = []
    for position, check in enumerate(load_pack(pack).checks, start=1):
        module = sys.modules[check.__module__]
        name = module.__name__.rpartition(".")[2]
        statement = (module.__doc__ or "").strip()
        first = statement.splitlines()[0].rstrip(".") if statement else name
        claim = load_sentences(pack).claims.get(name, Text(first, first))
        numbers = tuple(n for key in _reads(module) if (n := _number(pack, key)))
        words = load_sentences(pack)
        named = dict.fromkeys(rule.override for rule in _rules(module) if rule.override)
        overrides = tuple(words.overrides[key] for key in named)
        english = flowing(statement)
        told = Text(words.statements.get(name, english), english)
        pages.append(
            RulePage(pack, name, position, claim, told, _cited(module, pack), numbers,
                     overrides)
        )  # fmt: skip
    return tuple(pages)


def to_confirm(pack: str) -> tuple[Parameter, ...]:
    """The numbers that a lawyer must still confirm: all but those whose text was read in full."""
    return tuple(
        number
        for number in load_pack(pack).parameters.values()
        if any(value.clause.confidence is not Confidence.VERIFIED for value in number.values)
    )
