"""What a person asks for, and what it closes. Pure: from the request to its effect.

Two keys on the call screen record one of these; it binds from the moment it was received.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shounuo.rules.proposed import Channel, Proposed
from shounuo.rules.standing import Request

VOICE_AND_VISIT = frozenset(
    {
        Channel.CALL,
        Channel.VOICE_MESSAGE,
        Channel.RINGLESS_VOICEMAIL,
        Channel.VISIT,
    }
)
WRITTEN = frozenset(
    {Channel.TEXT, Channel.EMAIL, Channel.MAIL, Channel.APP_MESSAGE, Channel.PORTAL}
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a request closes for the person who made it.

    `channels` None: all. `place`: only there. `hold`: the hold it opens. `final`: no withdrawal
    by anybody else, no end by time.
    """

    channels: frozenset[Channel] | None = frozenset()
    place: str | None = None
    hold: str | None = None
    final: bool = False
    named_channel: bool = False  # the channel named in the request
    named_address: bool = False  # the number or address named in the request
    named_hours: bool = False
    for_anybody: bool = False  # who asked does not matter: the number itself is wrong


EFFECTS: dict[str, Effect] = {
    "not_at_work": Effect(channels=None, place="work"),
    "inconvenient_place": Effect(channels=None, place="named"),
    "inconvenient_times": Effect(channels=None, named_hours=True),
    "inconvenient_days": Effect(channels=None, named_hours=True),
    "stop_calling": Effect(channels=frozenset({*VOICE_AND_VISIT} - {Channel.VISIT})),
    "stop_medium": Effect(named_channel=True),
    "stop_address": Effect(named_address=True),
    "write_only": Effect(channels=VOICE_AND_VISIT),
    "has_lawyer": Effect(hold="attorney"),
    "third_party_refuses": Effect(channels=None, final=True),
    "stop_all": Effect(channels=None),
    "wrong_number": Effect(named_address=True, final=True, for_anybody=True),
    "complains": Effect(hold="complaint"),
    "disputes": Effect(hold="dispute"),
}

# What a pack's own rules hear; it closes nothing by itself.
HEARD_BY_PACKS = frozenset(
    {"please_call_again", "oral_refusal_to_pay", "does_not_owe", "written_cease_or_refusal"}
    | {"electronic_cease", "busy_cannot_talk_now"}
)


def effect_of(request: Request) -> Effect | None:
    """None for a kind that only a pack's own rules know."""
    return EFFECTS.get(request.kind)


def binds(request: Request, when: datetime, today: date) -> bool:
    """In force at that moment; one of which only the day is known binds from the day's start, one
    whose time is not recorded binds. `today`: the person's calendar day.
    """
    received = request.received
    if isinstance(received, datetime):
        if received > when:
            return False
    elif received is not None and received > today:
        return False
    if request.until is not None and request.until < today:
        return False
    final = (effect := effect_of(request)) is not None and effect.final
    return final or request.withdrawn_at is None or when < request.withdrawn_at


def _in_hours(request: Request, local: datetime) -> bool:
    if request.days and local.weekday() in request.days and not request.windows:
        return True
    days_fit = not request.days or local.weekday() in request.days
    return days_fit and any(_within(local.time(), a, b) for a, b in request.windows)


def _within(clock: time, start: time, end: time) -> bool:
    """Start included, end not; a window may run over midnight."""
    return start <= clock < end if start <= end else clock >= start or clock < end


def _at(place: str | None, proposed: Proposed) -> bool:
    """At that place, or on a number of that place."""
    known = {proposed.place}
    if proposed.address is not None:
        known.add(proposed.address.place)
    if proposed.visit is not None:
        known.add("work" if proposed.visit.place == "office" else proposed.visit.place)
    return place in known


def closes(request: Request, proposed: Proposed, local: datetime) -> bool:
    """Whether the request, in force, closes this contact. `local`: the person's clock."""
    effect = effect_of(request)
    if effect is None:
        return False
    if request.by not in (None, proposed.person_id) and not effect.for_anybody:
        return False
    if request.debts and not set(request.debts) & set(proposed.debts):
        return False
    if effect.place is not None:
        return _at(request.place if effect.place == "named" else effect.place, proposed)
    if effect.named_hours:
        return _in_hours(request, local)
    if effect.named_address:
        return proposed.address is None or request.address_id in (None, proposed.address.id)
    if effect.named_channel:
        return request.channel in (None, proposed.channel)
    return effect.channels is None or proposed.channel in effect.channels


def opens(request: Request, local: datetime) -> date | datetime | None:
    """When a request that closes this moment ends by itself; None for one that does not.

    Hours end at their own end, days on the first day not named, a dated request the day after.
    """
    ends = [window for window in request.windows if _within(local.time(), *window)]
    if ends:
        return max(_window_end(local, start, end) for start, end in ends)
    if request.days:
        free = (local.date() + timedelta(days=n) for n in range(1, 8))
        return next((day for day in free if day.weekday() not in request.days), None)
    return request.until + timedelta(days=1) if request.until else None


def _window_end(local: datetime, start: time, end: time) -> datetime:
    """The next time the clock of the place shows `end`."""
    over_midnight = start > end and local.time() >= start
    day = local.date() + timedelta(days=1) if over_midnight else local.date()
    return datetime.combine(day, end, local.tzinfo)
