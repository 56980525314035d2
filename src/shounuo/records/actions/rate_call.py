"""What a customer thought of a call: captured beside it, and read by people alone.

One rating a call. Said again, the later word of the customer stands: a mistyped star is put right by the
customer, not by us. What arrives late of an earlier moment changes nothing, so that files in any order end
alike; two different words of one moment are for a person to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from shounuo.domain.contact import Outcome, PartyRole
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.models import CallRating, Contact

MOST_STARS = 5
MOST_WORDS = 500  # characters
# The desk hears of the end by a collector's key or a dialler; the other system has a clock of its own.
CLOCKS_DIFFER = timedelta(minutes=1)
PERSONS = (Outcome.CONNECTED, Outcome.DROPPED)


@dataclass(frozen=True, slots=True)
class Rated:
    """The rating that stands, and what became of the one told: new, changed, unchanged, older."""

    rating: CallRating
    came_to: str


def rate_call(
    *,
    contact_id: int,
    stars: int,
    at: datetime,
    actor: Actor,
    recorded_at: datetime,
    words: str = "",
    lender_id: int | None = None,
    overrule: bool = False,
) -> Rated:
    """`at`: when the customer said so. `lender_id`: only calls of this lender are known.

    Raises `Refused` for a call that is not known, was not answered by somebody who owes, has not ended or
    ended after `at`; stars beyond 1 to 5; words too long; the same moment told otherwise, unless a person
    said `overrule`; a person erased.
    """
    words = words.strip()
    with act(actor=actor, recorded_at=recorded_at, effective_at=at) as writing:
        contact = _contact(contact_id, lender_id)
        if contact.customer.erased_at is not None:
            raise Refused(_problem(contact_id, "person_erased"))
        _refuse_unfit(contact, stars, words, at, recorded_at)
        known = CallRating.objects.filter(contact=contact).first()
        if known is not None and (known.stars, known.words) == (stars, words):
            return Rated(known, "unchanged")
        if known is not None and at < known.at:
            return Rated(known, "older")
        if known is not None and at == known.at and not overrule:
            raise Refused(_problem(contact_id, "rating_conflict"))
        rating = known or CallRating(contact=contact)
        payload = {"contact": contact.pk, "stars": stars, "before": known.stars if known else None}
        rating.stars, rating.words, rating.at = stars, words, at
        rating.save()
        writing.event(
            f"case:{contact.case_id}",
            "CallRated",
            payload,
            personal={"words": words},
            customer_id=contact.customer_id,
        )
        return Rated(rating, "changed" if known else "new")


def _contact(contact_id: int, lender_id: int | None) -> Contact:
    """Under the lock of its person, so that an erasure comes before or after and not between."""
    calls = Contact.objects.filter(channel="call")
    if lender_id is not None:
        calls = calls.filter(case__lender=lender_id)
    found = calls.filter(pk=contact_id).first()
    if found is None:
        raise Refused(_problem(contact_id, "unknown_call"))
    found.customer = lock_customer(found.customer_id)
    found.refresh_from_db(fields=["state", "outcome", "answered_at", "ended_at"])
    return found


def _refuse_unfit(
    contact: Contact, stars: int, words: str, at: datetime, recorded_at: datetime
) -> None:
    answered = (
        contact.outcome in PERSONS if contact.outcome else contact.answered_at is not None
    )  # between hanging up and the code, the pick-up is all that is known
    faults = {
        "stars_out_of_range": not 1 <= stars <= MOST_STARS,
        "words_too_long": len(words) > MOST_WORDS,
        "call_goes_on": contact.ended_at is None and contact.state == "in_flight",
        "call_not_answered": contact.ended_at is None or not answered,
        "not_the_customer": not _owes(contact.role),
        "rated_too_early": contact.ended_at is not None and at < contact.ended_at - CLOCKS_DIFFER,
        "rated_in_the_future": at > recorded_at + CLOCKS_DIFFER,
    }
    for code, wrong in faults.items():
        if wrong:
            raise Refused(_problem(contact.pk, code))


def _owes(role: str) -> bool:
    return role in set(PartyRole) and PartyRole(role).owes


def _problem(contact_id: int, code: str) -> Problem:
    what, then = _WHY[code]
    return Problem(code, what, record=f"contact {contact_id}", next_step=then)


_WHY = {
    "unknown_call": (
        Text("没有这通电话", "There is no such call"),
        Text("核对通话编号", "Check the number of the call"),
    ),
    "person_erased": (
        Text("这位客户的个人信息已删除，不再收评分", "The person was erased; no rating is kept"),
        Text("不要再发送", "Send it no more"),
    ),
    "stars_out_of_range": (
        Text("星级只能是 1 到 5 的整数", "Stars are a whole number from 1 to 5"),
        Text("改正星级后重发", "Correct the stars and send it again"),
    ),
    "words_too_long": (
        Text(f"留言超过 {MOST_WORDS} 字", f"The words are longer than {MOST_WORDS} characters"),
        Text("缩短后重发", "Shorten them and send it again"),
    ),
    "call_goes_on": (
        Text("这通电话还没有结束", "The call has not ended yet"),
        Text("通话结束后再发", "Send it after the call has ended"),
    ),
    "call_not_answered": (
        Text("这通电话没有人接听", "No person answered this call"),
        Text("核对通话编号", "Check the number of the call"),
    ),
    "not_the_customer": (
        Text("这通电话打给的不是欠款人，不收评分", "The call was to somebody who does not owe"),
        Text("只请欠款人评分", "Ask only those who owe for a rating"),
    ),
    "rated_too_early": (
        Text("评分时间早于通话结束", "It was rated before the call ended"),
        Text("核对评分时间与通话编号", "Check the time and the number of the call"),
    ),
    "rated_in_the_future": (
        Text("评分时间在将来", "It is rated at a time to come"),
        Text("核对评分时间与时区", "Check the time and its zone"),
    ),
    "rating_conflict": (
        Text("同一时刻已有另一个评分", "Another rating of the same moment is known"),
        Text("问清哪个对；确认后可以按新的收，或丢弃", "Ask which is right; take the new one or drop it"),
    ),
}  # fmt: skip
