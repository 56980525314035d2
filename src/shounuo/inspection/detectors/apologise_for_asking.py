"""Apologising for asking (P5): an apology whose object is the demand itself. A courteous 抱歉 at the close is fine."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_SORRY = (
    r"(?:不好意思|对不起|对不住|抱歉|过意不去|难为情|惭愧|难开口|开不了口|见笑|真怕|请原谅|请见谅)"
)
_ASKING = r"(?:又(?:来|要|是|得)?.{0,6}(?:钱|还款|款|催|账|麻烦|打扰|提)|(?:提|催|要|问|说|谈|讨).{0,4}(?:钱|款|账|还款|这(?:个)?事)|为(?:了)?.{0,3}(?:钱|还款|欠款|账).{0,3}事|开(?:这)?(?:个)?口|催(?:您|你)|(?:要|让)(?:您|你)还|三番|老(?:是|打扰|麻烦))"
_ZH = quick_pattern(
    rf"{_SORRY}.{{0,16}}{_ASKING}.{{0,20}}?(?:{_SORRY}.{{0,6}})?|{_ASKING}.{{0,14}}{_SORRY}.{{0,8}}"
)
_EN = quick_pattern(
    r"\b(?:(?:so |really |very |truly )*sorry|i apologi[sz]e|i hate|i feel (?:bad|terrible|awful)|forgive me|embarrass\w+)\b.{0,30}\b(?:to (?:ask|bother|bring|keep|have to (?:ask|call|bring))|for (?:asking|bothering|calling (?:about|again)|bringing)|about (?:the )?(?:money|payment|asking|this bill)|asking (?:you )?(?:about|for)|(?:ask|bother|hound|chase) you)\b.{0,40}"
)
_OTHER_CAUSE = quick_pattern(
    r"查不到|不能(?:告诉|说|透露)|没(?:听清|听见)|再(?:说|确认|核对)一(?:遍|下)|信号|打错|久等|心情|感受|遭遇|难过|wrong number|loss|hear (?:that|about)"
)


def find(reading: Reading) -> Iterable[Spot]:
    for spot in reading.find(_EN if reading.english else _ZH):
        if not _OTHER_CAUSE.search(spot.said) and not spot.scope.reported:
            yield spot


DETECTOR = Detector(
    code="APOLOGISE_FOR_ASKING",
    find=find,
    why=Text("为提出还款要求本身道歉", "Apologises for asking for what is due"),
    rule="P5",
)
