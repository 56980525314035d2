"""A recording of one channel reaches the inspector with its sound, marked as parted by words; and can be erased."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from feeds.recordings.sounds import ToneEar, record
from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, make_world
from shounuo.feeds.recordings.take import take_recordings
from shounuo.jobs import inspect_calls
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.models import Contact, FollowUp, Inspection, Staff, Transcript

HELLO, YES, LATE, DIE = (
    "您好，请问是陈一帆先生吗？",
    "我是，你说。",
    "您逾期三十五天了，",
    "不想活了。",
)
TALK = [(1, 3, HELLO), (3.5, 4.5, YES), (5, 7, LATE), (7.5, 9, DIE)]


@pytest.fixture
def taken(django_on_both: Database, tmp_path: Path, settings_recordings: Path) -> World:
    """A world whose one call was recorded on one channel; a letter lay among the recordings."""
    world = make_world()
    play_a_call(world)
    contact = Contact.objects.get()
    call = record(tmp_path / f"contact-{contact.pk}.mp3", 10, [TALK])
    letter = tmp_path / "letter.wav"
    letter.write_text("Dear Sir")
    count, problems = take_recordings([letter, call], ToneEar(), settings_recordings, now=NOON)
    assert (count, [p.code for p in problems]) == (1, ["recording_unreadable"])
    inspect_calls.run(NOON)
    Staff.objects.create(staff_no="3001", name="质检", role="inspector")
    return world


@pytest.fixture
def settings_recordings(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files" / "recordings"


def inspector() -> Client:
    found = Client()
    found.force_login(Staff.objects.get(staff_no="3001"))
    return found


def test_the_page_says_that_words_told_who_spoke_and_plays_the_sound(taken: World) -> None:
    row = Inspection.objects.get()
    page = inspector().get(f"/inspection/call/{row.pk}").content.decode()
    assert 'id="parted"' in page
    assert "<audio" in page
    sound = inspector().get(f"/inspection/audio/{row.transcript_id}")
    assert sound["Content-Type"] == "audio/mpeg"
    sound.close()


def test_a_wish_to_die_is_a_task_though_only_words_tell_who_said_it(taken: World) -> None:
    assert FollowUp.objects.filter(kind="heard_self_harm").exists()


def test_the_same_recording_again_changes_nothing(taken: World, tmp_path: Path) -> None:
    before = Transcript.objects.get()
    path = tmp_path / f"contact-{before.contact_id}.mp3"
    folder = settings.MEDIA_ROOT / "recordings"
    assert take_recordings([path], ToneEar(), folder, now=NOON) == (1, [])
    assert Transcript.objects.get().body_hash == before.body_hash
    assert len(list(folder.iterdir())) == 1


def test_erasing_the_person_erases_the_sound(taken: World) -> None:
    """The file goes once the erasure stands."""
    row = Transcript.objects.get()
    path = settings.MEDIA_ROOT / "recordings" / row.audio
    assert path.exists()
    erase_person(
        customer_id=row.contact.customer_id, actor="test", recorded_at=NOON, ground="本人请求"
    )
    assert not path.exists()
    assert Transcript.objects.get().audio == ""
