"""Whose law a call stands under: as it is told, else by the language, and then it says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from shounuo.cli import main
from shounuo.inspection.house_form import context_from
from shounuo.inspection.place import place_of, place_written

ENGLISH = (
    "Agent: Granite State Bank on a recorded line, is this Lena Ortiz?\nCustomer: Yes.\n"
    "Agent: Pay today or I will come to your house and break your legs.\nCustomer: I can pay $500.\n"
)
CHINESE = "坐席：您好，远山银行，有录音，请问是陈一帆先生吗？\n客户：是我。\n坐席：再不还我就上门弄死你。\n"
SRT = "1\n00:00:01,000 --> 00:00:03,000\nAgent: Pay today or I will come to your house and break your legs.\n\n2\n00:00:04,000 --> 00:00:05,000\nCustomer: Leave me alone.\n"
US, CN = "12 CFR 1006.14(a), (b)", "CBA 指引 禁止言行②; 信用卡办法 68"


def told(path: Path, text: str, *options: str) -> Result:
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["inspect", "call", str(path), *options])


def as_json(path: Path, text: str, *options: str) -> dict[str, Any]:
    result = told(path, text, *options, "--json")
    assert result.exit_code == 0, result.output
    (found,) = json.loads(result.output.splitlines()[-1])["calls"]
    assert isinstance(found, dict)
    return found


def law_of_the_threat(found: dict[str, Any]) -> str:
    (threat,) = [one for one in found["findings"] if one["code"] == "THREAT"]
    return str(threat["citation"])


@pytest.mark.parametrize(
    ("name", "text", "place", "law"),
    [("a.txt", ENGLISH, "US", US), ("a.srt", SRT, "US", US), ("a.txt", CHINESE, "CN", CN)],
)
def test_a_call_that_does_not_say_is_read_by_its_language(
    tmp_path: Path, name: str, text: str, place: str, law: str
) -> None:
    """An English call is cited federal rules, a Chinese one Chinese law, and the report says it was assumed."""
    found = as_json(tmp_path / name, text)
    assert (found["jurisdiction"], found["jurisdiction_assumed"]) == (place, True)
    assert law_of_the_threat(found) == law


def test_the_report_for_a_person_says_that_it_assumed(tmp_path: Path) -> None:
    english = told(tmp_path / "a.txt", ENGLISH, "--lang", "en").output
    assert "by its language that of the United States is assumed" in english
    assert "Credit Card Measures" not in english
    assert "按语言假定为美国" in told(tmp_path / "a.txt", ENGLISH).output
    said = told(tmp_path / "a.txt", ENGLISH, "--jurisdiction", "us").output
    assert "假定" not in said


@pytest.mark.parametrize(
    ("context", "lang", "currency"),
    [
        ({}, "en", "USD"),
        ({}, "zh", "CNY"),
        ({"jurisdiction": "US"}, "zh", "USD"),
        ({"jurisdiction": "CN"}, "en", "CNY"),
        ({"currency": "EUR"}, "en", "EUR"),
    ],
)
def test_the_currency_is_the_place_s_own_unless_told(
    context: dict[str, str], lang: str, currency: str
) -> None:
    assert context_from(context, lang=lang).currency == currency


def test_the_jurisdiction_told_stands(tmp_path: Path) -> None:
    """An English call made under Chinese law; the option goes before the file."""
    (tmp_path / "c.json").write_text('{"jurisdiction": "US"}', encoding="utf-8")
    options = ("--context", str(tmp_path / "c.json"), "--jurisdiction", "CN")
    found = as_json(tmp_path / "a.txt", ENGLISH, *options)
    assert (found["jurisdiction"], found["jurisdiction_assumed"]) == ("CN", False)
    assert law_of_the_threat(found) == CN


def test_the_context_told_is_the_case_of_the_call(tmp_path: Path) -> None:
    """An agency's call to the debtor without the disclosure of 12 CFR 1006.18(e): only the context can tell."""
    context = {"callee_role": "debtor", "agent_type": "agency_staff", "jurisdiction": "US"}
    (tmp_path / "c.json").write_text(json.dumps(context), encoding="utf-8")
    owed = ENGLISH + "Agent: You are ninety days past due on the credit card.\n"
    codes = {
        options: {one["code"] for one in as_json(tmp_path / "a.txt", owed, *options)["findings"]}
        for options in ((), ("--context", str(tmp_path / "c.json")))
    }
    without, given = codes.values()
    assert given - without == {"MISSING_US_DISCLOSURE"}


def line(**context: object) -> str:
    turns = [
        {"speaker": "agent", "text": "Granite State Bank. Pay or I will break your legs."},
        {"speaker": "party", "text": "Leave me alone."},
    ]
    told = {"id": "c", "lang": "en", "as_of": "2026-11-12T10:00:00-05:00", "turns": turns}
    return json.dumps(told | ({"context": context} if context else {}))


@pytest.mark.parametrize(
    ("context", "options", "place", "assumed"),
    [
        ({}, (), "US", True),
        ({"callee_role": "debtor"}, (), "US", True),
        ({"callee_role": "debtor"}, ("--jurisdiction", "CN"), "CN", False),
        ({"jurisdiction": "US"}, ("--jurisdiction", "CN"), "US", False),
        ({"jurisdiction": "us"}, (), "US", False),
        ({"jurisdiction": " US"}, (), "US", False),
    ],
)
def test_the_house_form_that_does_not_say_is_read_likewise(
    tmp_path: Path, context: dict[str, object], options: tuple[str, ...], place: str, assumed: bool
) -> None:
    """What the call itself says stands; an option fills what it leaves open."""
    found = as_json(tmp_path / "c.jsonl", line(**context), *options)
    assert (found["jurisdiction"], found["jurisdiction_assumed"]) == (place, assumed)


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        ("[1]", "不是 JSON 对象", "not a JSON object"),
        ('{"due_cents": 1.5}', "不是整数", "is no whole number"),
        ('{"jurisdiction": 5}', "类型不对", "wrong kind of value"),
        ('{"jurisdiction": "USA"}', "jurisdiction 'USA' 不是两个字母", "jurisdiction 'USA' is no"),
        ('{"jurisdiction": "US-CA"}', "不是两个字母的国家或地区代码", "code of two letters"),
        ('{"jurisdiction": " "}', "如 US、CN", "such as US, CN"),
    ],
)
def test_a_context_that_is_none_is_refused(tmp_path: Path, content: str, zh: str, en: str) -> None:
    (tmp_path / "c.json").write_text(content, encoding="utf-8")
    result = told(tmp_path / "a.txt", ENGLISH, "--context", str(tmp_path / "c.json"))
    assert result.exit_code == 1
    (said,) = result.output.splitlines()
    assert "c.json" in said
    assert zh in said
    assert en in said


def test_a_context_with_a_line_in_another_encoding_is_refused_by_that_line(tmp_path: Path) -> None:
    """Four lines in UTF-8 and the debtor's name in GBK: read on, the name would be other characters."""
    rows = [
        '{"jurisdiction": "CN", "product": "信用卡",',
        '"lender": "远山银行信用卡中心",',
        '"agency": "北辰信用管理有限公司",',
        '"debtor_name": "欧阳建国",',
        '"third_party": {"relation": "父亲", "name": "欧阳长河"}}',
    ]
    content = [row.encode("gbk" if n == 3 else "utf-8") for n, row in enumerate(rows)]
    (tmp_path / "c.json").write_bytes(b"\n".join(content))
    result = told(tmp_path / "a.txt", CHINESE, "--context", str(tmp_path / "c.json"))
    assert result.exit_code == 1
    assert "第 4 行有读不出的字符" in result.output
    assert "line 4: some characters cannot be read" in result.output


def test_a_call_taken_before_a_place_had_to_be_a_country_is_read_on() -> None:
    """By its language, as if it said nothing."""
    written = {"lang": "en", "context": {"jurisdiction": "USA"}}
    assert (place_written(written), place_of(written)) == (None, "US")
