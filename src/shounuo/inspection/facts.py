"""Amounts the collector states, held against what the house knew at that moment (P16, P24, P25).

Known sums are the sums due, their differences, approved offers, past payments and earlier promises. A rounded ask,
a part payment, or a sum the customer named himself is never wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from shounuo.domain.heard import HeardAmount
from shounuo.inspection.once import once
from shounuo.inspection.part_payment import to_be_paid
from shounuo.inspection.reading import Reading
from shounuo.inspection.sounds import restore
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.sums_on_file import fits, known_sums

_HEARD_WELL = 0.6  # a sum heard less surely may be no sum
# From here on a sum is wrong whatever the rest of the call is like: clearly heard, and far from all that it could be.
_CLEARLY, _FAR_SHARE = 0.75, 0.05

_CLAIM = re.compile(
    r"(?:逾期(?:金额|部分|欠款|本金)?|应还(?:款|金额)?|应缴|最低(?:还款)?(?:额)?|总(?:共|计|额|欠款)|一共|合计|全部|总(?:的)?|欠(?:款|了|我们)?|欠|账单(?:金额)?|本期|这期|这一期|当期|结清|还清|余额|金额|拖欠|未还|没还|(?:要|该)(?:结|还|交)的|(?:这|本|当)一?期(?:呢)?|(?:逾期|过期|超期|拖了|晚了)[一二两三四五六七八九十百零\d]+天(?:了)?)(?:那?部分|一共|总共|总计|大概|现在|目前|还|要|是|为|的|款|金额|有|了|到今天|应还|已经|您|你|您的|你的|这边|显示|[:：，,\s])*$"
)
_CLAIM_EN = re.compile(
    r"\b(?:owe[sd]?|owing|balance(?: is| of|'s)?|past due(?: amount)?(?: is| of)?|(?:total|amount)(?: due)?(?: is| of|'s| comes to)?|due(?: is| of)?|behind(?: by)?|sitting at|payoff(?: is| of)?|stands at|comes to|it's|you're at|you are at|there's|for|minimum(?: payment)?(?: is| of)?)(?: now| currently| still| right now| you| about a total of| exactly| the amount of| at| to us| us|,|\s)*$",
    re.I,
)
# Spoken of as what stands on the account, though no word for a debt is near.
_STANDS_EN = re.compile(
    r"\b(?:(?:has|have|had|got|shows?|showing) you (?:at|down for|for|owing|with)|you've (?:still )?got|still got|(?:you're|youre|you are|it's|its|it is|that's|that is|sits?|stands?|balance is|card's|loan's|account's) (?:still |now |really |only |actually )?(?:at|down|showing|looking at|sitting at|standing at|up to)|going (?:up )?to|goes (?:up )?to|number (?:i'd need|i need|is|here is)[\w' ]{0,12}|(?:what's|whats) past (?:due|do) is|i(?:'ve)? (?:have|got|see|show)|(?:shows?|showing))(?: you at)?\s*$",
    re.I,
)
_ON_IT_EN = re.compile(
    r"^\s*(?:on (?:this|it|that|the|your)\b|left\b|unpaid\b|open\b|still\b|to (?:close|clear|settle) (?:it|this|that)|after (?:the|that)|with the\b|sitting\b|,? (?:that's|thats) with\b|past (?:due|do)\b)",
    re.I,
)
# Put four hundred on it asks for a part.
_PUT_EN = re.compile(
    r"\b(?:put|pay|send|get|do|throw|bring|knock|swing|another|extra|spare|give|take|split)(?: (?:out|down|in|me|us|just|even|about|a|like|you))*\s*$",
    re.I,
)
_EACH_EN = re.compile(
    r"^\s*(?:dollars |bucks )?(?:a|per|each|every) (?:month|week|paycheck)|^\s*(?:down|off|now and|today and)\b",
    re.I,
)
_CLAIM_AFTER_EN = re.compile(
    r"^\s*(?:is |that's |that is |that has )?(?:all )?(?:past due|due|overdue|behind|owed|outstanding|delinquent|that's gotten behind)",
    re.I,
)
_CLAIM_AFTER = re.compile(
    r"^(?:[,，\s]*(?:逾期)?[一二两三四五六七八九十百零\d]+天|没还|未还|没有还|没扣|逾期(?!部分)|的?欠款)"
)
# Unless there's four hundred by Friday asks; approved for nine hundred offers: no sum owed for certain.
_MAY_ASK_EN = re.compile(
    r"\b(?:for|there's|unless|if|see|got|get|would|could|minimum(?: payment)?|a)\b[\w ,']{0,10}$",
    re.I,
)
_PART = re.compile(
    r"其中|里面|包括|包含|含|本金|利息|罚息|违约金|滞纳金|手续费|费用|每个?(?:月|期)|一期|月供|额度|工资|收入|\b(?:principal|interest|fees?|late|monthly|per|each|a month|limit)\b",
    re.I,
)
_FEE = re.compile(
    r"(?:催收|上门|外访|律师|调查|服务|手续|材料|出车|人工|立案|诉讼|处理)费(?:用)?.{0,6}$|\b(?:collection|processing|attorney|legal|convenience|service|handling|placement|admin\w*|set-?up|recovery|courier|closing) (?:fee|cost|charge)s?\b.{0,16}$",
    re.I,
)
_FEE_AFTER = re.compile(
    r"^(?:元|块|块钱)?(?:的)?(?:催收|上门|外访|律师|调查|服务|手续|材料|出车|人工|立案|处理)费|^ (?:collection|processing|attorney|convenience|service) fee",
    re.I,
)
_NO_FEE = re.compile(
    r"(?:不|没有|无|免|从不).{0,4}(?:收|要|产生)?.{0,6}费|\b(?:no|without|never|not)\b", re.I
)


@dataclass(frozen=True)
class Claim:
    """An amount said to be what is owed; `wrong` when the house knows no such sum, `plainly` when no slip of the tongue
    or of the ear explains it. What a part payment spoken of leaves is no wrong sum."""

    turn: TurnReading
    amount: HeardAmount
    wrong: bool
    fee: bool = False
    plainly: bool = False


def claims(reading: Reading) -> list[Claim]:
    """The collector's claims in order; once wrong, the same wrong sum is wrong wherever he says it again."""
    known, out, wrong = known_sums(reading.context), [], set[int]()
    if not known or reading.context.due_cents is None:
        return []
    for told in _collectors_sums(reading):
        repeated = told.amount.minor in wrong
        if told.theirs and not repeated:
            continue
        left = {owed - paid for owed in reading.context.owed_cents for paid in told.before}
        found = _claim(told.turn, told.amount, known | left, repeated)
        if found is not None:
            wrong |= {told.amount.minor} if found.wrong else set()
            out.append(replace(found, plainly=found.wrong and _plainly(found, known)))
    return _twice_is_plain(out)


def _twice_is_plain(found: list[Claim]) -> list[Claim]:
    """A wrong sum that he says in two turns is no slip: of 42 such in labelled calls, near a true sum, 41 were faults."""
    said = {(c.amount.minor, c.turn.at) for c in found if c.wrong and not c.fee}
    turns = Counter(minor for minor, _ in said)
    return [replace(c, plainly=c.plainly or (c.wrong and turns[c.amount.minor] > 1)) for c in found]


def _plainly(claim: Claim, known: Collection[int]) -> bool:
    """Clearly heard and said, and further from every sum there is than a slip explains."""
    amount, text = claim.amount, claim.turn.turn.text
    asks = _MAY_ASK_EN.search(text[max(0, amount.span.start - 24) : amount.span.start])
    near = (abs(amount.minor - sum_) <= _FAR_SHARE * sum_ for sum_ in known if sum_ > 0)
    return amount.confidence >= _CLEARLY and not asks and not any(near)


@once
def sums_told(reading: Reading) -> dict[int, frozenset[str]]:
    """How the sums of each of the collector's turns (by place) stand to the file, whatever is said of them.

    `on file`: one that the house knows; `not on file`: one that nobody of them knows; `theirs`: the customer named it
    first; `again`: one not on file that the collector has named before.
    """
    known, strange = known_sums(reading.context), set[int]()
    kinds: dict[int, frozenset[str]] = {}
    for told in _collectors_sums(reading) if known else ():
        if told.theirs:
            kind = {"theirs"}
        elif told.amount.approximate or told.amount.confidence < _HEARD_WELL:
            continue
        elif fits(told.amount.minor, known):
            kind = {"on file"}
        else:
            kind = {"not on file", *(("again",) if told.amount.minor in strange else ())}
            strange.add(told.amount.minor)
        kinds[told.turn.at] = kinds.get(told.turn.at, frozenset()) | kind
    return kinds


@dataclass(frozen=True)
class _Told:
    """A sum of the collector's: whether the customer named it first, and the sums that either named before."""

    turn: TurnReading
    amount: HeardAmount
    theirs: bool
    before: frozenset[int]


def _collectors_sums(reading: Reading) -> Iterator[_Told]:
    """In the order they were said."""
    customers, before = frozenset[int](), frozenset[int]()
    for turn in reading.turns:
        for amount in reading.heard(turn).amounts if turn.text else ():
            if turn.is_agent:
                yield _Told(turn, amount, amount.minor in customers, before)
            else:
                customers |= {amount.minor}
            before |= {amount.minor}


def _claim(turn: TurnReading, amount: HeardAmount, known: set[int], repeated: bool) -> Claim | None:
    text = turn.turn.text if turn.lang.startswith("en") else restore(turn.turn.text)
    before, after = (
        text[max(0, amount.span.start - 24) : amount.span.start],
        text[amount.span.end : amount.span.end + 24],
    )
    english = turn.lang.startswith("en")
    if english and _EACH_EN.search(after):
        return None
    if english and _PUT_EN.search(before):
        return None
    stands = english and bool(_STANDS_EN.search(before) or _ON_IT_EN.search(after))
    if amount.approximate or amount.confidence < (0.4 if stands else 0.6):
        return None
    if (_FEE.search(before) or _FEE_AFTER.search(after)) and not _NO_FEE.search(before):
        return Claim(turn, amount, amount.minor not in known, fee=True)
    if amount.minor < max(known, default=0) and to_be_paid(before, after, english=english):
        return None
    if not repeated and not stands and not _states(before, after):
        return None
    return Claim(turn, amount, not fits(amount.minor, known))


def _states(before: str, after: str) -> bool:
    if _PART.search(before[-8:]):
        return False
    return bool(
        _CLAIM.search(before)
        or _CLAIM_EN.search(before)
        or _CLAIM_AFTER_EN.search(after)
        or _CLAIM_AFTER.search(after)
    )
