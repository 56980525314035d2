"""How long the collector says the account has been overdue, held against the days on file (P16, P24).

Only what is said of this account today counts: a condition (超过九十天会…), a threshold (at sixty days we report), an
earlier delay and a span to come are not statements of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from shounuo.domain.heard import HeardNumber
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

# Counting from the bill, from the due day or from the end of grace shifts a count by a few days.
ROOM_DAYS, ROOM_SHARE = 5, 0.1
MONTH_DAYS = 30  # months are said roughly: only so many more than there were are wrong
LEAST_DAYS, MOST_DAYS = 6, 9_999  # 晚一天 is a manner of speaking, more digits are no count of days
_NEAR = 28  # characters on either side that may say what the days are

_SINCE_ZH = quick_pattern(
    r"(?:逾期|预期|过期|超期|拖欠?|晚了)(?:了|已经|已|都|快|将近|近|差不多|整整|足足|有|到今天|到现在|到今儿|今天|今儿|现在|是|也|小)*$"
)
_NOT_ZH = quick_pattern(
    r"(?:如果|要是|若是?|一旦|假如|等|再|超过|满|达到|不到|上次|上回|上个?月|后来|所有|凡是|累计|合同|约定|规定|每|之前|以前|那次|曾经|当时|别|不要|不能|不会)[^，。；、]{0,10}$"
)
_AFTER_NOT_ZH = quick_pattern(
    r"^(?:的(?:统一|都|一律|人|客户|账户)|以上|以后|之后|以内|之内|内|的话|就(?:会|要|得|报|算)|才|会|要是|宽限|还没)"
)
_BEFORE_EN = quick_pattern(
    r"\b(?:past (?:due|do)|overdue|behind|late|delinquent|(?:crept|gone|run|rolled|slid) (?:up |well |way )?past|(?:over|late) by)(?: now| by| for| going on| up past| about| roughly| right at)*\s*$"
)
_SINCE_EN = quick_pattern(
    r"^[ -]?(?:odd |some |calendar )?(?:day|month)s'? (?:past (?:due|do)|overdue|behind|late|down|delinquent|past)\b(?! (?:we|it|they|you|the|and we|the account) (?:can|may|could|will|would|go|get)|,? (?:we|it) )"
)
_MONTHS = re.compile(r"个多?月(?!供)|[ -]?months?\b", re.I)
_NOT_EN = quick_pattern(
    r"\b(?:if|once|when|after|until|till|unless|before|by|over|reach\w*|hits?|turns?|every|any|last time|was|were|used to|at|goes?|gets?|next|more than|report\w*)\b[^.;,]{0,24}$"
    # Half of a longer count, or of one that began with months.
    r"|(?:\b(?:months?|weeks?)(?: and)?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred(?: and)?)[ -]?$"
)


@dataclass(frozen=True)
class DaysClaim:
    """How long the account is said to be overdue, in days; `wrong` when the file says otherwise.

    `roughly`: it was said in months, of thirty days each.
    """

    turn: TurnReading
    number: HeardNumber
    said: int
    wrong: bool
    roughly: bool = False


def days_claims(reading: Reading) -> list[DaysClaim]:
    """The collector's statements in order, of days and of months; none where the file has no count."""
    on_file = reading.context.days_past_due
    if on_file is None:
        return []
    room = max(ROOM_DAYS, int(on_file * ROOM_SHARE))
    found = []
    for turn in reading.agent():
        for number in reading.heard(turn).numbers:
            if not number.value.isdigit() or not _stated(turn, number):
                continue
            said = int(number.value)
            if number.kind == "days" and LEAST_DAYS <= said <= MOST_DAYS:
                found.append(DaysClaim(turn, number, said, abs(said - on_file) > room))
            elif number.kind == "count" and _MONTHS.match(turn.turn.text, number.span.end):
                said *= MONTH_DAYS
                found.append(
                    DaysClaim(turn, number, said, said - on_file > MONTH_DAYS, roughly=True)
                )
    return found


def _stated(turn: TurnReading, number: HeardNumber) -> bool:
    text = turn.turn.text.lower()
    before, after = (
        text[max(0, number.span.start - _NEAR) : number.span.start],
        text[number.span.end : number.span.end + _NEAR],
    )
    if turn.lang.startswith("en"):
        stated = _SINCE_EN.search(after) or _BEFORE_EN.search(before)
        return bool(stated) and not _NOT_EN.search(before)
    return (
        bool(_SINCE_ZH.search(before))
        and not _NOT_ZH.search(before)
        and not _AFTER_NOT_ZH.search(after)
    )
