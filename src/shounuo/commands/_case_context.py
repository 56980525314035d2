"""What a command that reads calls may be told of a case whose file does not say it: its context, and whose law holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from shounuo.commands._unreadable import lines_of, nothing_read
from shounuo.feeds.transcripts.file_lines import whole_text
from shounuo.inspection.house_form import context_from
from shounuo.inspection.line_faults import fault_in_words, object_of
from shounuo.inspection.place import NAMES
from shounuo.kernel.text import Text

Command = TypeVar("Command", bound=Callable[..., Any])
_NEXT = Text(
    "请改正后再试：一个 JSON 对象，字段同通话的 context（jurisdiction、callee_role、lender 等）",
    "correct it and try again: one JSON object, the fields of a call's `context` (jurisdiction, callee_role, lender …)",
)


def case_context_options(command: Command) -> Command:
    """`--context` and `--jurisdiction`, in that order: the arguments of `known_of`."""
    place = click.option(
        "--jurisdiction",
        type=click.Choice(sorted(NAMES), case_sensitive=False),
        help="Whose law holds where the call does not say it; else --context, else assumed by the language.",
    )
    file = click.option(
        "--context",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="What the house knew of a case whose call does not say it: a JSON file, the `context` of the house form.",
    )
    return file(place(command))


def known_of(context: Path | None, jurisdiction: str | None) -> dict[str, Any]:
    """The `context` of the house form that both options make. ClickException for a file that is none."""
    told = _told(context) if context else {}
    return told | ({"jurisdiction": jurisdiction} if jurisdiction else {})


def _told(file: Path) -> dict[str, Any]:
    try:
        told = object_of(whole_text(lines_of(file)))
        context_from(told)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        nothing_read(file, fault_in_words(fault), _NEXT)
    return told
