"""Insight as charts: one definition each, for the page and for PDF alike (Altair; no data leaves)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from shounuo.kernel.text import Text

Rows = Sequence[Mapping[str, Any]]
INK, ACCENT, QUIET = "#1f2933", "#0f766e", "#94a3b8"
ON_LIGHT = "#20303a"  # on a cell that is light in both themes


def _data(rows: Rows) -> Any:
    return alt.Data(values=[dict(row) for row in rows])


def roll_matrix(rows: Rows, language: str) -> alt.LayerChart:
    """From `roll_rates` rows with a `share` per starting bucket: darker is more."""
    was, now = Text("上期", "was")[language], Text("本期", "now")[language]
    names = f"datum.value == 0 ? '{Text('已回正', 'in order')[language]}' : 'M' + datum.value"
    axis = alt.Axis(labelExpr=names, labelAngle=0)
    buckets = alt.Scale(domain=list(range(8)))
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("now:O", title=now, axis=axis, scale=buckets),
        y=alt.Y("was:O", title=was, axis=axis),
    )
    cells = base.mark_rect().encode(
        color=alt.Color("share:Q", scale=alt.Scale(range=["#f8fafc", ACCENT]), legend=None)
    )
    ink = alt.condition("datum.share > 0.5", alt.value("white"), alt.value(ON_LIGHT))
    return cells + base.mark_text().encode(text=alt.Text("share:Q", format=".0%"), color=ink)


def cure_curves(rows: Rows, language: str) -> alt.LayerChart:
    """One step line per vintage (`weeks`, `cured_share`, `vintage`); `low` and `high`, where given, as a band."""
    x = alt.X("weeks:Q", title=Text("逾期后周数", "weeks since becoming late")[language])
    axis = alt.Axis(format="%")
    y = alt.Y("cured_share:Q", axis=axis, title=Text("已回正", "in order again")[language])
    title = Text("入催月", "became late in")[language]
    legend = alt.Legend(symbolOpacity=1, symbolType="stroke")
    colour = alt.Color("vintage:N", title=title, legend=legend)
    base = alt.Chart(_data(rows)).encode(x=x, color=colour)
    band = base.mark_area(interpolate="step-after", opacity=0.12).encode(
        y=alt.Y("low:Q", axis=axis, title=None), y2="high:Q"
    )
    return band + base.mark_line(interpolate="step-after", strokeWidth=2).encode(y=y)


def roll_history(rows: Rows, language: str) -> alt.Chart:
    """One line a bucket over the nights (`night`, `was`, `share`): the share that rolled to a later bucket."""
    return (
        alt.Chart(_data(rows))
        .mark_line(point=True, strokeWidth=2)
        .encode(
            x=alt.X("night:O", title=None, axis=alt.Axis(labelExpr="slice(datum.label, 5)")),
            y=alt.Y(
                "share:Q",
                axis=alt.Axis(format="%"),
                title=Text("滚入更后账龄", "rolled on")[language],
            ),
            color=alt.Color("was:N", title=Text("上期", "was")[language]),
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
