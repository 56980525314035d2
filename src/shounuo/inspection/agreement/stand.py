"""What the customer's turn does in the negotiation: says yes or no, offers, or names terms in passing."""

from __future__ import annotations

from enum import Enum, auto

from shounuo.inspection.agreement import answers, firmness, other_matters, paying
from shounuo.inspection.agreement.refusals import only_beside
from shounuo.inspection.agreement.terms import Terms
from shounuo.inspection.question import asks, asks_for_leave, ends_by_asking
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern


class Stand(Enum):
    """What the customer does with what lies on the table."""

    YES = auto()
    NO = auto()
    OFFER = auto()  # a question, a guess or a bare figure: it stands once it is taken down
    FIRM = auto()  # his own word: it stands by itself
    MENTION = auto()  # a day or a sum in passing: it stands once both are repeated to him
    NOTHING = auto()


def stand_of(
    reading: Reading, turn: TurnReading, own: Terms, *, asked: bool, repeated: bool = False
) -> Stand:
    """What the customer's turn does. `asked`: a payment had just been asked for; `repeated`: terms had been."""
    text, english = turn.text, reading.english
    opens_yes = answers.opens_with_yes(text, english=english)
    refuses = answers.declines(text, english=english) and not opens_yes
    if own.any and not _of_other_things(text, own):
        offer = _offer(text, own, english=english, asked=asked)
        if own.cents is None and _of_plan(reading, turn):
            offer = Stand.MENTION
        if other_matters.of_others(text) or (asks(turn) and not paying.pays(text, english=english)):
            offer = Stand.MENTION
        if not refuses:
            return offer
        if own.cents is not None and (own.day or repeated):
            return Stand.OFFER
    if refuses and only_beside(reading, turn):
        return Stand.YES if own.method and (asked or repeated) else Stand.NOTHING
    if refuses:
        return Stand.NO
    if answers.hums(turn.turn.text.lower(), alone=not turn.text):
        return Stand.YES
    if repeated and _leads_with_yes(turn, english=english):
        return Stand.YES
    if asks(turn) or other_matters.of_calling(text):
        return Stand.NOTHING
    if (asked or repeated) and _names_the_way(text, own, english=english):
        return Stand.YES
    if (repeated or not answers.only_hears(text)) and (
        answers.agrees(text, english=english) or opens_yes
    ):
        return Stand.YES
    return Stand.NOTHING


def opens_yes(reading: Reading, turn: TurnReading) -> bool:
    """Begins with a yes and asks nothing."""
    yes = answers.opens_with_yes(turn.text, english=reading.english)
    return (yes or answers.hums(turn.turn.text.lower(), alone=not turn.text)) and not asks(turn)


_CORRECTS = quick_pattern(
    r"^不(?:对|是)|不是.{0,8}是|应该是|说错|改(?:成|到)|还是(?!要)|要不|只|按我|\b(?:no|actually|i said|make (?:it|that)|instead|only)\b"
)


def corrects(text: str) -> bool:
    """The customer says it otherwise than it was repeated."""
    return bool(_CORRECTS.search(text))


_HUM_FIRST = quick_pattern(r"(?:嗯|唔|哎|mhm|mm-? ?hm)+(?=[\s，。,.!！]|$)")


def _leads_with_yes(turn: TurnReading, *, english: bool) -> bool:
    """To what was just repeated a yes comes first, whatever is asked or told after it: 对，那罚息呢."""
    said = turn.turn.text.lower().lstrip()
    return answers.opens_with_yes(turn.text, english=english) or bool(_HUM_FIRST.match(said))


WAY_CHARACTERS, WAY_WORDS = 14, 8


def _names_the_way(text: str, own: Terms, *, english: bool) -> bool:
    """Answers which way he will pay, and nothing else."""
    few = len(text.split()) <= WAY_WORDS if english else len(text) <= WAY_CHARACTERS
    plain = not (
        other_matters.of_papers(text) or paying.done(text) or other_matters.of_income(text)
    )
    return own.method is not None and not own.weak and few and plain


def _offer(text: str, own: Terms, *, english: bool, asked: bool) -> Stand:
    """How firmly the terms named are offered."""
    pays = paying.pays(text, english=english)
    pays = pays and (not english or asked or own.cents is not None or paying.of_money(text))
    both = own.cents is not None and own.day is not None
    if not pays and (other_matters.of_income(text) or other_matters.recurs(text)):
        return Stand.MENTION
    just_asked, asked = asked, asked and _is_short(text, english=english)
    if english and not pays and other_matters.of_other_acts(text):
        return Stand.MENTION
    if not (pays or asked or both) or (own.day is None and not (asked or (pays and just_asked))):
        return Stand.MENTION
    if asks_for_leave(text) or firmness.conditional(text) or firmness.guesses(text):
        return Stand.OFFER
    return Stand.FIRM if pays and own.day is not None else Stand.OFFER


_PLAN = quick_pattern(
    r"申请|材料|审批|提交|递|协议|点同意|报(?:上去|公司|行里)|\b(?:application|statements|paperwork|hardship|papers|form|request)\b"
)


def _of_plan(reading: Reading, turn: TurnReading) -> bool:
    """An application is being talked of: bringing papers on Sunday is no promise to pay."""
    before = reading.turns[turn.at - 1] if turn.at else None
    return bool(
        before and before.is_agent and _PLAN.search(before.text) and not ends_by_asking(before.text)
    )


BARE_CHARACTERS, BARE_WORDS = 18, 10


def _is_short(text: str, *, english: bool) -> bool:
    """A bare answer to the question when or how much."""
    return len(text.split()) <= BARE_WORDS if english else len(text) <= BARE_CHARACTERS


def _of_other_things(text: str, own: Terms) -> bool:
    """Tells what was paid, or when to call, or what papers will come."""
    if paying.done(text):
        return True
    return own.cents is None and (other_matters.of_papers(text) or other_matters.of_calling(text))
