"""A chart of `strategy.charts` as SVG for the page, or as PDF: one definition for both."""

from __future__ import annotations

from typing import Any

import altair as alt
import vl_convert as vlc
from django.utils.safestring import SafeString, mark_safe

FONT = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
GREY = "#8a9698"
HERE = "https://here.invalid"


def svg(chart: Any) -> SafeString:
    """Drawn here, without a script in the page; transparent, so that both themes carry it."""
    drawn = vlc.vegalite_to_svg(_quiet(chart, "transparent").to_json())
    # The renderer lets whole addresses through only; ours are of this desk.
    linked = drawn.replace(f'xlink:href="{HERE}', 'href="').replace("#1f2933", "currentColor")
    return mark_safe(linked)  # noqa: S308


def here(address: str) -> str:
    """An address of this desk as a chart's link."""
    return HERE + address


def pdf(chart: Any) -> bytes:
    return bytes(vlc.vegalite_to_pdf(_quiet(chart, "white").to_json()))


def _quiet(chart: Any, background: str) -> Any:
    if not isinstance(chart, alt.ConcatChart):
        chart = chart.properties(width=460, height=190)
    return (
        chart.properties(background=background)
        .configure(font=FONT)
        .configure_axis(
            labelColor=GREY, titleColor=GREY, gridColor=GREY, gridOpacity=0.2, domainColor=GREY
        )
        .configure_legend(labelColor=GREY, titleColor=GREY)
        .configure_view(stroke=None)
    )
