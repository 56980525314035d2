"""`shounuo guide lint|list|show`: check call guides before anybody speaks them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from shounuo.commands._report import json_option, report
from shounuo.guides.library import Loaded, load_file, shipped
from shounuo.guides.lint import lint_loaded
from shounuo.kernel.errors import Problem


@click.group()
def command() -> None:
    """Call guides 话术: lint, list."""


def _targets(paths: tuple[Path, ...], everything: bool) -> dict[str, Loaded]:
    if not paths and not everything:
        raise click.UsageError("name a FILE, or --all for the shipped library")
    out = dict(shipped()) if everything else {}
    for path in paths:
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
            out[str(file)] = load_file(file)
    return out


@command.command("lint")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--all", "everything", is_flag=True, help="The whole shipped library.")
@click.option("--lang", default="zh", show_default=True, type=click.Choice(["zh", "en"]))
@json_option
def lint_command(files: tuple[Path, ...], everything: bool, lang: str, as_json: bool) -> None:
    """Check guides; exit with 1 when one of them may not be used."""
    targets = _targets(files, everything)
    found = {name: lint_loaded(loaded) for name, loaded in targets.items() if not loaded.abstract}
    parents = sorted(name for name, loaded in targets.items() if loaded.abstract)
    bad = sum(1 for problems in found.values() if problems)
    total = sum(len(problems) for problems in found.values())
    rows = [
        {"guide": name, "problems": [_row(p) for p in problems]} for name, problems in found.items()
    ]
    data: dict[str, Any] = {
        "guides": len(found),
        "refused": bad,
        "problems": total,
        "results": rows,
    }
    data["by_check"] = dict(Counter(p.code for problems in found.values() for p in problems))
    data["parents"] = parents
    lines = [f"{name}: a parent, checked in the guides that use it" for name in parents]
    lines += [f"{name}: {p.line(lang)}" for name, problems in found.items() for p in problems]
    lines.append(f"{len(found)} guides, {bad} refused, {total} problems")
    report(data, as_json=as_json, lines=lines)
    if bad:
        raise SystemExit(1)


def _row(problem: Problem) -> dict[str, Any]:
    return {
        "check": problem.code,
        "where": problem.record,
        "zh": problem.what.zh,
        "en": problem.what.en,
        "next": {"zh": problem.next_step.zh, "en": problem.next_step.en},
    }


@command.command("list")
@json_option
def list_command(as_json: bool) -> None:
    """The shipped guides, whom they are for and since when."""
    guides = [loaded.guide for loaded in shipped().values() if loaded.guide]
    rows = [
        {
            "ref": guide.ref,
            "kind": guide.kind,
            "zh": guide.name.zh,
            "en": guide.name.en,
            "jurisdiction": guide.scope.jurisdiction,
            "steps": len(guide.steps),
            "effective_from": guide.effective_from.isoformat(),
        }
        for guide in guides
    ]
    lines = [
        f"{row['ref']:24} {row['kind']:15} {row['jurisdiction']} {row['zh']} / {row['en']}"
        for row in rows
    ]
    report({"guides": rows}, as_json=as_json, lines=lines)
