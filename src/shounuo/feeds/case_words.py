"""The words that the gate's own fields may hold in a case: a misspelt one must not open anything."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from shounuo.feeds.case_form import misspelt
from shounuo.feeds.us_case_words import CONSENTS, EVENTS, EXCLUSIONS, OUTCOMES, REQUESTS
from shounuo.rules.counting import ASSISTANT
from shounuo.rules.pack import load_pack, pack_names
from shounuo.rules.packs.cn.letter_holds_required_parts import PARTS
from shounuo.rules.packs.cn.scope import SERVICE
from shounuo.rules.requests import EFFECTS, HEARD_BY_PACKS

PLACES = frozenset({"business_premises", "home", "hotel", "office", "public", "work"})
# Only what nearly is one of these is refused: any other hold is known, and looked at by somebody.
HOLDS = frozenset({"attorney", "bankruptcy", "complaint", "dispute", "do_not_contact"})
WORDS: dict[str, frozenset[str]] = {
    "facts.consents[].kind": CONSENTS | {
        "disclose_amounts", "enter_premises", "frequency_agreement", "joint_liability",
        "night_contact", "representation", "volunteers_to_pay",
    },
    "facts.contacts[].exclusion": EXCLUSIONS,
    "facts.contacts[].outcome": OUTCOMES | {ASSISTANT, "empty_number", "switched_off"},
    "facts.customer.numbers[].place": PLACES,
    "facts.debts[].kind": frozenset({"business", "consumer"}),
    "facts.debts[].plan": frozenset({"broken", "none", "performing"}),
    "facts.events[].kind": EVENTS | {"told_before_credit_report"},
    "facts.proposed.address.place": PLACES,
    "facts.proposed.content.elements[]": frozenset({*PARTS, "lawsuit"}),
    "facts.proposed.place": PLACES,
    "facts.proposed.purpose": SERVICE | {"collect", "locate", "location_information", "relay"},
    "facts.proposed.visit.place": PLACES,
    "facts.requests[].kind": REQUESTS | HEARD_BY_PACKS | frozenset(EFFECTS),
    "facts.requests[].place": PLACES,
}  # fmt: skip
_INDEX = re.compile(r"\[\d+\]")


def refuse_misspelt(raw: str, where: str) -> None:
    """Raises `CaseRefused` for a word that its field does not know."""
    field = _INDEX.sub("[]", where)
    known = WORDS.get(field)
    if known is not None and raw not in known:
        raise misspelt(raw, known, where)
    nearly = field == "facts.holds[].kind" and raw not in HOLDS
    if nearly and get_close_matches(raw, HOLDS, n=1, cutoff=0.8):
        raise misspelt(raw, HOLDS, where)


def refuse_unknown_numbers(stricter: Any) -> None:
    """Raises `CaseRefused` for a lender's number that no pack has."""
    known = {f"{name}.{key}" for name in pack_names() for key in load_pack(name).parameters}
    for key, _ in stricter:
        if key not in known:
            raise misspelt(key, known, "facts.creditor.stricter")
