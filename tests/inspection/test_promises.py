"""What was agreed is read to the cent, the day and the way of paying; what was not agreed is not."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from inspection.dialogue import call, reading
from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.as_json import report_json
from shounuo.inspection.house_form import promise_from
from shounuo.inspection.model import Instalment, SpokenPromise
from shounuo.inspection.report import inspect_call

CASES = yaml.safe_load((Path(__file__).parent / "call_cases" / "promises.yaml").read_text("utf-8"))
OPENING = {
    "zh": "A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗\nP: 是我\nA: 您的卡逾期三十五天应还一万两千三百四十五元\nP: 知道\n",
    "en": "A: Hello this is Granite State Bank on a recorded line, is this Lena Ortiz, last four of your social?\nP: 1234.\nA: You are thirty-five days past due.\nP: I know.\n",
}


def expected(row):
    if row["promise"] == "none":
        return None
    cents, day, method, explicit = row["promise"]
    assert isinstance(day, date)
    parts = tuple(Instalment(*part) for part in row.get("instalments", ()))
    return SpokenPromise(cents, day, method, explicit, parts)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["name"])
def test_promise(row):
    """The promise read is the one both sides held when the call ended."""
    lang = row.get("lang", "zh")
    found = promise_of(reading(OPENING[lang] + "\n".join(row["play"]), lang))
    assert (found.said if found else None) == expected(row)


def test_instalments_are_told_beside_the_first_sum_and_day():
    """The report's sum, day and way are the first part's, as ever; its sentence names every part; JSON is read back."""
    row = next(row for row in CASES if row["name"] == "split, the rest later")
    report = inspect_call(call(OPENING["en"] + "\n".join(row["play"]), "en"))
    told = report_json(report)["promise"]
    assert (told["cents"], told["date"], told["method"]) == (20000, "2026-11-20", "other")
    assert told["instalments"] == [
        {"cents": 20000, "date": "2026-11-20"},
        {"cents": 21500, "date": "2026-12-04"},
    ]
    assert "200.00 2026-11-20 + 215.00 2026-12-04" in report.summary.en
    assert promise_from(told) == report.promise
