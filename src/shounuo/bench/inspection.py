"""Speed of inspection on one core, beside two simpler readers of the same text in the same run.

(a) one multi-pattern scan for the same number of phrases, which only says which words occur;
(b) a regular expression per phrase tried on every turn, as a first version would do it.
Neither judges anything; they show what the judging costs, and what a naive one would.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from time import process_time

from ahocorasick_rs import AhoCorasick

from shounuo.bench.inspection_calls import floor_day
from shounuo.inspection.frames.lexicon import terms
from shounuo.inspection.live import QUIET, hear
from shounuo.inspection.model import Call
from shounuo.inspection.report import inspect_call
from shounuo.inspection.sounds import trade_terms

FLOOR_CALLS = 10_000
NAIVE_SHARE = (
    20  # the naive reader reads one call in so many, its figure is per character all the same
)


def measure(calls: int) -> dict[str, object]:
    """Characters and calls a second of CPU time for the engine and for both readers."""
    day = floor_day(calls)
    inspect_call(day[0])  # word lists load once, outside the clock
    phrases = all_phrases()
    engine = _rate(day, inspect_call)
    scan = _rate(day, _scanner(phrases))
    sample = day[:: min(NAIVE_SHARE, calls)]
    naive = _rate(sample, _naive(phrases))
    return {
        "calls": calls,
        "phrases": len(phrases),
        "chars_per_call": round(sum(map(characters, day)) / calls),
        "engine": engine,
        "plain_scan": scan,
        "naive_regex": naive,
        "engine_over_naive": round(engine["chars_per_s"] / naive["chars_per_s"], 2),
        "engine_over_scan": round(engine["chars_per_s"] / scan["chars_per_s"], 4),
        "live_turn_ms": live_turns(sample),
        "seconds_for_10000_calls_on_2_cores": round(FLOOR_CALLS / engine["calls_per_s"] / 2, 1),
    }


def live_turns(day: list[Call]) -> dict[str, float]:
    """What following a call adds to each of its turns: milliseconds of processor time."""
    spent = []
    for call in day:
        heard, state = replace(call, turns=()), QUIET
        for turn in call.turns:
            started = process_time()
            heard, state = hear(heard, turn, state)
            spent.append((process_time() - started) * 1000)
    spent.sort()
    last = len(spent) - 1
    return {"p50": round(spent[last // 2], 2), "p99": round(spent[int(last * 0.99)], 2)}


def all_phrases() -> list[str]:
    """Every phrase the engine listens for."""
    listed = {word for words in terms("zh").values() for word in words} | set(trade_terms())
    return sorted(listed)


def characters(call: Call) -> int:
    return sum(len(turn.text) for turn in call.turns)


def _rate(day: list[Call], read: Callable[[Call], object]) -> dict[str, float]:
    started = process_time()
    for call in day:
        read(call)
    seconds = process_time() - started
    return {
        "chars_per_s": round(sum(map(characters, day)) / seconds),
        "calls_per_s": round(len(day) / seconds, 1),
    }


def _scanner(phrases: list[str]) -> Callable[[Call], object]:
    automaton = AhoCorasick(phrases)
    return lambda call: [
        automaton.find_matches_as_indexes(t.text, overlapping=True) for t in call.turns
    ]


def _naive(phrases: list[str]) -> Callable[[Call], object]:
    patterns = [re.compile(re.escape(phrase)) for phrase in phrases]
    return lambda call: [p.search(turn.text) for turn in call.turns for p in patterns]
