"""Edits that keep the meaning of a call, to see whether the engine's answer stays the same.

Every edit is fixed by the call itself (no chance), so a flip can be looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from shounuo.domain.heard import hear
from shounuo.inspection.model import Call, Context, Turn
from shounuo.inspection.names import addressed, core
from shounuo.kernel.money import Money

Edit = Callable[[Call], Call]

_PEOPLE = {"zh": ("欧阳晓", "贺兰芝", "钟毓"), "en": ("Priya Lindqvist", "Owen Castellanos")}
_HOUSES = {"zh": ("岱岩", "沅芷", "琅屿"), "en": ("Silverbrook", "Juniper Ridge")}
_SOUND_ALIKE = {
    "逾期": "预期", "起诉": "启诉", "立案": "利案", "征信": "征心", "催收": "崔收", "还款": "换款", "还清": "换清",
    "法院": "发院", "律师": "律诗", "罚息": "罚西", "违约金": "为约金", "投诉": "头诉", "分期": "分七", "查封": "茶封",
    "派出所": "派出锁", "公安": "公按", "坐牢": "做牢", "通讯录": "通迅录", "信用卡": "信用咔", "冻结": "动结",
    "身份证": "身分证", "转告": "转搞", "登记": "灯记", "强制执行": "强制直行", "失信": "失心", "减免": "减勉",
}  # fmt: skip
_MARKS = re.compile(
    r"(?<!\d)[，。！？；：、,.!?;:…—“”\"()（）]+|[，。！？；：、,.!?;:…—“”\"()（）]+(?!\d)"
)
_FILLERS = {"zh": ("嗯，", "那个，", "呃，"), "en": ("uh, ", "um, ")}


def _seed(call: Call, salt: str) -> int:
    return int(sha256(f"{salt}{call.id}".encode()).hexdigest(), 16)


def _turns(call: Call, change: Callable[[Turn], str]) -> Call:
    return replace(call, turns=tuple(replace(t, text=change(t)) for t in call.turns))


def _lang(call: Call) -> str:
    return "en" if call.lang.startswith("en") else "zh"


def other_names(call: Call) -> Call:
    """Other names of people and houses, in the speech and in the context alike."""
    lang, context, table = _lang(call), call.context, dict[str, str]()
    person, house = _PEOPLE[lang], _HOUSES[lang]
    at = _seed(call, "names")
    other = context.third_party.name if context.third_party else None
    for k, name in enumerate((context.debtor_name, other)):
        if name:
            new = addressed(person[(at + k) % len(person)])
            table |= dict(zip(addressed(name), new, strict=False))
    if lang == "zh":
        table[core(context.lender)] = house[at % len(house)]
        if context.agency:
            table[core(context.agency)] = house[(at + 1) % len(house)]
    table.pop("", None)
    return replace(_turns(call, lambda t: _swap(t.text, table)), context=_context(context, table))


def _swap(text: str, table: dict[str, str]) -> str:
    """English names as whole words, written large or small as they stand."""
    for old, new in table.items():
        if old.isascii():
            for own, other in ((old, new), (old.lower(), new.lower())):
                text = re.sub(rf"\b{re.escape(own)}\b", other, text)
        else:
            text = text.replace(old, new)
    return text


def _context(context: Context, table: dict[str, str]) -> Context:
    third = context.third_party
    return replace(
        context,
        debtor_name=_swap(context.debtor_name, table),
        lender=_swap(context.lender, table),
        agency=_swap(context.agency, table) if context.agency else None,
        third_party=replace(third, name=_swap(third.name, table))
        if third and third.name
        else third,
    )


def figures_for_words(call: Call) -> Call:
    """Exact sums written in figures: 七千一百零八块三毛五 becomes 7108.35元."""
    return _turns(call, lambda t: _figures(t.text, call))


def _figures(text: str, call: Call) -> str:
    heard = hear(text, call.as_of.date(), currency=call.context.currency)
    for amount in reversed(heard.amounts):
        if (
            amount.approximate
            or amount.confidence < 1.0
            or any(c.isdigit() for c in amount.span.text)
        ):
            continue
        plain = Money(amount.minor, amount.currency).plain().removesuffix(".00")
        written = f"{plain}元" if _lang(call) == "zh" else f"${plain}"
        text = text[: amount.span.start] + written + text[amount.span.end :]
    return text


def no_punctuation(call: Call) -> Call:
    english = _lang(call) == "en"
    return _turns(call, lambda t: _MARKS.sub(" " if english else "", t.text).lower().strip())


def sound_alikes(call: Call) -> Call:
    """Terms of the trade as a recogniser might mishear them."""
    return _turns(call, lambda t: _swap(t.text, _SOUND_ALIKE))


def more_fillers(call: Call) -> Call:
    """A filler before every third turn."""
    words, at = _FILLERS[_lang(call)], _seed(call, "fillers")
    return _turns(
        call,
        lambda t: (
            words[(at + t.i) % len(words)] + t.text if (at + t.i) % 3 == 0 and t.text else t.text
        ),
    )


EDITS: dict[str, Edit] = {
    "names": other_names,
    "numbers": figures_for_words,
    "punctuation": no_punctuation,
    "homophones": sound_alikes,
    "fillers": more_fillers,
}
