"""Insight as charts: one definition each, for the page and for PDF alike (Altair; no data leaves)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from shounuo.kernel.text import Text

Rows = Sequence[Mapping[str, Any]]
INK, ACCENT, QUIET = "#1f2933", "#0f766e", "#94a3b8"


def _data(rows: Rows) -> Any:
    return alt.Data(values=[dict(row) for row in rows])


def roll_matrix(rows: Rows, language: str) -> alt.LayerChart:
    """From `roll_rates` rows with a `share` per starting bucket: darker is more."""
    was, now = Text("上期", "was")[language], Text("本期", "now")[language]
    base = alt.Chart(_data(rows)).encode(x=alt.X("now:O", title=now), y=alt.Y("was:O", title=was))
    cells = base.mark_rect().encode(
        color=alt.Color("share:Q", scale=alt.Scale(range=["#f8fafc", ACCENT]), legend=None)
    )
    ink = alt.condition("datum.share > 0.5", alt.value("white"), alt.value(INK))
    return cells + base.mark_text().encode(text=alt.Text("share:Q", format=".0%"), color=ink)


def cure_curves(rows: Rows, language: str) -> alt.Chart:
    """One line per vintage: share cured by months since entry (`months`, `cured_share`, `entry_month`)."""
    return (
        alt.Chart(_data(rows))
        .mark_line(interpolate="step-after", strokeWidth=2)
        .encode(
            x=alt.X("months:Q", title=Text("入催后月数", "months since entry")[language]),
            y=alt.Y(
                "cured_share:Q", axis=alt.Axis(format="%"), title=Text("已回正", "cured")[language]
            ),
            color=alt.Color("entry_month:N", title=Text("入催月", "entered")[language]),
        )
    )


def reliability(rows: Rows, language: str) -> alt.LayerChart:
    """Told against true in tenths; on the line the estimate means what it says."""
    points = (
        alt.Chart(_data(rows))
        .mark_circle(color=ACCENT, size=70)
        .encode(
            x=alt.X("told:Q", axis=alt.Axis(format="%"), title=Text("预计", "told")[language]),
            y=alt.Y("true:Q", axis=alt.Axis(format="%"), title=Text("实际", "true")[language]),
            size=alt.Size("n:Q", legend=None),
        )
    )
    line = alt.Chart(alt.Data(values=[{"v": 0}, {"v": 1}])).mark_line(
        color=QUIET, strokeDash=[4, 4]
    )
    return line.encode(x="v:Q", y="v:Q") + points


def funnel(row: Mapping[str, int], language: str) -> alt.LayerChart:
    """Calls → reached → promises → kept, each bar with its count."""
    names = {
        "calls": Text("拨打", "calls"),
        "reached": Text("接通", "reached"),
        "promises": Text("承诺", "promises"),
        "kept": Text("兑现", "kept"),
    }
    rows = [{"step": name[language], "n": row[key]} for key, name in names.items()]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("step:N", sort=None, title=None), x=alt.X("n:Q", title=None, axis=None)
    )
    return base.mark_bar(color=ACCENT) + base.mark_text(align="left", dx=4, color=INK).encode(
        text=alt.Text("n:Q", format=",")
    )
