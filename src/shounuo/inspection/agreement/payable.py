"""Which of the sums said in a turn can be one to pay: no wage, no rent, no fee waived, none that he has not."""

from __future__ import annotations

from shounuo.domain.heard import HeardAmount
from shounuo.inspection.agreement.beside import sum_beside
from shounuo.inspection.reading import Reading
from shounuo.kernel.patterns import quick_pattern

_PER = quick_pattern(
    r"(?:每个?(?:月|期|周|星期)|一个月|月供|每月|月结余)(?:先|还|付|存|能|可以|大概|只|再|要|给|是)*$|(?:工资|收入|房租|租金|毛利|底薪|挣|赚|到手|剩下|还有|药费|学费|里有|卡里有|余额)(?:也)?(?:才|就|只|大概|差不多|有|是)*$"
)
_PER_AFTER = quick_pattern(
    r"^(?:元|块)?(?:每|一)(?:个)?(?:月|期)|^(?:的|要交|交)?(?:工资|收入|房租)"
)
_PER_EN = quick_pattern(
    r"\b(?:make|earn|rent|(?:only|literally|just|about) (?:have|got)|(?:have|got) (?:about|like|maybe|only)|income|paycheck is|bring home)\b.{0,12}$"
)
_PER_AFTER_EN = quick_pattern(r"^ ?(?:a|per|each|every) (?:month|week|paycheck)")
# A sum he has not: 没有五千, 一万真没有, I don't have seven twenty.
_DENIED = quick_pattern(
    r"(?:没有?|拿不出|凑不(?:出|齐|够)|哪来的?|(?i:\b(?:can't (?:do|pay|give|get)|haven't got|don't have|not (?:got|paying)|ain't got)\b(?: \w+)?\s?\$?))$"
)
_DENIED_AFTER = quick_pattern(
    r"(?:元|块|块钱)?(?:我|俺|咱|现在|真的?|实在|都|也|是)*(?:没有?|哪有|拿不出|凑不|都?得凑|不认|不交|不还|管什么用|够干嘛)"
)
# A sum beside the payment: what is waived, left over, disputed, or only a part of it.
_ASIDE = quick_pattern(
    r"(?:免(?:掉|了|去|收)?|减(?:掉|免|了)?|其中|包括|剩(?:下|余)?的?|还?差|余|多出来的?|不是)(?:您|你|的|是|那|还|逾期|大概|罚息|利息|违约金|滞纳金|本金|有)*$|(?:罚息|利息|违约金|滞纳金|诉讼费|手续费|年费|服务费)(?:占|有|是|一共|共)*$"
    r"|(?i:\b(?:waiv\w+|leav(?:e|es|ing)|still owed|owed|the (?:other|remaining|disputed)|rest of the|remaining|minus|less|knock(?:ing)? off|aim for)\b(?: (?:the|of|is|a|about|remaining|you))*\s?\$?)$"
)
_ASIDE_AFTER = quick_pattern(
    r"(?:元|块|块钱)?的?(?:罚息|利息|违约金|滞纳金|诉讼费|手续费|年费)|(?i:(?: dollars)?,? (?:is waived|we (?:leave|set)|stays|left over|in fees|late fee|fee\b|after that|i'll (?:jot|leave)|off the))"
)


def payable(reading: Reading, text: str, amount: HeardAmount) -> bool:
    """Not a wage, a rent, an instalment a month, a card's last digits or a loose guess."""
    before, after = (
        text[max(0, amount.span.start - 14) : amount.span.start],
        text[amount.span.end :],
    )
    if sum_beside(reading, text, amount) or _too_small(reading, amount.minor, before):
        return False
    if _ASIDE.search(before) or _ASIDE_AFTER.match(after):
        return False
    if _DENIED.search(before) or _DENIED_AFTER.match(after):
        return False
    if amount.approximate or amount.confidence < 0.45 or amount.minor <= 0:
        return False
    if amount.minor in (reading.context.due_cents, reading.context.past_due_cents):
        return True  # one ninety-nine a month, where just that is due
    if reading.english:
        return not _PER_EN.search(before.lower()) and not _PER_AFTER_EN.search(after.lower())
    return not _PER.search(before) and not _PER_AFTER.search(after)


_CHANGE = 500  # minor units: who owes hundreds pays no four yuan


# A token payment said as such is the sum: were it left out, the sum due would be taken for promised.
_PAYS_JUST = quick_pattern(r"(?<!多)(?:还|付|交)$|(?i:\b(?:i'll|i will|i can) (?:pay|do|send) )$")


def _too_small(reading: Reading, minor: int, before: str) -> bool:
    """Change (两块不用找), or the last figures of the sum owed, with its cents, said once more by themselves."""
    owed = reading.context.owed_cents
    change = minor < _CHANGE < min(owed, default=0) // 20 and not _PAYS_JUST.search(before)
    tail = minor % 100 and any(sum_ % size == minor for sum_ in owed for size in (10**3, 10**4))
    return minor not in owed and (change or bool(tail))
