"""The house form of a transcript: one JSON object a call, with its context and, when labelled, its gold.

A line that cannot be read becomes a `Problem` with its line number; the other lines go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from shounuo.inspection.evaluation.gold import Gold, Label
from shounuo.inspection.line_faults import Unfit, fault_in_words, object_of
from shounuo.inspection.model import (
    Call,
    Context,
    Instalment,
    LastPayment,
    Offer,
    PreviousPromise,
    SpokenPromise,
    ThirdParty,
    Turn,
)
from shounuo.inspection.place import currency_of, place_by, place_said
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

NOTHING: Mapping[str, Any] = {}
SPEAKERS = {"agent": "agent", "party": "party", "collector": "agent", "customer": "party"}


def read_lines(
    lines: Iterable[str], known: Mapping[str, Any] = NOTHING
) -> Iterator[tuple[dict[str, Any], Call] | Problem]:
    """Each line's raw object with its call, or the problem that kept it out. `known`: as in `call_from`."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            raw = object_of(line)
            yield raw, call_from(raw, known)
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            yield _problem(number, fault)


def _problem(number: int, fault: Exception) -> Problem:
    why = fault_in_words(fault)
    return Problem(
        "transcript_unreadable",
        Text(f"第 {number} 行读不成通话：{why['zh']}", f"line {number} is not a call: {why['en']}"),
        next_step=Text(
            "请改正该行；别的行不受影响",
            "correct the line; other lines are not affected",
        ),
    )


def call_from(raw: Mapping[str, Any], known: Mapping[str, Any] = NOTHING) -> Call:
    """The call of one object. Raises ValueError, KeyError or TypeError when it is not one.

    `known`: the context of a call that carries none, and the jurisdiction of one that does not say its own.
    """
    typed = {key: raw[key] for key in ("recorded_promise", "recorded_disposition") if key in raw}
    typed |= raw.get("gold") or {}
    turns = tuple(_turn(n, t) for n, t in enumerate(raw["turns"]))
    lang, given = raw.get("lang") or "zh", raw.get("context") or known
    place = given.get("jurisdiction") or known.get("jurisdiction")
    context = context_from({**given, "jurisdiction": place}, typed, lang)
    return Call(
        str(raw["id"]),
        lang,
        datetime.fromisoformat(raw["as_of"]),
        context,
        turns,
    )


def _turn(n: int, raw: Mapping[str, Any]) -> Turn:
    speaker = SPEAKERS.get(raw["speaker"])
    if speaker is None:
        i, who = raw.get("i", n), raw["speaker"]
        raise Unfit(f"第 {i} 句的说话人 {who!r} 不认识", f"turn {i}: unknown speaker {who!r}")
    said, sure = raw["text"], raw.get("sure")
    if not isinstance(said, str):
        i = raw.get("i", n)
        raise Unfit(f"第 {i} 句的 text {said!r} 不是文字", f"turn {i}: text {said!r} is not text")
    return Turn(raw.get("i", n), speaker, said, raw.get("t0"), raw.get("t1"), sure)  # type: ignore[arg-type]


def _whole(raw: Mapping[str, Any], name: str) -> int | None:
    """A sum in minor units or a count of days. Raises Unfit for anything but a whole number."""
    given = raw.get(name)
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float) or given != int(given):
        raise Unfit(
            f"context 里的 {name} {given!r} 不是整数",
            f"context: {name} {given!r} is no whole number",
        )
    return int(given)


def context_from(
    raw: Mapping[str, Any], typed: Mapping[str, Any] = NOTHING, lang: str = "zh"
) -> Context:
    """The house's knowledge; `typed` may hold `recorded_promise` and `recorded_disposition`.

    `lang`: of the call; where `raw` names no jurisdiction, it tells which is assumed.
    """
    place = place_said(raw) or place_by(lang)
    third, paid = raw.get("third_party"), raw.get("last_payment")
    recorded = typed.get("recorded_promise") or raw.get("recorded_promise")
    return Context(
        callee_role=raw.get("callee_role") or "unknown",
        third_party=ThirdParty(third.get("relation"), third.get("name")) if third else None,
        agent_type=raw.get("agent_type") or "lender_staff",
        lender=raw.get("lender") or "",
        agency=raw.get("agency"),
        debtor_name=raw.get("debtor_name") or "",
        product=raw.get("product") or "",
        currency=raw.get("currency") or currency_of(place),
        due_cents=_whole(raw, "due_cents"),
        past_due_cents=_whole(raw, "past_due_cents"),
        total_balance_cents=_whole(raw, "total_balance_cents"),
        days_past_due=_whole(raw, "days_past_due"),
        stage=raw.get("stage") or "",
        last_payment=LastPayment(date.fromisoformat(paid["date"]), paid["cents"]) if paid else None,
        open_flags=frozenset(raw.get("open_flags") or ()),
        approved_offers=tuple(
            Offer(o.get("kind", ""), o.get("cents"), o.get("months"))
            for o in raw.get("approved_offers") or ()
        ),
        litigation=raw.get("litigation") or "none",
        authorised_actions=frozenset(raw.get("authorised_actions") or ()),
        previous_promises=tuple(_previous(p) for p in raw.get("previous_promises") or ()),
        jurisdiction=place,
        jurisdiction_assumed=place_said(raw) is None,
        recorded_promise=promise_from(recorded) if recorded else None,
        recorded_disposition=typed.get("recorded_disposition") or raw.get("recorded_disposition"),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _previous(raw: Mapping[str, Any]) -> PreviousPromise:
    return PreviousPromise(
        _day(raw.get("made")), raw.get("cents"), _day(raw.get("due")), raw.get("result") or ""
    )


def promise_from(raw: Mapping[str, Any]) -> SpokenPromise:
    """A promise as typed, labelled or kept of a report."""
    parts = raw.get("instalments") or ()
    return SpokenPromise(
        raw.get("cents"),
        _day(raw.get("date")),
        raw.get("method"),
        bool(raw.get("explicit", True)),
        tuple(Instalment(p.get("cents"), date.fromisoformat(p["date"])) for p in parts),
    )


def gold_from(raw: Mapping[str, Any]) -> Gold | None:
    """The labels of a call, None when it carries none."""
    gold = raw.get("gold")
    if not gold:
        return None
    findings = tuple(
        Label(f["code"], f["turn"], f.get("quote", "")) for f in gold.get("findings") or ()
    )
    promise = gold.get("promise")
    return Gold(
        findings,
        dict(gold.get("steps") or {}),
        bool(gold.get("clean", True)),
        promise_from(promise) if promise else None,
        gold.get("disposition"),
    )
