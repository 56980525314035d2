"""What must hold of Regulation F's pack whatever the history."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from shounuo.feeds.us_case_facts import facts_of
from shounuo.rules.case_answer import answer
from shounuo.rules.gate import decide
from shounuo.rules.sentences import citation, instead, load_sentences, override, sentence
from shounuo.rules.verdict import Outcome

NEW_YORK = ZoneInfo("America/New_York")
NOON = datetime(2026, 11, 4, 12, tzinfo=NEW_YORK)  # three days after the clocks went back
FREQUENCY = "call_frequency_presumed_compliant"
CASES = [
    json.loads(line)
    for path in sorted((Path(__file__).parents[1] / "cases" / "us").glob("*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]
LISTS = ("calls", "requests", "consents", "events", "debts")


def call(minutes_ago: int, outcome: str, inbound: bool, number: str, debt: str) -> dict:
    return {
        "when": (NOON - timedelta(minutes=minutes_ago)).isoformat(),
        "direction": "inbound" if inbound else "outbound",
        "debt": [debt],
        "person": "C1",
        "outcome": outcome,
        "exclusion": None,
        "number": number,
    }


calls = st.builds(
    call,
    st.integers(0, 15 * 24 * 60),
    st.sampled_from(["no_answer", "no_answer", "busy", "conversation", "ringless_voicemail"]),
    st.booleans(),
    st.sampled_from(["mobile", "landline"]),
    st.sampled_from(["d1", "d1", "d2"]),
)


def situation(history: list[dict], **more: object) -> dict:
    proposed = {
        "when": NOON.isoformat(),
        "channel": "call",
        "to": {"id": "C1", "role": "consumer"},
        "debt": ["d1"],
    }
    return {"debts": [{"id": "d1"}, {"id": "d2"}], "calls": history, "proposed": proposed, **more}


def told(raw: dict) -> dict:
    return answer(decide(facts_of(raw)))


def test_row_order_never_matters_in_any_case():
    """Every case is answered the same with all its lists turned round."""
    for case in CASES:
        turned = {k: v[::-1] if k in LISTS else v for k, v in case["facts"].items()}
        assert told(turned) == told(case["facts"]), case["id"]


@given(st.lists(calls, max_size=14), st.randoms())
@settings(max_examples=150)
def test_row_order_never_matters_in_any_history(history, random):
    """The same calls in another order are the same answer."""
    shuffled = list(history)
    random.shuffle(shuffled)
    assert told(situation(shuffled)) == told(situation(history))


@given(st.lists(calls, max_size=14), calls, st.booleans())
@settings(max_examples=200)
def test_one_more_call_never_opens_what_was_closed(history, extra, consented):
    """Adding a call never turns a presumed violation into anything milder, consent or not."""
    given_at = (NOON - timedelta(days=3)).isoformat()
    consent = {"when": given_at, "by": "C1", "to": "collector", "debt": ["d1"]}
    more = {"consents": [consent] if consented else []}
    before = decide(facts_of(situation(history, **more)))
    after = decide(facts_of(situation([*history, extra], **more)))
    if before.outcome is not Outcome.ALLOW:
        assert after.outcome >= before.outcome
        assert after.earliest_next >= before.earliest_next


@given(st.lists(calls, max_size=16))
@settings(max_examples=200)
def test_the_count_agrees_with_a_naive_one(history):
    """The engine's window holds what a plain loop over New York's dates finds."""
    today = NOON.date()
    week = [today - timedelta(days=ago) for ago in range(7)]
    naive = sum(
        1
        for row in history
        if row["direction"] == "outbound"
        and row["debt"] == ["d1"]
        and row["outcome"] != "busy"
        and datetime.fromisoformat(row["when"]).astimezone(NEW_YORK).date() in week
    )
    assert told(situation(history))["count_in_window_including_proposed"] == naive + 1


@given(st.lists(calls, max_size=16))
@settings(max_examples=150)
def test_the_named_day_is_the_first_open_one(history):
    """On the day the verdict names a call is presumed to comply; the day before it is not."""
    verdict = decide(facts_of(situation(history)))
    if verdict.outcome is Outcome.ALLOW:
        return
    raw = situation(history)
    for days, outcome in ((0, Outcome.ALLOW), (-1, Outcome.DENY)):
        on = datetime.combine(verdict.earliest_next, NOON.timetz()) + timedelta(days=days)
        raw["proposed"]["when"] = on.isoformat()
        assert decide(facts_of(raw)).outcome is outcome


def test_every_reason_is_said_in_both_languages():
    """Each reason of each case has its sentence, its citation and its ways out in both languages."""
    for case in CASES:
        for reason in decide(facts_of(case["facts"])).reasons:
            if reason.pack != "us":
                continue
            for text in (sentence(reason), citation(reason), *instead(reason)):
                assert text.zh
                assert text.en
                assert "{" not in text.zh + text.en
            assert reason.override is None or override(reason) is not None


def test_every_sentence_of_the_pack_belongs_to_a_check():
    """No sentence stands without a check of that name."""
    from shounuo.rules.pack import load_pack

    checks = {check.__module__.rpartition(".")[2] for check in load_pack("us").checks}
    assert {key.partition(".")[0] for key in load_sentences("us").reasons} == checks


def test_every_check_closes_or_settles_some_case():
    """No check stands without a case that hears from it."""
    from shounuo.rules.pack import load_pack

    heard = {r.check for case in CASES for r in decide(facts_of(case["facts"])).reasons}
    checks = {check.__module__.rpartition(".")[2] for check in load_pack("us").checks}
    assert checks <= heard
