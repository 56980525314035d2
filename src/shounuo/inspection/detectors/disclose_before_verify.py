"""Disclosure before verification (PI-4, ID-1): the debt is told before anybody knows who is listening.

When somebody is known is decided in `identity`, for the whole call and for the live desk alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._party import language
from shounuo.inspection.detectors._third_party import third_party_turns, without_names
from shounuo.inspection.frames import find, frames
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.frames.shelter import Shelter, sheltered
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.inspection.state import state_of
from shounuo.inspection.sums_on_file import fits
from shounuo.kernel.text import Text

_WHY = Text(
    "尚未确认接听人身份，已说出逾期或金额",
    "Tells of the arrear or the amount before knowing who is listening",
)
_SHELTERS: frozenset[Shelter] = frozenset(("denied", "quoted", "warned", "address"))
FACTS = {
    "zh": frames(
        "zh",
        """
        overdue: (?:逾期|余期|拖欠|欠款|欠了|欠着|还欠|欠[我银]|没还|未还|应还|待还|透支|催收|还款|还钱|还清|违约金|罚息|贷款没|账单.{0,4}(?:没|未)|最低还款)
        loan: [您你](?:的|在|那|名下|这)..(?:贷款|借款|信用卡|账单|欠款|分期|网贷)
        amount: [一二两三四五六七八九十百千万零\\d.]{2,}(?:多)?(?:块|元)
        """,
    ),
    "en": frames(
        "en",
        """
        overdue: {overdue}
        amount: (?:\\$\\s*\\d[\\d,.]*|(?:hundred|thousand|grand|\\d[\\d,.]*)_(?:and_)?(?:\\w+\\s+){0,4}(?:dollars|bucks))
        owes: (?:collect_a_debt|collecting_a_debt|attempt_to_collect|your_(?:loan|card|credit_card|bill)_(?:is|with|has|hasn't|payment)|debt_collector|charged_off)
        """,
    ),
}
# The last four of your loan, asked to know who listens, tells of no arrear.
_ASKED_NUMBER = re.compile(
    r"\b(?:last|first) (?:four|three|two|five|six|\d)(?: digits)? (?:of|on) (?:your|the) (?:\w+ )?(?:loan|account|card|bill|note)\b|\b(?:loan|account|card|member) number\b"
)
_CERTAIN = 0.6  # of a sum heard


def find_early(reading: Reading) -> Iterable[Found]:
    """Debt facts said before the verifying answer."""
    if (
        reading.context.callee_role in {"third_party", "guarantor"}
        or reading.context.identity_known
    ):
        return
    place = state_of(reading).verified_at
    others = {turn.at for turn in third_party_turns(reading)}
    for turn in reading.agent():
        if place is not None and turn.at > place:
            return
        if turn.at in others:
            continue  # who listens has been said: it is somebody else, and that has a code of its own
        found = _in_turn(reading, turn)
        if found:
            yield found


def _in_turn(reading: Reading, turn: TurnReading) -> Found | None:
    tongue = language(reading)
    text = _ASKED_NUMBER.sub(lambda m: "〇" * len(m.group()), without_names(reading, turn.text))
    for hit in find(text, tongue, FACTS[tongue]):
        if not sheltered(turn.flat, hit.start, hit.end, reading.english, _SHELTERS):
            return Spot(turn, hit.start, hit.end), _WHY, 0.8
    return _sum_due(reading, turn)


def _sum_due(reading: Reading, turn: TurnReading) -> Found | None:
    """A sum that the ledger holds against the one sought, said to begin with or to somebody unknown: 一万八千六."""
    context = reading.context
    if context.callee_role != "unknown" and turn is not reading.agent()[0]:
        return None
    for amount in reading.heard(turn).amounts:
        if amount.confidence >= _CERTAIN and fits(amount.minor, context.owed_cents):
            return Spot(turn, 0, len(turn.text)), _WHY, 0.75
    return None


DETECTOR = Detector(
    code="DISCLOSE_BEFORE_VERIFY",
    find=find_early,
    why=_WHY,
    rule="PI-4",
    citation="个人信息保护法 5/6/10; 12 CFR 1006.6(d)(1)",
)
