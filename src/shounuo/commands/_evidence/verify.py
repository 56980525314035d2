"""`shounuo evidence verify [--root FILE]`: is anything changed, removed, reordered or cut off?"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report


@click.command()
@click.option(
    "--root",
    "roots",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="An exported daily root; may be given several times.",
)
@json_option
def command(roots: tuple[Path, ...], as_json: bool) -> None:
    """Walk every chain and every daily root; exit code 1 when something is not whole."""
    ready_records()
    from shounuo.records.queries.evidence import check_everything

    given = [root for path in roots for root in _read(path)]
    checked = check_everything(given)
    faults = [asdict(one) for one in checked.breaks] + checked.root_faults
    data = {
        "whole": checked.whole,
        "chains": checked.chains,
        "events": checked.events,
        "roots": checked.roots,
        "exported_roots": len(given),
        "faults": faults,
    }
    report(data, as_json=as_json, lines=_lines(data))
    raise SystemExit(0 if checked.whole else 1)


def _read(path: Path) -> list[dict[str, str]]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError) as fault:
        raise click.ClickException(
            f"{path.name}: not an exported root · 不是导出的每日根 ({fault})"
        ) from fault
    return read if isinstance(read, list) else [read]


def _lines(data: dict[str, object]) -> list[str]:
    head = (
        "{chains} chains, {events} events, {roots} daily roots, {exported_roots} held from outside"
    )
    lines = [head.format(**data)]
    faults = data["faults"]
    assert isinstance(faults, list)
    lines += [f"FAULT {json.dumps(fault, ensure_ascii=False)}" for fault in faults]
    if not data["exported_roots"]:
        lines.append(
            "Without an exported root (--root FILE) a cut-off end cannot be excluded. "
            "没有外部保存的每日根时，不能排除末尾被截去。"
        )
    return [*lines, "whole · 完整" if data["whole"] else "NOT WHOLE · 不完整"]
