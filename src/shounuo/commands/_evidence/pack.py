"""`shounuo evidence pack CASE`: a zip that a stranger verifies offline."""

from __future__ import annotations

from pathlib import Path

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report


@click.command()
@click.argument("case", type=int)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write it.")
@click.option("--withhold", is_flag=True, help="Leave personal values out; commitments stay.")
@json_option
def command(case: int, out: Path | None, withhold: bool, as_json: bool) -> None:
    """Write the evidence pack of CASE."""
    ready_records()
    from shounuo.documents.evidence_pack import case_pack
    from shounuo.records.actions.reveal_field import record_pack
    from shounuo.records.models import Case
    from shounuo.settings import clock

    if not Case.objects.filter(pk=case).exists():
        raise click.ClickException(f"no case {case} · 没有案件 {case}")
    body = case_pack(case, disclose=not withhold)
    path = out or Path(f"evidence-case-{case}.zip")
    path.write_bytes(body)
    record_pack(case_id=case, disclosed=not withhold, recorded_at=clock.now())
    report({"case": case, "file": str(path), "bytes": len(body)}, as_json=as_json)
