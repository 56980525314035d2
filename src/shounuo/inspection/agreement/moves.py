"""What the collector's turn does in the negotiation: accepts, turns down, sets aside, looks back."""

from __future__ import annotations

from shounuo.inspection.agreement.the_rest import REST_ZH
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

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


def turns_down(text: str) -> bool:
    """The collector does not take what was offered."""
    return bool(_TURNS_DOWN.search(text))


_SETS_ASIDE = quick_pattern(
    r"不登记.{0,4}承诺|不(?:算|作)(?:承诺|答应|准)|先放一边|那就不还|不用还|不问$|不(?:跟|和)?(?:您|你|我们)?(?:谈|问|催|聊)(?:您|你)?(?:的)?(?:还款|这个|款|钱|收)|不(?:急着)?谈(?:这|还款|款|钱|$)|登记(?:为|成|您|你|的是)?(?:暂时)?(?:没|不还|异议|申请|投诉|无)|记(?:个|您|你|成|为)?(?:今天)?(?:没钱|不还|没有资金)|按有争议"
    r"|\b(?:not (?:asking|going to ask)|won't ask|i'm noting (?:no|that you)|put(?:ting)? (?:you )?down (?:no|as can't|that you)|no funds|(?<!one )(?<!card )(?<!it )(?<!that )(?<!payment )(?<!was )(?<!got )declined|question mark|nothing(?:'s)? promised|not a promise|as a proposal|nobody(?:'s| is) going to (?:ask|call)|on hold)\b"
)


def sets_aside(text: str) -> bool:
    """The collector notes that nothing is to be paid now, or that nothing was promised."""
    return bool(_SETS_ASIDE.search(text))


_ACCEPTS = quick_pattern(
    r"^也?(?:好|行|可以|成|中|要得|得嘞|没问题|那就|对|嗯|妥|ok|那您?记)|就(?:这么|按|这样)|我(?:给[您你])?(?:记|登记|等)|记(?:下|上|好|着)|等[您你]"
    r"|^(?:\w+ ){0,2}?(?:ok|okay|alright|all right|good|great|fine|sure|perfect|deal|yes|got it|bet|works|that works|that helps|lovely|cool|you do that|wonderful|awesome|thank you|thanks)\b|\b(?:i'll (?:note|put|mark|have|be|set|take|write|look|make)|i can (?:note|do|take|put)|put you down|that works|that'll work|see you|works for|pencil|big help|i appreciate|i will tell|you're (?:a|the) )\b"
)


def accepts(text: str) -> bool:
    """The collector takes what was offered, without repeating it."""
    return bool(_ACCEPTS.search(text))


_OF_THE_REST = quick_pattern(
    rf"^(?:那|还有)?(?:{REST_ZH})"
    r"|^(?:\w+ ){0,4}?and the (?:\w+ ){1,3}?after that|^(?:and |then )?the rest\b"
)


def of_the_rest(text: str) -> bool:
    """Speaks of what is left after the payment agreed."""
    return bool(_OF_THE_REST.search(text))
