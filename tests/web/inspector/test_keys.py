"""An inspector goes through a call by key: between findings, accept, reject, change, add, done."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from shounuo.records.models import FaultDecision, FoundFault, Inspection
from web.collector.floor import Floor
from web.inspector.conftest import open_call

pytestmark = pytest.mark.browser


@pytest.fixture
def two(listening: Page, floor: Floor, threat: FoundFault) -> Page:
    """The threat and behind it a minor finding, both undecided."""
    threat.inspection.faults.exclude(pk=threat.pk).delete()
    FoundFault.objects.create(
        inspection=threat.inspection, code="FILLERS", severity="minor", turn=3, start=0, end=2,
        quote="你这", why_zh="口头语", why_en="fillers", rule="x", confidence_bp=8000,
    )  # fmt: skip
    open_call(floor, listening, threat)
    return listening


def here(page: Page) -> str:
    return page.locator(".fault.here .small").last.inner_text().split(" ")[0]


def test_j_and_k_go_between_findings_and_light_their_turn(two: Page) -> None:
    """The keys of a finding stand on it alone; at the ends nothing moves."""
    assert here(two) == "THREAT"
    expect(two.locator(".turn.at-hand .no")).to_have_text("2")
    for key, code, turn in [("j", "FILLERS", "3"), ("j", "FILLERS", "3"), ("k", "THREAT", "2")]:
        two.keyboard.press(key)
        assert here(two) == code
        expect(two.locator(".turn.at-hand .no")).to_have_text(turn)
        assert two.locator("[data-key=A]").count() == 1


def test_a_accepts_and_the_next_undecided_is_at_hand(two: Page, threat: FoundFault) -> None:
    two.keyboard.press("a")
    expect(two.locator(f"#fault-{threat.pk} .tag")).to_have_text("成立")
    two.wait_for_load_state()
    assert here(two) == "FILLERS"
    threat.refresh_from_db()
    assert threat.state == "accepted"


def test_r_asks_why_and_enter_rejects(two: Page, threat: FoundFault) -> None:
    """Without a reason nothing is sent; letters in the reason are text, not keys."""
    two.keyboard.press("r")
    reason = two.locator(f"#fault-{threat.pk} [name=reason]:focus")
    expect(reason).to_be_visible()
    two.keyboard.press("Enter")
    assert reason.evaluate("field => !field.validity.valid")
    two.keyboard.type("jack and drc")
    expect(reason).to_have_value("jack and drc")
    assert FaultDecision.objects.count() == 0
    two.keyboard.press("Enter")
    expect(two.locator(f"#fault-{threat.pk} .tag")).to_have_text("不成立")
    assert FaultDecision.objects.get().reason == "jack and drc"


def test_escape_closes_what_r_opened(two: Page) -> None:
    two.keyboard.press("r")
    two.wait_for_selector("details[open] [name=reason]:focus")
    two.keyboard.press("Escape")
    expect(two.locator("details[open]")).to_have_count(0)
    two.keyboard.press("j")
    assert here(two) == "FILLERS"


def test_c_changes_to_another_code(two: Page, threat: FoundFault) -> None:
    """The own code is not offered; Enter in the reason changes and never rejects."""
    two.keyboard.press("c")
    box = two.locator(f"#fault-{threat.pk} select:focus")
    expect(box).to_be_visible()
    assert box.locator("option[value=THREAT]").count() == 0
    box.select_option("INSULT")
    two.keyboard.press("Tab")
    two.keyboard.type("骂人而不是威胁")
    two.keyboard.press("Enter")
    expect(two.locator(f"#fault-{threat.pk} .tag")).to_have_text("改判")
    told = FaultDecision.objects.get()
    assert (told.decision, told.was, told.code) == ("change", "THREAT", "INSULT")


def test_d_goes_on_once_the_grave_ones_are_decided(two: Page, threat: FoundFault) -> None:
    """Refused while the threat is open; then on to the calm call."""
    two.keyboard.press("d")
    expect(two.locator(".notice[role=alert]")).to_contain_text("还有 1 项严重或重大问题未裁定")
    two.wait_for_load_state()
    two.keyboard.press("a")
    expect(two.locator(f"#fault-{threat.pk} .tag")).to_have_text("成立")
    two.wait_for_load_state()
    two.keyboard.press("d")
    calm = Inspection.objects.get(transcript__ref="calm")
    two.wait_for_url(f"**/inspection/call/{calm.pk}")


def test_n_and_a_pressed_turn_add_what_was_missed(two: Page, threat: FoundFault) -> None:
    """The number beside the words chooses the turn; it is shown again beside the form."""
    two.keyboard.press("n")
    two.wait_for_selector("#add[open] [name=turn]:focus")
    two.locator("#turn-0 .no").click()
    expect(two.locator("#add [name=turn]")).to_have_value("0")
    expect(two.locator("#add [data-picked]")).to_contain_text("江海银行信用卡中心")
    expect(two.locator(".turn.picked .no")).to_have_text("0")
    two.locator("#add [name=turn]").press("ArrowDown")
    expect(two.locator("#add [name=turn]")).to_have_value("1")
    two.locator("#turn-2 .no").click()
    two.select_option("#add [name=code]", "INSULT")
    two.fill("#add [name=reason]", "贬损")
    two.keyboard.press("Enter")
    two.wait_for_selector(".fault.here .tag:has-text('人工补充')")
    added = FoundFault.objects.get(source="person")
    assert (added.turn, added.code, added.inspection_id) == (2, "INSULT", threat.inspection_id)


def test_words_marked_in_a_turn_are_what_is_quoted(two: Page) -> None:
    two.locator("#turn-3 .words").evaluate(
        "words => getSelection().setBaseAndExtent(words.lastChild, words.lastChild.length - 4, words.lastChild, words.lastChild.length - 1)"
    )
    two.locator("#turn-3 .no").click()
    expect(two.locator("#add [name=quote]")).to_have_value("投诉你")
    expect(two.locator("#add [name=turn]")).to_have_value("3")


def test_an_unknown_turn_is_told_beside_the_form(two: Page) -> None:
    """What was typed is still there, and the numbers there are."""
    two.keyboard.press("n")
    two.wait_for_selector("#add[open] [name=turn]:focus")
    two.keyboard.type("99")
    two.select_option("#add [name=code]", "INSULT")
    two.fill("#add [name=reason]", "贬损")
    two.keyboard.press("Enter")
    expect(two.locator("#add [role=alert]")).to_contain_text("没有第 99 句：句号从 0 到 3")
    expect(two.locator("#add [name=turn]")).to_have_value("99")
    expect(two.locator("#add [name=code]")).to_have_value("INSULT")
    expect(two.locator("#add [name=reason]")).to_have_value("贬损")
    assert not FoundFault.objects.filter(source="person").exists()


@pytest.mark.parametrize(
    ("language", "fill", "choose"),
    [("zh-hans", "请填写此项。", "请选择一项。"), ("en", "Fill this in.", "Choose one.")],
)
def test_what_is_left_out_is_said_in_the_readers_language(
    two: Page, floor: Floor, threat: FoundFault, language: str, fill: str, choose: str
) -> None:
    """Whatever the browser speaks: a text and a choice; once filled, by hand or from the transcript, it is taken."""
    two.context.add_cookies([{"name": "django_language", "value": language, "url": floor.url}])
    open_call(floor, two, threat)
    two.keyboard.press("r")
    reason = two.locator(".fault.here details[open] [name=reason]")
    expect(reason).to_be_focused()
    two.keyboard.press("Enter")
    assert reason.evaluate("field => field.validationMessage") == fill
    two.keyboard.press("Escape")
    two.keyboard.press("n")
    form = two.locator("#add form")
    form.locator("button").click()
    for name, said in (("turn", fill), ("code", choose), ("reason", fill)):
        field = form.locator(f"[name={name}]")
        assert field.evaluate("field => field.validationMessage") == said
    two.locator("#turn-1 .words").click()
    form.locator("[name=code]").select_option("FILLERS")
    form.locator("[name=reason]").fill("听不清")
    form.locator("button").click()
    expect(two.locator(".fault")).to_have_count(3)
