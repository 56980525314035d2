"""A rate and the badge beside it never contradict each other."""

from __future__ import annotations

import pytest

from shounuo.web.templatetags.trade import percent_against

BAND = (0.55, 0.80)


@pytest.mark.parametrize(
    ("rate", "told"),
    [
        (17 / 31, "54.8%"),  # 0.54838…: below the band, so never "55%"
        (0.55, "55%"),
        (0.5499, "54.99%"),
        (0.801, "80.1%"),
        (0.64, "64%"),
        (None, "–"),
    ],
)
def test_a_rate_that_misses_the_band_does_not_read_as_its_edge(
    rate: float | None, told: str
) -> None:
    """Whole hundredths, with decimals only where they would read as a target that is missed."""
    assert percent_against(rate, BAND) == told
