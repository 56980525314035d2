"""What a Chinese reader sees stands with Chinese points: ，；：！？（） beside a Chinese character, never , ; : ! ? ( )."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from shared_files import ROOT

SOURCE = ROOT / "src" / "shounuo"
FILLED = "{}"  # what stands for a value that is filled in
_HAN = r"[\u4e00-\u9fff]"
_HALF_WIDTH = re.compile(
    rf"(?<={_HAN}|[}}”」）])[,;:!?()](?=\s?{_HAN}|[“「{{(]|$)|(?<={_HAN})[,;:!?(]|[,;:!?()](?={_HAN})|(?<=\w)[,;:!?](?={{)"
)


def half_width(said: str) -> bool:
    return re.search(_HAN, said) is not None and _HALF_WIDTH.search(said) is not None


def in_code(source: str) -> Iterator[str]:
    """The Chinese of every `Text(…)`, and of what is put together under the name `zh`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id="Text")):
                named = [word.value for word in node.keywords if word.arg == "zh"]
                yield from _strings(node.args[:1] + named)
            case ast.Assign(targets=[ast.Name(id="zh")], value=value):
                yield from _strings([value])
            case ast.AugAssign(target=ast.Name(id="zh"), value=value):
                yield from _strings([value])


def _strings(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.JoinedStr(values=parts):
                yield "".join(
                    str(p.value) if isinstance(p, ast.Constant) else FILLED for p in parts
                )
            case ast.Constant(value=str(said)):
                yield said
            case ast.IfExp(body=one, orelse=other):
                yield from _strings([one, other])
            case ast.BinOp(left=one, right=other):
                yield from _strings([one, other])


def in_data(held: object) -> Iterator[str]:
    """The sentence under every `zh`; one with `|` is a pattern of words, nobody reads it."""
    if isinstance(held, dict):
        if isinstance(held.get("zh"), str) and "|" not in held["zh"]:
            yield held["zh"]
        for value in held.values():
            yield from in_data(value)
    elif isinstance(held, list):
        for value in held:
            yield from in_data(value)


def _told(path: Path) -> Iterator[str]:
    if path.suffix == ".py":
        yield from in_code(path.read_text("utf-8"))
    elif path.suffix == ".yaml":
        yield from in_data(yaml.safe_load(path.read_text("utf-8")))
    else:
        with path.open("rb") as file:
            for message in read_po(file, locale="zh_Hans"):
                yield from [message.string] if isinstance(message.string, str) else message.string


@pytest.mark.parametrize("kind", ["py", "yaml", "po"])
def test_chinese_sentences_stand_with_chinese_points(kind: str) -> None:
    """Sentences in code, in sentence files, and in the catalogues of pages."""
    said = {
        path.relative_to(SOURCE): list(_told(path)) for path in sorted(SOURCE.rglob(f"*.{kind}"))
    }
    assert any(said.values())
    wrong = {path: [one for one in told if half_width(one)] for path, told in said.items()}
    assert {path: told for path, told in wrong.items() if told} == {}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('Text("身份未核实:先核实", "x")', True),
        ('Text(zh=f"标为 {a},听到的", en="x")', True),
        ('Text(f"听到 {told}(把握 {sure})", "x")', True),
        ('zh += f",对方所说" if theirs else ""', True),
        ('Text("身份未核实：先核实", "not so: wait")', False),
        ('Text("民法典 1033（一）；12 CFR 1006.6(b)(2), (c)", "x")', False),
        ('Text(f"{count:,} 户，09:30 起", "x")', False),
    ],
)
def test_the_search_is_able_to_fail(code: str, found: bool) -> None:
    """Half-width points beside Chinese are found, those of numbers, times and English left alone."""
    assert any(half_width(said) for said in in_code(code)) is found
