"""Which kind of file it is, told by its first bytes and never by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from shounuo.feeds.tables.bytes import check_whole, head_of
from shounuo.feeds.tables.delimited import read_delimited
from shounuo.feeds.tables.faults import refused
from shounuo.feeds.tables.table import Table
from shounuo.kernel.errors import Refused

ZIP = b"PK"
PARQUET = b"PAR1"
_OTHERS = {
    bytes.fromhex("d0cf11e0"): "old_workbook",
    **dict.fromkeys((b"<html", b"<table", b"<!doc"), "web_page"),
}


def open_table(
    path: Path, wanted: Mapping[str, Sequence[str]], form: Mapping[str, str] | None = None
) -> Table:
    """The table of a CSV, XLSX, Parquet or gzip file that has the `wanted` columns.

    `form` may name `encoding`, `delimiter`, `sheet`. Raises `Refused` for a file that cannot be believed.
    """
    said = form or {}
    check_whole(path, path.name)
    head = head_of(path)
    if head.startswith(ZIP):
        from shounuo.feeds.tables.workbook import read_workbook

        return read_workbook(path, wanted, said.get("sheet", ""))
    for mark, fault in _OTHERS.items():
        if head.lstrip().lower().startswith(mark):
            raise Refused(refused(fault, path.name))
    if head.startswith(PARQUET):
        from shounuo.feeds.tables.parquet import read_parquet

        return read_parquet(path, wanted)
    return read_delimited(path, wanted, said.get("encoding", ""), said.get("delimiter", ""))
