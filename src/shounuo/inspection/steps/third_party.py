"""The four steps of a third-party call (P9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shounuo.inspection.names import person_named
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps import closing, opening
from shounuo.kernel.patterns import quick_pattern

_RELATION = quick_pattern(
    r"闺女|老伴|隔壁|邻(?:居|里)|合伙|人事|会计|前台|财务|带班|工头|租.{0,6}房|房客|租客|当家的|屋里人?|崽|娃|奶奶|爷爷|外婆|姥|嫂|联系人|担保人|搭档|徒弟|师父|班长|组长|店里|认识|关系|同事|朋友|夫妻|爱人|老公|老婆|丈夫|妻子|父亲|母亲|爸|妈|儿子|女儿|兄弟|哥|弟|姐|妹|亲戚|亲属|家人|家属|同学|室友|邻居|房东|老板|员工|职工|上班|老乡|舅|住(?:在)?(?:一起|一块|一处|一屋)|同住|一家|合租|姑|叔|姨|侄|嫂|村|女婿|媳妇|岳父|岳母|丈人|公公|婆婆|父女|父子|母子|母女|夫妇|孙|外甥|表[哥弟姐妹]|堂[哥弟姐妹]"
    r"|\b(?:brother|sister|mother|father|mom|dad|wife|husband|spouse|son|daughter|friend|cousin|uncle|aunt|roommate|neighbor|co-?worker|colleague|employee|relat(?:ed|ive|ion)|know|work(?:s|ing|ed)? (?:there|with|together|for)|live)\b"
)
_ASKS = quick_pattern(
    r"吗|吧|[哈噻嘛伐呗]$|是不$|[不没么]$|是(?!不是)\S{0,12}不(?:是)?$|什么(?:关系|人)|对不对|是不是|对么|不在|认不认识|还是|\b(?:right|do you|does|is that|are you|do you|is he|is she|does|you're|i understand|you two)\b"
)
_IS_THIS = quick_pattern(r"\b(?:is this|am i speaking (?:with|to)|are you)\b")
_MESSAGE = quick_pattern(
    r"(?:让|叫|请|喊)(?!您|你|节)\w{1,6}?.{0,8}(?:打|拨)(?:号|.{1,12}(?:电话|热线|客服|号码))|转告|转达|带(?:个|句)?(?:话|口信)|捎(?:个|句)?(?:话|信)|(?<!主任)(?<!领导)(?<!行里)(?<!程序)(?:说|讲|告诉|通知|提醒|跟[他她].{0,3})(?:[他她])?一声|告诉[他她]|(?:让|叫|请|喊)(?!您|你|节)\w{1,6}?(?:.{0,8})(?:给我们|回(?!来|家|去|避|答|头)|打(?:个|过来|这|到)|联系(?:我|一下|这)|来电)|给我们.{0,4}(?:回|来)(?:个)?电"
    r"|(?:回|打)(?:个)?(?:电话|电)(?:给|到|过)|留(?:个)?(?:口信|言)"
    r"|\b(?:have|asked|ask|tell|get|let|say) (?!you\b|me\b|us\b|another\b|that\b|it\b|a\b|the\b|my\b)(?:him|her|them|\w+(?: \w+)?) (?:to )?(?:call(?:ed)?|ring|rang|phone|know|give|contact|reach|ask (?:for|him|her)|dial|text|get in touch|holler|buzz)\b|pass (?:it |this |that |the |a )?(?:on|along|message)|give (?:him|her|them) (?:this|my|our|the) (?:number|message)|(?:ask|have|tell) (?:him|her|them|\w+) to (?:return|get back)|leave (?:him|her|them)? ?a message|call (?:me|us) back\b"
)


def steps(reading: Reading) -> dict[str, TurnReading | None]:
    """Each step of a third-party call with the turn that first did it."""
    return {
        "identify_self": opening.identify_self(reading),
        "verify_relation": verify_relation(reading),
        "message_request": message_request(reading),
        "close": closing.close(reading),
    }


def verify_relation(reading: Reading) -> TurnReading | None:
    """The collector checks how this person knows the customer."""
    if reading.english and (tied := next((t for t in reading.agent() if ties(reading, t)), None)):
        return tied
    return next((t for t in reading.agent() if checks_relation(reading, t)), None)


_KIN_EN = r"(?:brother|sister|sibling|mother|father|mom|mama|mamaw|dad|daddy|wife|husband|spouse|son|daughter|friend|cousin|uncle|aunt|auntie|roommate|neighbor|co-?worker|colleague|employee|employer|boss|supervisor|manager|landlord|nephew|niece|grandson|granddaughter|grandmother|grandfather|grandma|grandpa|in-law|partner|girlfriend|boyfriend|fianc\w+|ex|members?|pastor|tenant|executor|administrator|parent|relative)s?"
_TIED = quick_pattern(
    rf"\b(?:you're|youre|you are|are you|you and \w+|you two|the two of you|is (?:he|she|\w+)|he's|she's|hes|shes|\w+'s|\w+ is|so you're|you must be)\b.{{0,30}}?\b(?:{_KIN_EN}|related|next door|married|appointed|in charge of|over (?:there|him|her|\w+))\b"
    rf"|\b(?:you|you two|the two of you|y'all|both of you|he|she|\w+)(?: still| both| used to| all)? (?:liv(?:e|ed|es|ing)|work(?:s|ed|ing)?|shar(?:e|ed|ing)|stay(?:s|ed|ing)?|know|knew|own|manage|run|go|went|room|reside)\b.{{0,30}}?\b(?:together|with|alongside|there|same|place|for you|next to|here|out there|him|her)\b|\b(?:how do you know|do you know|named you|somebody handling (?:his|her|the) estate|(?:his|her) {_KIN_EN})\b"
)
_TAGS = quick_pattern(
    r"\b(?:right|correct|aren't you|isn't (?:it|that|he|she)|am i right|is that (?:so|right|correct)|i believe|i understand|i'm told|then|still|do you|does|are you|is he|is she|is that|is there|yes|huh|did i get that)\b"
)


def ties(reading: Reading, turn: TurnReading) -> bool:
    """In English: asks or supposes what ties the one who answers to the one sought."""
    name = reading.context.debtor_name
    tie = _TIED.search(turn.text)
    asks = turn.flat.questions or _TAGS.search(turn.text)
    about = person_named(name, turn.text, english=True) or re.search(
        r"\b(?:he|she|his|her|him|hes|shes|two|both|estate|probate|executor|court)\b", turn.text
    )
    return bool(tie and asks and about)


def checks_relation(reading: Reading, turn: TurnReading) -> bool:
    """Asks about the one sought with a word for how people are tied to each other."""
    name, english = reading.context.debtor_name, reading.english
    other = reading.context.third_party.name if reading.context.third_party else None
    if other and person_named(other, turn.text, english=english) and _IS_THIS.search(turn.text):
        return person_named(name, turn.text, english=english)
    about = person_named(name, turn.text, english=english) or re.search(
        r"他|她|\b(?:he|she|his|her)\b", turn.text
    )
    return bool(about and _RELATION.search(turn.text) and _ASKS.search(turn.text))


def message_request(reading: Reading) -> TurnReading | None:
    """The first turn that asks to pass a message on."""
    return next(messages(reading), None)


def messages(reading: Reading) -> Iterator[TurnReading]:
    """The turns that ask to pass a message on."""
    return (s.turn for s in reading.find(_MESSAGE) if not s.scope.negated)
