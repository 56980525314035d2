"""One way to write down a fault in a guide: which guide, which step or line, which check, what next."""

from __future__ import annotations

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text


def fault(
    check: str, where: str, zh: str, en: str, next_zh: str = "", next_en: str = ""
) -> Problem:
    """`where` is a path like `cn-card-m1/facts/amounts`."""
    return Problem(check, Text(zh, en), where, f"guide.{check}", Text(next_zh, next_en))
