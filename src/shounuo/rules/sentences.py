"""A reason in words, both languages: what is closed, under which clause, since which number.

The sentences stand in each pack's `sentences.yaml` by check (and `check.say` where a check says
more than one thing); nothing here knows a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import yaml

from shounuo.kernel.text import Text
from shounuo.rules.counters import Counter
from shounuo.rules.pack import pack_folder, pack_names
from shounuo.rules.parameters import LAW, load_sources
from shounuo.rules.verdict import Clause, Fact, Origin, Reason

_WORDS = {
    True: Text("是", "yes"),
    False: Text("否", "no"),
    None: Text("未知", "not known"),
}
# Facts that are names, shown as they are, whatever word they may look like.
NAMES = frozenset({"organisation", "creditor", "debt", "line", "handler", "person", "pack", "zone"})
ORIGINS = {
    Origin.LAW: Text("法律", "law"),
    Origin.SELF_REGULATION: Text("行业自律", "self-regulation"),
    Origin.HOUSE_POLICY: Text("内部政策", "house policy"),
}
CONFIDENCE = {
    "V": Text("已读原文", "the text was read"),
    "P": Text("据媒体引文", "as quoted in the press"),
    "P1": Text("仅见一处引文", "one quoted report"),
    "S": Text("二手摘要", "a secondary summary"),
    "L": Text("来源薄弱", "a weak source"),
    "M": Text("凭记忆，待核", "from memory, to be checked"),
    "H": Text("自定", "our own"),
}
UNITS = {
    "calls": Text("次", "calls"),
    "messages": Text("条", "messages"),
    "visits": Text("次", "visits"),
    "people": Text("人", "people"),
    "minutes": Text("分钟", "minutes"),
    "hours": Text("小时", "hours"),
    "days": Text("日", "days"),
    "months": Text("个月", "months"),
    "years": Text("年", "years"),
    "local_time": Text("当地时间", "local time"),
    "yes_no": Text("是否", "yes or no"),
    "time_zone": Text("时区", "time zone"),
    "minor_units": Text("分", "minor units"),
    "per_cent": Text("％", "per cent"),
}


@dataclass(frozen=True, slots=True)
class PackSentences:
    """One pack's words: for its reasons, for what can be done instead, for its rules' names."""

    reasons: dict[str, Text]
    instead: dict[str, Text]
    overrides: dict[str, Text]
    words: dict[str, Text]
    claims: dict[str, Text]
    counters: dict[str, Text]
    title: Text  # the pack's name
    statements: dict[str, str]  # a check's clause in Chinese; its English stands above the check


def _texts(raw: dict[str, Any] | None) -> dict[str, Text]:
    return {key: Text(entry["zh"], entry["en"]) for key, entry in (raw or {}).items()}


@lru_cache(maxsize=32)
def load_sentences(pack: str) -> PackSentences:
    """A pack's sentences. A pack without the file has none (its test then fails)."""
    path = pack_folder(pack) / "sentences.yaml"
    raw = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    return PackSentences(
        reasons=_texts(raw.get("reasons")),
        instead=_texts(raw.get("instead")),
        overrides=_texts(raw.get("overrides")),
        words=_texts(raw.get("words")),
        claims=_texts(raw.get("claims")),
        counters=_texts(raw.get("counters")),
        title=Text(**raw["title"]) if "title" in raw else Text(pack, pack),
        statements=raw.get("statements") or {},
    )


def word(value: str, pack: str) -> Text:
    """A code of the facts in words; a list of codes word by word; a name or number as it is."""
    listed = value.split(", ")
    found = [
        load_sentences(pack).words.get(item) or load_sentences("house").words.get(item)
        for item in listed
    ]
    texts = [text or Text(item, item) for text, item in zip(found, listed, strict=True)]
    return Text("、".join(t.zh for t in texts), ", ".join(t.en for t in texts))


def said_fact(value: Fact, pack: str) -> Text:
    """A fact of a reason in words: yes, a moment, a day, a code."""
    if isinstance(value, bool) or value is None:
        return _WORDS[value]
    if isinstance(value, datetime):
        zh = f"{value.month}月{value.day}日 {value:%H:%M}"
        return Text(zh, f"{value.day} {value:%b %H:%M}")
    if isinstance(value, date):
        return Text(f"{value.month}月{value.day}日", f"{value.day} {value:%b %Y}")
    return word(str(value), pack)


def _values(reason: Reason) -> dict[str, Text]:
    values = {
        key: Text(str(value), str(value)) if key in NAMES else said_fact(value, reason.pack)
        for key, value in reason.facts
    }
    values |= {use.key: said_fact(use.value, reason.pack) for use in reason.parameters}
    values["opens"] = said_fact(reason.earliest_next, reason.pack)
    return values


def key_of(reason: Reason) -> str:
    """The key of the reason's sentence."""
    return f"{reason.check}.{reason.say}" if reason.say else reason.check


def sentence(reason: Reason) -> Text:
    """What a collector reads. Raises `KeyError` for a reason that nobody has worded."""
    words = load_sentences(reason.pack).reasons[key_of(reason)]
    values = _values(reason)
    return Text(
        words.zh.format_map({key: text.zh for key, text in values.items()}),
        words.en.format_map({key: text.en for key, text in values.items()}),
    )


def instead(reason: Reason) -> tuple[Text, ...]:
    """What can be done instead, in words. A key is looked up in the reason's pack, then in all."""
    found = []
    for key in reason.instead:
        for pack in (reason.pack, "house", *pack_names()):
            if key in load_sentences(pack).instead:
                found.append(load_sentences(pack).instead[key])
                break
        else:
            raise KeyError(key)
    return tuple(found)


def override(reason: Reason) -> Text | None:
    """The consent or agreement that the rule itself names, in words."""
    return (
        None if reason.override is None else load_sentences(reason.pack).overrides[reason.override]
    )


@lru_cache(maxsize=1)
def _pinpoints() -> dict[str, str]:
    words: dict[str, str] = yaml.safe_load((LAW / "pinpoints.yaml").read_text("utf-8"))
    return words


def pinpoint(clause: Clause) -> Text:
    """The place in the text: an article by its number, a paragraph as written, else in words."""
    place = clause.pinpoint
    if place.replace(", ", "").isdigit():
        articles = "art." if ", " not in place else "arts."
        return Text(f"第{place.replace(', ', '、')}条", f"{articles} {place}")
    return Text(_pinpoints().get(place) or place.replace("comment ", " "), place)


def cite(clause: Clause) -> Text:
    """A clause with who made it and how far its wording is verified."""
    source, place = load_sources()[clause.source], pinpoint(clause)
    grade, origin = CONFIDENCE[clause.confidence], ORIGINS[clause.origin]
    return Text(
        f"{source.title.zh}{place.zh}（{origin.zh}，{grade.zh}）",
        f"{source.title.en}, {place.en} ({origin.en}; {grade.en})",
    )


def citation(reason: Reason) -> Text:
    """What a page shows beside every block."""
    return cite(reason.clause)


def counter_line(counter: Counter) -> Text:
    """A counter as the call screen shows it: 今日接通 1/3. Raises `KeyError` when unworded."""
    words = load_sentences(counter.pack).counters[counter.key]
    return words.format(used=counter.used, limit=counter.limit)
