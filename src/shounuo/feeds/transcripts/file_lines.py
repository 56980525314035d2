"""The lines of a file of calls, whatever wrote it: UTF-8, UTF-16 with its mark, or the GB18030 (GBK) of Chinese systems.

The encoding is told as for tables. But a call is shorter than a table, and a short text in Windows-1252, Big5 or
Shift-JIS often reads as GB18030 without a fault, as other words. Those words lie outside GB2312, which holds nearly
everything that is said; such a file is refused rather than read wrongly.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable
from pathlib import Path

from shounuo.feeds.tables.encoding import encoding_of, is_utf8_read_as_gbk
from shounuo.inspection.line_faults import BROKEN, BrokenLine, Unfit
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

WRONG_ENCODING = "wrong_encoding"
LEAST = 0.6  # of the characters beyond ASCII; traditional Chinese in GBK has about 0.77, Big5 0.43


def lines_of(path: Path) -> list[str] | Problem:
    """Without line ends; a line that holds bytes of another encoding is a `BrokenLine`. OSError as it comes."""
    raw = path.read_bytes()
    codec = encoding_of(lambda: io.BytesIO(raw))
    if not isinstance(codec, Problem):
        lines = _lines(raw, codec)
        if codec != "gb18030" or _reads_as_chinese(lines):
            return lines
    return Problem(WRONG_ENCODING, NEITHER, record=path.name, next_step=SAVE_AGAIN)


def whole_text(lines: Iterable[str]) -> str:
    """The text of a file that is one thing: a call, a context. Unfit where a line of it cannot be read."""
    for number, line in enumerate(lines, 1):
        if isinstance(line, BrokenLine):
            raise Unfit(f"第 {number} 行{BROKEN.zh}", f"line {number}: {BROKEN.en}")
    return "\n".join(lines)


def _lines(raw: bytes, codec: str) -> list[str]:
    if codec == "utf-16":
        raw, codec = raw.decode(codec, "replace").encode(), "utf-8"
    raw = raw.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    codec = codec.removesuffix("-sig")
    # Not splitlines: a JSON text may hold U+2028, which ends no line of the file.
    return [_line(row, codec) for row in raw.split(b"\n")]


def _line(row: bytes, codec: str) -> str:
    try:
        text = row.decode(codec)
    except UnicodeDecodeError:
        return BrokenLine(row.decode(codec, "replace"))
    mixed = codec == "gb18030" and is_utf8_read_as_gbk(text)
    return BrokenLine(text) if mixed else text


def _reads_as_chinese(lines: Iterable[str]) -> bool:
    whole = (line for line in lines if not isinstance(line, BrokenLine))
    beyond = [char for line in whole for char in line if not char.isascii()]
    return sum(bool(char.encode("gb2312", "ignore")) for char in beyond) >= LEAST * len(beyond)


NEITHER = Text(
    "既不是 UTF-8 也不是 GB18030（GBK），文字读不出来",
    "its text reads neither as UTF-8 nor as GB18030 (GBK)",
)
SAVE_AGAIN = Text(
    "请在导出它的系统里选 UTF-8 重新导出，或用记事本、WPS 另存为 UTF-8 后再试",
    "export it again as UTF-8 from the system that wrote it, or save it as UTF-8 with a text editor, and try again",
)
