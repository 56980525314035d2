import json
import re
from pathlib import Path

from shared_files import shared
from shounuo.rules.pack import load_pack, pack_folder
from shounuo.rules.rule_page import rule_pages

PAGE = Path(__file__).parents[2] / "docs" / "rules" / "cn.md"
ROW = re.compile(r"^\| ([A-Z0-9]+-\w+) \|.*\| ([^|]+) \|$", re.MULTILINE)
PLACED = dict(ROW.findall(PAGE.read_text("utf-8")))


def test_every_rule_found_is_placed():
    """Each of the 69 rules stands on the pack's page once, said to be kept somewhere or nowhere."""
    assert len(PLACED) == 69
    found = shared("compliance/cn/rules.jsonl")
    if found is not None:
        ids = {json.loads(line)["id"] for line in found.read_text("utf-8").splitlines() if line}
        assert set(PLACED) == ids


def test_what_the_page_says_is_kept_is_kept():
    """Every check and function that the page names exists, and every check stands on the page."""
    named = {name for kept in PLACED.values() for name in re.findall(r"`(\w+)`", kept)}
    files = {path.stem for path in pack_folder("cn").glob("*.py")}
    assert named <= files, named - files
    checks = {page.check for page in rule_pages("cn")}
    house = {
        page.check
        for page in rule_pages("cn")
        if all(clause.origin == "house_policy" for _, clause in page.rules)
    }
    assert checks - house <= named, checks - house - named


def test_a_rule_of_the_gate_is_known_to_the_page():
    """No check cites a rule id that was not found, unless it is the house's own."""
    ids = {rule_id for page in rule_pages("cn") for rule_id, _ in page.rules}
    assert {rule_id for rule_id in ids if not rule_id.startswith("HOUSE/")} <= set(PLACED)


def test_unreliable_numbers_are_not_encoded():
    """No evening hour of 20:00, no seven days, no number without a source among the parameters."""
    for number in load_pack("cn").parameters.values():
        assert not any(value.value in ("20:00", 7) for value in number.values)
