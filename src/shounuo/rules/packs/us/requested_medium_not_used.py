"""A medium, number or address that the person asked not to be used is not used: 1006.14(h)(1).

An opt-out of an e-mail address or text number closes it electronically for every debt (comment
-3.ii), also for required disclosures (comment 42(a)(1)-4). Exceptions, (h)(2): a bare electronic
confirmation of the opt-out; one answer through the medium in which the person began; what the law
otherwise requires to be sent that way. What the desk records in its own words ("stop calling", "write
only", a third party's refusal) closes what `rules.requests` says it closes.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited
from shounuo.rules.packs.us.consumer_initiated import is_answer, medium
from shounuo.rules.packs.us.moments import home_zone, stands, today
from shounuo.rules.packs.us.people import EXEMPT, reaches_a_person, to_consumer
from shounuo.rules.proposed import Channel
from shounuo.rules.requests import EFFECTS, binds, closes
from shounuo.rules.standing import Request
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "requested_medium_not_used", "1006.14(h)(1)"
ELECTRONIC = frozenset(
    {Channel.EMAIL, Channel.TEXT, Channel.INSTANT_MESSAGE, Channel.APP_MESSAGE, Channel.PORTAL,
     Channel.PORTAL_PUSH, Channel.SOCIAL_PRIVATE, Channel.SOCIAL_PUBLIC}
)  # fmt: skip
OPT_OUTS = frozenset({"electronic_opt_out", "email_address_opt_out", "electronic_reply"})
MEDIUM, ADDRESS = "stop_medium", "stop_address"
ELSEWHERE = frozenset(
    {"inconvenient_place", "inconvenient_times", "inconvenient_days", "not_at_work"}
)
DESK_WORDS = (
    frozenset(kind for kind, effect in EFFECTS.items() if effect.hold is None)
    - ELSEWHERE
    - {MEDIUM, ADDRESS}
)
WRONG_NUMBER = "wrong_number"  # whoever says so, the number is wrong for everybody
CONFIRMATION = "opt_out_confirmation"
REQUIRED = ("required_by_applicable_law", "periodic_statement_1026.41")
LEAVE = ("stop", "unsubscribe", "opt out", "opt-out", "remove me", "quit", "end", "cancel")


def _leaves(request: Request) -> bool:
    """A reply is an opt-out by its words, whatever the notice told the person to write."""
    return request.kind != "electronic_reply" or _words(request).startswith(LEAVE)


def _words(request: Request) -> str:
    return str(request.more.get("words", "")).strip().lower()


def _same_address(request: Request, facts: Facts) -> bool:
    address = facts.proposed.address
    return request.address_id is None or address is None or address.id == request.address_id


def _closes(request: Request, facts: Facts) -> bool:
    proposed = facts.proposed
    same_medium = medium(request.channel) in (None, medium(proposed.channel))
    if request.kind == "electronic_reply" and "call" in _words(request):
        return medium(proposed.channel) == "call"  # written in a reply, said about calls
    if request.kind == MEDIUM:
        return same_medium
    if request.kind == ADDRESS:
        return same_medium and _same_address(request, facts)
    if request.kind in DESK_WORDS:
        return binds(request, proposed.when, today(facts)) and closes(
            request, proposed, proposed.when.astimezone(home_zone(facts))
        )
    if request.kind in OPT_OUTS and proposed.channel in ELECTRONIC:
        if request.kind == "email_address_opt_out" and proposed.channel is not Channel.EMAIL:
            return False
        return _leaves(request) and same_medium and _same_address(request, facts)
    return False


def _required(facts: Facts) -> bool:
    stated = str(facts.proposed.content.more.get("purpose") or "")
    return facts.proposed.purpose.startswith(REQUIRED) or stated.startswith(REQUIRED)


def _excepted(facts: Facts) -> bool:
    content = facts.proposed.content
    if content.kind == CONFIRMATION:
        electronic = facts.proposed.channel in ELECTRONIC
        return electronic and content.more.get("other_content") is False
    return _required(facts) or is_answer(facts)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies the medium or address for this person, about any debt."""
    del numbers
    proposed = facts.proposed
    if not reaches_a_person(facts) or proposed.role in EXEMPT:
        return None
    for request in facts.requests:
        of_file = request.by in (None, "creditor_file") and to_consumer(facts)
        theirs = of_file or request.by == proposed.person_id or request.kind == WRONG_NUMBER
        binding = theirs and stands(request, facts) and _closes(request, facts)
        if binding and not _excepted(facts):
            say = "address" if request.address_id else "medium"
            return prohibited(CHECK, CLAUSE, say, instead=("another_number", "send_letter"))
    return None
