"""The second reading: what falls, what is added, and that both can be argued with."""

from __future__ import annotations

import gc
import json
import weakref
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection import dialogue
from shounuo.inspection.codes import SEVERITY
from shounuo.inspection.frames.compile import Language
from shounuo.inspection.house_form import call_from
from shounuo.inspection.model import Call, Context
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all
from shounuo.inspection.report import inspect_call
from shounuo.inspection.weighing import weigh
from shounuo.inspection.weighing.evidence import evidence
from shounuo.inspection.weighing.model import features, parse_words, whole, words, words_text
from shounuo.inspection.weighing.opinion import parse_opinions
from shounuo.inspection.weighing.plain import names_of, parts, plain
from shounuo.inspection.weighing.steps import Plainly, first_at, stands

FOLDER = Path(__file__).parent


def calls() -> list[Call]:
    lines = FOLDER.joinpath("another_writer.jsonl").read_text("utf-8").splitlines()
    return [call_from(json.loads(line)) for line in lines]


@pytest.fixture(scope="module")
def some() -> list[Call]:
    return calls()[:20]


def test_names_and_numbers_are_no_sign() -> None:
    case = Context(debtor_name="李明", lender="北辰银行")
    said = plain("李明你欠北辰银行三千二百元", "zh", names_of(case))
    assert said == "N你欠N0"
    other = plain(
        "王芳你欠江南银行八百五十元", "zh", names_of(Context(debtor_name="王芳", lender="江南银行"))
    )
    assert said == other
    assert plain("you owe $1,250.40 since may", "en", ()) == "you owe 0 since may"


@pytest.mark.parametrize(
    ("language", "ways"),
    [
        ("zh", ("先还七千一百零八块三毛五行吗", "先还7108.35元行吗", "嗯先还七千一百零八块三毛五行吗")),
        ("zh", ("还一万四就行", "还14000元就行", "那个还一万四千元整就行")),
        ("zh", ("只要三块钱", "只要3元")),
        ("en", ("pay fifty dollars today", "pay $50 today", "um pay 50 bucks today")),
        ("en", ("it's twelve hundred forty dollars and six cents", "it's $1240.06", "uh it's $1,240.06")),
    ],
)  # fmt: skip
def test_a_sum_is_a_sum_however_it_is_said(language: Language, ways: tuple[str, ...]) -> None:
    assert len({plain(way, language, ()) for way in ways}) == 1


def test_together_is_no_sum() -> None:
    assert plain("我们一块去", "zh", ()) == "我们一块去"


def test_an_english_name_is_a_word_and_a_house_has_words_of_its_own() -> None:
    case = Context(debtor_name="Ann Grant", lender="Bank of Prairie")
    said = plain("the annual office visit of ann at prairie", "en", names_of(case))
    assert said == "the annual office visit of N at N"


@given(st.text(alphabet="你欠我们还钱不行了", min_size=1, max_size=20))
def test_a_text_weighs_the_same_however_long(text: str) -> None:
    assert sum(value * value for _, value in parts(text, "zh")) == pytest.approx(1.0)


def test_weights_come_back_as_written() -> None:
    weights = np.array([[0.5, -1.25], [0.0, 0.07], [0.001, 0.0]], np.float32)
    text = words_text(
        ("THREAT", "INSULT"),
        np.array([-3.0, -2.5], np.float32),
        ("t:甲", "f:last", "t:乙"),
        weights,
    )
    model = parse_words(text)
    assert model.codes == ("THREAT", "INSULT")
    assert model.bias.tolist() == [-3.0, -2.5]
    assert set(model.rows) == {"t:甲", "f:last"}  # the third rounds to nothing
    assert model.weights[model.rows["t:甲"]].tolist() == [0.5, -1.25]


def test_what_a_model_has_read_goes_with_it(some: list[Call]) -> None:
    """Nothing outside keeps a model for the texts that it was once asked about."""
    found = next(iter(evidence(Reading(some[0]))))
    model = parse_words("x\n0.5\nf:to debtor\t0:100")
    model.log_odds(found, "zh")
    kept = weakref.ref(model)
    del model
    gc.collect()
    assert kept() is None


def test_the_log_odds_are_the_sum_of_what_was_said(some: list[Call]) -> None:
    """Against the plain sum, feature by feature, from the file's text."""
    reading = Reading(some[0])
    language = "en" if reading.english else "zh"
    model = words(language)
    for found in evidence(reading):
        total: dict[int, float] = defaultdict(float)
        for feature, value in features(found, language):
            if feature in model.rows:
                for column, weight in enumerate(model.weights[model.rows[feature]]):
                    total[column] += value * float(weight)
        expected = [float(b) + total[k] for k, b in enumerate(model.bias)]
        assert model.log_odds(found, language).tolist() == pytest.approx(expected, abs=1e-3)


def test_every_finding_can_be_argued_with(some: list[Call]) -> None:
    for call in some:
        text = {turn.i: turn.text for turn in call.turns}
        for finding in inspect_call(call).findings:
            assert finding.quote == text[finding.turn][finding.start : finding.end]
            assert finding.quote
            assert finding.rule
            assert finding.why.zh
            assert finding.why.en


def test_confidence_is_a_probability_at_which_it_stands(some: list[Call]) -> None:
    for call in some:
        for finding in inspect_call(call).findings:
            if SEVERITY[finding.code] != "minor":
                assert whole().stands - 0.01 <= finding.confidence <= 1


def test_faults_of_quality_are_the_detectors_matter(some: list[Call]) -> None:
    for call in some:
        reading = Reading(call)
        found = find_all(reading)
        minor = [f for f in found if SEVERITY[f.code] == "minor"]
        assert [f for f in weigh(reading, found) if SEVERITY[f.code] == "minor"] == minor


def test_a_sentence_by_itself_is_not_weighed(some: list[Call]) -> None:
    short = replace(some[0], turns=some[0].turns[:5])
    reading = Reading(short)
    assert weigh(reading, find_all(reading)) == find_all(reading)


def test_what_comes_after_the_next_answer_changes_no_evidence(some: list[Call]) -> None:
    """But that the call was not over."""
    whole_call = evidence(Reading(some[0]))
    early = evidence(Reading(replace(some[0], turns=some[0].turns[:8])))
    for late, soon in zip(whole_call, early[:-2], strict=False):
        assert (late.own, late.before, late.after, late.earlier) == (
            soon.own, soon.before, soon.after, soon.earlier,
        )  # fmt: skip


def test_the_first_turn_is_the_likeliest_that_none_came_before() -> None:
    """By hand: chances 1/2, 1/2, 1/4 each when none came before; 1/2, 1/4, 1/16 and 3/16 that it was never."""
    chances = first_at(np.log(np.array([1.0, 1.0, 1 / 3], np.float32)))
    assert chances.tolist() == pytest.approx([0.5, 0.25, 0.0625, 0.1875])


def test_the_patterns_step_stands_unless_another_is_plainly_likelier() -> None:
    asked = Plainly(missed=5.0, invented=3.0, wrong=2.0)
    assert stands(2, np.array([0.8, 0.1, 0.1], np.float32), asked) == 0
    assert stands(2, np.array([0.6, 0.2, 0.2], np.float32), asked) == 2
    assert stands(0, np.array([0.1, 0.2, 0.7], np.float32), asked) == 2
    assert stands(0, np.array([0.3, 0.1, 0.6], np.float32), asked) == 0
    assert stands(0, np.array([0.2, 0.5, 0.3], np.float32), asked) == 1


def test_an_opinion_is_the_mean_of_a_line_and_of_trees() -> None:
    """The line gives −1 and half of the second clue; the one tree −1 up to 0.5 of the first clue, above it 7."""
    tree = {
        "start": 0.0, "roots": [0], "clue": [0, 0, 0], "bar": [0.5, 0, 0],
        "low": [1, 1, 2], "high": [2, 1, 2], "value": [0, -1.0, 7.0],
    }  # fmt: skip
    told = {"close": {"bias": -1.0, "weights": [0.0, 0.5], "trees": tree}}
    rows = np.array([[0.0, 0.0], [1.0, 2.0], [1.0, 0.0]], np.float32)
    opinion = parse_opinions(json.dumps(told))["close"]
    assert opinion.log_odds(rows).tolist() == pytest.approx([-1.0, 3.5, 3.0])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("今天下午五点前不还，我们就派人到你单位找你领导，让你身败名裂。", "THREAT"),
        ("你不还钱，你家里人也别想好过。", "FALSE_CONSEQUENCE"),
        ("明天我就带人上门堵你，让你全小区都知道你欠钱。", "PUBLIC_EXPOSURE"),
        ("再不还我弄死你。", "THREAT"),
        ("你去借网贷先把这期还上。", "BORROW_TO_PAY"),
        ("把钱转到我个人微信上就行。", "PRIVATE_PAYMENT"),
        ("我们马上派警察来抓你坐牢。", "FALSE_CONSEQUENCE"),
    ],
)
def test_what_is_said_outright_stands_in_a_plain_call(said: str, code: str) -> None:
    play = f"""
    A: 您好，请问是王建国先生吗？
    P: 是我，哪位？
    A: 我这边是远山银行的，工号3021，您有一笔欠款4520元已经逾期38天了。
    P: 我最近失业了，真的没钱。
    A: {said}
    P: 我月底发工资能还一千。
    A: 行，那你30日之前还1000元，可以吗？
    P: 可以。
    """
    found = {(f.code, f.turn) for f in inspect_call(dialogue.call(play)).findings}
    assert (code, 4) in found
