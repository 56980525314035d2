"""How a text file is encoded, decided on the whole of it, and whether it was decoded wrongly before.

UTF-8 when it reads as UTF-8; else GB18030 (which holds GBK). A few broken bytes do not change the
answer: they become U+FFFD and their rows wait. Big5 and others are read only where the mapping says so,
because a guess between them and GBK is a guess.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import BinaryIO

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

CHUNK = 1 << 20
NUL_SHARE = 0.02  # of the first bytes; a stray one is a fault of its row
BROKEN_SHARE = 0.02  # of the characters beyond ASCII; more, and it is another encoding
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def encoding_of(
    open_bytes: Callable[[], BinaryIO], said: str = "", record: str = ""
) -> str | Problem:
    """The codec's name, or why the file cannot be read as text."""
    with open_bytes() as stream:
        head = stream.read(4096)
    for mark, codec in _BOMS.items():
        if head.startswith(mark):
            return codec
    if not said and head.count(0) > len(head) * NUL_SHARE:
        return _fault("not_a_table", record)
    for codec in [said] if said else ["utf-8", "gb18030"]:
        if _reads_as(open_bytes, codec):
            return codec
    if not said and (codec := _mixed(open_bytes)):
        return codec
    return _fault("wrong_encoding", record)


def _reads_as(open_bytes: Callable[[], BinaryIO], codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)(errors="replace")
    broken = beyond = 0
    with open_bytes() as stream:
        while chunk := stream.read(CHUNK):
            if chunk.isascii() and not broken:
                continue
            text = decoder.decode(chunk)
            broken += text.count("\ufffd")
            beyond += len(text) - len(text.encode("ascii", "ignore"))
    return broken <= beyond * BROKEN_SHARE


def _mixed(open_bytes: Callable[[], BinaryIO]) -> str:
    """The codec of most lines of a file whose lines do not agree; "" when it is neither.

    Only UTF-8 tells itself from the others line by line. What is not UTF-8 must read as GB18030 nearly
    whole, as if the odd lines were not there: a file of Big5 does not.
    """
    decoder = codecs.getincrementaldecoder("gb18030")(errors="replace")
    utf8 = others = broken = beyond = 0
    with open_bytes() as stream:
        for line in iter(lambda: stream.readline(CHUNK), b""):
            if line.isascii():
                continue
            try:
                line.decode()
                utf8 += 1
            except UnicodeDecodeError:
                others += 1
                text = decoder.decode(line, final=True)
                broken += text.count("\ufffd")
                beyond += len(text) - len(text.encode("ascii", "ignore"))
    if utf8 > others:
        return "utf-8"
    return "gb18030" if utf8 and broken <= beyond * BROKEN_SHARE else ""


def is_utf8_read_as_gbk(text: str) -> bool:
    """A line of UTF-8 within a file of GB18030: its bytes read as Chinese in UTF-8 as well.

    Two bytes that happen to be UTF-8 make no Chinese character; three in a row hardly happen.
    """
    if text.isascii():
        return False
    try:
        again = text.encode("gb18030").decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return False
    return all(ch.isascii() or ch >= "\u3000" for ch in again)


def mojibake(text: str) -> bool:
    """True when the text looks like Chinese that was decoded with the wrong codec and saved so."""
    if "锟斤拷" in text or "\ufffd" in text:
        return True
    for codec in ("cp1252", "latin-1", "gb18030"):
        try:
            again = text.encode(codec).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if again != text and any("\u3400" <= ch <= "\u9fff" for ch in again):
            return True
    return False


def _fault(name: str, record: str) -> Problem:
    what, then = _FAULTS[name]
    return Problem(name, what, record, "feeds.tables", then)


_FAULTS = {
    "not_a_table": (
        Text(
            "不是 CSV、XLSX、Parquet 或 gzip 文件", "This is not a CSV, XLSX, Parquet or gzip file"
        ),
        Text("请机构重新导出", "Ask the lender to export it again"),
    ),
    "wrong_encoding": (
        Text(
            "既不是 UTF-8 也不是 GB18030，文字读不出来",
            "Its text reads neither as UTF-8 nor as GB18030",
        ),
        Text(
            "在映射的 format.encoding 写明编码", "Name the encoding in the mapping: format.encoding"
        ),
    ),
}
