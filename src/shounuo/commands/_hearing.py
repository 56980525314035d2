"""What every command that hears a recording may be told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--model",
        type=click.Path(path_type=Path),
        help="Folder of a speech model; else SHOUNUO_SPEECH_MODEL.",
    ),
    click.option("--lang", type=click.Choice(["zh", "en"]), help="Else the model tells."),
    click.option(
        "--agent-channel", type=click.IntRange(0, 1), default=0, help="Channel the collector is on."
    ),
)


def hearing_options(command: Command) -> Command:
    """`--model`, `--lang` and `--agent-channel`, in that order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
