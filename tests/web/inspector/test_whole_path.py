"""A critical finding from the queue to the second inspector's word, in the browser, as three people see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from shounuo.records.models import Appeal, FoundFault
from web.collector.floor import Floor

pytestmark = pytest.mark.browser

WIDER = "document.documentElement.scrollWidth - innerWidth"
# Buttons, tags and cells whose own words do not fit into them.
CLIPPED = """[...document.querySelectorAll("main button, main .tag, main td, main th, main summary")]
  .filter(one => one.getClientRects().length && one.scrollWidth > one.clientWidth + 1)
  .map(one => one.textContent.trim())"""


@dataclass(frozen=True)
class Words:
    accepted: str
    rejected: str
    seen: str
    waits: str
    another: str
    outcome: str


SAID = {
    "zh-CN": Words("成立", "不成立", "已知悉", "等第二位质检员裁定", "申诉由另一位质检员裁定", "第二位质检员"),
    "en-US": Words(
        "accepted", "rejected", "Seen", "waits for the second inspector",
        "another inspector decides the appeal", "The second inspector",
    ),
}  # fmt: skip


@dataclass
class People:
    """One browser page a person, all of one language, size and theme."""

    browser: Browser
    floor: Floor
    language: str
    size: tuple[int, int]
    theme: str
    opened: list[BrowserContext] = field(default_factory=list)

    def page(self, number: str) -> Page:
        width, height = self.size
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale=self.language,
            timezone_id="Asia/Shanghai",
            color_scheme=self.theme,  # type: ignore[arg-type]
        )
        self.opened.append(context)
        made = context.new_page()
        self.floor.sign_in(made, number)
        return made

    def look(self, page: Page, address: str) -> None:
        """Opens it; it is no wider than the screen, and nothing on it is clipped."""
        page.goto(self.floor.url + address)
        page.wait_for_load_state()
        assert page.evaluate(WIDER) == 0, address
        assert page.evaluate(CLIPPED) == [], address


@pytest.fixture(
    params=[
        ("zh-CN", (1366, 768), "light"),
        ("en-US", (1920, 1080), "dark"),
    ],
    ids=lambda one: f"{one[0]}-{one[1][0]}-{one[2]}",
)
def people(request: pytest.FixtureRequest, chromium: Browser, floor: Floor) -> Iterator[People]:
    made = People(chromium, floor, *request.param)
    yield made
    for context in made.opened:
        context.close()


def test_from_the_queue_to_the_second_inspectors_word(people: People, threat: FoundFault) -> None:
    """Nothing before the acceptance; seen; appealed; not for the first inspector; lifted by the second."""
    words, call = SAID[people.language], f"/inspection/call/{threat.inspection_id}"
    collector, first = people.page("1001"), people.page("3001")
    people.look(collector, "/inspection/mine")
    expect(collector.locator(".fault")).to_have_count(0)

    people.look(first, "/inspection/")
    first.keyboard.press("n")
    first.wait_for_url(f"**{call}")
    people.look(first, call)
    while first.locator(".fault.undecided").count():
        here = first.locator(".fault.here").get_attribute("id")
        first.keyboard.press("a")
        expect(first.locator(f"#{here} .tag").first).to_have_text(words.accepted)
        first.wait_for_load_state()

    people.look(collector, "/inspection/mine")
    own = collector.locator(f"#fault-{threat.pk}")
    expect(own).to_contain_text(threat.quote)
    own.locator("form button").first.click()
    expect(own).to_contain_text(words.seen)
    collector.wait_for_load_state()
    own.locator("summary").click()
    own.locator("[name=words]").fill("我只是转述")
    own.locator("[name=words]").press("Enter")
    expect(own).to_contain_text(words.waits)
    people.look(collector, call)
    expect(collector.locator(f"#fault-{threat.pk}")).to_contain_text("我只是转述")

    people.look(first, call)
    expect(first.locator(f"#fault-{threat.pk}")).to_contain_text(words.another)

    second = people.page("3002")
    people.look(second, "/inspection/")
    second.locator("td a", has_text="Open" if people.language == "en-US" else "打开").click()
    second.wait_for_url(f"**{call}#fault-{threat.pk}")
    second.wait_for_selector(f"#fault-{threat.pk}.here")
    second.keyboard.press("r")
    second.locator(f"#fault-{threat.pk} [name=reason]:focus").fill("是转述客户的话")
    second.keyboard.press("Enter")
    expect(second.locator(f"#fault-{threat.pk} .tag").first).to_have_text(words.rejected)
    assert Appeal.objects.get().decision.by.staff_no == "3002"

    people.look(collector, "/inspection/mine")
    expect(own).to_contain_text(words.outcome)
    expect(own).to_contain_text("是转述客户的话")
    people.look(second, "/inspection/figures")
    people.look(second, "/inspection/coaching")
