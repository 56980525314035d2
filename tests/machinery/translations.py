"""The project's own script of translations, as a module."""

from __future__ import annotations

import importlib.util
from functools import cache
from types import ModuleType

from shared_files import ROOT


@cache
def messages() -> ModuleType:
    """`scripts/messages.py`."""
    spec = importlib.util.spec_from_file_location(
        "messages_script", ROOT / "scripts" / "messages.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
