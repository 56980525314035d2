"""What is spoken of beside a payment: papers, another call, wages, what others say. None of it is a promise to pay."""

from __future__ import annotations

from shounuo.kernel.patterns import quick_pattern

_PAPERS = quick_pattern(
    r"(?:邮箱|寄到|发函|回话|账本|账簿|材料|单据|流水|证明|合同|发票|病历|回执|截图)"
)


def of_papers(text: str) -> bool:
    """Bringing papers is no promise to pay."""
    return bool(_PAPERS.search(text))


_CALLING = quick_pattern(
    r"(?:再|给我|你们?)(?:再)?(?:打|来)(?:个|一个)?(?:电话|过来)|回(?:个)?电(?:话)?|(?:再|给|跟|和)[你您]?(?:再)?联系|联系[您你]|打给[您你]|给[您你](?:再)?打|打.{0,4}客服|通个气|准话|\b(?:call|ring|try|text) (?:me|back|again|us)\b|\bask me\b|\b(?:call|ring|try|reach) (?:you|ya)\b|\breach out\b"
)


def of_calling(text: str) -> bool:
    """Sets another call or a visit, not a payment."""
    return bool(_CALLING.search(text))


_OTHER_ACTS = quick_pattern(
    r"\b(?:read|comes?|coming|starts?|e-?mail|call|ring|talk|ask|see|look|visit|court|class|lawyer)\b"
)


def of_other_acts(text: str) -> bool:
    """English words for what is done beside paying: read, come over, start work, e-mail."""
    return bool(_OTHER_ACTS.search(text))


_INCOME = quick_pattern(
    r"工资|拨款|动不了|账上|发(?:钱|薪)|拿回来|卡里|只有|就有|才有|一天|一晚|\b(?:get|got|getting|gets) (?:paid|\w+ ?\w* (?:dollars|bucks))|they pay me|have (?:\w+ )?(?:dollars|bucks)|payday|my check"
)


def of_income(text: str) -> bool:
    """Tells what comes in or lies there, not what is paid."""
    return bool(_INCOME.search(text))


_RECURS = quick_pattern(r"每个?(?:月|期)|一个月|\b(?:every|a|each) month\b|\bthe plan\b")


def recurs(text: str) -> bool:
    """Speaks of what is paid every month."""
    return bool(_RECURS.search(text))


_OTHERS = quick_pattern(
    r"他说|她说|说是|人家|派出所|报警|律师|遗嘱|\b(?:he|she|they) sa(?:y|id)|police|lawyer\b"
)


def of_others(text: str) -> bool:
    """Tells what others say or do."""
    return bool(_OTHERS.search(text))


_LEAVING = quick_pattern(
    r"挂了|挂机|先不说|不说了|先这样|没空|在忙|开会|bye|gotta go|have to go|hang(?:ing)? up"
)


def leaves(text: str) -> bool:
    """Wants to end the call."""
    return bool(_LEAVING.search(text))
