import json
import re
from datetime import date
from pathlib import Path

import pytest

from shounuo.feeds.case_facts import facts_of
from shounuo.rules.gate import decide, under_house
from shounuo.rules.pack import load_pack
from shounuo.rules.packs.cn.plan_term import plan_reason
from shounuo.rules.requests import EFFECTS
from shounuo.rules.rule_page import rule_pages
from shounuo.rules.sentences import (
    citation,
    cite,
    instead,
    key_of,
    load_sentences,
    override,
    pinpoint,
    sentence,
)

FOLDER = Path(__file__).parent / "cases"
PACKS = ("cn", "example")
DAY = date(2026, 6, 17)


def reasons():
    for pack in PACKS:
        for path in sorted((FOLDER / pack).glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                yield from decide(facts_of(json.loads(line)["facts"])).reasons


def test_every_reason_is_said_in_both_languages():
    """Each block, and each remark on an allowed contact, has its whole sentence, its citation and its ways out, in Chinese and English."""
    for reason in reasons():
        for text in (sentence(reason), citation(reason), *instead(reason)):
            assert text.zh
            assert text.en
            assert "{" not in text.zh + text.en
            assert text.zh != text.en
        if reason.override:
            assert override(reason) is not None


@pytest.mark.parametrize("pack", PACKS)
def test_no_sentence_stands_without_a_block_that_says_it(pack):
    """Every sentence of a pack is said in some case."""
    said = {key_of(reason) for reason in reasons() if reason.pack == pack}
    too_long = plan_reason(61, "credit_card", under_house("cn", DAY, DAY).numbers)
    said |= {key_of(too_long)} if too_long and pack == "cn" else set()
    assert set(load_sentences(pack).reasons) == said


@pytest.mark.parametrize("pack", ["cn", "us", "example", "house"])
def test_every_check_is_claimed_and_stated_in_both_languages(pack):
    """A rule's page has its title and its clause in Chinese and English."""
    checks = {check.__module__.rpartition(".")[2] for check in load_pack(pack).checks}
    assert checks <= set(load_sentences(pack).claims)
    assert checks <= set(load_sentences(pack).statements)


def test_every_request_has_its_word():
    """What a person can ask for is shown in words, not as a code."""
    holds = {effect.hold for effect in EFFECTS.values() if effect.hold}
    codes = {kind for kind, effect in EFFECTS.items() if effect.hold is None} | holds
    assert codes <= set(load_sentences("house").words)


def test_a_house_policy_is_never_shown_as_law():
    """The citation says who made the rule and how well its text was verified."""
    for reason in reasons():
        assert ("house policy" in citation(reason).en) == (reason.origin == "house_policy")


@pytest.mark.parametrize("pack", ["cn", "example", "house"])
def test_every_place_in_a_text_is_named_in_chinese(pack):
    """Where no article number was read, the Chinese citation still has no English in it."""
    clauses = [clause for page in rule_pages(pack) for _, clause in page.rules]
    for number in load_pack(pack).parameters.values():
        clauses += [value.clause for value in number.values]
    for clause in clauses:
        assert not re.search("[a-z]{4}", pinpoint(clause).zh), clause.pinpoint
        assert cite(clause).en
