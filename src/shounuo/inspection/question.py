"""What a question is: a question mark, or words that ask.

Recognisers set marks as they please, and many people ask in words that no mark follows: so either is enough (`asks`).
Which words ask depends on who speaks and on what hangs on the answer, so there are three lists and not one: each knows
what the other two would take for a question though nothing was left open.

Where only one topic counts, topic and asking stand in one pattern (`steps.frames_zh`, `steps.asking_en`); where only the
mark tells a name asked for from a name said (`steps.opening`), only the mark is looked at.
"""

from __future__ import annotations

from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

# The customer puts an offer as a question: he asks for leave. 几号 and 多少 ask for nothing here: 欠多少我知道.
_FOR_LEAVE = quick_pattern(
    r"(?:能不能|可不可以|行不行|可以.{0,10}吗|能.{0,12}吗|怎么办|是不是|会不会|要不要)|吗$|(?<!着)呢$|\b(?:can i|could i|what if|would it)\b"
)
# The collector leaves the last word to the other side. What he asks first and answers himself, or tells after asking
# (能不能…，那就先…), is no longer open: so in Chinese the end counts, and there a sum and a day asked for count too.
_AT_THE_END = quick_pattern(
    r"(?:吗|么|呢|多少数?|哪里.{0,2}|哪儿.{0,2}|能不能|行不行|好不好|可不可以|还是.{1,8}|多少|几号|哪天)$|\b(?:can|could|would|will) you\b|\bwould (?:the|that|it)\b|\bor should\b|\b(?:what|when|how)\b.{0,20}$"
)
# The customer wants to be told something: how much, how long, what comes of it. Asking for leave is no wish to know.
_TO_KNOW = quick_pattern(
    r"(?:吗|呢|么)$|是不是|会不会|怎么(?:写|办|算|样)|多久|多少|\b(?:what|how|does|will (?:it|this)|is (?:it|this))\b"
)
_RHETORICAL = quick_pattern(
    r"要.{0,6}(?:做什么|干什么|干嘛|干啥|有什么用)|(?:做什么|干嘛|有什么用|关我什么事)"
)


def asks(turn: TurnReading) -> bool:
    """The customer's turn asks: a question mark anywhere in it, or words that ask for leave."""
    return bool(turn.flat.questions) or asks_for_leave(turn.text)


def asks_for_leave(text: str) -> bool:
    """The customer's words put what they say as a question, anywhere (能不能, can i) or at the end (吗)."""
    return bool(_FOR_LEAVE.search(text))


def ends_by_asking(text: str) -> bool:
    """The collector's words end in a question."""
    return bool(_AT_THE_END.search(text))


def wants_to_know(text: str) -> bool:
    """The customer's words ask to be told something; a rhetorical question asks nothing."""
    return bool(_TO_KNOW.search(text)) and not _RHETORICAL.search(text)
