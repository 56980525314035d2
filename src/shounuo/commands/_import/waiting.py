"""`shounuo import waiting`: the rows that wait to be mended."""

from __future__ import annotations

from typing import Any

import click

from shounuo.commands._django import ready_records
from shounuo.commands._report import json_option, report


@click.command()
@click.option("--lender", help="Only this lender's.")
@json_option
def command(lender: str | None, as_json: bool) -> None:
    """List the rows that wait, each with its column, value and reason."""
    ready_records()
    from shounuo.records.queries.imports import waiting_rows

    rows = [_plain(row) for row in waiting_rows(lender or "")]
    lines = [
        f"{r['id']} · {r['file']}:{r['row']} · {r['column']} · {r['value']} · {r['zh']} · {r['en']}"
        for r in rows
    ]
    report({"waiting": len(rows), "rows": rows}, as_json=as_json, lines=lines or ["0"])


def _plain(row: Any) -> dict[str, Any]:
    return {
        "id": row.pk,
        "lender": row.import_run.lender.code,
        "kind": row.import_run.kind,
        "file": row.import_run.file_name,
        "row": row.row_no,
        "column": row.column,
        "value": row.value,
        "code": row.code,
        "conflict": row.conflict,
        "zh": row.what_zh,
        "en": row.what_en,
        "next_zh": row.next_zh,
        "next_en": row.next_en,
    }
