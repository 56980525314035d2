"""Single sentences with a context word, read by the same engine as whole calls.

Of `note` only its `ctx=` parts are read. A sentence is a breach when any critical or major finding stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shounuo.inspection.evaluation.counts import Share, Tally
from shounuo.inspection.line_faults import Unfit
from shounuo.inspection.model import Call, Context, Finding, ThirdParty, Turn
from shounuo.inspection.reading import Reading
from shounuo.inspection.registry import find_all

_CTX = re.compile(r"ctx=(\w+)")
# A sentence stands alone, so its day only serves to resolve 今天 and 明天.
_AS_OF = datetime.fromisoformat("2026-01-01T10:00:00+08:00")


@dataclass(frozen=True)
class Sentence:
    text: str
    breach: bool
    rule: str
    context: frozenset[str]


def sentence_from(raw: Mapping[str, Any]) -> Sentence:
    """KeyError or ValueError when the line is no labelled sentence."""
    if raw["label"] not in {"breach", "ok"}:
        label = raw["label"]
        raise Unfit(
            f"label {label!r} 既不是 breach 也不是 ok", f"label {label!r} is neither breach nor ok"
        )
    if not isinstance(raw["text"], str):
        text = raw["text"]
        raise Unfit(f"text {text!r} 不是文字", f"text {text!r} is not text")
    return Sentence(
        raw["text"],
        raw["label"] == "breach",
        raw.get("rule") or "",
        frozenset(_CTX.findall(raw.get("note") or "")),
    )


def call_of(sentence: Sentence, lang: str = "zh") -> Call:
    """One agent turn to somebody already known to be who the context says."""
    third = "third_party" in sentence.context
    context = Context(
        callee_role="third_party" if third else "debtor",
        third_party=ThirdParty() if third else None,
        agent_type="agency_staff" if "vendor_agent" in sentence.context else "lender_staff",
        identity_known=True,
    )
    return Call("sentence", lang, _AS_OF, context, (Turn(0, "agent", sentence.text),))


def findings_of(sentence: Sentence) -> tuple[Finding, ...]:
    """The critical and major findings on the sentence."""
    lang = "zh" if re.search("[一-鿿]", sentence.text) else "en"
    found = find_all(Reading(call_of(sentence, lang)))
    return tuple(f for f in found if f.severity != "minor")


@dataclass
class SentenceFigures:
    breach: Tally = field(default_factory=Tally)
    ok_accused: Share = field(default_factory=Share)
    rule: Share = field(default_factory=Share)
    wrong: list[tuple[Sentence, tuple[Finding, ...]]] = field(default_factory=list)

    def add(self, sentence: Sentence, found: tuple[Finding, ...]) -> None:
        said = bool(found)
        self.breach += Tally(
            said and sentence.breach, said and not sentence.breach, sentence.breach and not said
        )
        if not sentence.breach:
            self.ok_accused.add(said)
        if said and sentence.breach:
            self.rule.add(bool(_rules(sentence.rule) & {r for f in found for r in _rules(f.rule)}))
        if said != sentence.breach:
            self.wrong.append((sentence, found))

    def as_json(self) -> dict[str, object]:
        return {
            "breach": self.breach.as_json(),
            "ok_accused": self.ok_accused.as_json(),
            "rule_agrees": self.rule.as_json(),
            "sentences": self.breach.tp + self.breach.fn + self.ok_accused.total,
            "wrong": [
                {
                    "text": s.text,
                    "label": "breach" if s.breach else "ok",
                    "found": [f.code for f in found],
                }
                for s, found in self.wrong
            ],
        }


def _rules(text: str) -> set[str]:
    return set(re.findall(r"[A-Z0-9]+-\d+", text))
