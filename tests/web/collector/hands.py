"""What a collector's hands do, as tests need it again and again."""

from __future__ import annotations

from playwright.sync_api import Page

from web.collector.floor import Floor


def take_case(floor: Floor, page: Page, staff_no: str = "1001") -> None:
    """From the login to a case in hand."""
    floor.sign_in(page, staff_no)
    page.wait_for_selector("[data-between]")
    page.keyboard.press("n")
    page.wait_for_url("**/case/*")


def dial(page: Page) -> None:
    page.keyboard.press("d")
    page.wait_for_url("**/call/*")


def answer(floor: Floor, page: Page) -> None:
    """From the login to a customer on the line."""
    take_case(floor, page)
    dial(page)
    page.keyboard.press("a")
    page.wait_for_selector("[data-phase=talking]")


def take_promise(page: Page) -> None:
    """The past due, today, read back part by part."""
    page.click(".chip >> nth=1")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part].part:focus")
    for _ in range(4):
        page.keyboard.press("Enter")
    page.wait_for_selector("[data-record]:focus")
    page.keyboard.press("Enter")
    page.wait_for_selector("#promise .taken")


def hang_up(page: Page) -> None:
    page.keyboard.press("z")
    page.wait_for_selector("[data-phase=wrap_up]")
    page.wait_for_load_state()  # the keys of the new page are heard from then on


def press(page: Page, key: str) -> None:
    """One press on the guide, and the panel that answers it."""
    page.eval_on_selector("#guide", "panel => { panel.dataset.old = '1'; }")
    page.keyboard.press(key)
    page.wait_for_selector("#guide:not([data-old])")
