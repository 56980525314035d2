"""Begging (P5): the collector asks for pity or a favour to himself instead of stating what is due."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_PLEA = quick_pattern(
    r"求求?(?:你|您)|(?:算|当)我求|跪下|给(?:你|您)(?:跪|磕头)|可怜可怜|行行好|发发(?:善心|慈悲)|高抬贵手|抬抬手"
    r"|拜托拜托|拜托(?:您|你)了|鞠(?:个)?躬|磕头|(?:让我|我(?!们)).{0,6}交差|(?:跟|向)(?:领导|上面|公司).{0,3}交代|(?:奖金|绩效|提成|饭碗|工资|工作).{0,6}(?:没了|泡汤|保不住|要扣|扣光)|体谅体谅我|就当(?:帮|可怜|同情)(?:帮)?我|帮(?:帮)?我(?:完成|凑|冲|把).{0,6}(?:任务|业绩|指标|考核|单)"
    r"|(?:完不成|没完成|不达标).{0,8}(?:任务|业绩|指标|考核|奖金|工资|扣)|(?:老板|领导|主管)(?:要|会)(?:骂|罚|扣|开除)我|我也?(?:要|得)(?:养家|吃饭|糊口)"
)
_PLEA_EN = quick_pattern(
    r"\b(?:i'm begging|i beg you|begging you|please please|have (?:some )?(?:pity|mercy)|do me a (?:favor|solid)|help me out here"
    r"|(?:hit|make|meet) my (?:quota|numbers?|target|goal)|my (?:boss|manager|supervisor) (?:will|is going to|is gonna|'s gonna) (?:kill|fire|yell)|i(?:'ll| will) (?:get|be) (?:fired|in trouble)|feed my (?:kids|family))"
)


def find(reading: Reading) -> Iterable[Spot]:
    """A plea in the collector's own voice to somebody who owes."""
    if not reading.to_debtor and reading.context.callee_role != "unknown":
        return
    for spot in reading.find(_PLEA_EN if reading.english else _PLEA):
        if spot.scope.asserted:
            yield spot


DETECTOR = Detector(
    code="BEGGING",
    find=find,
    why=Text("以哀求代替说明应还事实", "Pleads for a favour instead of stating what is due"),
    rule="P5",
)
