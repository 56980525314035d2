"""Whether a promise was made, its way and the kind of its yes are decided by the rules and the words around; its sum and
day by the rules alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.dialogue import call, reading
from inspection.test_promises import CASES, OPENING, expected
from shounuo.inspection.agreement.promise import Promise, offered, promise_of
from shounuo.inspection.model import SpokenPromise
from shounuo.inspection.reading import Reading
from shounuo.inspection.report import inspect_call
from shounuo.inspection.weighing.promised import chance, told_promise

AGREED = """A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗
P: 是我你说
A: 您的卡逾期三十五天逾期四千五百六十七元，今天能还吗
P: 今天不行，二十号发工资，二十号我去柜台还四千五百六十七
A: 好，跟您确认，远山银行，十一月二十号，四千五百六十七元，柜台还，对吧
P: 对
A: 好的感谢您，再见
P: 再见"""
CLEAR_BY_WORDS = {
    "the collector says flatly what is to be paid, where another sum had been caught",
    "for one of two days the collector names the day itself with the sum",
}
# Sum and day were only the collector's; he goes to complain.
REFUSED = """A: 您好远山银行信用卡中心有录音请问是陈一帆先生吗
P: 是我你说
A: 您的卡逾期三十五天逾期四千五百六十七元
P: 你们昨天那个人骂我，我要投诉他
A: 投诉归投诉，今天先还五百，五百我今天就不再打了
P: 行，我录着音呢，你等着接投诉吧
A: 随便，挂了
P: 挂就挂"""


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["name"])
def test_a_promise_keeps_the_terms_of_the_rules(row):
    """The second reading may take a promise away or let an offer stand; it never changes a sum or a day."""
    lang = row.get("lang", "zh")
    read = reading(OPENING[lang] + "\n".join(row["play"]), lang)
    told = told_promise(read)
    ruled = [one and _sum_and_day(one) for one in (promise_of(read), offered(read))]
    assert told is None or _sum_and_day(told) in ruled


def _with_a_way(said: SpokenPromise | None) -> SpokenPromise | None:
    """Where no way was named the whole call says `other`."""
    return said and replace(said, method=said.method or "other")


def _sum_and_day(promise: Promise) -> Promise:
    return replace(promise, said=replace(promise.said, method=None, explicit=False))


def test_every_written_case_is_told_as_it_was_agreed():
    """By the words around, the yes of two is a clear one (写上吧); else nothing of the cases by hand is told otherwise."""
    otherwise = set()
    for row in CASES:
        lang = row.get("lang", "zh")
        told = told_promise(reading(OPENING[lang] + "\n".join(row["play"]), lang))
        said, want = told and told.said, _with_a_way(expected(row))
        if said != want:
            assert said is not None
            assert want is not None
            assert replace(said, explicit=want.explicit) == want
            otherwise.add(row["name"])
    assert otherwise <= CLEAR_BY_WORDS


def test_what_was_repeated_and_answered_is_told():
    """The report tells 4,567.00 on the twentieth at the counter."""
    said = inspect_call(call(AGREED)).promise
    assert said is not None
    assert (said.cents, str(said.date), said.method) == (456700, "2026-11-20", "counter")
    assert chance(reading(AGREED)) > 0.9


def test_a_mocking_yes_before_a_complaint_is_no_promise():
    """行，我录着音呢 agrees to nothing."""
    assert inspect_call(call(REFUSED)).promise is None


def test_a_third_party_promises_nothing():
    """Whoever does not owe cannot promise, however likely the words."""
    assert told_promise(reading(AGREED, callee_role="third_party")) is None


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(("陈一帆", "欧阳雪", "马建军", "祁玉")), st.sampled_from(("呃", "嗯", "那个"))
)
def test_a_name_or_a_filler_changes_no_promise(name: str, filler: str):
    """Another name in the call and on file, or a filler before a turn of the collector, leaves the promise as it was."""
    one = call(AGREED.replace("陈一帆", name), debtor_name=name)
    turns = tuple(
        replace(t, text=filler + t.text) if t.speaker == "agent" else t for t in one.turns
    )
    plain, filled = told_promise(Reading(one)), told_promise(Reading(replace(one, turns=turns)))
    assert plain is not None
    assert filled is not None
    assert plain.said == filled.said
