"""What a no refuses: the payment, or only the way to pay that was named or asked for.

In doubt it refuses the payment.
"""

from __future__ import annotations

from shounuo.inspection.agreement.terms import terms_of
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_WAY_ASKED = quick_pattern(
    r"怎么(?:还|付|给|交|转)|走哪|哪里还|用什么|自动|还是(?:您|你)?(?:自己|转|来|走)|\b(?:card|account|auto ?pay|draft|coming in|come in|app|website|online|counter|branch|how)\b"
)
_NO_MONEY = quick_pattern(
    r"没(?:有)?(?:钱|办法|法)|不(?:还|付|给|交|行|可能|同意|一定|打算|够)|拿不出|还不|付不|凭什么|一分|再说|看看|考虑|商量|挂了|投诉"
    r"|\b(?:can't|cannot|won't|ain't|not|never|don't have|nothing|stop|lawyer|until|unless)\b(?! (?:the|that|with|your|on|using|do(?:ing)? that|like|card|autopay|trust|giving))|\bno (?:money|way)\b|\bnot pay"
)
_OPENS = quick_pattern(
    r"^(?:不(?:要|用|是|转|去|走|扣|下载|绑|刷|扫|弄)|别|莫)|^(?:(?:hell|oh|uh|um) )?(?:no|nah|naw|nope)\b"
)
# 不转 may refuse the payment itself: it is to the way only where he names another.
_NO_TRANSFER = quick_pattern(r"^不转")


def only_beside(reading: Reading, turn: TurnReading) -> bool:
    """The no is to the way just named or asked for, and nothing in it denies the money."""
    before = reading.turns[turn.at - 1] if turn.at else None
    if before is None or not before.is_agent or _NO_MONEY.search(turn.text):
        return False
    named, own = terms_of(reading, before).method, terms_of(reading, turn).method
    if _NO_TRANSFER.search(turn.text) and own in (None, "bank_transfer"):
        return False
    return bool(_OPENS.search(turn.text) and (named or _WAY_ASKED.search(before.text)))
