"""A sum with the day or the way it will be paid is asked for or said back, and is nothing stated as owed (P24).

"So that's $250 on the fifteenth" and 还款金额二百五，31号 say what will come; "you owe $1,250 by Friday" says what is owed.
"""

from __future__ import annotations

import re

_DAY_EN = (
    r"(?:today|tonight|tomorrow|now|payday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|twenty[- ]\w+|thirtieth|thirty[- ]first|end of|last day)\b"
)
_WAY_EN = r"(?:money order|e?-?checks?|debit|card|cash|transfer|wire|bank|phone|app)\b"
_PAID_EN = re.compile(
    r"^\s*(?:dollars|bucks)?\W*(?:(?:that's|thats|is|it's|and|then|will be) )*(?:due |scheduled |set(?: up)? |coming out |going out |posting |mailed )?"
    rf"(?:(?:on|for|by|this|next|come|before|with|via|through|the|that|your|a|still|every)\s+)*(?:{_DAY_EN}|{_WAY_EN})",
    re.I,
)
# Words for what stands on the account: with them the day is the debt's.
_OWED_EN = re.compile(
    r"\b(?:owe[sd]?|owing|balance|past due|behind|payoff|delinquent|overdue|stands?)\b", re.I
)
_PAID = re.compile(
    r"^(?:元|块钱?|块)?[，, ]*(?:(?:还款)?(?:日期|时间)|[一二三四五六七八九十\d]{1,3}[号日]|今[天晚]|明[天晚]|后天|[下这本]?(?:周|星期|礼拜)[一二三四五六日天]|月底)"
)
_TO_BE_PAID = re.compile(
    r"(?:(?:还款|约定|承诺|付款|本次|这次|登记|转账)(?:的)?金额(?:是|为|[:：])?|(?<![到截])(?:[一二三四五六七八九十]{1,3}|\d{1,2})号(?:一共|总共|合计))$"
)
_SUM = re.compile(r"金额(?:是|为|[:：])?$")
_OWED = re.compile(r"(?:欠|应还|应缴|逾期|拖|账单|最低|余额|结清|未还|没还)")


def to_be_paid(before: str, after: str, *, english: bool) -> bool:
    """Whether the words just before and after a sum say that it will be paid, not that it is owed."""
    owed = _OWED_EN if english else _OWED
    if owed.search(before):
        return False
    if english:
        return not _OWED_EN.search(after) and bool(_PAID_EN.search(after))
    said_back = _SUM.search(before) and _PAID.search(after)
    return bool(said_back or _TO_BE_PAID.search(before))
