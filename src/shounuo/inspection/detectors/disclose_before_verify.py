"""Disclosure before verification (PI-4, ID-1): the debt is told before anybody knows who is listening.

Verified means that the other side confirmed to be the person sought, or spoke of the debt as their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._party import language
from shounuo.inspection.detectors._third_party import without_names
from shounuo.inspection.facts import fits
from shounuo.inspection.frames import find, frames
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.frames.shelter import Shelter, sheltered
from shounuo.inspection.reading import Reading, Spot, TurnReading
from shounuo.inspection.steps import opening
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
        amount: (?:\\$\\s*\\d|(?:hundred|thousand|grand|\\d)_(?:and_)?(?:\\w+\\s+){0,4}(?:dollars|bucks))
        owes: (?:collect_a_debt|collecting_a_debt|attempt_to_collect|your_(?:loan|card|credit_card|bill)_(?:is|with|has|hasn't|payment)|debt_collector|charged_off)
        """,
    ),
}
_CERTAIN = 0.6  # of a sum heard
_CONFIRMED = re.compile(
    r"^(?:[零一二三四五六七八九十]{1,4}(?:年|月|号|后)|对|是|我是|我就是|就是我|是我|没错|本人|中|嗯|在|你说|您说|说吧|讲|恁说|俺是|行|好|咋|干嘛|哪儿不|说|有话|知道|又|我知道|啥事|弄啥)"
    r"|(?<!不)(?:我是|是我|就是我|我就是|是的|对的|对呀|没错|我本人|你说|您说|说吧|我在听)(?!不|谁|他|她|问)"
    r"|\b(?:yes|yeah|yep|yup|speaking|this is (?!his|her|not)|that's me|it is|i am|it's me|uh-huh|you got (?:him|her|me)|correct|sure|go ahead|mhm|what do you want|what about|here)\b"
    r"|\d{4}|[零一二三四五六七八九幺]{4}|(?:zero|one|two|three|four|five|six|seven|eight|nine)(?: (?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){3}"
)
_DENIES = re.compile(
    r"不是(?:我|本人|他|她|啊|的|呀|哦)?$|打错|没这(?:个)?人|不认识|我是(?:他|她)|(?:他|她)(?:不在|出去|没)|不是本人"
    r"|wrong number|not (?:him|her)\b|(?:he|she)'s not|isn't here|(?:his|her) (?:wife|brother|mother|son|husband|sister|dad|mom)"
)
_WARY = re.compile(
    r"^(?:喂)?(?:你|您)?(?:是)?(?:谁|哪位|哪里|哪儿|哪个|什么事|什么公司|干什么|做什么|啥事)|谁啊"
    r"|^(?:who|what's this|what is this|why|depends|maybe)\b"
)
_DETAIL = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d"
)
_ASKS_WHO = re.compile(
    r"请问|生日|出生|核实|核对|是.{1,10}(?:吗|吧|么|不|本人|先生|女士)|本人|身份证|您好.{1,4}(?:先生|女士)|哪位|是不是|找(?:一下)?|\b(?:is this|speaking with|speak (?:with|to)|may i|am i|can i|looking for|trying to reach|this (?:mr|mrs|ms)|hi|hello|hey)\b"
)
_OWN_DEBT = re.compile(
    r"怎么办|我(?:知道|晓得|清楚|记得|在筹|没钱|会还|想还|还不|明天|今天还|下|上个月|这个月|最近)|没钱|还不起|分期|(?:前天|昨天|上次|刚).{0,6}(?:打|还)|又(?:打|来)"
    r"|\bi (?:know|already|paid|can't|don't have|got|lost|haven't|forgot|was going)\b|my (?:loan|card|payment|bill|account)"
)


def verified_place(reading: Reading) -> int | None:
    """Place of the other side's turn after which the collector may speak of the debt."""
    asked, before = False, None
    for turn in reading.turns:
        if turn.is_agent:
            asked = asked or bool(_ASKS_WHO.search(turn.text)) or _names_debtor(reading, turn)
            before = turn
        elif (asked and _confirms(reading, turn)) or (
            before and opening.answers_identifier(before, turn, english=reading.english)
        ):
            return turn.at
    return None


def _names_debtor(reading: Reading, turn: TurnReading) -> bool:
    name = reading.context.debtor_name.lower()
    return bool(name) and any(part in turn.text for part in {name, *name.split()} if len(part) > 1)


def _confirms(reading: Reading, turn: TurnReading) -> bool:
    name = reading.context.debtor_name.lower()
    if _OWN_DEBT.search(turn.text) and reading.context.callee_role == "debtor":
        return True
    said = turn.turn.text.lower()
    if _DENIES.search(turn.text):
        return bool(name) and f"我是{name}" in turn.text
    if _CONFIRMED.search(said) and not _WARY.search(said):
        return True
    return bool(_DETAIL.search(said)) or (bool(name) and name in turn.text)


def find_early(reading: Reading) -> Iterable[Found]:
    """Debt facts said before the verifying answer."""
    if (
        reading.context.callee_role in {"third_party", "guarantor"}
        or reading.context.identity_known
    ):
        return
    place = verified_place(reading)
    for turn in reading.agent():
        if place is not None and turn.at > place:
            return
        found = _in_turn(reading, turn)
        if found:
            yield found


def _in_turn(reading: Reading, turn: TurnReading) -> Found | None:
    tongue = language(reading)
    text = without_names(reading, turn.text)
    for hit in find(text, tongue, FACTS[tongue]):
        if not sheltered(turn.flat, hit.start, hit.end, reading.english, _SHELTERS):
            return Spot(turn, hit.start, hit.end), _WHY, 0.8
    return _sum_due(reading, turn)


def _sum_due(reading: Reading, turn: TurnReading) -> Found | None:
    """A sum that the ledger holds against the one sought, said to begin with or to somebody unknown: 一万八千六."""
    context = reading.context
    if context.callee_role != "unknown" and turn is not reading.agent()[0]:
        return None
    due = {c for c in (context.due_cents, context.past_due_cents, context.total_balance_cents) if c}
    for amount in reading.heard(turn).amounts:
        if amount.confidence >= _CERTAIN and fits(amount.minor, due):
            return Spot(turn, 0, len(turn.text)), _WHY, 0.75
    return None


DETECTOR = Detector(
    code="DISCLOSE_BEFORE_VERIFY",
    find=find_early,
    why=_WHY,
    rule="PI-4",
    citation="个人信息保护法 5/6/10; 12 CFR 1006.6(d)(1)",
)
