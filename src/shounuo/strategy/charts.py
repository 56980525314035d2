"""Insight as charts: one definition each, for the page and for PDF alike (Altair; no data leaves)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from shounuo.kernel.text import Text

Rows = Sequence[Mapping[str, Any]]
INK, ACCENT, QUIET = "#1f2933", "#0f766e", "#94a3b8"
# Of the accent: the page's own ground shows through, its ink is read on both.
LEAST, MOST = 0.06, 0.75


def _data(rows: Rows) -> Any:
    return alt.Data(values=[dict(row) for row in rows])


def _linked(chart: Any, rows: Rows) -> Any:
    """Marks lead to the cases behind them where their rows say so: `href`, and `says` for who cannot see it."""
    if not rows or "href" not in rows[0]:
        return chart
    return chart.encode(href="href:N", description="says:N")


def roll_matrix(rows: Rows, language: str) -> alt.LayerChart:
    """From `roll_rates` rows with a `share` per starting bucket: more of the accent is more."""
    was, now = Text("上期", "was")[language], Text("本期", "now")[language]
    names = f"datum.value == 0 ? '{Text('已回正', 'in order')[language]}' : 'M' + datum.value"
    axis = alt.Axis(labelExpr=names, labelAngle=0)
    buckets = alt.Scale(domain=list(range(8)))
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("now:O", title=now, axis=axis, scale=buckets),
        y=alt.Y("was:O", title=was, axis=axis),
    )
    depth = alt.Scale(domain=[0, 1], range=[LEAST, MOST])
    cells = base.mark_rect(color=ACCENT).encode(
        opacity=alt.Opacity("share:Q", scale=depth, legend=None)
    )
    texts = base.mark_text(color=INK).encode(text=alt.Text("share:Q", format=".0%"))
    return _linked(cells, rows) + _linked(texts, rows)


def cure_curves(rows: Rows, language: str) -> alt.LayerChart:
    """One step line per vintage (`weeks`, `cured_share`, `vintage`); `low` and `high`, where given, as a band."""
    whole = alt.Axis(format="d", tickMinStep=1)
    title = Text("逾期后周数", "weeks since becoming late")[language]
    x = alt.X("weeks:Q", title=title, axis=whole)
    axis = alt.Axis(format="%")
    y = alt.Y("cured_share:Q", axis=axis, title=Text("已回正", "in order again")[language])
    title = Text("入催月", "became late in")[language]
    legend = alt.Legend(symbolOpacity=1, symbolType="stroke")
    colour = alt.Color("vintage:N", title=title, legend=legend)
    base = alt.Chart(_data(rows)).encode(x=x, color=colour)
    band = base.mark_area(interpolate="step-after", opacity=0.12).encode(
        y=alt.Y("low:Q", axis=axis, title=None), y2="high:Q"
    )
    line = base.mark_line(interpolate="step-after", strokeWidth=2).encode(y=y)
    if not rows or "href" not in rows[0]:
        return band + line
    ends = _linked(base.mark_circle(size=70, opacity=1).encode(y=y), rows)
    return band + line + ends.transform_filter("datum.last")


def roll_history(rows: Rows, language: str) -> alt.LayerChart:
    """One line a bucket over the nights (`night`, `was`, `share`): the share that rolled to a later bucket."""
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("night:O", title=None, axis=alt.Axis(labelExpr="slice(datum.label, 5)")),
        y=alt.Y(
            "share:Q",
            axis=alt.Axis(format="%"),
            title=Text("滚入更后账龄", "rolled on")[language],
        ),
        color=alt.Color("was:N", title=Text("上期", "was")[language]),
    )
    return base.mark_line(strokeWidth=2) + _linked(base.mark_circle(size=60, opacity=1), rows)


def reliability(rows: Rows, language: str) -> alt.LayerChart:
    """Told against true in tenths; on the line the estimate means what it says.

    Both axes end a little above what was told or came true: a chance of a few percent is seen too.
    """
    most = max((max(row["told"], row["true"]) for row in rows), default=1.0)
    end = min(1.0, max(most * 1.15, 0.02))
    scale, axis = alt.Scale(domain=[0, end], nice=False), alt.Axis(format="~%", tickCount=5)
    points = (
        alt.Chart(_data(rows))
        .mark_circle(color=ACCENT, size=80, opacity=0.8)
        .encode(
            x=alt.X("told:Q", axis=axis, scale=scale, title=Text("预计", "told")[language]),
            y=alt.Y("true:Q", axis=axis, scale=scale, title=Text("实际", "true")[language]),
        )
    )
    line = alt.Chart(alt.Data(values=[{"v": 0}, {"v": end}])).mark_line(
        color=QUIET, strokeDash=[4, 4]
    )
    return line.encode(x="v:Q", y="v:Q") + _linked(points, rows)


def compared(rows: Rows, title: str) -> alt.LayerChart:
    """One line a group (`name`, `mean`, `low`, `high`, `n`): its share with the interval that holds always."""
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=alt.Axis(labelLimit=220))
    )
    base = base.transform_calculate(label="datum.name + ' (n = ' + datum.n + ')'")
    scale, axis = alt.Scale(domain=[0, 1]), alt.Axis(format="%")
    spread = base.mark_rule(color=QUIET, strokeWidth=3).encode(
        x=alt.X("low:Q", scale=scale, axis=axis, title=title), x2="high:Q"
    )
    means = base.mark_circle(color=ACCENT, size=130, opacity=1).encode(x=alt.X("mean:Q"))
    texts = base.mark_text(dy=-14, color=INK).encode(
        x=alt.X("mean:Q"), text=alt.Text("mean:Q", format=".1%")
    )
    return spread + _linked(means, rows) + texts


def funnel(
    row: Mapping[str, int], language: str, links: Mapping[str, Mapping[str, str]] | None = None
) -> alt.LayerChart:
    """Calls → reached → promises → kept, each bar with its count. `links`: `href` and `says` by step."""
    names = {
        "calls": Text("拨打", "calls"),
        "reached": Text("接通", "reached"),
        "promises": Text("承诺", "promises"),
        "kept": Text("兑现", "kept"),
    }
    rows = [
        {"step": name[language], "n": row[key], **(links[key] if links else {})}
        for key, name in names.items()
    ]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("step:N", sort=None, title=None), x=alt.X("n:Q", title=None, axis=None)
    )
    texts = base.mark_text(align="left", dx=4, color=INK).encode(text=alt.Text("n:Q", format=","))
    return _linked(base.mark_bar(color=ACCENT), rows) + _linked(texts, rows)
