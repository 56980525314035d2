"""What one turn does in the negotiation: offers, accepts, refuses, turns down, looks back."""

from __future__ import annotations

from enum import Enum, auto

from shounuo.inspection.agreement import answers, firmness, other_matters, paying
from shounuo.inspection.agreement.terms import Terms
from shounuo.inspection.question import asks, asks_for_leave, ends_by_asking
from shounuo.inspection.reading import Reading, TurnReading
from shounuo.kernel.patterns import quick_pattern


class Stand(Enum):
    """What the customer does with what lies on the table."""

    YES = auto()
    NO = auto()
    OFFER = auto()  # a question, a guess or a bare figure: it stands once it is taken down
    FIRM = auto()  # his own word: it stands by itself
    MENTION = auto()  # a day or a sum in passing: it stands once both are repeated to him
    NOTHING = auto()


_TRACING = quick_pattern(
    r"核查|回单|凭证|截图|查账|待查|为已还|已还款?待|查清|查(?:一下)?(?:入账|到账)|到账之前|进来的|刚到|看(?:得)?(?:到|见)了|\b(?:came in|posted)\b|收到了?.{0,12}(?:元|块)|\b(?:trace|look for (?:that|the) payment|until it posts)\b"
)


def looks_back(reading: Reading, turn: TurnReading) -> bool:
    """Speaks of a payment already made (昨晚还的 1240), not of one to come."""
    days = [d.day for d in reading.heard(turn).dates if d.day]
    today = reading.call.as_of.date()
    return bool(_TRACING.search(turn.text)) or bool(days and all(day < today for day in days))


_TURNS_DOWN = quick_pattern(
    r"(?:定不了|批了才算|得.{0,3}审批|最少|打发|不行|不够|不划算|进不了|少了|太少|太晚|不接受|不可以|不能等|等不(?:了|起)|用不了|不能用|太笼统|那怎么行)(?!吗|么|嘛)"
    r"|\b(?:not enough|won't (?:do|work|cut)|can't (?:take|accept|do that|wait)|isn't enough|too (?:late|little|long)|ain't enough)\b"
)
_SETS_ASIDE = quick_pattern(
    r"不登记.{0,4}承诺|不(?:算|作)(?:承诺|答应|准)|先放一边|那就不还|不用还|不问$|不(?:跟|和)?(?:您|你|我们)?(?:谈|问|催|聊)(?:您|你)?(?:的)?(?:还款|这个|款|钱|收)|不谈(?:这|还款|款|钱|$)|登记(?:为|成|您|你|的是)?(?:暂时)?(?:没|不还|异议|申请|投诉|无)|记(?:个|您|你|成|为)?(?:今天)?(?:没钱|不还|没有资金)|按有争议"
    r"|\b(?:not (?:asking|going to ask)|won't ask|i'm noting (?:no|that you)|put(?:ting)? (?:you )?down (?:no|as can't|that you)|no funds|declined|question mark|nothing(?:'s)? promised|not a promise|as a proposal|nobody(?:'s| is) going to (?:ask|call)|on hold)\b"
)
_ACCEPTS = quick_pattern(
    r"^也?(?:好|行|可以|成|中|要得|得嘞|没问题|那就|对|嗯|妥|ok|那您?记)|就(?:这么|按|这样)|我(?:给[您你])?(?:记|登记|等)|记(?:下|上|好|着)|等[您你]"
    r"|^(?:\w+ ){0,2}?(?:ok|okay|alright|all right|good|great|fine|sure|perfect|deal|yes|got it|bet|works|that works|that helps|lovely|cool|you do that|wonderful|awesome|thank you|thanks)\b|\b(?:i'll (?:note|put|mark|have|be|set|take|write|look|make)|i can (?:note|do|take|put)|put you down|that works|that'll work|see you|works for|pencil|big help|i appreciate|i will tell|you're (?:a|the) )\b"
)
_CORRECTS = quick_pattern(
    r"^不(?:对|是)|不是.{0,8}是|应该是|说错|改(?:成|到)|还是(?!要)|要不|只|按我|\b(?:no|actually|i said|make (?:it|that)|instead|only)\b"
)
_OF_THE_REST = quick_pattern(
    r"^(?:那|还有)?(?:剩(?:下|余)?的?|其余|余下)|^(?:\w+ ){0,4}?and the (?:\w+ ){1,3}?after that|^(?:and |then )?the rest\b"
)


def turns_down(text: str) -> bool:
    """The collector does not take what was offered."""
    return bool(_TURNS_DOWN.search(text))


def sets_aside(text: str) -> bool:
    """The collector notes that nothing is to be paid now, or that nothing was promised."""
    return bool(_SETS_ASIDE.search(text))


def accepts(text: str) -> bool:
    """The collector takes what was offered, without repeating it."""
    return bool(_ACCEPTS.search(text))


def corrects(text: str) -> bool:
    """The customer says it otherwise than it was repeated."""
    return bool(_CORRECTS.search(text))


def of_the_rest(text: str) -> bool:
    """Speaks of what is left after the payment agreed."""
    return bool(_OF_THE_REST.search(text))


def opens_yes(reading: Reading, turn: TurnReading) -> bool:
    """Begins with a yes and asks nothing."""
    yes = answers.opens_with_yes(turn.text, english=reading.english)
    return (yes or answers.hums(turn.turn.text.lower(), alone=not turn.text)) and not asks(turn)


def stand(
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


def _leads_with_yes(turn: TurnReading, *, english: bool) -> bool:
    """To what was just repeated a yes comes first, whatever is asked or told after it: 对，那罚息呢."""
    said = turn.turn.text.lower().lstrip()
    return answers.opens_with_yes(turn.text, english=english) or bool(_HUM_FIRST.match(said))


_HUM_FIRST = quick_pattern(r"(?:嗯|唔|哎|mhm|mm-? ?hm)+(?=[\s，。,.!！]|$)")


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
WAY_CHARACTERS, WAY_WORDS = 14, 8


def _is_short(text: str, *, english: bool) -> bool:
    """A bare answer to the question when or how much."""
    return len(text.split()) <= BARE_WORDS if english else len(text) <= BARE_CHARACTERS


def _of_other_things(text: str, own: Terms) -> bool:
    """Tells what was paid, or when to call, or what papers will come."""
    if paying.done(text):
        return True
    return own.cents is None and (other_matters.of_papers(text) or other_matters.of_calling(text))
