"""When a line may be said: conditions over the facts of a case, each a plain name with a plain meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from shounuo.guides.case import GuideCase
from shounuo.guides.placeholders import placeholders, values

Test = Callable[[GuideCase, Any], bool]


def _one_of(read: Callable[[GuideCase], str]) -> Test:
    return lambda case, wanted: read(case) in _listed(wanted)


def _days(case: GuideCase, limits: Any) -> bool:
    if case.days_past_due is None:
        return False
    low, high = limits.get("at_least", 0), limits.get("at_most")
    return case.days_past_due >= low and (high is None or case.days_past_due <= high)


def _knows(case: GuideCase, names: Any) -> bool:
    known = values(case, "zh")
    return all(name in known for name in _listed(names))


# name: (test, kind of value). Kinds: names, days, flag, nested.
CONDITIONS: dict[str, tuple[Test, str]] = {
    "stage": (_one_of(lambda c: c.stage), "names"),
    "product": (_one_of(lambda c: c.product), "names"),
    "party": (_one_of(lambda c: c.party.value), "names"),
    "jurisdiction": (_one_of(lambda c: c.jurisdiction), "names"),
    "agent": (_one_of(lambda c: c.agent), "names"),
    "lender": (_one_of(lambda c: c.lender_id), "names"),
    "litigation": (_one_of(lambda c: c.litigation), "names"),
    "days_past_due": (_days, "days"),
    "authorised": (lambda c, wanted: set(_listed(wanted)) <= c.authorised, "names"),
    "with_flag": (lambda c, wanted: set(_listed(wanted)) <= c.flags, "names"),
    "without_flag": (lambda c, wanted: not set(_listed(wanted)) & c.flags, "names"),
    "knows": (_knows, "placeholders"),
    "broken_promise": (
        lambda c, wanted: bool(c.last_promise and c.last_promise.broken) is wanted,
        "flag",
    ),
    "first_contact": (lambda c, wanted: c.first_contact is wanted, "flag"),
    "inbound": (lambda c, wanted: (c.direction == "inbound") is wanted, "flag"),
    "not": (lambda c, wanted: not holds(wanted, c), "nested"),
}


def holds(when: Mapping[str, Any], case: GuideCase) -> bool:
    """True when every condition named holds. An unknown condition is false: what cannot be checked is not said."""
    return all(
        name in CONDITIONS and CONDITIONS[name][0](case, wanted) for name, wanted in when.items()
    )


def faults(when: Mapping[str, Any]) -> Iterable[str]:
    """What is wrong with the conditions as written, in English, for the linter's `format` check."""
    for name, wanted in when.items():
        if name not in CONDITIONS:
            yield f"unknown condition {name!r}; known: {', '.join(CONDITIONS)}"
            continue
        yield from _value_faults(name, CONDITIONS[name][1], wanted)


def _value_faults(name: str, kind: str, wanted: Any) -> Iterable[str]:
    if kind == "nested":
        yield from (
            faults(wanted) if isinstance(wanted, Mapping) else [f"{name}: expected conditions"]
        )
    elif kind == "flag" and not isinstance(wanted, bool):
        yield f"{name}: expected true or false"
    elif kind == "days" and not (
        isinstance(wanted, Mapping)
        and set(wanted) <= {"at_least", "at_most"}
        and all(isinstance(day, int) for day in wanted.values())
    ):
        yield f"{name}: expected at_least and at_most in days"
    elif kind in ("names", "placeholders"):
        if not _listed(wanted) or not all(isinstance(item, str) for item in _listed(wanted)):
            yield f"{name}: expected names"
        elif kind == "placeholders" and (unknown := set(_listed(wanted)) - set(placeholders())):
            yield f"{name}: unknown placeholders {', '.join(sorted(unknown))}"


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple | set | frozenset) else [value]
