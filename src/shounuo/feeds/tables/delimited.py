"""Delimited text: any delimiter, any line end (LF, CRLF, bare CR), quotes that may hold line ends.

Read line by line, so that a file of gigabytes needs the memory of one row. A quote that is never closed
costs its own row, not the rest of the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from shounuo.feeds.tables.bytes import open_bytes
from shounuo.feeds.tables.encoding import encoding_of, is_utf8_read_as_gbk, mojibake
from shounuo.feeds.tables.faults import bad_row, missing_columns, refused
from shounuo.feeds.tables.table import LINE_LIMIT, Row, Table, header_in, width_fault
from shounuo.kernel.errors import Problem, Refused

DELIMITERS = (",", "\t", ";", "|", "\x01", "^", "~")
QUOTED_LINES = 50  # a quoted cell may hold this many line ends
HEADER_WITHIN = 20

Line = tuple[int, str]  # line number from 1, text without its line end


def read_delimited(
    path: Path, wanted: Mapping[str, Sequence[str]], encoding: str = "", delimiter: str = ""
) -> Table:
    """The table of a text file whose header holds the `wanted` columns. Raises `Refused`."""
    codec = encoding_of(lambda: open_bytes(path), encoding, path.name)
    if isinstance(codec, Problem):
        raise Refused(codec)
    lines = _lines(path, codec)
    first = [line for _, line in zip(range(HEADER_WITHIN), lines, strict=False)]
    if not any(text.strip() for _, text in first):
        raise Refused(refused("empty_file", path.name))
    mark, index, header = _cut(first, wanted, delimiter, path.name)
    lines.close()
    return Table(header, _rows(path, codec, mark, first[index][0], header))


def _cut(
    first: list[Line], wanted: Mapping[str, Sequence[str]], said: str, record: str
) -> tuple[str, int, tuple[str, ...]]:
    """The delimiter under which a header appears, where, and the header."""
    found = []
    for mark in [said] if said else DELIMITERS:
        index, header, lacks = header_in((_cells(text, mark) for _, text in first), wanted)
        found.append((len(lacks), -len(header), index, mark, header, lacks))
    _, _, index, mark, header, lacks = min(found, key=lambda one: one[:2])
    if lacks:
        text = "".join(text for _, text in first)
        if mojibake(text):
            raise Refused(refused("mojibake", record))
        raise Refused(missing_columns(lacks, wanted, header, record))
    while header and not header[-1].strip():  # a delimiter at the end of the line names no column
        header = header[:-1]
    return mark, index, tuple(cell.strip() for cell in header)


def _rows(
    path: Path, codec: str, mark: str, header_line: int, header: tuple[str, ...]
) -> Iterator[Row]:
    lines = _lines(path, codec)
    for number, text in _records(lines):
        if number <= header_line or not text.strip():
            continue
        if text.count('"') % 2:
            yield Row(number, _cells(text.replace('"', ""), mark), bad_row("open_quote", number))
            continue
        if len(text) > LINE_LIMIT:
            yield Row(number, (text[:200],), bad_row("line_too_long", number))
            continue
        cells = _cells(text, mark)
        if not any(cell.strip() for cell in cells):
            continue
        fault = width_fault(cells, header, number)
        if fault is None and ("\ufffd" in text or "\0" in text):
            fault = bad_row("broken_bytes", number)
        if fault is None and codec == "gb18030" and is_utf8_read_as_gbk(text):
            fault = bad_row("mixed_encoding", number)
        yield Row(number, cells, fault)


def _records(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines joined where a quoted cell holds a line end; an open quote is given up after a while."""
    waiting: list[Line] = []
    while True:
        number, text = waiting.pop(0) if waiting else next(lines, (0, ""))
        if not number:
            return
        if text.count('"') % 2 == 0:
            yield number, text
            continue
        gathered = [(number, text)]
        while len(gathered) <= QUOTED_LINES and sum(t.count('"') for _, t in gathered) % 2:
            more = waiting.pop(0) if waiting else next(lines, (0, ""))
            if not more[0]:
                break
            gathered.append(more)
        if sum(t.count('"') for _, t in gathered) % 2:
            yield gathered[0]
            waiting = gathered[1:] + waiting
        else:
            yield number, "\n".join(t for _, t in gathered)


def _lines(path: Path, codec: str) -> Iterator[Line]:
    with io.TextIOWrapper(open_bytes(path), codec, errors="replace", newline="") as stream:
        number = 0
        while text := stream.readline(LINE_LIMIT + 1):
            number += 1
            whole = text
            while len(text) > LINE_LIMIT and text[-1] not in "\r\n":  # pass over the rest of it
                text = stream.readline(LINE_LIMIT + 1)
            yield number, whole.rstrip("\r\n")


def _cells(text: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([text], delimiter=mark), [])
    except csv.Error:
        return [text]
