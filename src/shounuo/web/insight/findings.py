"""What each chart shows, said in one sentence: the chart's title on the page and in the PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from shounuo.kernel.text import Text
from shounuo.records.queries.insight import Insight
from shounuo.records.queries.vintages import ALL
from shounuo.strategy.experiment import Comparison
from shounuo.strategy.model_card import Honesty

Rows = Sequence[Mapping[str, Any]]


def findings(found: Insight) -> dict[str, Text]:
    """Titles by the names of `page.charts_of`; a chart that is not drawn may have none."""
    said = {
        "funnel": _funnel(found.funnel),
        "roll": _roll(found),
        "history": _history(found.roll_history),
        "cure": _cure([row for row in found.cures if row["vintage"] == ALL]),
        "vintage": _vintage([row for row in found.cures if row["vintage"] != ALL]),
    }
    return {name: text for name, text in said.items() if text is not None}


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"


def _funnel(row: Mapping[str, int]) -> Text:
    return Text(
        "拨打 {calls} 通，接通 {reached} 通，承诺 {promises} 个，已兑现 {kept} 个",
        "Calls: {calls}. Reached: {reached}. Promises: {promises}. Kept so far: {kept}.",
    ).format(**{key: f"{row[key]:,}" for key in ("calls", "reached", "promises", "kept")})


def _roll(found: Insight) -> Text | None:
    """Of the first bucket that was there: how much came back, how much rolled on."""
    first = min((row["was"] for row in found.rolls if row["was"] > 0), default=None)
    if first is None or found.rolls_from is None:
        return None
    own = [row for row in found.rolls if row["was"] == first]
    return Text(
        "M{n} 中 {cured} 已回正，{on} 滚入更后账龄（{since} 至 {until}）",
        "Of M{n}, {cured} came back in order and {on} rolled on ({since} to {until})",
    ).format(
        n=first,
        cured=_percent(sum(row["share"] for row in own if row["now"] == 0)),
        on=_percent(sum(row["share"] for row in own if row["now"] > first)),
        since=found.rolls_from,
        until=found.as_of,
    )


def _history(rows: Rows) -> Text | None:
    own = [row for row in rows if row["was"] == "M1"] or list(rows)
    if not own:
        return None
    first, last = own[0], own[-1]
    if first is last:
        return Text("{was} 有 {now} 滚入更后账龄", "Of {was}, {now} rolled on").format(
            was=last["was"], now=_percent(last["share"])
        )
    return Text(
        "{was} 滚入更后账龄：{since} 为 {before}，{until} 为 {now}",
        "Of {was}, {before} rolled on by {since} and {now} by {until}",
    ).format(
        was=last["was"],
        since=first["night"],
        before=_percent(first["share"]),
        until=last["night"],
        now=_percent(last["share"]),
    )


def _cure(together: Rows) -> Text | None:
    if not together:
        return None
    last = together[-1]
    return Text(
        "{weeks} 周内有 {share} 恢复正常（{low}–{high}）",
        "{share} were in order again within {weeks} weeks ({low}–{high})",
    ).format(
        weeks=last["weeks"],
        share=_percent(last["cured_share"]),
        low=_percent(last["low"]),
        high=_percent(last["high"]),
    )


def _vintage(rows: Rows) -> Text | None:
    """The two newest months with something to compare, at the last week that both have."""
    names = sorted({row["vintage"] for row in rows}, reverse=True)
    for newer, older in pairwise(names):
        new, old = ([r for r in rows if r["vintage"] == name] for name in (newer, older))
        week = min(new[-1]["weeks"], old[-1]["weeks"])
        if week > 0:
            return Text(
                "逾期 {n} 周时：{newer} 入催的已回正 {now}，{older} 的 {before}",
                "By week {n}, {now} of {newer} were in order again, {before} of {older}",
            ).format(n=week, newer=newer, older=older, now=_at(new, week), before=_at(old, week))
    if not names:
        return None
    own = [row for row in rows if row["vintage"] == names[0]]
    return Text(
        "{newest} 入催的，{n} 周内已回正 {now}",
        "Of {newest}, {now} were in order again by week {n}",
    ).format(newest=names[0], n=own[-1]["weeks"], now=_percent(own[-1]["cured_share"]))


def _at(steps: Rows, week: int) -> str:
    """The share cured by that week: the last step at or before it."""
    return _percent([row for row in steps if row["weeks"] <= week][-1]["cured_share"])


def against(one: Honesty) -> Text:
    """An estimate's name with how far told and true lie apart, by cases."""
    cases = sum(point["n"] for point in one.points)
    if not cases:
        return one.name
    gap = sum(abs(point["told"] - point["true"]) * point["n"] for point in one.points) / cases
    said = Text(
        "{name}：预计与实际平均相差 {gap:.1f} 个百分点",
        "{name}: told and true lie {gap:.1f} points apart",
    )
    return Text(
        said.zh.format(name=one.name.zh, gap=gap * 100),
        said.en.format(name=one.name.en, gap=gap * 100),
    )


def compared_arms(found: Comparison) -> Text:
    """What may be said of champion and challenger, with the interval."""
    told = Text(
        "{says}挑战策略减主策略 {gap} 个百分点（{low} 至 {high}）",
        "{says} Challenger less champion: {gap} points ({low} to {high})",
    )
    figures = (found.difference, found.low, found.high)
    return _with_interval(told, found.says, *figures)


def compared_sides(cured: Mapping[str, Any]) -> Text:
    """What may be said of the holdout, from `strategy.holdout.as_told`."""
    told = Text(
        "{says}30 天内回正，可拨打减留白 {gap} 个百分点（{low} 至 {high}）",
        "{says} In order within 30 days, callable less held out: {gap} points ({low} to {high})",
    )
    figures = (cured["difference"], cured["low"], cured["high"])
    return _with_interval(told, Text(cured["zh"], cured["en"]), *figures)


def _with_interval(told: Text, says: Text, gap: float, low: float, high: float) -> Text:
    values = {name: f"{x * 100:+z.1f}" for name, x in (("gap", gap), ("low", low), ("high", high))}
    return Text(told.zh.format(says=says.zh, **values), told.en.format(says=says.en, **values))


def honest(points: Sequence[Sequence[Mapping[str, float]]]) -> Text:
    """How far told and true lie apart over all learned estimates, by cases."""
    all_of = [point for one in points for point in one]
    cases = sum(point["n"] for point in all_of)
    if not cases:
        return Text(
            "还没有学得的估计，全部用经验规则", "No estimate is learned yet: all are rules of thumb"
        )
    gap = sum(abs(point["told"] - point["true"]) * point["n"] for point in all_of) / cases
    return Text(
        "学得的估计与实际平均相差 {gap:.1f} 个百分点",
        "Learned estimates lie {gap:.1f} points from what came true",
    ).format(gap=gap * 100)
