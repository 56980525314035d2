"""A command of commands: `shounuo bench nightly` is `commands/_bench/nightly.py`, found by file name."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any

import click


class FolderGroup(click.Group):
    """Each module of `folder` that exports `command` is one sub-command, loaded when asked for."""

    def __init__(self, folder: ModuleType, **rest: Any) -> None:
        super().__init__(**rest)
        self.folder = folder

    def _modules(self) -> dict[str, str]:
        names = (m.name for m in pkgutil.iter_modules(self.folder.__path__))
        shown = (name for name in names if not name.startswith("_"))
        return {name.rstrip("_").replace("_", "-"): name for name in shown}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._modules())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = self._modules().get(cmd_name)
        if module is None:
            return None
        command: Any = importlib.import_module(f"{self.folder.__name__}.{module}").command
        return command  # type: ignore[no-any-return]
