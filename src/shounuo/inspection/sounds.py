"""Words a recogniser misheard, put back by their sound, one character for one character.

Each character has one toneless syllable, with the pairs that Mandarin speakers and recognisers confuse merged
(n/l, zh/z, ch/c, sh/s, f/h, in/ing, en/eng, an/ang). A term of the trade heard in that sound replaces what was
written, unless what was written is itself a protected everyday word. Lengths never change: offsets stay valid.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind
from pypinyin.pinyin_dict import pinyin_dict

from shounuo.inspection.spelled import stretches
from shounuo.kernel.script import Rewritten

# The reading the trade uses, where the dictionary lists another first.
_READINGS = {
    "还": "huan",
    "行": "hang",
    "率": "lv",
    "重": "chong",
    "了": "le",
    "得": "de",
    "地": "de",
}
_READINGS |= {
    "长": "chang",
    "给": "gei",
    "都": "dou",
    "没": "mei",
    "说": "shuo",
    "传": "chuan",
    "单": "dan",
}
_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"))


def syllable(character: str) -> str:
    """The merged toneless syllable of one character; the character itself when it has none."""
    raw = _READINGS.get(character) or pinyin_dict.get(ord(character), "").split(",")[0]
    if not raw:
        return character
    spelled = unicodedata.normalize("NFD", raw).replace("u\u0308", "v")
    plain = "".join(c for c in spelled if c.isascii() and c.isalpha())
    for long, short in _MERGED:
        if plain.startswith(long):
            plain = short + plain[2:]
    if plain[:1] in "nf" and len(plain) > 1:
        plain = {"n": "l", "f": "h"}[plain[0]] + plain[1:]
    return re.sub(r"([aei])ng$", r"\1n", plain)


@cache
def _alphabet() -> Rewritten:
    """Code point -> one private character per syllable, for `str.translate`."""
    symbols: dict[str, int] = {}
    table = Rewritten()
    for point in range(0x4E00, 0x9FA6):
        sound = syllable(chr(point))
        table[point] = symbols.setdefault(sound, 0xE000 + len(symbols))
    return table


@lru_cache(maxsize=4096)
def sound_of(text: str) -> str:
    """The text as one sound symbol per character; same length.

    Kept, for one call asks some two hundred times: of its few names, and of each turn for every name.
    """
    return text.translate(_alphabet())


@cache
def _lists() -> tuple[list[str], frozenset[str], frozenset[str]]:
    raw = resources.files("shounuo.inspection.words").joinpath("heard.yaml").read_text("utf-8")
    data = yaml.safe_load(raw)
    terms = [term for group in data["terms"].values() for term in group.split()]
    ordered = sorted(set(terms), key=lambda t: (-len(t), t))
    return ordered, frozenset(data["protected"].split()), frozenset(data["fixed"])


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    terms = _lists()[0]
    return AhoCorasick([sound_of(t) for t in terms], matchkind=MatchKind.LeftmostLongest), terms


@cache
def _protected() -> AhoCorasick:
    return AhoCorasick(sorted(_lists()[1]), matchkind=MatchKind.Standard)


def restore(text: str, names: tuple[str, ...] = ()) -> str:
    """The text with misheard terms written as the trade writes them; same length.

    A protected word and the `names` of this case keep their characters, and so does whatever overlaps them.
    """
    automaton, terms = _automaton()
    matches = automaton.find_matches_as_indexes(sound_of(text))
    said = ((s, e, terms[k]) for k, s, e in matches if text[s:e] != terms[k])
    wrong = [(s, e, term) for s, e, term in said if _misheard(text[s:e], term)]
    if not wrong:
        return text
    kept = [(s, e) for _, s, e in _protected().find_matches_as_indexes(text, overlapping=True)]
    kept += [span for name in names for span in stretches(name, text)]
    out = list(text)
    for start, end, term in wrong:
        if not any(s < end and start < e for s, e in kept):
            out[start:end] = term
    return "".join(out)


def _misheard(written: str, term: str) -> bool:
    """None of the characters that differ is a word that recognisers get right."""
    fixed = _lists()[2]
    return all(w == t or w not in fixed for w, t in zip(written, term, strict=True))


def trade_terms() -> tuple[str, ...]:
    """Every term that is restored when misheard."""
    return tuple(_lists()[0])
