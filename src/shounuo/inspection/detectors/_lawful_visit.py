"""When a visit that the collector speaks of is a lawful one: announced, by staff, with the other side's say."""

from __future__ import annotations

import re

from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading

_COURTEOUS = re.compile(
    r"工作证|授权书|证件|外访人员|两名|两个人一起|跟同事两|预约|提前(?:跟|给|打|联系|通知)|方便(?:吗|不|的话|的时间|我们)|您看(?:行|方便|可以|什么时候)|行不行|行吗"
    r"|经您同意|您同意|在门外|不进屋|看一下(?:设备|库存|经营|厂)|实地(?:走访|核实|了解)|送达|面谈|催收通知书|欢迎"
    r"|appointment|if that works|your permission|schedule|good time|would that be|convenient|process of mailing"
)


def courteous_visit(reading: Reading, turn: TurnReading) -> bool:
    """The turn itself asks leave, shows papers or sets a time; or the visit is an authorised business call."""
    if _COURTEOUS.search(turn.text):
        return True
    return reading.context.product == "business_loan" and "visit" in (
        reading.context.authorised_actions
    )
