"""What the collector typed, held against what was said."""

from __future__ import annotations

from datetime import date

import pytest

from inspection.dialogue import reading
from shounuo.inspection.detectors.record_mismatch import DETECTOR
from shounuo.inspection.model import SpokenPromise

OPENING = "A: 您好，远山银行信用卡中心，通话有录音，请问是陈一帆先生吗？\nP: 是我。\nA: 您的卡逾期三十五天，应还一万二千三百四十五元，今天能还吗？\n"
COMPLAINS = (
    OPENING
    + "P: 你们昨天的人骂我老婆，我要投诉。\nA: 投诉随您，钱您今天还不还？\nP: 我就要投诉，把投诉电话给我。\nA: 没有电话，再见。\nP: 我去银保监投诉你们。"
)
PROMISES = (
    OPENING
    + "P: 今天不行，后天发工资。\nA: 那后天十一月十四号，手机银行还一万二千三百四十五元，可以吗？\nP: 可以，后天晚上我用手机银行还。\nA: 好的，跟您确认，十一月十四号，手机银行，一万二千三百四十五元。\nP: 对。\nA: 谢谢，再见。"
)
SAID = SpokenPromise(1234500, date(2026, 11, 14), "app", explicit=True)


def found(play: str, recorded: str, promise: SpokenPromise | None = None):
    read = reading(play, recorded_disposition=recorded, recorded_promise=promise)
    return list(DETECTOR.find(read))


def test_a_complaint_recorded_as_a_refusal_is_shown_where_it_was_voiced() -> None:
    """Both codes by the names of the trade, in the language of the report."""
    ((spot, why),) = found(COMPLAINS, "REFUSE")
    assert spot.turn.at == 3
    assert why.zh == "应登记“投诉”，却登记为“拒绝还款”"
    assert why.en == "Should be “Complaint”, was recorded as “Refuses to pay”"


def test_a_code_of_another_house_stands_as_it_was_typed() -> None:
    ((_, why),) = found(COMPLAINS, "R07")
    assert why.zh == "应登记“投诉”，却登记为“R07”"


@pytest.mark.parametrize("recorded", ["COMPLAINT", "DISPUTE"])
def test_a_grave_code_for_a_grave_code_is_not_told(recorded: str) -> None:
    assert not found(COMPLAINS, recorded)


def test_a_promise_recorded_as_it_was_made_is_not_told() -> None:
    assert not found(PROMISES, "PTP", SAID)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (SpokenPromise(1243500, SAID.date, "app", explicit=True), "登记的金额与客户所说不同"),
        (SpokenPromise(SAID.cents, date(2026, 11, 24), "app", explicit=True), "登记的日期与客户所说不同"),
    ],
)  # fmt: skip
def test_another_term_than_said_is_told(typed: SpokenPromise, why: str) -> None:
    ((_, told),) = found(PROMISES, "PTP", typed)
    assert told.zh == why


def test_a_promise_typed_where_none_was_made_is_told() -> None:
    refuses = (
        OPENING
        + "P: 不还，没什么好说的。\nA: 您是什么原因不还？\nP: 没原因，我就是不还，你们去告吧。\nA: 那我登记您拒绝还款，再见。\nP: 随便。"
    )
    ((spot, why),) = found(refuses, "PTP", SAID)
    assert spot.turn.at == 3
    assert why.zh == "客户没有承诺，却登记为承诺还款"
