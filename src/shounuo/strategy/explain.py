"""Why is this case third? The answer from the strategy file and the estimates, in words a collector reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shounuo.kernel.text import Text
from shounuo.strategy.estimates import Estimates
from shounuo.strategy.scorecard import Reason
from shounuo.strategy.segments import holds
from shounuo.strategy.strategy_file import Condition, Segment, Strategy
from shounuo.strategy.value import Worth, worth
from shounuo.strategy.vocabulary import FACTS, ORDERS

TARGET_NAMES = {
    "contact": Text("接通", "reached per try"),
    "promise": Text("接通后承诺", "promise once reached"),
    "kept": Text("承诺后兑现", "promise kept"),
    "self_cure": Text("不联系自行还款", "pays uncalled"),
}
_OPERATORS = {
    "is": Text("等于", "is"),
    "at_least": Text("不少于", "is at least"),
    "at_most": Text("不多于", "is at most"),
    "above": Text("大于", "is above"),
    "below": Text("小于", "is below"),
    "one_of": Text("属于", "is one of"),
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that put one case where it is. `bp`: estimates in basis points."""

    segment: Segment
    facts: tuple[tuple[str, int], ...]
    bp: Mapping[str, int]
    reasons: Mapping[str, tuple[Reason, ...]]
    worth: Worth
    lines: tuple[Text, ...]


def explain(row: Mapping[str, int], estimates: Estimates, strategy: Strategy) -> Explanation:
    """`row`: the case's features of that night. The same arithmetic as the columns."""
    bp = {target: card.score(row) for target, card in estimates.cards.items()}
    reasons = {target: tuple(card.reasons(row)[:3]) for target, card in estimates.cards.items()}
    found = worth(estimates, row, strategy.attempts_a_day)
    known = dict(row) | {f"{t}_bp": v for t, v in bp.items()}
    known |= {"value_cents": found.value_cents, "value_per_hour_cents": found.value_per_hour_cents}
    segment = next(s for s in strategy.segments if takes(s, known))
    facts = tuple((c.fact, known[c.fact]) for c in (*segment.when, *segment.any_of))
    lines = (
        _segment_line(segment),
        *(_condition_line(c, known[c.fact]) for c in (*segment.when, *segment.any_of)),
        *(_chance_line(target, bp[target], reasons[target]) for target in bp),
        _worth_line(found),
        Text(
            f"本段排序：{ORDERS[segment.order].zh}",
            f"Order in this segment: {ORDERS[segment.order].en}",
        ),
    )
    return Explanation(segment, facts, bp, reasons, found, lines)


def takes(segment: Segment, known: Mapping[str, int]) -> bool:
    """Whether the segment's conditions hold for these facts."""
    any_of = not segment.any_of or any(holds(c, known[c.fact]) for c in segment.any_of)
    return any_of and all(holds(c, known[c.fact]) for c in segment.when)


def _segment_line(segment: Segment) -> Text:
    why = (
        f"：{segment.why.zh}" if segment.why.zh else "",
        f": {segment.why.en}" if segment.why.en else "",
    )
    return Text(f"分段「{segment.name.zh}」{why[0]}", f"Segment “{segment.name.en}”{why[1]}")


def _condition_line(condition: Condition, value: int) -> Text:
    operand = ", ".join(str(o) for o in condition.operand)
    name, operator = FACTS[condition.fact], _OPERATORS[condition.operator]
    return Text(
        f"{name.zh} {value}（条件：{operator.zh} {operand}）",
        f"{name.en} {value} (condition: {operator.en} {operand})",
    )


def _chance_line(target: str, bp: int, reasons: tuple[Reason, ...]) -> Text:
    name = TARGET_NAMES[target]
    zh = "；".join(f"{_fact(r).zh} {r.value} {'↑' if r.points > 0 else '↓'}" for r in reasons)
    en = "; ".join(f"{_fact(r).en} {r.value} {'↑' if r.points > 0 else '↓'}" for r in reasons)
    return Text(f"{name.zh} {bp / 100:.1f}%（{zh}）", f"{name.en} {bp / 100:.1f}% ({en})")


def _fact(reason: Reason) -> Text:
    return FACTS.get(reason.feature, Text(reason.feature, reason.feature))


def _worth_line(found: Worth) -> Text:
    chance, minutes = found.chance_ppm / 10_000, found.expected_seconds / 60
    value, hour = found.value_cents / 100, found.value_per_hour_cents / 100
    return Text(
        f"联系比不联系多收回的机会 {chance:.2f}%，约 {minutes:.1f} 分钟，增量 {value:.2f}，每小时 {hour:.2f}",
        f"Chance gained by calling {chance:.2f}%, about {minutes:.1f} minutes, gains {value:.2f}, {hour:.2f} an hour",
    )
