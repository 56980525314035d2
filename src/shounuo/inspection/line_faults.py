"""Why a line of JSON could not be read, in words for the person who wrote the file."""

from __future__ import annotations

import json
from typing import Any

from shounuo.kernel.text import Text


class Unfit(ValueError):
    """What a check of ours found wrong, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = Text(zh, en)


class NotAnObject(ValueError):
    """The line is JSON, but a number, a list or a text."""


class BrokenLine(str):
    """A line of a file some bytes of which are of another encoding than the rest."""

    __slots__ = ()


BROKEN = Text(
    "有读不出的字符（编码与其他行不同）",
    "some characters cannot be read (encoded otherwise than the rest)",
)


def object_of(line: str) -> dict[str, Any]:
    """The JSON object of one line. Raises ValueError when it is none."""
    if isinstance(line, BrokenLine):
        raise Unfit(BROKEN.zh, BROKEN.en)
    raw = json.loads(line)
    if not isinstance(raw, dict):
        raise NotAnObject
    return raw


def fault_in_words(fault: Exception) -> Text:
    """What is wrong, in the words of our own checks where one found it."""
    if isinstance(fault, Unfit):
        return fault.said
    if isinstance(fault, json.JSONDecodeError):
        return Text(
            f"第 {fault.pos + 1} 个字符处不是 JSON", f"not JSON at character {fault.pos + 1}"
        )
    if isinstance(fault, NotAnObject):
        return Text("不是 JSON 对象 {…}", "not a JSON object {…}")
    if isinstance(fault, KeyError):
        return Text(f"缺少字段 {fault.args[0]}", f"the field {fault.args[0]} is missing")
    if isinstance(fault, TypeError | AttributeError):
        return Text(
            "有字段的类型不对（如该是列表或文字处写了数字）",
            "a field holds the wrong kind of value (such as a number where a list or text belongs)",
        )
    return Text(f"值不对：{fault}", f"a value is wrong: {fault}")
