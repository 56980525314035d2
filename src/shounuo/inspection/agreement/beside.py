"""Sums and days named beside a payment: what comes in and when, what goes to others, when it was due, when to call.

A sum on file is never beside it. A day on which money comes in, or which will not do (十五号不行), is left out only where
another day is named with it: of 十五号发工资十六号还 the sixteenth; 十五号发工资 alone is the day he means.
"""

from __future__ import annotations

import re

from shounuo.domain.heard import HeardAmount, HeardDate
from shounuo.inspection.reading import Reading
from shounuo.kernel.patterns import quick_pattern

_MINE = r"(?:我|俺|额|咱)(?!们公司)"
_COMES_IN = quick_pattern(
    rf"(?:付|给|还|结|借|打|发|补|退|赔|奖)(?:了|给|完)?{_MINE}$|(?:收|领|挣|赚|卖|进账|到账|退款|押金退款)(?:了|到|个|的|回|得|上|我|半扇|[^，。\d]{{0,3}})?(?:共|一共)?[，, ]?$"
    r"|(?:一趟|一天|一晚|一单)(?:能|有)?$|(?:发|结)(?:了|了我)$|(?:给|跟|欠)(?:我|俺|咱|额)(?:们)?[^，。？,?\d一二两三四五六七八九十百千万]{0,2}(?:结|发|开|退|补)(?:个|了)?$|欠(?:我|俺|咱|额)[^，。？,?]{0,9}$|(?:定金|订金|尾款|退休金|养老金|低保|过节费|奖金|补贴|工钱)(?:一共|就|有|是|才|大概|给)?$|(?:自己|卡里|手里|兜里|账上)(?:还)?有$"
    r"|(?i:(?:(?<!can )(?<!could )\bi (?:only |just )?(?:get|got|make)|\b(?:they|he|she) (?:pays?|gives?|owes?|sends?) me|\b(?:pays|paying|owes|owing|sending|giving) me)(?: (?:like|about|maybe|only))?\s?\$?)$"
)
_GOES_ELSEWHERE = quick_pattern(
    r"(?:[房车]贷|房租|押金|社保|油钱|快递钱|费|资料|红包|进货)(?:一共|都|大概|就)?(?:了|去|还要|还|要|是|得|交|付|给|出去)*$"
    r"|(?:以为|看成|听成|当成|恢复|退回)(?:是|成|到)?$|(?:限额|额度)(?:是|只有|才)?$|(?i:(?:rent(?:'s| is)?|mortgage|insurance|light bill|fee was(?: like)?|not putting|never said)(?: an?)?\s?\$?)$"
)
_AFTER = quick_pattern(
    r"^(?:元|块钱?)?(?:(?:不|是|也)?够(?!不够|吗|么|了?吧|行)(?=.)|的?(?:房贷|房租|[学药路]费|生活费)|(?:您|你)?等等|(?:咱|我|您|你)?(?:以后|下回|下次|[^，。]{0,6}再说)|是上(?:期|个?月))"
)
# What comes in is handed on as it is: 我妹还我五千，我转给你们.
_PASSED_ON = re.compile(r"^(?:元|块钱?)?[，, ]?[^。？?，]{0,8}(?:转|打|拿|交)给(?:你|您)")
_DUE = quick_pattern(
    r"(?i:\b(?:was|were|been) due(?: back)?(?: on| since| by)?(?: the)? |\bdue since(?: the)? |\b(?:attempted|tried|missed|bounced|returned|last time (?:\w+ ){0,3}?was|that was)(?: on)?(?: the)? |(?:上次|上回|之前|原来|原先)(?:您|你)?(?:都|跟[我您你])?(?:说|答应|讲|约|定|承诺)(?:好|过)?(?:的|了)?(?:是)?|\bpromised (?:me |us )?(?:for )?the )$"
)
_CALLS = quick_pattern(
    r"(?i:\b(?:call|ring|text|check (?:back )?with|follow up with|talk to) (?:you|me|back|again)(?: on| back| again)*(?: the)? )$"
)
_MONEY_COMES = quick_pattern(
    r"^(?:我们?|我[^，。]{0,2}|公司|厂里|单位|[他她])?(?:才|就|会|要|晚上|先)?(?:发(?:[工薪粮奖钱]|的|[，。 ]|$)|领(?!导)|出粮|粮期|到账|到期|到手|拿到|收(?!您|你)|结(?!清|账|束)|开支|下来)"
)
_MONEY_COMES_EN = quick_pattern(
    r"\b(?:paid|pay ?day(?:'s| is)?|(?:check|pension|refund|deposit|paycheck|disability|security|(?:my|his|her|drill)(?: \w+)? pay)(?: \w+){0,4}?)(?: (?:is|comes|hits|drops|lands|on|the|in|from|at|\w+day))*\s*$"
)
_IS_PAYDAY = quick_pattern(r"^(?:'s| is) (?:my |the )?pay ?day|^,? (?:i get|we get) paid")
_NOT_THEN = quick_pattern(
    r"^(?:晚上|早上|上午|下午|当天)?(?:别|莫|不要|不行|不能|没空|没法|来不及|再(?:说|谈|聊|看|讲))"
)


def sum_beside(reading: Reading, text: str, amount: HeardAmount) -> bool:
    """What comes in or goes elsewhere, unless just so much is owed."""
    if amount.minor in reading.context.owed_cents:
        return False
    before, after = text[: amount.span.start], text[amount.span.end :]
    if amount.minor <= max(reading.context.owed_cents, default=0) and _PASSED_ON.match(after):
        return False
    near = before[-24:]
    return bool(
        _COMES_IN.search(near) or _GOES_ELSEWHERE.search(near.lower()) or _AFTER.match(after)
    )


def days_to_pay(text: str, days: list[HeardDate], *, english: bool) -> list[HeardDate]:
    """Without those on which it was due or will be called; of several without those on which money comes in, or that
    will not do."""
    days = [d for d in days if not _passed_or_called(text[: d.span.start])]
    kept = [d for d in days if not _income_or_refused(text, d, english=english)]
    return kept or days


def _passed_or_called(before: str) -> bool:
    return bool(_DUE.search(before) or _CALLS.search(before))


def _income_or_refused(text: str, day: HeardDate, *, english: bool) -> bool:
    before, after = text[: day.span.start].lower(), text[day.span.end :].lower()
    if english:
        return bool(_MONEY_COMES_EN.search(before[-40:]) or _IS_PAYDAY.match(after))
    return bool(_MONEY_COMES.match(after) or _NOT_THEN.match(after))
