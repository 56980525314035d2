"""How a reporting command speaks: lines for people, and with --json one object on the last line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def json_option(function: F) -> F:
    """Adds `--json`; the command receives `as_json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help="End with one JSON object on one line."
    )(function)


def report(data: Mapping[str, Any], *, as_json: bool, lines: list[str] | None = None) -> None:
    """Prints `lines` for a person, or `data` as one line of JSON."""
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, default=str))
        return
    for line in lines if lines is not None else [f"{key}: {value}" for key, value in data.items()]:
        click.echo(line)
