"""Inheritance, differences, publishing by two people, and trials of two versions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from shounuo.domain.contact import PartyRole
from shounuo.guides.assignment import Trial, assign, lead
from shounuo.guides.case import GuideCase, Offer, PastPromise
from shounuo.guides.choosing import choose
from shounuo.guides.diff import diff
from shounuo.guides.library import load_file, shipped, shipped_guides
from shounuo.guides.lint import lint
from shounuo.guides.model import Guide
from shounuo.guides.picture import edges, layout, svg
from shounuo.guides.publishing import Draft, publish_problems, rollback
from shounuo.guides.render import render
from shounuo.kernel.money import Money

TODAY = date(2026, 11, 23)
ONE_SENTENCE = """
id: qichuan-card-m1
version: 1
extends: cn-card-m1
name: {zh: 启川信用卡 M1, en: Qichuan card M1}
for: {jurisdiction: CN, parties: [customer], products: [credit_card], stages: [M1], lenders: [qichuan]}
effective_from: 2026-11-01
steps:
  explain:
    say:
      parts: {zh: '应还总额是账单上到今天该还的全部，逾期金额是过了还款日的那部分，先还上它，逾期就结了。', en: 'Everything due is what the statements ask for; the past due part has passed its day, and paying it ends the delinquency.'}
"""


def base() -> Guide:
    found = shipped()["cn-card-m1"].guide
    assert found is not None
    return found


@pytest.fixture
def child(tmp_path: Path) -> Guide:
    path = tmp_path / "qichuan.yaml"
    path.write_text(ONE_SENTENCE, encoding="utf-8")
    found = load_file(path)
    assert found.problems == ()
    assert found.guide is not None
    return found.guide


def test_a_lender_changes_one_sentence(child: Guide) -> None:
    """The child differs from its parent in that sentence and its scope, and passes the linter."""
    assert lint(child) == []
    changed = {change.place for change in diff(base(), child)} - {"cn-card-m1", "qichuan-card-m1"}
    assert changed == {"explain/parts"}


def test_a_difference_shows_its_pieces(child: Guide) -> None:
    """The pieces of a change put together give both sentences back."""
    for change in diff(base(), child):
        assert "".join(t for kind, t in change.pieces() if kind != "in") == change.before
        assert "".join(t for kind, t in change.pieces() if kind != "out") == change.after
    assert diff(base(), base()) == []


def test_the_most_particular_guide_leads(child: Guide) -> None:
    """A lender's own guide goes before the general one, only for that lender and from its first day."""
    case = GuideCase(as_of=TODAY, lender_id="qichuan", product="credit_card", stage="M1")
    guides = [*shipped_guides(), child]
    assert choose(guides, case) is child
    assert choose(guides, replace(case, lender_id="other")) is base()
    assert choose(guides, replace(case, as_of=date(2026, 10, 31))) is base()


def test_who_may_not_learn_of_it_decides_the_kind() -> None:
    """Third party, heir, inbound and broken promise each get their own guide."""
    case = GuideCase(as_of=TODAY, product="credit_card", stage="M2")
    broken = PastPromise(Money(100, "CNY"), TODAY, broken=True)
    wanted = {
        "cn-third-party": replace(case, party=PartyRole.THIRD_PARTY, last_promise=broken),
        "us-location": replace(case, party=PartyRole.THIRD_PARTY, jurisdiction="US"),
        "cn-bereaved": replace(case, party=PartyRole.HEIR),
        "cn-inbound": replace(case, direction="inbound"),
        "cn-broken-promise": replace(case, last_promise=broken),
        "cn-card-m2-m3": case,
        "cn-card-m4-up": replace(case, stage="M5"),
        "us-consumer": replace(case, jurisdiction="US", last_promise=broken),
    }
    for name, facts in wanted.items():
        found = choose(shipped_guides(), facts)
        assert found is not None
        assert found.id == name


def test_an_offer_is_said_only_while_approved() -> None:
    """Requested or agreed by the lead is not approved; approved ends with its last day."""
    offer = Offer("waiver", "lender_approved", date(2026, 11, 23), Money(5000, "CNY"))
    case = GuideCase(
        as_of=TODAY, product="credit_card", stage="M1", past_due=Money(100, "CNY"), offers=(offer,)
    )

    def said(facts: GuideCase) -> bool:
        return any(
            line.offer == "waiver"
            for step in render(base(), facts).steps.values()
            for line in step.lines
        )

    assert said(case)
    assert not said(replace(case, as_of=date(2026, 11, 24)))
    for status in ("requested", "lead_agreed", "declined"):
        assert not said(replace(case, offers=(replace(offer, status=status),)))  # type: ignore[arg-type]


def test_a_consequence_is_said_only_when_true() -> None:
    """Credit reporting is said when authorised, and not otherwise."""
    case = GuideCase(as_of=TODAY, product="credit_card", stage="M1")
    for authorised in (frozenset({"credit_report_notice"}), frozenset[str]()):
        lines = render(base(), replace(case, authorised=authorised)).steps["consequence"].lines
        assert any(line.consequence == "credit_report" for line in lines) is bool(authorised)


def test_two_people_publish() -> None:
    """An author never publishes their own version; another who may does, once, and not for yesterday."""
    guide = replace(base(), version=2, effective_from=TODAY)
    draft = Draft(guide, "submitted", frozenset({"an"}), "an")

    def codes(publisher: str, may: bool = True, of: Draft = draft) -> list[str]:
        return [p.code for p in publish_problems(of, publisher, may, [], [base()], TODAY)]

    assert codes("bo") == []
    assert codes("an") == ["same_person"]
    assert codes("bo", may=False) == ["may_not_publish"]
    assert codes("bo", of=replace(draft, state="draft")) == ["not_submitted"]
    assert codes("bo", of=replace(draft, guide=base())) == [
        "version_taken",
        "effective_in_the_past",
    ]


def test_rollback_is_a_new_version() -> None:
    """Going back repeats the earlier words under a new number; nothing is rewritten."""
    second = replace(base(), version=2, start="opening")
    back = rollback([base(), second], base().id, 1, TODAY)
    assert (back.version, back.effective_from, back.steps) == (3, TODAY, base().steps)


def test_a_trial_splits_as_it_says() -> None:
    """Of 20,000 cases the share of B is within four standard deviations, each case always the same."""
    trial = Trial("t1", "a@1", "a@2", 0.3, TODAY, date(2026, 12, 23))
    drawn = [assign(trial, f"case-{i}", TODAY) for i in range(20_000)]
    arms = Counter(item.arm for item in drawn if item)
    assert abs(arms["b"] - 6000) < 4 * (20_000 * 0.3 * 0.7) ** 0.5
    assert {(item.arm, item.propensity) for item in drawn if item} == {("a", 0.7), ("b", 0.3)}
    assert drawn[7] == assign(trial, "case-7", TODAY)
    assert assign(trial, "case-7", date(2026, 12, 24)) is None


def test_a_case_that_one_arm_does_not_fit_is_no_part_of_the_trial(child: Guide) -> None:
    """When version B is not for this case, the chosen guide leads with certainty."""
    trial = Trial("t2", base().ref, child.ref, 0.5, TODAY, TODAY)
    versions = {base().ref: base(), child.ref: child}
    case = GuideCase(as_of=TODAY, lender_id="other", product="credit_card", stage="M1")
    assert {lead(base(), trial, versions, case, f"c{i}")[1].propensity for i in range(50)} == {1.0}
    same = replace(case, lender_id="qichuan")
    assert {lead(base(), trial, versions, same, f"c{i}")[1].propensity for i in range(50)} == {0.5}


@pytest.mark.parametrize("name", sorted(shipped()))
def test_the_picture_shows_every_step_once(name: str) -> None:
    """Each step is one group in well-formed SVG, no two boxes overlap, and every line joins two steps."""
    guide = shipped()[name].guide
    assert guide is not None
    tree = ElementTree.fromstring(svg(guide, "en"))
    groups = [g.attrib["id"] for g in tree.iter("{http://www.w3.org/2000/svg}g")]
    assert sorted(groups) == sorted(f"step-{step}" for step in guide.steps)
    places = [(node.x, node.y) for node in layout(guide)]
    assert len(set(places)) == len(places)
    assert all(edge.source in guide.steps and edge.target in guide.steps for edge in edges(guide))
