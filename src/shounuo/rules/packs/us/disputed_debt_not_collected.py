"""After a written dispute in the validation period, no collecting until it is answered.

1006.38(d)(2): until a copy of verification or of a judgment is sent, or, for a duplicative dispute,
until the consumer is told so with reasons. New and material information makes it a new dispute
(comment 38(a)(1)-2). A request for the original creditor's name stops collecting likewise ((c)).
"In writing" includes a medium through which the collector accepts electronic messages (comment
38-1.iii). An oral or late dispute does not stop collecting here.
"""

from __future__ import annotations

from datetime import date, datetime, time

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.packs.us.moments import UTC, at, has_come
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Channel
from shounuo.rules.standing import Event, Hold
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "disputed_debt_not_collected", "1006.38(d)(2)"
ASKS = {"dispute": CLAUSE, "original_creditor_request": "1006.38(c)"}
ANSWERS = {
    "dispute": frozenset({"verification_sent", "judgment_sent"}),
    "original_creditor_request": frozenset({"original_creditor_sent"}),
}
DUPLICATE_TOLD = "duplicative_dispute_notice_sent"
ANSWERING = frozenset(
    {"verification", "judgment_copy", "original_creditor_information",
     "duplicative_dispute_notice"}
)  # fmt: skip


def _moment(when: datetime | date | None) -> datetime:
    if when is None:
        return datetime.max.replace(tzinfo=UTC)
    return when if isinstance(when, datetime) else at(when, time(), UTC)


def in_writing(event: Event) -> bool | None:
    """Whether the consumer wrote, in the sense of comment 38-1; None when nobody has said.

    What came by telephone was not written.
    """
    for key in ("in_writing", "medium_accepted_by_collector"):
        if event.more.get(key) is not None:
            return event.more[key] is True
    return False if event.channel is Channel.CALL else None


def _answered(event: Event, facts: Facts) -> bool:
    closing = set(ANSWERS[event.kind])
    if not event.more.get("new_material_information"):
        closing.add(DUPLICATE_TOLD)
    return any(
        other.kind in closing and _moment(other.when) >= _moment(event.when)
        and has_come(other.when, facts)
        for other in facts.events
    )  # fmt: skip


def _open(event: Event, facts: Facts) -> bool:
    about = facts.concerned_by(event.debts)
    asked = event.kind in ASKS and has_come(event.when, facts) and in_writing(event) is not False
    return asked and about and not _answered(event, facts)


def _held(hold: Hold, facts: Facts) -> bool:
    """A dispute as the desk records it, without saying whether it came in writing and in time."""
    about = facts.concerned_by(hold.debts)
    return hold.kind == "dispute" and hold.stands(facts.proposed.when) and about


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies; where nobody says whether it came in the validation period, somebody looks."""
    del numbers
    collecting = to_consumer(facts) or facts.proposed.channel is Channel.COURT_FILING
    if not collecting or facts.proposed.content.kind in ANSWERING:
        return None
    standing = [event for event in facts.events if _open(event, facts)]
    for event in standing:
        if in_writing(event) and event.more.get("within_validation_period") is True:
            return prohibited(CHECK, ASKS[event.kind], "open", instead=("send_verification",))
    held = any(_held(hold, facts) for hold in facts.holds)
    if held or any(event.more.get("within_validation_period") is not False for event in standing):
        return undecided(CHECK, CLAUSE, "period_unknown", instead=("complete_facts",))
    return None
