"""A Parquet file, read a few thousand rows at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow
import pyarrow.parquet

from shounuo.feeds.tables.faults import bad_row, missing_columns, refused
from shounuo.feeds.tables.table import Row, Table, header_in
from shounuo.feeds.tables.workbook import as_text
from shounuo.kernel.errors import Refused

ROWS_AT_ONCE = 4_096
GROUP_BYTES_LIMIT = 4 << 30  # of one row group, unpacked: what a reader may have to hold


def read_parquet(path: Path, wanted: Mapping[str, Sequence[str]]) -> Table:
    """Every column as text; amounts stored as decimals keep their digits. Raises `Refused`."""
    try:
        source = pyarrow.parquet.ParquetFile(path)
    except (pyarrow.ArrowException, OSError) as fault:
        raise Refused(refused("damaged", path.name)) from fault
    about = source.metadata
    groups = (about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    if any(size > GROUP_BYTES_LIMIT for size in groups):
        raise Refused(refused("unpacks_beyond_belief", path.name))
    header = tuple(source.schema_arrow.names)
    _, _, lacks = header_in([header], wanted)
    if lacks:
        raise Refused(missing_columns(lacks, wanted, header, path.name))
    return Table(header, _rows(source, path.name))


def _rows(source: pyarrow.parquet.ParquetFile, record: str) -> Iterator[Row]:
    number = 0
    try:
        for batch in source.iter_batches(batch_size=ROWS_AT_ONCE):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                cells = [as_text(value) for value in values]
                broken = any("\ufffd" in cell for cell in cells)
                yield Row(number, cells, bad_row("broken_bytes", number) if broken else None)
    except (pyarrow.ArrowException, OSError) as fault:
        raise Refused(refused("damaged", record)) from fault
