"""Who counts as a third party on this call, and what may always be said to one."""

from __future__ import annotations

import re

from shounuo.inspection.detectors._names import spoken_names
from shounuo.inspection.disposition import disposition_of
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.state import state_of

_NOT_ME = re.compile(
    r"打错|没这(?:个)?人|不认识|我不是(?!说)|不是(?:他|她|本人)|我是(?:他|她).{0,6}(?:老婆|老公|妈|爸|哥|姐|弟|妹|同事|朋友|室友|房东|儿子|女儿|媳妇|爱人|母亲|父亲)"
    r"|(?:他|她)(?:不在|出去|上班|没带|去世|走了|睡)"
    r"|wrong number|not (?:him|her)\b|no one by that|nobody by that|don't know (?:him|her|any|a )|(?:he|she)'s (?:not|out|at|away|asleep)|this is (?:his|her) |i'm (?:his|her) "
)


def third_party_turns(reading: Reading) -> list[TurnReading]:
    """The collector's turns that a person hears who does not owe: all on a third-party call, those after
    "he is not here" on any other."""
    role = reading.context.callee_role
    if role == "third_party":
        return list(reading.agent())
    if role == "guarantor":
        return []
    start = next((t.at for t in reading.party() if t.at <= 6 and _NOT_ME.search(t.text)), None)
    if start is None or (role == "debtor" and state_of(reading).verified_before(start)):
        return []
    owned = state_of(reading).verified_at
    end = owned if owned is not None and owned > start else len(reading.turns)
    return [t for t in reading.agent() if start < t.at < end and role == "unknown"]


_HEIRS = re.compile(
    r"儿|女|子|妻|夫|爱人|老公|老婆|配偶|父|母|爸|妈|兄|弟|姐|妹|家属|亲|wife|husband|spouse|son|daughter|mother|father|brother|sister"
)
_DIED = re.compile(
    r"去世|过世|病故|身故|病逝|离世|死了|[他她爹爸娘妈公]?.{0,6}(?:没(?:了|嘞|咧|的)|走了|不在了)|过了身|死亡证明|节哀|passed away|died|deceased"
)


_PRESSED = re.compile(r"账(?:还在|没走|没死)|得(?:认|担)|the debt (?:is|does)n't")


def for_the_heirs(reading: Reading, turn: TurnReading) -> bool:
    """A relative may hear of the estate's debt once the death has been spoken of; to be pressed with it is another thing."""
    other = reading.context.third_party
    if reading.english:
        return False  # 12 CFR 1006.6(a)(4): a spouse or who settles the estate, not any relative
    if other is None or not _HEIRS.search(other.relation or "") or _PRESSED.search(turn.text):
        return False
    died = next((t.at for t in reading.turns if _DIED.search(t.text)), None)
    known = "deceased" in reading.context.open_flags or disposition_of(reading) == "DECEASED"
    return known and died is not None and turn.at > died


def without_names(reading: Reading, text: str) -> str:
    """The text with the lender's and agency's own names blanked: a name is not yet a debt."""
    names = [
        name
        for house in (reading.context.lender, reading.context.agency or "")
        for name in spoken_names(house, reading.english)
    ]
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 2:
            text = text.replace(name, "〇" * len(name))
    return text
