"""How the door says no: the same few fields for every fault, in both languages; fields that do not fit, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

_AGAIN = Text("改正后重发", "Correct it and send it again")
NO_KEY = Problem(
    "no_key",
    Text("没有出示本接口的密钥，或密钥不对", "The key of this door was not shown, or is not the right one"),
    next_step=Text("用 Authorization: Bearer 出示密钥", "Show it as Authorization: Bearer"),
)  # fmt: skip
NOT_JSON = Problem(
    "body_unreadable", Text("请求内容不是 JSON", "The body is not JSON"), next_step=_AGAIN
)
NOT_TAKEN = Problem("not_taken", Text("请求未受理", "The request was not taken"), next_step=_AGAIN)
# By the beginning of the checker's own name for what is wrong; the first that fits.
_WRONG: Mapping[str, Text] = {
    "missing": Text("缺少", "is missing"),
    "int": Text("应为整数", "must be a whole number"),
    "string_too_short": Text("不能为空", "must not be empty"),
    "string_too_long": Text(
        "最多 {max_length} 个字符", "must have {max_length} characters at most"
    ),
    "string_type": Text("应为文字", "must be text"),
    "greater_than_equal": Text("不得小于 {ge}", "must be {ge} or more"),
    "less_than_equal": Text("不得大于 {le}", "must be {le} or less"),
    "less_than": Text("应小于 {lt}", "must be less than {lt}"),
    "timezone_aware": Text("时间要带时区", "must be a time with its zone"),
    "datetime": Text(
        "应为时间，如 2026-11-20T12:09:00+08:00",
        "must be a time, such as 2026-11-20T12:09:00+08:00",
    ),
}
_OTHERWISE = Text("不合要求", "does not fit")


def told(problem: Problem) -> dict[str, Any]:
    """What is sent of a problem."""
    return {
        "code": problem.code,
        "record": problem.record,
        "zh": problem.line("zh"),
        "en": problem.line("en"),
    }


def unfit(errors: Iterable[Mapping[str, Any]]) -> Problem:
    """Of the checker's errors: each field with what is wrong with it. Nothing of what was sent is repeated."""
    said = [(_field(one.get("loc", ())), _wrong(one)) for one in errors]
    what = Text(
        "；".join(f"{field}：{wrong.zh}" for field, wrong in said),
        "; ".join(f"{field} {wrong.en}" for field, wrong in said),
    )
    return Problem("fields_unfit", what, next_step=_AGAIN)


def _field(place: Sequence[object]) -> str:
    """`body.told.contact` is `contact` to whoever sent it."""
    return ".".join(map(str, place[2:])) or "body"


def _wrong(error: Mapping[str, Any]) -> Text:
    kind = str(error.get("type", ""))
    said = next((text for start, text in _WRONG.items() if kind.startswith(start)), _OTHERWISE)
    return said.format(**error.get("ctx", {}))
