"""The door: `shounuo COMMAND`. Each command is one file in `shounuo.commands`, loaded when asked for."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import click

from shounuo import commands


def _modules() -> dict[str, str]:
    """Command name -> module name; `import_.py` is the command `import`."""
    names = (m.name for m in pkgutil.iter_modules(commands.__path__) if not m.name.startswith("_"))
    return {name.rstrip("_").replace("_", "-"): name for name in names}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_modules())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        module = _modules().get(name)
        if module is None:
            return None
        command: Any = importlib.import_module(f"shounuo.commands.{module}").command
        return command  # type: ignore[no-any-return]


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Shounuo 守诺: from an overdue file to a kept promise, lawfully."""
