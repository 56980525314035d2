"""Amount unclear (P25): the collector gives only a rough figure for a debt or a plan whose exact figure is on file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from shounuo.domain.heard import HeardAmount
from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_DEBT = quick_pattern(
    r"逾期|欠|应还|该还|要还|没还|未还|账单|最低|这张卡|的卡|贷款|借款|本期|这期|一共|总共|还款|金额|\b(?:owe|balance|past due|behind|due|payment|loan|card|account|a month|plan)\b"
)
_OWN_BOOKS = quick_pattern(
    r"剩|利润|毛利|货款|货|猪|鱼|订单|收入|工资|流水|租金|房租|饲料|卖|出栏|结余|成本|应收|客户|营业|赚|挣|存货|库存|补(?:了)?一部分|\b(?:income|paycheck|rent|sales|revenue|make|earn)\b"
)
_MUMBLED = quick_pattern(
    r"(?:具体|准确)?(?:多少|数|金额)(?:我)?(?:也)?(?:不(?:太)?(?:清楚|记得|知道)|记不(?:得|清)|忘了|没看|查不到|看不到)|(?:就)?(?:那个|那点|那么)(?:些)?(?:数|钱)(?:吧|嘛|呗)"
)

_ROUGHLY_EN = quick_pattern(
    r"\b(?:roughly|around|about|approximately|something like|somewhere (?:around|near)|a bit over) (?:an? )?(?:\w+ (?:or|to) )?(?:\w+[ -])?\w* ?(?:hundred|thousand|grand|bucks|dollars)\b"
)


def find(reading: Reading) -> Iterable[Spot]:
    if reading.context.callee_role == "third_party":
        return
    for turn in reading.agent():
        if not _DEBT.search(turn.text) or _OWN_BOOKS.search(turn.text):
            continue
        amounts = reading.heard(turn).amounts
        rough = [a for a in amounts if a.approximate]
        if rough and len(rough) == len(amounts):
            yield _spot(turn, rough)
        elif reading.english and len(amounts) <= 1:
            yield from reading.within(_ROUGHLY_EN, turn)
        elif not amounts:
            yield from reading.within(_MUMBLED, turn)


def _spot(turn: TurnReading, rough: list[HeardAmount]) -> Spot:
    origin = turn.flat.origin
    start = bisect_left(origin, rough[0].span.start)
    return Spot(
        turn, min(start, len(origin) - 1), max(bisect_left(origin, rough[-1].span.end), start + 1)
    )


DETECTOR = Detector(
    code="AMOUNT_UNCLEAR",
    find=find,
    why=Text("系统有准确金额，只报大概数", "Only a rough figure, though the exact one is on file"),
    rule="P25",
    needs=("due_cents",),
)
