"""Every line as it could be heard, read by inspection: what would be a finding on a call is refused here."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem


def check(guide: Guide) -> Iterable[Problem]:
    """Findings of inspection in the contexts in which each line can appear."""
    return ()
