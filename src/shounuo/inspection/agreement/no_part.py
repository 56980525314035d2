"""Whether the words around a later sum and day promise nothing: they refuse, ask, put it off, or speak of other money.

In doubt they promise nothing; the promise is then its first part alone. The words are those of the pair on to the end of
their sentence: what undoes it often comes last (剩下的二十号还不了), and many recognisers set no marks at all.
"""

from __future__ import annotations

import re

from shounuo.inspection.question import asks_for_leave
from shounuo.kernel.patterns import quick_pattern

_SENTENCE_END = re.compile(r"[。！!？?；;\n]|\.(?!\d)")
_OTHER_MONEY = quick_pattern(
    r"账单|出账|下一?期|罚息|利息|违约金|上报|起诉|\b(?:statement|bill|next payment|regular|minimum|fees?|interest|due date|report\w*|call (?:you|me))\b"
)
# What he will be paid, or has to pay to others.
_INCOME = quick_pattern(
    r"工资|薪|奖金|发|房租|房贷|\b(?:(?:get|gets|getting|got|be|am|i'm|being) paid|pay ?check\w*|pay ?day|payroll|salary|wages?|my rent|rent|mortgage|tax refund)\b"
)
_REFUSED = quick_pattern(
    r"不(?!变|见不散)|没(?!错|问题|事)|别(?!的)|无法|无力|未必|难|免|\b(?:no(?! problem)|not|never|nothing|none|neither|nor|cannot|\w+n['’]t|(?:ca|wo|do|did|does|is|could|would|should)nt|unable|refuse\w*|waiv\w*|forgiv\w*)\b"
)
_PUT_OFF = quick_pattern(
    r"商量|协商|再(?:说|打|议|谈|聊|看|定|讲|联系|通知|沟通)|看情况|\b(?:talk|discuss|decide|figure|see (?:about|how)|we'll see|depends?|let you know)\b"
)
_ASKED = quick_pattern(
    r"[?？]|[吗么呢]|怎么|(.)不\1|\b(?:can|could|would|will|do|should|may) (?:you|i|we)\b|\b(?:is|would) (?:it|that)\b"
)
_A_NOT_A = re.compile(r"(.)不\1")  # 对不对, 行不行 ask and deny nothing


def no_part(text: str, begins: int, ends: int, *, by_agent: bool) -> bool:
    """`begins`, `ends`: of the pair in the turn's text, in small letters.

    What a collector asks in one breath with the first part is answered with it; a question of his own about the rest,
    and any of the customer's, leaves it open.
    """
    if _OTHER_MONEY.search(text[begins:ends]):
        return True
    end = _SENTENCE_END.search(text, ends)
    words = text[begins : end.end() if end else len(text)]
    if any(found.search(words) for found in (_INCOME, _PUT_OFF)):
        return True
    if _REFUSED.search(_A_NOT_A.sub("", words)):
        return True
    one_breath = by_agent and not _SENTENCE_END.search(text, begins, ends)
    return not one_breath and bool(_ASKED.search(words) or asks_for_leave(words))
