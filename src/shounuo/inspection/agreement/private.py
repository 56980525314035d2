"""Whether the collector has the money sent to himself, or to somebody of his: no way of the lender's, however it is sent."""

from __future__ import annotations

import re

_MINE = r"(?:我|俺|咱)(?!们|行|司|公司|名下|家)"
_HIS = r"(?:媳妇|老婆|老公|对象|同事|朋友|姐|哥|弟|妹|妈|爸)?(?:的|自己|本人|个人|这个?|那个?|这张|那张)*"
_TO_HIM = re.compile(
    rf"(?:转|打|扫|付|汇|存|交)(?:钱|款|过来)?(?:到|给|进)?{_MINE}|往{_MINE}{_HIS}(?:卡|账户|账号|户头|微信|支付宝|码).{{0,3}}(?:转|打|扫|付|汇|存)"
    rf"|(?:转|打|扫|付|汇|存)(?:到|进)(?:我|俺){_HIS}(?:卡|账户|账号|户头|微信|支付宝|码)|我手上有.{{0,6}}码"
    r"|\b(?:zelle|venmo|cash ?-?app|chime|paypal|wire|send|shoot|drop)\b(?: \w+){0,4}? (?:me|my|mine)\b(?! (?:a text|a picture|the receipt|a screenshot|an email))"
    r"|\bmy (?:chime|venmo|zelle|cash ?-?app|paypal|personal (?:account|number))\b|\b(?:i'll|i) (?:give you a handle|key it in|walk it (?:over|through))\b|\bthrough me\b|\bmake it out to \w+(?: \w+)? that's me\b"
)
_WARNS = re.compile(
    r"(?:不用|不要|不是|不能|不会|不许|从不|绝不|无需|千万别|别|谁)[^，。]{0,8}$|\b(?:not|never|don't|nobody|anyone|won't)\b(?: \w+){0,5} $"
)


_TO_YOU = re.compile(
    r"(?:给|帮)(?:你|您)(?:转|打|扫|汇|发|存)|(?:转|打|扫|汇|存)(?:过去)?(?:给|到)?(?:你|您)(?!们)|加(?:了|上)?(?:你|您)"
)


def to_you(text: str) -> bool:
    """The customer will give it to him: 我下班给你转. An English customer need not say it again."""
    return bool(_TO_YOU.search(text))


def to_himself(text: str) -> bool:
    """Flat words of the collector that ask it; a warning against it does not."""
    return any(not _WARNS.search(text[: found.start()]) for found in _TO_HIM.finditer(text))
