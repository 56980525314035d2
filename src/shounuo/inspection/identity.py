"""Where in a call it became known that the one who listens is the one sought.

Known means: asked who they are, they said yes, gave the birthday or number asked for, or spoke of the debt as their
own. Who denies it, or turns out to be a relative, stays unknown until they own the name. Nothing here judges.
"""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.inspection import identity_en
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps import opening
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.script import simplified

_ASKS_WHO = quick_pattern(
    r"请问|生日|出生|核实|核对|是.{1,10}(?:吗|吧|么|不|本人|先生|女士)|本人|身份证|您好.{1,4}(?:先生|女士)|哪位|是不是|找(?:一下)?|贵姓"
    r"|\b(?:is this|speaking with|speak (?:with|to)|may i|am i|can i|could i|looking for|trying to reach|this (?:mr|mrs|ms)|hi|hello|hey|date of birth|last four|(?:confirm|verify) your|social)\b"
)
_CONFIRMS = quick_pattern(
    r"^(?:喂)?(?:[零一二三四五六七八九十]{1,4}(?:年|月|号|后)|对|系(?!统|数)|昂|哎|是|我是|我就是|就是我|是我|没错|本人|中|嗯|在|你说|您说|说|讲|你讲|请讲|恁说|俺是|行|好|咋|干嘛|哪儿不|有话|知道|晓得|又|我知道|啥事|弄啥)"
    r"|(?<!不)(?:我是|是我|就是我|我就是|是的|对的|对呀|没错|我本人|你说|您说|说吧|我在听)(?!不|谁|他|她|问)"
    r"|\b(?:yes|yeah|yep|yup|speaking|this is (?!his|her|not)|that's me|it is|i am|it's me|uh-huh|uh huh|you got (?:him|her|me)|correct|sure|go ahead|mhm|what do you want|what about|here)\b"
    r"|\d{4}|[零一二三四五六七八九幺]{4}|(?:zero|one|two|three|four|five|six|seven|eight|nine)(?: (?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){3}"
)
_WARY = quick_pattern(
    r"^(?:喂)?(?:你|您)?(?:是)?(?:谁|哪位|哪里|哪儿|哪个|什么事|什么公司|干什么|做什么|啥事)|谁啊"
    r"|^(?:who|what's this|what is this|why|depends|maybe)\b"
)
_KIN_ZH = "老公|老婆|爱人|丈夫|妻子|媳妇|对象|儿子|女儿|闺女|妈|爸|爹|娘|母亲|父亲|哥|弟|姐|妹|同事|朋友|室友|房东|邻居"
_KIN_EN = "wife|husband|spouse|brother|sister|mother|mom|father|dad|son|daughter|roommate|friend|cousin|aunt|uncle"
_DENIES = quick_pattern(
    rf"不是(?:我|本人|他|她|啊|的|呀|哦)?(?:$|打错)|打错|没这(?:个)?人|查无此人|找错|不认识|我是(?:他|她)|(?:他|她)(?:不在|出去|没)|不是本人|怎么(?:会|可能)是|^(?:我)?不是(?:你|您)?(?:找|说)的"
    rf"|wrong (?:number|person)|not (?:him|her)\b|(?:he|she)'s not|isn't here|no such|(?:no ?(?:one|body)|nobody) .{{0,8}}(?:by|with) that name|who\?$|(?:his|her) (?:{_KIN_EN})"
)
_IS_MY_KIN = quick_pattern(rf"(?:本人)?是我(?:的)?(?:{_KIN_ZH})")
_I_AM = ("我是", "我就是", "this is ", "i'm ", "i am ")
_OWNS = quick_pattern(
    r"我(?:就)?是(?:本人|机主)|我就是(?!想|说|问|他|她)|that's me|this is (?:him|her|he|she)\b(?! \w)"
)
_OWN_DEBT = quick_pattern(
    r"怎么办|我(?:知道|晓得|清楚|记得|在筹|没钱|会还|想还|还不|明天|今天还|下|上个月|这个月|最近)|没钱|还不起|分期|(?:前天|昨天|上次|刚).{0,6}(?:打|还|说|讲)|又(?:打|来)"
    r"|\bi (?:know|already|paid|can't|don't have|got|lost|haven't|forgot|was going)\b|my (?:loan|card|payment|bill|account)"
)


@dataclass(frozen=True)
class Identity:
    """Places of turns of the other side: where they were known for the one sought, and where they denied it first."""

    confirmed_at: int | None
    denied_at: int | None


@once
def identity_of(reading: Reading) -> Identity:
    """Confirmed and denied; both when somebody owns the name after all."""
    if reading.english:
        return _in_english(reading)
    asked, denied, before = False, None, None
    for turn in reading.turns:
        if turn.is_agent:
            asked = asked or bool(_ASKS_WHO.search(turn.text)) or _names_sought(reading, turn)
            before = turn
        elif (before and opening.answers_identifier(before, turn, english=reading.english)) or (
            asked and _owns(reading, turn)
        ):
            return Identity(turn.at, denied)
        elif asked and denied is None and _denies(reading, turn):
            denied = turn.at
        elif asked and denied is None and _confirms(reading, turn):
            return Identity(turn.at, None)
    return Identity(None, denied)


def _in_english(reading: Reading) -> Identity:
    denied = None
    for turn, is_the_one in identity_en.confirmations(reading):
        if is_the_one:
            return Identity(turn.at, denied)
        denied = turn.at if denied is None else denied
    return Identity(None, denied)


def _sought(reading: Reading) -> str:
    return reading.context.debtor_name.lower()


def _names_sought(reading: Reading, turn: TurnReading) -> bool:
    name = _sought(reading)
    return bool(name) and any(part in turn.text for part in {name, *name.split()} if len(part) > 1)


def _owns(reading: Reading, turn: TurnReading) -> bool:
    """Says the name as their own, or that they are the very one."""
    name = _sought(reading)
    own = name and any(f"{i_am}{name}" in turn.text for i_am in _I_AM)
    return bool(own or _OWNS.search(turn.text))


def _denies(reading: Reading, turn: TurnReading) -> bool:
    """Not the one sought, in so many words or as somebody who calls them husband, mother, colleague."""
    people = ("他", "她", _sought(reading) or "他")
    kin = any(turn.text[: m.start()].endswith(people) for m in _IS_MY_KIN.finditer(turn.text))
    return kin or bool(_DENIES.search(turn.text))


def _confirms(reading: Reading, turn: TurnReading) -> bool:
    """Yes in whatever words, or the debt taken for their own."""
    if _OWN_DEBT.search(turn.text) and reading.context.callee_role == "debtor":
        return True
    said = simplified(turn.turn.text).lower()
    return bool(_CONFIRMS.search(said) or _CONFIRMS.search(turn.text or "嗯")) and not (
        _WARY.search(said)
    )
