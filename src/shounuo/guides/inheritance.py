"""How a guide inherits: a lender changes one sentence, never a copy.

`extends` takes everything of the parent; `include` brings in fragments (the hard answers) first. Mappings
merge key by key, the child wins; a value of null removes; lists and plain values replace. The branches
under a fragment's `everywhere` are hung on every step that goes on (no `end`, not `everywhere: false`).
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

Raw = dict[str, Any]
# A child's own identity is never its parent's.
_OWN = ("id", "version", "name", "effective_from", "effective_to", "abstract", "extends", "include")


class InheritanceError(ValueError):
    """A guide extends or includes something that does not exist, or itself."""


def resolve(raw: Raw, find: Callable[[str], Raw | None], seen: tuple[str, ...] = ()) -> Raw:
    """`raw` with parents and fragments merged in; `find` gives a raw document by id."""
    name = str(raw.get("id", ""))
    if name in seen:
        raise InheritanceError(f"{' → '.join((*seen, name))}: a guide cannot inherit from itself")
    base: Raw = {}
    for fragment in _listed(raw.get("include")):
        base = merge(
            base, _without(resolve(_found(fragment, name, find), find, (*seen, name)), _OWN)
        )
    if raw.get("extends"):
        parent = resolve(_found(str(raw["extends"]), name, find), find, (*seen, name))
        base = merge(_without(parent, _OWN), base) if base else _without(parent, _OWN)
    whole: Raw = merge(base, raw)
    return whole


def merge(base: Any, over: Any) -> Any:
    """Mappings merge deeply, null removes, anything else replaces."""
    if not isinstance(base, Mapping) or not isinstance(over, Mapping):
        return copy.deepcopy(over)
    out = dict(base)
    for key, value in over.items():
        if value is None:
            out.pop(key, None)
        else:
            out[key] = merge(out[key], value) if key in out else copy.deepcopy(_pruned(value))
    return out


def _pruned(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {key: _pruned(item) for key, item in value.items() if item is not None}


def spread(raw: Raw) -> Raw:
    """Hangs the branches of `everywhere` on every step that goes on; a step's own branch wins."""
    shared = raw.get("everywhere") or {}
    steps = raw.get("steps")
    if not isinstance(shared, Mapping) or not shared or not isinstance(steps, Mapping):
        return raw
    out = {key: value for key, value in raw.items() if key != "everywhere"}
    out["steps"] = {name: _hung(name, step, shared) for name, step in steps.items()}
    return out


def _hung(name: str, step: Any, shared: Mapping[str, Any]) -> Any:
    if not isinstance(step, Mapping) or step.get("end") or step.get("everywhere") is False:
        return step
    own = step.get("branches") or {}
    if not isinstance(own, Mapping):
        return step
    taken = {str(branch.get("key")) for branch in own.values() if isinstance(branch, Mapping)}
    added = {
        answer: branch
        for answer, branch in shared.items()
        if answer not in own
        and not (isinstance(branch, Mapping) and _in_the_way(branch, name, taken))
    }
    return {**step, "branches": {**own, **added}}


def _in_the_way(branch: Mapping[str, Any], name: str, taken: set[str]) -> bool:
    """A shared branch is not hung where it leads, nor over a key of the step's own."""
    return branch.get("to") == name or str(branch.get("key")) in taken


def _listed(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value] if value else []
    return [str(item) for item in items]


def _found(wanted: str, by: str, find: Callable[[str], Raw | None]) -> Raw:
    found = find(wanted)
    if found is None:
        raise InheritanceError(f"{by}: there is no guide or fragment {wanted!r} to inherit from")
    return found


def _without(raw: Raw, names: tuple[str, ...]) -> Raw:
    return {key: value for key, value in raw.items() if key not in names}
