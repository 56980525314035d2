"""The board's charts as SVG. The title says what is shown; colours mean what they mean everywhere."""

from __future__ import annotations

from typing import Any

import altair as alt
import vl_convert as vlc
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from shounuo.domain.board import band
from shounuo.records.queries.board import Board

TEAL, GREEN, GREY = "#0f8f88", "#2e9e53", "#8a9698"
FONT = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'


def kept_finding(figures: Board, target: tuple[float, float]) -> str:
    """What the first chart shows, in a sentence."""
    whole = figures.total.explicit
    if whole.rate_by_count is None:
        return _("No promise of these days has been decided yet")
    where = {
        "below": _("below the band"),
        "within": _("within the band"),
        "above": _("above the band"),
    }[str(band(whole.rate_by_count, target))]
    told = {"kept": whole.kept, "decided": whole.decided, "where": where}
    return _("%(kept)d of %(decided)d decided promises were kept: %(where)s (shaded)") % told


def work_finding(figures: Board) -> str:
    """What the second chart shows, in a sentence."""
    work = figures.total.work
    if not work.attempts:
        return _("Nobody was called on these days")
    told = {"attempts": work.attempts, "share": round(100 * work.contacts / work.attempts)}
    return _("%(attempts)d attempts; %(share)d in a hundred reached somebody") % told


def kept_chart(figures: Board, target: tuple[float, float]) -> SafeString:
    """KP rate a day against the target band. Days without a decided promise have no point."""
    rows = [
        {"day": line.key, "rate": line.explicit.rate_by_count, "n": line.explicit.decided}
        for line in figures.days
        if line.explicit.rate_by_count is not None
    ]
    low, high = target
    shade = alt.Chart(alt.InlineData([{"low": low, "high": high}])).mark_rect(
        opacity=0.14, color=GREEN
    )
    shaded = shade.encode(alt.Y("low:Q"), alt.Y2("high:Q"))
    base = alt.Chart(alt.InlineData(rows)).encode(_day_axis(), _rate_axis())
    return _svg(
        shaded + base.mark_line(color=TEAL) + base.mark_point(filled=True, color=TEAL, size=42)
    )


def work_chart(figures: Board) -> SafeString:
    """Attempts and effective contacts a day, from zero."""
    rows = [
        {"day": line.key, "count": count, "what": what}
        for line in figures.days
        for what, count in (
            (_("Attempts"), line.work.attempts),
            (_("Contacts"), line.work.contacts),
        )
    ]
    colour = alt.Color(
        "what:N",
        title=None,
        scale=alt.Scale(domain=[_("Attempts"), _("Contacts")], range=[GREY, TEAL]),
        legend=alt.Legend(orient="top"),
    )
    bars = alt.Chart(alt.InlineData(rows)).mark_bar()
    return _svg(
        bars.encode(
            _day_axis(),
            alt.Y("count:Q", title=_("calls"), scale=alt.Scale(domainMin=0, nice=5)),
            colour,
            alt.XOffset("what:N"),
        )
    )


def _day_axis() -> alt.X:
    axis = alt.Axis(title=None, labelExpr="slice(datum.label, 5)", labelAngle=0, labelOverlap=True)
    return alt.X("day:O", axis=axis)


def _rate_axis() -> alt.Y:
    return alt.Y(
        "rate:Q",
        title=_("kept of decided"),
        axis=alt.Axis(format="%"),
        scale=alt.Scale(domain=[0, 1]),
    )


def _svg(chart: Any) -> SafeString:
    """Drawn here, without a script in the page; transparent, so that both themes carry it."""
    quiet = (
        chart.properties(width=540, height=150, background="transparent")
        .configure(font=FONT)
        .configure_axis(labelColor=GREY, titleColor=GREY, gridOpacity=0.25, domainColor=GREY)
        .configure_view(stroke=None)
        .configure_legend(labelColor=GREY)
    )
    return mark_safe(vlc.vegalite_to_svg(quiet.to_json()))  # noqa: S308 - our own numbers only
