"""The rules by name: each file here offers `value(cells, so_far, settings)`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from shounuo.feeds.mapping import rules as folder

# cell of a column by name, fields read so far, the mapping's settings of the rule -> a value, or None
Rule = Callable[[Callable[[str], str], Mapping[str, Any], Mapping[str, Any]], Any]


@cache
def rules() -> dict[str, Rule]:
    names = [m.name for m in pkgutil.iter_modules(folder.__path__) if m.name != "registry"]
    return {n: importlib.import_module(f"{folder.__name__}.{n}").value for n in sorted(names)}
