"""How a call opens: who is calling, that it is recorded, and whom one speaks to."""

from __future__ import annotations

import re

from shounuo.inspection.names import named, person_named, places
from shounuo.inspection.reading import Reading
from shounuo.inspection.spelled import whole_words
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_RECORDED = quick_pattern(
    r"录音|录着|录像|录下|记录通话|通话记录中|\brecord(?:ed|ing|s)?\b(?! (?:show|say|indicate))|\bmonitored\b|being taped"
)
_NOT_RECORDED = quick_pattern(
    r"(?:没|不|未|关(?:了|掉|闭|着)).{0,3}(?:录|记录)|\b(?:not|n't|isn't|off)\b.{0,12}record"
)
_THEIRS = quick_pattern(
    r"(?:[您你他她](?:们)?(?:当时|之前|上次)?(?:在|的|欠|借|跟|向|这|那|名下|尾号).{0,6}|留意|your |his |her |about |for the )$"
)
_ON_BEHALF = quick_pattern(r"委托|受托|合作|授权|代理|外包|on behalf of")
_INTRODUCES = quick_pattern(
    r"(?:我|我们|这里|这边|我这边|我这里|本人)(?:们)?(?:就)?(?:是|这边是|姓|代表).{0,14}(?:银行|金融|公司|中心|小贷|信用社|农商|资产|部)"
    r"|(?:this is|i'm|i am|calling from|we're|here with|here at).{0,40}(?:bank|credit|financ|recover|receivable|associates|group|agency|services|lending)"
)
_OWN_NAME = quick_pattern(
    r"我(?:姓|叫)|我是(?:小|老)|\bmy name(?:'s| is)\b|\bthis is (?!(?:his|her|your|the|a|an|about|in|not|regarding|an?)\b)[a-z]+|\b[a-z]+ calling\b"
)
_ASKS_PERSON = quick_pattern(
    r"请问|是|找|你好|您好|核|本人|吗|吧|先生|女士|小姐|总|老板|老师|师傅|大[哥姐]|叔|姨|\b(?:is this|am i|may i|can i|could i|speak|looking for|this)\b"
)
_ASKS_SELF = quick_pattern(r"(?:是|您|你|核).{0,6}本人|本人.{0,4}(?:吗|吧|接)")
_IDENTIFIER = quick_pattern(
    r"(?:说|报|提供|告诉|讲).{0,8}(?:生日|出生|证件|身份证)|(?:身份证|证件|出生|生日|预留|注册|卡号|手机号).{0,12}(?:后四位|末四位|最后四位|[后末尾][两二三]位|多少|报|核|哪|几|确认)|(?:核|对).{0,8}(?:身份证|证件|出生|预留)"
)
_ANSWER = quick_pattern(
    r"[零一二两三四五六七八九十幺\d]{2,}|[零一二三四五六七八九十]月|[年月][零一二三四五六七八九十]"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b.*"
    r"\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|hundred|th|first|second|third|\w+th)\b"
)
_SAY_WHICH = quick_pattern(
    r"(?:报|说|讲|提供|告诉|核对|核实|确认)(?:一下|下)?.{0,10}(?:身份证|证件|户籍|籍贯|住址|地址|街道|小区|城市|哪个市|的市|单位|生日|出生|属相|尾号|[后末尾]几?[两二三四]?位|预留)"
)
_SAY_WHICH_EN = quick_pattern(
    r"\b(?:tell|give|confirm|verify|what(?:'s| is| was)|state|read)\b.{0,30}\b(?:street|address|city|town|zip|birth(?:day|date| ?year)?|born|employer|middle name|maiden name|last (?:two|three|four)|digits)\b"
)
_REFUSES = quick_pattern(
    r"不|没|谁|哪|什么|啥|为何|凭|干嘛|[你您]先|怎么|\b(?:no|not|why|who|what|don't|won't|can't|never|nope|wrong|she's|he's)\b"
)
_SHORT_CHARACTERS, _SHORT_WORDS = 8, 4
_IDENTIFIER_EN = quick_pattern(
    r"last (?:four|4)|date of birth|birth ?date|birthday|social|zip(?: code)?|street (?:number|address)|mailing address|(?:confirm|verify) (?:your|the) (?:address|identity|information|account|ssn|phone)|security (?:question|code)|(?:birth|born).{0,6}year|year (?:you were born|of birth)|when were you born|(?:date|month and day) (?:you were born|of birth)"
)
_NAME_EN = quick_pattern(
    r"\b(?:is this|am i speaking|speak(?:ing)? (?:with|to)|may i|can i|could i|looking for|trying to reach|this|is that you|are you)\b"
)


def identify_self(reading: Reading) -> TurnReading | None:
    """The caller names who he works for; an agency names itself, or says on whose behalf it calls."""
    return next((t for t in reading.agent() if names_own_house(reading, t)), None)


def names_own_house(reading: Reading, turn: TurnReading) -> bool:
    """Says whom the call comes from, as far as this party may be told."""
    context, english = reading.context, reading.english
    if context.callee_role in ("third_party", "unknown") and _OWN_NAME.search(turn.text):
        return True  # to somebody who may not owe, a caller may give no more than his own name
    if context.agent_type == "agency_staff" and context.agency:
        if named(context.agency, turn.text, english=english):
            return True
        return bool(_own(context.lender, turn, english) and _ON_BEHALF.search(turn.text))
    if context.lender:
        return _own(context.lender, turn, english)
    return bool(_INTRODUCES.search(turn.text))


def _own(lender: str, turn: TurnReading, english: bool) -> bool:
    """The lender is named, and not as the place of the customer's debt."""
    return any(
        not _THEIRS.search(turn.text[max(0, s - 8) : s])
        for s, _ in places(lender, turn.text, english=english)
    )


def recording_notice(reading: Reading) -> TurnReading | None:
    """The first turn that tells of the recording."""
    return next((t for t in reading.agent() if tells_of_recording(t)), None)


def tells_of_recording(turn: TurnReading) -> bool:
    """Says that the call is recorded, not that it is not."""
    return bool(_RECORDED.search(turn.text) and not _NOT_RECORDED.search(turn.text))


def verify_identity(reading: Reading) -> TurnReading | None:
    """The person is asked who they are: by whole name or an identifier; in English an identifier when one is asked."""
    if reading.english:
        return _verify_english(reading)
    asking = [t for t in reading.agent() if asks_who(reading, t)]
    if reading.context.callee_role == "guarantor":
        as_guarantor = [t for t in asking if re.search("保证人|担保", t.text)]
        asking = as_guarantor or asking
    return asking[0] if asking else None


def answers_identifier(asked: TurnReading, answer: TurnReading, *, english: bool) -> bool:
    """Asked for a birthday, the end of a number or a street, the other side gave one."""
    wanted = (_IDENTIFIER_EN if english else _IDENTIFIER).search(asked.text)
    asked_to_say = (_SAY_WHICH_EN if english else _SAY_WHICH).search(asked.text)
    if wanted and _ANSWER.search(answer.text):
        return True
    first = answer.text[: min(answer.flat.stops, default=len(answer.text))]
    length = len(first.split()) if english else len(first)
    short = length <= (_SHORT_WORDS if english else _SHORT_CHARACTERS)
    return bool(asked_to_say and short and not _REFUSES.search(first))


def _callee(reading: Reading) -> str:
    context = reading.context
    other = context.third_party.name if context.third_party else None
    return (
        (other or context.debtor_name)
        if context.callee_role == "guarantor"
        else context.debtor_name
    )


def asks_who(reading: Reading, turn: TurnReading) -> bool:
    """In Chinese: asks for the person by whole name, whether it is he himself, or for an identifier."""
    text = turn.text
    if person_named(_callee(reading), text, english=False) and (
        _ASKS_PERSON.search(text) or turn.flat.questions
    ):
        return True
    return bool(_ASKS_SELF.search(text) or _IDENTIFIER.search(text))


def _asked_by_name(name: str, turn: TurnReading) -> bool:
    """The name with a question mark after it: Marcus Bell?"""
    last = name.lower().split()[-1] if name else ""
    ends = (end for _, end in whole_words(last, turn.text))
    return any(end in turn.flat.questions or end + 1 in turn.flat.questions for end in ends)


def asks_identifier_english(turn: TurnReading) -> bool:
    """In English: asks for a date of birth, the end of a number, an address."""
    return bool(_IDENTIFIER_EN.search(turn.text))


def asks_name_english(reading: Reading, turn: TurnReading) -> bool:
    """In English: asks whether this is the person, by name."""
    name = _callee(reading)
    return person_named(name, turn.text, english=True) and bool(
        _NAME_EN.search(turn.text) or _asked_by_name(name, turn)
    )


def _verify_english(reading: Reading) -> TurnReading | None:
    by_number = next((t for t in reading.agent() if asks_identifier_english(t)), None)
    if by_number is not None:
        return by_number
    return next((t for t in reading.agent() if asks_name_english(reading, t)), None)
