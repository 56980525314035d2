"""The one code an English call ends in (P12), by what was said; order of decision as in `disposition`.

Where two answers stand (a refusal, then a wish for a plan) the later one is the customer's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from shounuo.inspection import wishes_en
from shounuo.inspection.agreement import speech
from shounuo.inspection.agreement.promise import promise_of
from shounuo.inspection.reading import Reading, Spot
from shounuo.inspection.state import state_of
from shounuo.inspection.steps import closing
from shounuo.inspection.steps.done import steps_done

_KIN = r"(?:husband|wife|mother|mom|mama|father|dad|daddy|brother|sister|son|daughter|uncle|aunt|cousin|grandma|grandpa|grandmother|grandfather|mamaw|papaw|roommate|neighbor|partner|friend)"
_DIED = r"(?:passed(?: away| on)?|died|is dead|was killed|is deceased|is gone now|is no longer with us|lost (?:his|her) (?:fight|battle))"
_PATTERNS = {
    "dead": rf"\b(?:he|she|they|{{name}}|mr \w+|mrs \w+|ms \w+)(?:'s|s| has| had| is)? (?:\w+ ){{{{0,2}}}}{_DIED}\b|\b(?:he|she)(?:'s| is|s) (?:dead|deceased|gone(?: now)?$|no longer with us|been dead)\b|\bdeceased\b|\bno longer with us\b|\b(?:his|her|the) (?:estate|funeral|death certificate|probate|obituary)\b|\b(?:buried|lost) (?:him|her)\b(?=$| (?:in|last|two|three|this|to|back|on|a|just)\b)|\bexecutor\b",
    "dead_kin": rf"\bmy {_KIN}(?:'s| has| had| is)? (?:\w+ ){{{{0,2}}}}(?:{_DIED})\b",
    "wrong": r"\bwrong (?:number|person|guy|party|house|place|man|woman|fella)\b|\b(?:no one|nobody|no such person|no body) (?:here )?(?:by|with|named|of|called)\b|\b(?:don't|do not|dont) know (?:him|her|them|the (?:man|woman|guy|person|name)|that (?:man|woman|guy|person|name)|any (?:\w+ )?{name}|(?:no|any) \w+$|who that|a {name})|\bnever heard of (?:him|her|them|{name}|that (?:name|person))|\b(?:just|new|recently|only) (?:got|bought|have|had) (?:this|the) (?:number|phone)|\b(?:had|have|got|bought) this (?:phone )?(?:number|phone) (?:since|for|with|about|two|three|a)\b|\bbeen (?:mine|my number|our number|ours|the (?:store|shop|office))\b|\bisn't (?:his|her|{name}'s?) (?:number|phone)|\b(?:no|ain't no|isn't any|not a|there's no|not) {name}\b|\bi'm not (?:him|her|{name}|the)\b|^(?:no,? )?(?:not (?:him|her))$|\bfor the other one\b|\bdifferent (?:person|{name}|guy|fella)\b|\bnot the (?:right|same) (?:person|{name}|one)\b",
    "paid": r"\b(?:already|just) (?:paid|sent|made|took care|settled|handled|cleared)\b|\b(?:i|we|he|she|my (?:son|daughter|wife|husband|insurance|lawyer|mother|brother)|they|blue cross|medicare|medicaid|insurance) (?:already |done |have |has )?paid (?:it|that|this|them|you|y'all|off|in full|all|for it|the (?:whole|full|bill|balance))\b|\bpaid (?:it|that|this|them|you guys|you people|you|y'all) (?:off|in full|already|last|on|at|in|two|back|weeks?|months?)|\b(?:i|we) (?:sent|mailed) (?:it|the (?:payment|check|money)|that|a check|a payment|(?:you|y'all|them) (?:a|the) (?:check|payment|money))\b|\bmade (?:the|that|a|my) payment\b|\b(?:check|payment|it|money) (?:cleared|went through|posted|was taken|came out|went out)\b|\btook it out of my account\b|\bhave (?:the|a|my) (?:receipt|confirmation|canceled check|cancelled check)\b|\bgot the receipt\b|\bpaid in full\b|\bzero balance\b|\bpaid (?:to provider|already)\b|\balready settled\b",
    "autopay": r"\bauto ?-?pay\w*|\bautomatic(?:ally)?\b|\bauto ?-?(?:draft|debit)\w*|\bsupposed to come out\b|\bcome out (?:by itself|on its own)\b|\b(?:didn't|did not|never) (?:come out|go through|draft)\b",
    "refuse": r"\b(?:not|ain't|never|won't|refuse to|refusing to|declin\w+ to|no way i'm|wouldn't) (?:\w+ )?(?:pay(?:ing)?|send(?:ing)?|giv(?:e|ing)|put(?:ting)?)\b(?! (?:attention|you off|it off|up with|you on|out\b|a card|my card|that over|my\b|me\b|us\b))|\b(?:not|never) (?:a|one|another) (?:red |single |damn |thin )*(?:cent|dime|penny|nickel|dollar)\b(?! of it| until i| to my| to spare| left| on me| in my| of income)|\b(?:not|ain't) (?:doing|gonna do|going to do) (?:it|that|this|business)\b|\bsue me\b|\btake me to court\b|\bdo what you (?:want|have to|gotta|need to|got to)\b|\bsend (?:your|the) (?:marshal|sheriff|lawyers?)\b|\bwon't happen\b|\bnot (?:happening|interested)\b|\b(?:leaving|leave) it (?:right )?where it is\b|\bi (?:am |do )?(?:refuse|decline)\b|\bdeclining\b|\blet (?:'em|them) (?:try|sue)\b|\bstick(?:ing)? (?:with|to) (?:what i|the plan|my plan|the agreement|my agreement)\b|\bforget (?:it|you)\b|\bget (?:nothing|zero) (?:from|out of) me\b|\bover my dead\b|\bhell no\b|\bdon't care\b|\bnot (?:sending|paying|giving) (?:you|y'all|them)\b",
    "no_money": r"\b(?:don't|dont|do not|ain't|aint|haven't|havent|didn't|doesn't) (?:have|got|have got|even have) (?:it|the (?:money|means|cash|funds)|any|anything|nothing|that|no|none|a (?:dime|dollar|cent|penny)|two|enough)\b|\b(?:aint|ain't|haven't|havent) got\b|\bno money\b|\bbroke\b(?! (?:leg|down|my|his|her))|\bcan't (?:pay|afford|do|swing|come up|spare|scrape|think about that)\b|\bnothing (?:left|coming in|to (?:give|send|pay))\b|\bpaycheck to paycheck\b|\bstrapped\b|\btapped out\b|\b(?:only|just|about) (?:got |have )?(?:\w+ )?(?:dollars|bucks) (?:to my name|till|until|left|in)\b|\bgot (?:\w+ )?(?:dollars|bucks) and\b|\bnot a dollar\b|\bout of (?:work|money)\b|\blost my job\b|\blaid off\b|\bunemployed\b|\bhours (?:got )?cut\b",
    "defer": r"\b(?:let me|i(?:'ll| will| need to| have to| gotta| got to| wanna| want to|'d have to|'d need to)) (?:think|talk|ask|check|get back|look|call (?:you|y'all|back)|speak|sleep on|see what)\b|\bget back to you\b|\bneed to (?:see|think|talk)\b",
    "callback": r"\b(?:call|try|ring|reach|catch|phone|buzz|get|holler at) me (?:back |again |up )?(?:at|on|after|around|about|tomorrow|later|next|in (?:the|a|an)|when|this|tonight|then|(?:mon|tues|wednes|thurs|fri|satur|sun)day|another|some other|any ?time|before|first)\b|\b(?:call|try|ring) (?:back|me back|again|later|me then)\b|\bbad time\b|\bat work\b|\bdriving\b|\bin a meeting\b|\bbusy\b|\bcan't talk\b|\banother time\b|\bnot a good time\b|\byou call me\b|\bi'll call\b",
    "frail": r"\bmy (?:daughter|son|granddaughter|grandson|niece|nephew|caregiver) (?:handles|does|takes care)|(?:ask|talk to) my (?:daughter|son)|i'm not good with|dementia|alzheimer|confused|don't understand|oxygen|hospice|blind|deaf\b",
    "bye": r"\b(?:bye|goodbye|good bye|hang(?:ing)? up|go to hell|screw you|click|i'm done|get lost|kiss my|up yours|drop dead|f you|leeches|this call is over|don't have time for this|lose my)\b",
}  # fmt: skip

# What the collector did tells what he understood.
_TAKEN_UP_WORDS = {
    "DECEASED": r"\bsorry for your loss\b|\bcondolences\b|\bsympath(?:y|ies)\b|\bmark(?:ing|ed)? (?:\w+ )?(?:as )?deceased\b",
    "WRONG_PERSON": r"\bwrong number\b|\b(?:mark|tag|flag|not)\w* (?:\w+ ){0,3}number (?:as |so )|\b(?:remov|pull|tak|delet|strik|clear|scrub)\w* (?:\w+ )?(?:this|your|the|that) number\b|\bnot the (?:\w+ )?(?:person|fella|one|man|woman|lady|guy) i'm (?:after|looking)|\byou're not (?:the|who)\b|\bsomebody else's number\b|\bwrong person\b",
    "VULNERABLE": r"\b(?:988|nine eight eight|crisis|lifeline|hotline|(?:hurting|killing|harming) yourself|suicid\w*|hurt yourself|kill yourself|are you safe|safe (?:right now|tonight|this minute|to talk)|care team|(?:adult|protective) services|you (?:in|are in) danger|nobody.{0,12}bother you about money)\b",
    "COMPLAINT": r"\b(?:fil|log|open|regist|submit|not|writ|tak|start)\w* (?:\w+ ){0,2}(?:a|your|this|the|that) (?:\w+ )?complaint|\b(?:to|goes to|with) (?:our |the )?compliance\b|\bcompliance (?:office|officer|department|team)\b",
    "DISPUTE": r"\b(?:record|not|log|fil|open|mark|put|enter)\w* (?:\w+ ){0,3}(?:disput\w+)\b|\bfraud (?:case|team|claim)\b|\bopening (?:the|a) (?:fraud|dispute)",
    "CLAIM_PAID": r"\btrac(?:e|ing|ed) (?:that|the|your|it)\b|\b(?:look|check) (?:for|into) (?:that|the|your) payment\b|\bproof of payment\b|\bcopy of (?:the|your) (?:receipt|check)\b|\bposting team\b|\bresearch (?:that|the|your) payment\b",
    "REFUSE": r"\b(?:not|put|mark|writ|record|log|got)\w* (?:\w+ ){0,6}(?:refus|declin)\w*",
    "NO_MONEY": r"\b(?:not|put|mark|writ|record|log|got)\w* (?:\w+ ){0,5}(?:no (?:funds|money)|unable|can't pay|don't have any money)\b",
    "PLAN_REQUEST": r"\b(?:send|put|submit|tak|ask|forward|email|mail|pass)\w* (?:\w+ ){0,6}(?:request|proposal|application|form|statements|stub|paperwork|plan desk|workout|hardship|review|team|committee|tax returns)\b|\bthey(?:'d| would)? (?:have to agree|decide)\b|\bnot a deal till\b",
    "CALLBACK": r"\b(?:i'll|we'll|i will|i can|let me) (?:\w+ )?(?:call|ring|try|catch|phone|reach) (?:you |back )*(?:at|on|tomorrow|then|after|around|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|later|in|back)\b",
}  # fmt: skip
_TAKEN_UP = {code: re.compile(words) for code, words in _TAKEN_UP_WORDS.items()}
_FAILED = re.compile(
    r"\b(?:bounc\w+|(?:came|come|comes|kicked|sent) back|return(?:ed|s)?|clos(?:ed|e)|declin\w+|reject\w*|fail\w*|didn't (?:go|come|draft|run|pull|clear)|did not (?:go|come|draft|run)|never (?:went|came|drafted)|switched off|turned off|expired|insufficient|not (?:go|gone) through|stopp?ed|no longer|old (?:card|account)|new (?:card|account)|reissued)\b"
)
# Tried and sent back; an autopay that was merely switched off leaves a plain promise to pay otherwise.
_BOUNCED = re.compile(
    r"\b(?:bounc\w+|(?:came|come|comes|kicked|sent) back|return(?:ed|s)|declin(?:ed|es)|reject\w*|fail(?:ed|s)|didn't (?:go|clear|draft)|did not (?:go|clear)|insufficient|not go(?:ne)? through|account closed|closed (?:the|that) account|stop payment)\b"
)
_AUTO = re.compile(
    r"\b(?:auto ?-?(?:pay|draft|debit)\w*|automatic\w*|draft\w*|direct debit|re-?run|pull again)\b"
)


def read(reading: Reading) -> str:
    """The canonical code of a call that has turns."""
    third = reading.context.callee_role == "third_party"
    return _third_party(reading) if third else _customer(reading)


def last_said(reading: Reading) -> dict[str, int]:
    """Where the other side last says what the patterns know, by their names."""
    spots = (
        (name, spot) for name in _PATTERNS for spot in reading.find(_of(reading, name), "party")
    )
    return {name: spot.turn.at for name, spot in spots}


def last_taken_up(reading: Reading) -> dict[str, int]:
    """Where the collector last takes a thing up, by the code it speaks for."""
    found = _TAKEN_UP.items()
    return {
        code: s.turn.at for code, words in found for s in reading.find(words) if s.scope.asserted
    }


def _third_party(reading: Reading) -> str:
    dead = _last(reading, "dead", "dead_kin")
    if dead or _taken_up(reading, "DECEASED") or "deceased" in reading.context.open_flags:
        return "DECEASED"
    asked = steps_done(reading).get("message_request")
    if refused := state_of(reading).first("third_party_refusal"):
        came_round = asked is not None and asked.at > refused.at and _relays(reading)
        if not came_round:
            return "THIRD_PARTY_REFUSED"
    if _last(reading, "wrong"):
        return "WRONG_PERSON"
    if state_of(reading).first("complaint"):
        return "COMPLAINT"
    if asked or _relays(reading):
        return "MESSAGE_LEFT"
    if _last(reading, "callback") and closing.close(reading):
        return "CALLBACK"
    refuses = any(speech.declines(t.text, english=True) for t in reading.party())
    return "THIRD_PARTY_REFUSED" if refuses else "HUNG_UP"


_WILL_RELAY = re.compile(
    r"\b(?:i'll|i will|i can|i'm gonna|lemme) (?:\w+ )?(?:tell|let|pass|give|have|get|ask|relay|mention|leave) (?:it |this |that |the message )?(?:to |on |along )?(?:him|her|them|\w+ (?:know|call))\b|\bgot it\b|\bwrote it down\b"
)


def _relays(reading: Reading) -> bool:
    """The one who answered says that the word will be passed on."""
    return any(_WILL_RELAY.search(turn.text) for turn in reading.party()[-3:])


def _customer(reading: Reading) -> str:
    role, state = reading.context.callee_role, state_of(reading)
    harmed = state.first("self_harm") or _taken_up(reading, "VULNERABLE")
    owner = state.verified_at is not None
    dead = _last(reading, "dead") or (None if owner else _last(reading, "dead_kin"))
    if not harmed and (
        dead
        or (not owner and _taken_up(reading, "DECEASED"))
        or "deceased" in reading.context.open_flags
    ):
        return "DECEASED"
    if not owner and (
        _last(reading, "wrong") or (state.denied_at is not None and role != "unknown")
    ):
        return "WRONG_PERSON"
    if role == "unknown" and (found := _nobody_sought(reading)):
        return found
    if harmed or _endangered(reading):
        return "VULNERABLE"
    return _promised_or_reason(reading)


def _nobody_sought(reading: Reading) -> str | None:
    """Somebody else answered a number of which the house does not know whose it is."""
    if _taken_up(reading, "WRONG_PERSON") or _last(reading, "wrong"):
        return "WRONG_PERSON"
    if state_of(reading).verified_at is not None:
        return None
    if state_of(reading).first("stop", "third_party_refusal"):
        return "WRONG_PERSON"
    message = _MESSAGE.search("\n".join(t.text for t in reading.agent()))
    return "MESSAGE_LEFT" if message or _relays(reading) else None


_MESSAGE = re.compile(
    r"\b(?:tell|ask|have|let|say) (?:him|her|them|\w+ (?:called|know|call))\b|\bmessage\b"
)


def _endangered(reading: Reading) -> bool:
    old = "elderly" in reading.context.open_flags and _last(reading, "frail")
    return bool(old) or bool(reading.context.open_flags & {"vulnerable"})


def _promised_or_reason(reading: Reading) -> str:
    promise = promise_of(reading)
    if not promise and (said := _complaint_or_cease(reading)):
        return said
    by_debit = promise is None or promise.said.method in ("auto_debit", None)
    if _debit_failed(reading, _FAILED if by_debit else _BOUNCED):
        return "AUTOPAY_FAILED"
    if promise:
        return "PTP" if promise.said.explicit else "PTP_IMPLIED"
    return _reason(reading)


def _complaint_or_cease(reading: Reading) -> str | None:
    """The later of a complaint and a wish to be left alone; a paper asked for in a dispute is neither."""
    complained = max(_asked(reading, "complaint"), 0 if _taken_up(reading, "COMPLAINT") else -1)
    stopped = _asked(reading, "stop", "attorney", "write_only")
    if complained >= 0 and (stopped < 0 or 0 < stopped <= complained):
        return "COMPLAINT"
    if _asked(reading, "stop", "attorney") >= 0:
        return "CEASE"
    of_paper = state_of(reading).first("dispute") or _last(reading, "paid")
    return "CEASE" if stopped >= 0 and not of_paper else None


def _asked(reading: Reading, *kinds: str) -> int:
    """Place of the last wish of these kinds, -1 when there was none."""
    return max((r.at for r in state_of(reading).requests if r.kind in kinds), default=-1)


def _debit_failed(reading: Reading, failed: re.Pattern[str]) -> bool:
    """A payment that should have gone by itself did not, and that was spoken of."""
    return any(
        _AUTO.search(near) and failed.search(near)
        for near in (
            f"{a.text} {b.text}" for a, b in zip(reading.turns, reading.turns[1:], strict=False)
        )
    )


def _reason(reading: Reading) -> str:
    """No promise: why not. Facts first, then the later of refusal and wish, then want of money."""
    performing = "plan_performing" in reading.context.open_flags
    disputed = state_of(reading).first("dispute")
    noted_refusal = _taken_up(reading, "REFUSE") and not (
        disputed and "disput" in disputed.spot.said
    )
    if (disputed and not noted_refusal) or _taken_up(reading, "DISPUTE"):
        return "DISPUTE"
    if not performing and (_last(reading, "paid") or _taken_up(reading, "CLAIM_PAID")):
        return "CLAIM_PAID"
    wished = _places(reading, "refuse", "REFUSE"), _plan_places(reading), _callback_places(reading)
    refused, plan, again = (max(places, default=-1) for places in wished)
    if _taken_up(reading, "NO_MONEY") and not _taken_up(reading, "REFUSE") and plan < 0:
        return "NO_MONEY"
    if max(refused, plan) >= 0:
        return "REFUSE" if refused >= plan else "PLAN_REQUEST"
    if _hung_up(reading):
        return "HUNG_UP"
    if again >= 0:
        return "CALLBACK"
    return "NO_MONEY"


def _plan_places(reading: Reading) -> list[int]:
    """Where a plan was wished for; only asked after, it counts once the collector takes it up or offers one."""
    wished = [s.turn.at for s in reading.find(wishes_en.PLAN_WISHED, "party")]
    if wished or (taken := _offer_taken(reading)):
        return wished or taken
    asked = [s.turn.at for s in reading.find(wishes_en.PLAN_ASKED, "party")]
    hard = state_of(reading).first("hardship")
    declined = any(speech.declines(t.text, english=True) for t in reading.party()[-2:])
    offered = (hard or steps_done(reading).get("offer_alternative")) and not declined
    if _taken_up(reading, "PLAN_REQUEST") and (asked or offered):
        return asked or [0]
    return []


def _offer_taken(reading: Reading) -> list[int]:
    """Somebody in hardship was offered terms and did not turn them down."""
    offer = steps_done(reading).get("offer_alternative")
    if not (offer and state_of(reading).first("hardship")):
        return []
    after = [t for t in reading.party() if t.at > offer.at]
    if not after or any(speech.declines(t.text, english=True) for t in after):
        return []
    return [offer.at]


def _callback_places(reading: Reading) -> list[int]:
    tail = reading.party()[-3:]
    said = [
        t.at for t in tail for name in ("callback", "defer") if _of(reading, name).search(t.text)
    ]
    last = reading.agent()[-2:]
    taken = [t.at for t in last if _TAKEN_UP["CALLBACK"].search(t.text)]
    poor = _last(reading, "no_money") or state_of(reading).first("hardship")
    return said + (taken if said or not poor else [])


def _hung_up(reading: Reading) -> bool:
    """The last words of the other side are a parting thrown at the collector, or the line went dead."""
    last = reading.party()[-1:] if reading.party() else []
    thrown = any(_of(reading, "bye").search(t.text) for t in last)
    closed = closing.close(reading)
    return bool(thrown and not _parted_before(reading)) or closed is None


def _parted_before(reading: Reading) -> bool:
    """The collector had taken leave first, so that a bye only answers."""
    before = [t for t in reading.agent() if t.at < reading.party()[-1].at]
    return bool(before) and closing.takes_leave(before[-1])


def _places(reading: Reading, said: str, taken: str) -> list[int]:
    found = [s.turn.at for s in reading.find(_of(reading, said), "party")]
    noted = [s.turn.at for s in reading.find(_TAKEN_UP[taken])]
    return found + noted


def _of(reading: Reading, name: str) -> re.Pattern[str]:
    given = (reading.context.debtor_name.lower().split() or ["-"])[0]
    # A name that the other side never says needs no pattern of its own.
    return _pattern(name, given if any(given in t.text for t in reading.party()) else "-")


@lru_cache(maxsize=1024)
def _pattern(name: str, given: str) -> re.Pattern[str]:
    """The pattern with the given name of the one sought put in."""
    source = _PATTERNS[name].replace("{name}", re.escape(given))
    return re.compile(source.replace("{{", "{").replace("}}", "}"))


def _last(reading: Reading, *names: str) -> Spot | None:
    """The last place where the other side says any of these."""
    spots = [spot for name in names for spot in reading.find(_of(reading, name), "party")]
    return max(spots, key=lambda s: s.turn.at, default=None)


def _taken_up(reading: Reading, code: str) -> bool:
    return any(spot.scope.asserted for spot in reading.find(_TAKEN_UP[code]))
