"""Who is who in a transcript: the words sources use for the collector and for the other side."""

from __future__ import annotations

import re

from shounuo.inspection.model import Speaker
from shounuo.kernel.script import simplified

_AGENT = re.compile(
    r"^(?:坐席|座席|客服|催收员?|催员|专员|业务员|工作人员|话务员|经办|agent|collector|rep(?:resentative)?|operator|advisor|staff|channel[ _]?0|ch0|left)$",
    re.I,
)
_PARTY = re.compile(
    r"^(?:客户|借款人|债务人|持卡人|卡人|用户|对方|三方|第三人|联系人|被叫|party|customer|consumer|debtor|client|caller|callee|user|third[ _]party|channel[ _]?1|ch1|right)$",
    re.I,
)


def speaker_of(label: str, mapping: dict[str, Speaker] | None = None) -> Speaker | None:
    """The side a label stands for; None when it is not known, so that the item is refused or parted by its words."""
    label = str(label).strip().strip(":：")
    if mapping and label in mapping:
        return mapping[label]
    label = simplified(label)
    if _AGENT.match(label):
        return "agent"
    return "party" if _PARTY.match(label) else None
