"""The real browser against the real desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from machinery.live import Live


@pytest.mark.browser
def test_browser_reaches_the_desk(empty_desk: Live, page: Page) -> None:
    """Chromium opens the served desk and is told the policy."""
    answer = page.goto(f"{empty_desk.url}/health")
    assert answer is not None
    assert answer.status == 200
    assert page.evaluate("navigator.language") == "zh-CN"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
