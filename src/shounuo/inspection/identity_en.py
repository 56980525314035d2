"""Whether the one who answered an English call said to be the person sought: by yes, by name, or by an identifier.

An answer to a question for an identifier counts whatever was asked for (a birthday, a street, the number of a berth),
as long as it is neither a refusal nor a question. It refuses to decide whether the identifier was right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shounuo.inspection.reading import Reading
from shounuo.inspection.spelled import whole_words
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_IDENTIFIER = quick_pattern(
    r"\b(?:last|first) (?:four|4|three|3|two|2|five|5|six|6)\b|\bdigits\b|\b(?:birth|born|dob|birthday|birthdate)|\bhow old\b|\bsocial\b|\bssn\b|\bzip\b|\bpostal\b|\bpin\b|\bpass(?:word|code)\b"
    r"|\b(?:street|road|lane|address|apartment|unit|slip|lot|city|town|county|house number|e-?mail|maiden name|middle (?:name|initial)|(?:mother|father)'s (?:\w+ )?name)\b"
    r"|\b(?:your|the|my|a) (?:[\w']+ ){0,3}(?:number|code|word|plate|badge|employer|tax i ?d)\b|\bsecurity question"
)
_TELL = quick_pattern(
    r"\b(?:what|what's|whats|which|where|when|how|confirm|verify|give|tell|read|say|state|spell|share|provide|need|may i|can i|could i|can you|could you|would you|get|have|please|is (?:this|that|it)|for me|sir|ma'?am)\b"
)
_GREETS = quick_pattern(
    r"\b(?:is (?:this|that|it)|am i|are you|may i|can i|could i|could you|speak(?:ing)?|looking for|calling for|calling|trying to|trying|reach|get (?:a )?hold of|after|this|hi|hello|hey|morning|afternoon|evening|please|in|there|available|around|home|ain't|you're)\b"
)
_YES = quick_pattern(
    r"^(?:(?:oh|well|hi|hello|hey|um|why|and|so) )*(?:yes|yeah|yep|yup|yah|ya|ja|ayuh|si|sure|correct|right|affirmative|absolutely|indeed|uh-? ?huh|mm-? ?hm+|mhm|speaking|present|guilty|it is|is me|i am|'tis|here|what do you want|what about it|go ahead)\b"
    r"|\b(?:speaking|this is (?:she|he|her|him|me)|(?:that's|that is|thats|that'd be|that would be|it's|its|it is|is) (?:me|her|him|she|he|i|myself)|you(?:'ve)? (?:got|reached|found) (?:him|her|me|the right)|none other|in the flesh|the one and only|one and the same|who else)\b"
    r"|[.?!,] ?(?:yes|yeah|yep|yup|yah)\b|\b(?:yes|yeah|yep|yup)$"
)
_NOT_THE_ONE = quick_pattern(
    r"\bwrong (?:number|person|guy|party|house|place|man|woman|fella)\b|\b(?:no one|nobody|no such|none) (?:here )?(?:by|with|named|of|called|person)\b|\bnever heard of\b|\b(?:don't|do not|dont) know (?:him|her|them|the (?:man|woman|guy|name|person)|that (?:man|woman|guy|name|person)|any|no|who|a )"
    r"|\bnot (?:him|her|me|she|he|here|home|available|in)\b|\b(?:isn't|ain't|aint|isnt|is not|not) (?:here|home|in|available|around|me|him|her|his|the (?:person|one|guy))\b|\b(?:he|she)(?:'s| is|s)? (?:not|out|at|away|asleep|gone|dead|passed|moved|works?|working|in the|doesn't|don't|dont|died|left|lives?)\b"
    r"|\b(?:this is|i'm|im|i am) (?:his|her|their|the) (?:wife|husband|mother|mom|mama|father|dad|daddy|son|daughter|brother|sister|roommate|boss|girlfriend|boyfriend|uncle|aunt|cousin|nephew|niece|neighbor|landlord|grandson|granddaughter|ex|caretaker|caregiver)\b|\b(?:this number|number's|it's|its) been (?:mine|ours|the)\b|\bnew (?:number|phone)\b"
)
_DECLINES = quick_pattern(
    r"^(?:no|nope|nah|why|what|who|who's|whos|how|not|i don't|i won't|i'm not|i am not|never|none|depends|maybe|you (?:first|tell|called)|is this|are you|do i|huh)\b"
)
_MONTH = quick_pattern(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d|\bdot\b|@"
    r"|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b"
)
_OWN_DEBT = quick_pattern(
    r"\bi (?:know|already|paid|can't|don't have|got|lost|haven't|forgot|was going)\b|\bmy (?:loan|card|payment|bill|account)\b"
)
_NOT_A_PERSON = quick_pattern(r" (?:family|house ?hold|house|residence|place|home|estate)")
_SHORT_ANSWER = (
    6  # words of a first sentence that can be a street, a town or a name and nothing else
)


def confirmations(reading: Reading) -> Iterator[tuple[TurnReading, bool]]:
    """Turns of the other side that say yes, I am (True) or no, I am not (False) to being the one sought, in order."""
    asked = by_number = False
    for turn in reading.turns:
        if turn.is_agent:
            asked = asked or asks_name(reading, turn)
            by_number = asks_identifier(turn)
            asked = asked or by_number
        elif asked and (answer := _answer(reading, turn, by_number=by_number)) is not None:
            yield turn, answer


def asks_identifier(turn: TurnReading) -> bool:
    """Asks for something that only the person sought would know."""
    named = _IDENTIFIER.search(turn.text)
    return bool(named and (turn.flat.questions or _TELL.search(turn.text)))


def asks_name(reading: Reading, turn: TurnReading) -> bool:
    """Asks after the person sought by a name of theirs; 'the Chea family' is nobody in particular."""
    name = reading.context.debtor_name.lower()
    if reading.context.callee_role == "guarantor" and reading.context.third_party:
        name += " " + (reading.context.third_party.name or "").lower()
    text = turn.text
    parts = [part for part in name.split() if len(part) > 1]
    if not parts:
        return bool(_GREETS.search(text))
    called = any(
        not _NOT_A_PERSON.match(text, end) for part in parts for _, end in whole_words(part, text)
    )
    return bool(called and (turn.flat.questions or _GREETS.search(text) or turn.at == 0))


def _answer(reading: Reading, turn: TurnReading, *, by_number: bool) -> bool | None:
    """True for yes, False for no, None when the words decide nothing."""
    text = turn.text
    own = _own_name(reading, text)
    if own is False or (_NOT_THE_ONE.search(text) and own is None):
        return False
    if own or _YES.search(text):
        return True
    if by_number and _gives_identifier(turn):
        return True
    if _OWN_DEBT.search(text) and reading.context.callee_role == "debtor":
        return True
    return True if _takes_it_up(reading, turn) else None


_ASKS_BACK = quick_pattern(
    r"\b(?:who|who's|whos|what do|what are|what's|whats|why|which|depends|how do|how'd|where'd|maybe)\b|\b(?:not|n't|no)\b"
)


def _takes_it_up(reading: Reading, turn: TurnReading) -> bool:
    """Whom the house holds for the customer, called by name, goes on talking without a question, a no or another name."""
    if reading.context.callee_role != "debtor" or turn.flat.questions:
        return False
    return bool(turn.text) and not _ASKS_BACK.search(turn.text) and not _DECLINES.search(turn.text)


def _own_name(reading: Reading, text: str) -> bool | None:
    """Says the name sought as their own (True) or of somebody else (False)."""
    first = (reading.context.debtor_name.lower().split() or [""])[0]
    if not first or first not in text:
        return None
    name = re.escape(first)
    if re.search(rf"\b(?:no|not|isn't|ain't|aint) (?:\w+ )?{name}\b|\b{name}(?:'s| is| has|s)? (?:not|out|at|in the|away|asleep|gone|passed|died|moved|dead|doesn't|don't|isn't|ain't|works?|over)\b", text):  # fmt: skip
        return False
    introduces = rf"\b(?:i'm|im|i am|this is|it's|its|it is|name's|me|that's|of course)[, ]+{name}\b|^{name}(?: here| speaking)?$"
    return True if re.search(introduces, text) else None


def _gives_identifier(turn: TurnReading) -> bool:
    """A figure, a date, or a few words that neither refuse nor ask."""
    first = turn.text[: min(turn.flat.stops, default=len(turn.text))]
    if _DECLINES.search(first):
        return False
    return bool(_MONTH.search(turn.text)) or (
        len(first.split()) <= _SHORT_ANSWER and min(turn.flat.questions, default=-1) != len(first)
    )
