"""A customer's rating is captured once a call, sealed, erased with the person, and moves nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

import shounuo
from machinery.databases import Database
from records.play import dial, play_a_call
from records.test_erasure import erase, where
from records.test_no_plaintext import everything_stored
from records.world import NOON, World, make_world
from shounuo.kernel.errors import Refused
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.hang_up import hang_up
from shounuo.records.actions.rate_call import MOST_WORDS, Rated, rate_call
from shounuo.records.models import CallRating, Contact, Event
from shounuo.records.queries.erasure import kept_of

MINUTE = timedelta(minutes=1)
ENDED = NOON + 4 * MINUTE
WORDS = "说话挺客气就是太快"


@pytest.fixture
def world(django_on_both: Database) -> World:
    """Two customers, the first with a call that ended four minutes past noon."""
    made = make_world(2)
    play_a_call(made)
    return made


def rate(contact: int | None = None, stars: int = 4, minutes: int = 9, **more: object) -> Rated:
    told = {
        "contact_id": contact or Contact.objects.order_by("pk")[0].pk,
        "stars": stars,
        "at": NOON + minutes * MINUTE,
        "actor": "ratings",
        "recorded_at": NOON + timedelta(hours=1),
    }
    return rate_call(**(told | more))  # type: ignore[arg-type]


def refused(**told: object) -> str:
    """The code; the sentence is there in both languages, and nothing was kept."""
    before = (CallRating.objects.count(), Event.objects.count())
    with pytest.raises(Refused) as caught:
        rate(**told)  # type: ignore[arg-type]
    problem = caught.value.problem
    assert problem.what.zh
    assert problem.what.en
    assert problem.next_step.zh
    assert (CallRating.objects.count(), Event.objects.count()) == before
    return problem.code


def test_a_rating_is_kept_with_its_event_and_its_words_sealed(
    world: World, django_on_both: Database
) -> None:
    """Stars in the event, the words as a commitment alone; nowhere in plain text."""
    assert rate(words=WORDS).came_to == "new"
    row = CallRating.objects.get()
    assert (row.stars, row.words, row.at) == (4, WORDS, NOON + 9 * MINUTE)
    event = Event.objects.get(kind="CallRated")
    assert event.chain == f"case:{world.cases[0].pk}"
    assert (event.payload["stars"], event.payload["before"]) == (4, None)
    assert list(event.payload["commitments"]) == ["words"]
    stored = everything_stored(django_on_both)
    assert WORDS.encode() not in stored
    assert WORDS.encode("unicode_escape") not in stored


def test_the_later_word_stands_in_any_order(world: World) -> None:
    """The same again changes nothing, a later one replaces, an earlier one that arrives late does not."""
    assert rate(stars=1).came_to == "new"
    assert rate(stars=1).came_to == "unchanged"
    assert rate(stars=5, minutes=10).came_to == "changed"
    assert rate(stars=1).came_to == "older"
    assert CallRating.objects.get().stars == 5
    told = Event.objects.filter(kind="CallRated").order_by("pk")
    assert [(e.payload["before"], e.payload["stars"]) for e in told] == [(None, 1), (1, 5)]


def test_two_words_of_one_moment_are_for_a_person_to_decide(world: World) -> None:
    rate(stars=1)
    assert refused(stars=2) == "rating_conflict"
    assert rate(stars=2, overrule=True).came_to == "changed"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"contact": 999_999}, "unknown_call"),
        ({"lender_id": 999_999}, "unknown_call"),
        ({"stars": 0}, "stars_out_of_range"),
        ({"stars": 6}, "stars_out_of_range"),
        ({"words": "长" * (MOST_WORDS + 1)}, "words_too_long"),
        ({"minutes": 2}, "rated_too_early"),
        ({"minutes": 120}, "rated_in_the_future"),
    ],
)
def test_what_cannot_be_is_refused(world: World, told: dict[str, object], code: str) -> None:
    assert refused(**told) == code


def test_only_after_a_person_answered_and_the_call_ended(world: World) -> None:
    """Going on: refused; hung up and not coded yet: taken, for customers press a star within seconds;
    coded as voicemail: refused; never answered: refused."""
    case = world.case(1)
    claim_case(case_id=case.pk, staff=world.bao, recorded_at=NOON)
    call = dial(case, world.bao, NOON + MINUTE, "second").contact
    assert call is not None
    answer_contact(contact_id=call.pk, staff=world.bao, recorded_at=NOON + MINUTE)
    assert refused(contact=call.pk) == "call_goes_on"
    hang_up(contact_id=call.pk, staff=world.bao, recorded_at=NOON + 3 * MINUTE)
    assert rate(call.pk).came_to == "new"
    for outcome in ("voicemail", "assistant", "no_answer"):
        Contact.objects.filter(pk=call.pk).update(outcome=outcome)
        assert refused(contact=call.pk, stars=2) == "call_not_answered"
    Contact.objects.filter(pk=call.pk).update(outcome="", answered_at=None)
    assert refused(contact=call.pk, stars=2) == "call_not_answered"
    end_contact(
        contact_id=call.pk,
        staff=world.bao,
        recorded_at=NOON + 4 * MINUTE,
        report=Report("no_answer", "NO_ANSWER", False),
    )
    assert refused(contact=call.pk, stars=2) == "call_not_answered"


def test_a_third_party_rates_nothing(world: World) -> None:
    """The stars of somebody who does not owe are not the customer's."""
    Contact.objects.update(role="third_party")
    assert refused() == "not_the_customer"
    Contact.objects.update(role="guarantor")
    assert rate().came_to == "new"


def test_erasing_the_person_erases_the_words_and_keeps_the_stars(world: World) -> None:
    """Replaced words go with them, and nothing is taken afterwards."""
    rate(words=WORDS)
    rate(words=WORDS + "了", minutes=10)
    assert (
        kept_of(world.case().customer)["notes"] == 2
    )  # the note of the call, the words of the rating
    assert where(WORDS)
    erase(world)
    assert where(WORDS) == set()
    assert CallRating.objects.get().stars == 4
    assert kept_of(world.case().customer)["notes"] == 0
    assert refused(stars=1, minutes=11) == "person_erased"


def test_no_score_order_or_pay_is_made_of_it() -> None:
    """Whoever reads ratings is named here: taking, erasing, showing. Nothing that scores, ranks, pays,
    extracts for the night or learns may be added."""
    root = Path(shounuo.__file__).parent
    readers = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "CallRating" in path.read_text(encoding="utf-8") and "migrations" not in path.parts
    }
    assert readers == {
        "records/models/__init__.py",
        "records/models/inspection.py",
        "records/actions/rate_call.py",
        "records/actions/erase_person.py",
        "records/queries/erasure.py",
        "records/queries/ratings.py",
    }
    shown = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if "queries.ratings" in path.read_text(encoding="utf-8")
    }
    assert shown == {
        "records/queries/insight.py",
        "web/insight/page.py",
        "web/inspector/call_page.py",
        "web/inspector/own_calls_shown.py",
        "web/inspector/stars.py",
    }
