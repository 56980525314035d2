"""A verdict in one sentence, for the case page: what came in, what was missing, what is awaited."""

from __future__ import annotations

from shounuo.domain.promise.verdict import FAILED, State, Verdict
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

STATE_NAMES: dict[State, Text] = {
    State.OPEN: Text("未到期", "Open"),
    State.AWAITING_FILE: Text("等待还款文件", "Awaiting file"),
    State.KEPT: Text("已兑现", "Kept"),
    State.KEPT_LATE: Text("迟兑现", "Kept late"),
    State.PARTLY_KEPT: Text("部分兑现", "Partly kept"),
    State.BROKEN: Text("未兑现", "Broken"),
    State.CANCELLED: Text("已取消", "Cancelled"),
    State.VOID: Text("作废", "Void"),
}

_SENTENCES: dict[State, Text] = {
    State.OPEN: Text(
        "承诺 {promised}，已到 {counted}，{last_day} 结束前有效",
        "Promised {promised}, received {counted}, open through {last_day}",
    ),
    State.AWAITING_FILE: Text(
        "承诺 {promised}，已到 {counted}；{files} 的文件未到，暂不判定",
        "Promised {promised}, received {counted}; not decided before the file of {files} arrives",
    ),
    State.KEPT: Text(
        "承诺 {promised}，按时到账 {in_time}", "Promised {promised}, {in_time} came in time"
    ),
    State.KEPT_LATE: Text(
        "承诺 {promised}，{last_day} 之后才还清，其中迟到 {late}",
        "Promised {promised}, completed only after {last_day}: {late} of it was late",
    ),
    State.PARTLY_KEPT: Text(
        "承诺 {promised}，{last_day} 前到账 {in_time}，还差 {short}",
        "Promised {promised}, {in_time} came by {last_day}, {short} is still missing",
    ),
    State.BROKEN: Text(
        "承诺 {promised}，{last_day} 前没有到账，还差 {short}",
        "Promised {promised}, nothing came by {last_day}, {short} is still missing",
    ),
    State.CANCELLED: Text("到期前已取消", "Cancelled before it was due"),
    State.VOID: Text("记录有误，作废", "Recorded in error, void"),
}
_PROVISIONAL = Text("（暂定）", " (provisional)")


def explain(verdict: Verdict) -> Text:
    """The reason of a verdict in both languages, amounts to the cent."""
    said = _SENTENCES[verdict.state].format(
        promised=_money(verdict.promised_minor, verdict),
        counted=_money(verdict.counted_minor, verdict),
        in_time=_money(verdict.in_time_minor, verdict),
        late=_money(verdict.late_minor, verdict),
        short=_money(verdict.short_minor, verdict),
        last_day=_last_day(verdict),
        files=", ".join(f"{a.source} {a.covers.isoformat()}" for a in verdict.awaiting) or "—",
    )
    if not verdict.provisional:
        return said
    return Text(said.zh + _PROVISIONAL.zh, said.en + _PROVISIONAL.en)


def _money(minor: int, verdict: Verdict) -> str:
    return f"{Money(minor, verdict.currency).grouped()} {verdict.currency}"


def _last_day(verdict: Verdict) -> str:
    """The last day that decided: that of the first failed part, else of the whole promise."""
    failed = [part for part in verdict.parts if part.state in FAILED]
    return (failed[0] if failed else verdict.parts[-1]).last_day.isoformat()
