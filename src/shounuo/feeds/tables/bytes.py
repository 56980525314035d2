"""The bytes of a file: plain or gzip, whole or cut off, and never more than can be believed."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text

CHUNK = 1 << 20
RATIO_LIMIT = 300  # a table of text packs 5 to 50 times
RATIO_FROM_BYTES = 200 << 20
GZIP = b"\x1f\x8b"


def open_bytes(path: Path) -> BinaryIO:
    """The content, unpacked while it is read."""
    if is_gzip(path):
        return cast(BinaryIO, gzip.open(path, "rb"))
    return path.open("rb")


def is_gzip(path: Path) -> bool:
    return head_of(path).startswith(GZIP)


def head_of(path: Path, length: int = 8) -> bytes:
    with path.open("rb") as stream:
        return stream.read(length)


def file_hash(path: Path) -> str:
    """SHA-256 of the file as it lies there."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def check_whole(path: Path, record: str) -> int:
    """Reads a gzip file to its end before a row of it is believed; the unpacked size in bytes.

    Raises `Refused` when it is empty, cut off, damaged, or unpacks beyond belief.
    """
    packed = path.stat().st_size
    if not packed:
        raise Refused(_problem("empty_file", record))
    if not is_gzip(path):
        return packed
    size = 0
    try:
        with open_bytes(path) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > RATIO_FROM_BYTES and size > packed * RATIO_LIMIT:
                    raise Refused(_problem("unpacks_beyond_belief", record))
    except EOFError as fault:
        raise Refused(_problem("cut_off", record)) from fault
    except (OSError, zlib.error) as fault:
        raise Refused(_problem("damaged", record)) from fault
    if not size:
        raise Refused(_problem("empty_file", record))
    return size


def _problem(name: str, record: str) -> Problem:
    return Problem(name, _FAULTS[name], record, "feeds.tables", _AGAIN)


_AGAIN = Text(
    "什么都没有导入；请重新取得完整文件再导入",
    "Nothing was imported; get the whole file again and import it",
)
_FAULTS = {
    "empty_file": Text("文件是空的，连表头也没有", "The file is empty, without even a header"),
    "cut_off": Text("压缩文件不完整，中途断了", "The packed file is cut off before its end"),
    "damaged": Text("压缩文件已损坏", "The packed file is damaged"),
    "unpacks_beyond_belief": Text(
        f"解压后超过原大小 {RATIO_LIMIT} 倍，不像数据文件",
        f"It unpacks to more than {RATIO_LIMIT} times its size; no table does",
    ),
}
