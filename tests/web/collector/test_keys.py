"""Keys answer while a Chinese input method composes, and stay out of the way of typing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from shounuo.records.models import Contact, PersonRequest
from web.collector.floor import Floor
from web.collector.hands import answer, hang_up

pytestmark = pytest.mark.browser

COMPOSE = """field => {
  field.focus();
  field.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
  const press = new KeyboardEvent("keydown", {key: "Process", code: "KeyZ", keyCode: 229,
    altKey: true, isComposing: true, bubbles: true, cancelable: true});
  field.dispatchEvent(press);
}"""
ENTER = """field => {
  field.focus();
  field.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
  field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", code: "Enter", keyCode: 229,
    isComposing: true, bubbles: true, cancelable: true}));
}"""


def test_alt_key_answers_in_the_note_while_composing(floor: Floor, page: Page) -> None:
    """Alt and the key hang up from the note field while an input method is composing."""
    answer(floor, page)
    page.eval_on_selector("[name=note]", COMPOSE)
    page.wait_for_selector("[data-phase=wrap_up]")


def test_plain_letters_in_the_note_are_text(floor: Floor, page: Page) -> None:
    """Letters typed into the note do nothing but write."""
    answer(floor, page)
    page.click("[name=note]")
    page.keyboard.type("zdwx 1")
    expect(page.locator("[name=note]")).to_have_value("zdwx 1")
    assert page.get_attribute(".call", "data-phase") == "talking"


def test_enter_that_ends_a_composition_saves_nothing(floor: Floor, page: Page) -> None:
    """The Enter that accepts a candidate of the input method does not save the code."""
    answer(floor, page)
    hang_up(page)
    page.keyboard.press("m")
    page.wait_for_selector("#code-panel:not([hidden])")
    page.eval_on_selector("[name=note]", ENTER)
    page.wait_for_timeout(300)
    assert Contact.objects.get().state == "in_flight"


def test_request_by_two_keys(floor: Floor, page: Page) -> None:
    """E and a digit record what the customer asks of us, at once."""
    answer(floor, page)
    page.keyboard.press("e")
    page.keyboard.press("2")
    page.wait_for_selector("#request-taken .notice")
    request = PersonRequest.objects.get()
    assert (request.kind, request.by_role) == ("stop_calling", "customer")


def test_guide_by_keys(floor: Floor, page: Page) -> None:
    """Digits take the guide's replies; where the call stands is kept with the call."""
    answer(floor, page)
    page.keyboard.press("1")
    expect(page.locator(".ticks [aria-current]")).to_contain_text("核实本人")
    page.keyboard.press("1")
    expect(page.locator(".ticks [aria-current]")).to_contain_text("说明事实")
    size = page.eval_on_selector(".say-now", "line => parseFloat(getComputedStyle(line).fontSize)")
    assert size >= 22
    assert Contact.objects.get().steps["guide"]["step"] == "facts"
