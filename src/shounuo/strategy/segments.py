"""A strategy's segments as columns: which one takes the account, and what it orders."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import and_, or_
from typing import Any

import ibis
import ibis.expr.types as ir

from shounuo.strategy.strategy_file import Condition, Segment, Strategy

TESTS: dict[str, Callable[[Any, tuple[int, ...]], Any]] = {
    "is": lambda value, operand: value == operand[0],
    "at_least": lambda value, operand: value >= operand[0],
    "at_most": lambda value, operand: value <= operand[0],
    "above": lambda value, operand: value > operand[0],
    "below": lambda value, operand: value < operand[0],
}


def holds(condition: Condition, value: int) -> bool:
    """The condition on one value; the same as the column."""
    if condition.operator == "one_of":
        return value in condition.operand
    return bool(TESTS[condition.operator](value, condition.operand))


def _column(condition: Condition, table: ir.Table) -> ir.BooleanValue:
    value = table[condition.fact]
    if condition.operator == "one_of":
        return value.isin(condition.operand)
    return TESTS[condition.operator](value, condition.operand)


def _takes(segment: Segment, table: ir.Table) -> ir.BooleanValue | None:
    tests = [_column(c, table) for c in segment.when]
    if segment.any_of:
        tests.append(reduce(or_, (_column(c, table) for c in segment.any_of)))
    return reduce(and_, tests) if tests else None


def segment_column(strategy: Strategy, table: ir.Table) -> ir.IntegerValue:
    """The number (from 0) of the first segment that takes the account."""
    branches = [(_takes(s, table), i) for i, s in enumerate(strategy.segments)]
    tested = [(test, ibis.literal(i, "int32")) for test, i in branches if test is not None]
    last = ibis.literal(len(strategy.segments) - 1, "int32")
    return ibis.cases(*tested, else_=last) if tested else last


def by_segment(index: ir.IntegerValue, values: list[int]) -> ir.IntegerValue:
    """A number of the segment: `values[index]`; equal neighbours collapse to few branches."""
    last = values[-1]
    branches = [(index == i, ibis.literal(v, "int32")) for i, v in enumerate(values) if v != last]
    return (
        ibis.cases(*branches, else_=ibis.literal(last, "int32"))
        if branches
        else ibis.literal(last, "int32")
    )
