"""A floor for each test of the collector's pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from machinery.live import Live
from web.collector.floor import Floor, open_floor


@pytest.fixture
def floor(empty_desk: Live, django_db_blocker: pytest.FixtureRequest) -> Iterator[Floor]:
    """Three customers, two collectors and a lead; customer 0 has a sister on file."""
    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
        open_floor(empty_desk, third_party=True) as running,
    ):
        yield running
