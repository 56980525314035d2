import json
from datetime import date, datetime
from pathlib import Path

import pytest

from shounuo.feeds.case_facts import facts_of
from shounuo.rules.gate import decide
from shounuo.rules.pack import load_pack
from shounuo.rules.verdict import Outcome

FOLDER = Path(__file__).parent / "cases"
PACKS = ("cn", "example")
CASES = [
    json.loads(line)
    for pack in PACKS
    for path in sorted((FOLDER / pack).glob("*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]
WANTED = {True: Outcome.ALLOW, False: Outcome.DENY, None: Outcome.NEEDS_REVIEW}


def day_or_moment(text: str) -> date | datetime:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_gate_answers_as_the_texts_do(case):
    """Each case's expected answer was worked out from the clause, by hand, beside the gate."""
    verdict = decide(facts_of(case["facts"]))
    told = (case["title"], [(r.rule_id, r.check, r.say) for r in verdict.blocking])
    assert verdict.outcome is WANTED[case["expected"]["allowed"]], told
    if not verdict.allowed:
        assert set(case["rules"]) <= {reason.rule_id for reason in verdict.blocking}, told
    if "earliest_next_allowed" in case["expected"]:
        assert verdict.earliest_next == day_or_moment(case["expected"]["earliest_next_allowed"])


@pytest.mark.parametrize("pack", PACKS)
def test_every_check_blocks_some_case_and_every_id_is_used_once(pack):
    """No check stands without a case that it closes; no two cases share an id."""
    own = [case for case in CASES if case["pack"] == pack]
    closing = {reason.check for case in own for reason in decide(facts_of(case["facts"])).blocking}
    checks = {check.__module__.rpartition(".")[2] for check in load_pack(pack).checks}
    assert checks <= closing, checks - closing
    assert len({case["id"] for case in own}) == len(own)
