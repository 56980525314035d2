"""Pictures for the README, taken from the demo desk in a real browser: `make shots`.

Fills a throw-away demo home, serves it, signs in as each role, and writes docs/pictures/*.png.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"
PASSWORD = "shounuo-demo"  # noqa: S105 - printed for everybody who runs the demo
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ANSWER = 60
# file, staff number, address, language, scheme, height
PAGES = [
    ("board", "2001", "/board", "zh-CN", "light", 768),
    ("board-dark", "2001", "/board", "en-US", "dark", 768),
    ("rules", "4001", "/rules/?pack=cn", "zh-CN", "light", 768),
    ("inspection", "3001", "/inspection/", "zh-CN", "light", 768),
    ("guide", "3101", "/guides/cn-card-m1", "zh-CN", "light", 768),
]


def main() -> None:
    home = tempfile.mkdtemp(prefix="shounuo-shots-")
    env = {**os.environ, "SHOUNUO_HOME": home, "SHOUNUO_MODE": "demo"}
    run = [sys.executable, "-m", "shounuo"]
    subprocess.run(
        [*run, "demo", "--no-serve", "--days", os.environ.get("SHOTS_DAYS", "22")],
        env=env,
        check=True,
    )
    server = subprocess.Popen([*run, "serve", "--port", str(PORT)], env=env, start_new_session=True)
    try:
        _wait()
        PICTURES.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            path = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            for name, number, address, language, scheme, height in PAGES:
                page = _signed_in(browser, number, language, scheme, height)
                page.goto(HOME + address)
                _take(page, name)
            _call(browser)
            _finding(browser)
            browser.close()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)
        shutil.rmtree(home, ignore_errors=True)


def _wait() -> None:
    for _ in range(ANSWER):
        try:
            urllib.request.urlopen(HOME + "/health", timeout=2)  # noqa: S310 - our own desk
            return
        except OSError:
            time.sleep(1)
    raise SystemExit("the desk did not answer")


def _signed_in(
    browser: Browser, number: str, language: str = "zh-CN", scheme: str = "light", height: int = 768
) -> Page:
    context = browser.new_context(
        viewport={"width": 1366, "height": height},
        locale=language,
        timezone_id="Asia/Shanghai",
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(HOME + "/login")
    page.fill("[name=username]", number)
    page.fill("[name=password]", PASSWORD)
    page.click("button.primary")
    page.wait_for_load_state("networkidle")
    return page


def _take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")
    print(name)


def _call(browser: Browser) -> None:
    """The collector's screen: the next case, then in a call."""
    page = _signed_in(browser, "1001")
    page.keyboard.press("n")
    page.wait_for_url("**/case/**", timeout=15_000)
    _take(page, "case")
    dial = page.locator("[data-dial], .dial, button[name=dial]").first
    if dial.count():
        dial.click()
        page.wait_for_timeout(1500)
        page.keyboard.press("a")  # the customer answers
        page.wait_for_timeout(1500)
        _take(page, "call")


def _finding(browser: Browser) -> None:
    """The worst call of the queue, its findings lit."""
    page = _signed_in(browser, "3001")
    page.goto(HOME + "/inspection/")
    first = page.locator("tbody a").first
    if first.count():
        first.click()
        _take(page, "finding")


if __name__ == "__main__":
    main()
