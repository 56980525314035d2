"""What can be wrong with a file or a row before any cell is read, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text


def refused(name: str, record: str) -> Problem:
    """A fault of the file as a whole: nothing of it is taken."""
    return Problem(name, _FILE[name], record, "feeds.tables", _NOTHING_TAKEN)


def bad_row(name: str, number: int) -> Problem:
    """A fault of one row: it waits, the file goes on."""
    return Problem(name, _ROW[name], str(number), "feeds.tables", _MEND)


def missing_columns(
    lacks: Sequence[str], wanted: Mapping[str, Sequence[str]], header: Sequence[str], record: str
) -> Problem:
    """The header that was found and what the mapping wanted of it."""
    names = "; ".join(f"{field} ({' / '.join(wanted[field])})" for field in lacks)
    shown = ", ".join(cell.strip() for cell in header)[:160]
    return Problem(
        "missing_columns",
        Text(
            f"表头缺列：{names}；读到的表头：{shown}", f"Columns missing: {names}; header: {shown}"
        ),
        record,
        "feeds.tables",
        Text(
            "换一个映射，或在映射里改列名",
            "Choose another mapping, or name the columns in it as the file does",
        ),
    )


_NOTHING_TAKEN = Text(
    "什么都没有导入；请机构重新导出", "Nothing was imported; ask the lender to export it again"
)
_MEND = Text("改好这一行后重放", "Mend the row and replay it")
_FILE = {
    "empty_file": Text("文件是空的，连表头也没有", "The file is empty, without even a header"),
    "mojibake": Text(
        "文字是乱码：导出前已用错编码打开并保存",
        "Its text is garbled: it was opened with a wrong encoding and saved so",
    ),
    "damaged": Text("文件已损坏或不完整", "The file is damaged or cut off"),
    "unpacks_beyond_belief": Text("解压后的大小不像数据文件", "It unpacks to a size no table has"),
    "not_a_workbook": Text(
        "是 ZIP 压缩包，不是 XLSX；请先解压再导入里面的文件",
        "It is a ZIP archive and no XLSX workbook; unpack it and import the file inside",
    ),
    "old_workbook": Text(
        "是旧版 XLS；请另存为 XLSX 或 CSV", "It is an old XLS workbook; save it as XLSX or CSV"
    ),
    "web_page": Text(
        "是网页（HTML），只是名字像表格；请另存为 XLSX 或 CSV",
        "It is a web page named like a table; save it as XLSX or CSV",
    ),
    "too_many_cells": Text(
        "工作表的范围大到装不下；请改用 CSV 或 Parquet",
        "The sheet spans more cells than can be held; use CSV or Parquet",
    ),
    "no_such_sheet": Text("没有映射里写的工作表", "There is no sheet of the mapping's name"),
}
_ROW = {
    "open_quote": Text("引号没有结束", "A quote is never closed"),
    "line_too_long": Text("这一行长得不像数据", "The line is longer than any row"),
    "mixed_encoding": Text(
        "这一行的编码与文件其他行不同", "This row is encoded otherwise than the rest of the file"
    ),
    "broken_bytes": Text("有读不出的字符", "Some characters cannot be read"),
}
