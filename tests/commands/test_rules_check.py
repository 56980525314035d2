import json

import pytest
from click.testing import CliRunner

from shounuo.cli import main

CASE = {
    "id": "x1",
    "rules": ["1006.6(b)(1)(i)"],
    "facts": {
        "proposed": {
            "when": "2026-06-17T21:30:00-04:00",
            "channel": "call",
            "to": {"id": "C1", "role": "consumer"},
            "debt": ["d1"],
        }
    },
    "expected": {"allowed": False, "earliest_next_allowed": "2026-06-18T12:00:00+00:00"},
    "gate_hint": "deny",
}


@pytest.fixture
def check(tmp_path):
    """Write lines to a file, check it, and get the command's result."""

    def run(*lines: str, json_too: bool = True):
        path = tmp_path / "cases.jsonl"
        path.write_text("\n".join(lines), "utf-8")
        arguments = ["rules", "check", str(path), *(["--json"] if json_too else [])]
        return CliRunner().invoke(main, arguments)

    return run


def test_agreement_is_told_per_rule_and_exits_zero(check):
    """Two spellings of one instant agree; the result names total, agreement, rules and rows."""
    ran = check(json.dumps(CASE))
    told = json.loads(ran.output.splitlines()[-1])
    assert ran.exit_code == 0
    assert (told["total"], told["agree"]) == (1, 1)
    assert told["by_rule"]["1006.6(b)(1)(i)"]["earliest_next"] == {"total": 1, "agree": 1}
    assert told["rows"][0]["got"]["earliest_next_allowed"] == "2026-06-18T08:00:00-04:00"
    assert told["rows"][0]["expected"] == CASE["expected"]


def test_a_disagreement_is_shown_and_fails(check):
    """A wrong expectation is named with what the gate says, and the command exits with 1."""
    ran = check(json.dumps(CASE | {"expected": {"allowed": True}}), json_too=False)
    assert ran.exit_code == 1
    assert "✗ x1" in ran.output
    assert "allowed: False ≠ True" in ran.output


def test_a_wrong_hint_is_a_disagreement(check):
    """What the gate would do is compared too, when the case says it."""
    assert check(json.dumps(CASE | {"gate_hint": "allow"})).exit_code == 1


def test_an_empty_file_fails(check):
    """A file without cases agrees with nothing."""
    assert check("").exit_code == 1


def test_a_broken_line_fails_but_the_rest_is_decided(check):
    """The broken line counts in the total, is reported in both languages, and fails the file."""
    ran = check(json.dumps(CASE), "{", json_too=True)
    told = json.loads(ran.output.splitlines()[-1])
    assert ran.exit_code == 1
    assert (told["total"], told["agree"]) == (2, 1)
    assert "第 2 行" in told["problems"][0]["zh"]
    assert "line 2" in told["problems"][0]["en"]


def test_a_case_the_gate_cannot_take_is_reported_not_raised(check):
    """A debt whose id is a list reaches the gate and is reported with its line."""
    facts = CASE["facts"] | {"debts": [{"id": ["d1"]}]}
    ran = check(json.dumps(CASE), json.dumps(CASE | {"facts": facts}))
    told = json.loads(ran.output.splitlines()[-1])
    assert ran.exit_code == 1
    assert (told["total"], told["agree"]) == (2, 1)
    assert "line 2" in told["problems"][0]["en"]
