"""A sentence is changed by one person and put into use by another; a bad one never is."""

from __future__ import annotations

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.records.models import GuideVersion, Staff
from shounuo.records.queries.guides import by_ref, in_use
from shounuo.settings import clock


@pytest.fixture
def desk(django_on_both: Database) -> World:
    world = make_world()
    Staff.objects.create(staff_no="3101", name="邓师", role="trainer", team=world.team)
    return world


def as_(number: str) -> Client:
    client = Client()
    client.force_login(Staff.objects.get(staff_no=number))
    return client


def text(client: Client, extra: str = "") -> str:
    """The text a new version starts from, taken from the editor's own page."""
    from shounuo.web.guide_desk.starting import starting_text

    assert client.get("/guides/cn-card-m1/edit").status_code == 200
    return starting_text("cn-card-m1", NOON.date()) + extra


def test_two_people_put_a_version_into_use(desk: World) -> None:
    """The trainer writes and submits; may not publish their own; the lead publishes; calls keep the old."""
    with clock.held_at(NOON):
        trainer, lead = as_("3101"), as_("2001")
        body = text(trainer).replace("会按合同收取违约金。", "会按合同约定收取违约金。")
        saved = trainer.post("/guides/cn-card-m1/edit", {"body": body})
        assert "均未发现问题" in saved.content.decode(), saved.content.decode()[-3000:]
        row = GuideVersion.objects.get()
        trainer.post(f"/guides/version/{row.pk}/submit")
        assert trainer.post(f"/guides/version/{row.pk}/publish").status_code == 403
        assert lead.post(f"/guides/version/{row.pk}/publish").status_code == 302
        newest = {guide.id: guide for guide in in_use(NOON.date())}["cn-card-m1"]
        assert newest.version == row.version
        assert by_ref("cn-card-m1@1") is not None
        page = lead.get("/guides/cn-card-m1/diff").content.decode()
        assert "<ins>约定</ins>" in page
        lead.post(f"/guides/version/{row.pk}/withdraw")
        assert {g.id: g.version for g in in_use(NOON.date())}["cn-card-m1"] == 1


def test_a_lead_does_not_publish_their_own(desk: World) -> None:
    """Entitled to publish, yet an author: refused with the reason in words."""
    with clock.held_at(NOON):
        lead = as_("2001")
        lead.post("/guides/cn-card-m1/edit", {"body": text(lead)})
        row = GuideVersion.objects.get()
        lead.post(f"/guides/version/{row.pk}/submit")
        refused = lead.post(f"/guides/version/{row.pk}/publish")
        assert refused.status_code == 409
        assert "作者不能自己发布" in refused.content.decode()


def test_a_threat_is_saved_as_a_draft_and_never_submitted(desk: World) -> None:
    """A sentence that threatens stays a draft, with the reason beside it."""
    with clock.held_at(NOON):
        trainer = as_("3101")
        bad = text(trainer).replace("会按合同收取违约金。", "再不还就让公安来抓你坐牢。")
        saved = trainer.post("/guides/cn-card-m1/edit", {"body": bad}).content.decode()
        assert 'class="notice bad"' in saved
        row = GuideVersion.objects.get()
        assert trainer.post(f"/guides/version/{row.pk}/submit").status_code == 409
        row.refresh_from_db()
        assert row.state == "draft"


def test_every_guide_opens_in_both_languages(desk: World) -> None:
    """The list, and every shipped guide with its picture and preview."""
    with clock.held_at(NOON):
        client = as_("1001")
        assert client.get("/guides/").status_code == 200
        for guide in in_use(NOON.date()):
            for language in ("zh-hans", "en"):
                page = client.get(f"/guides/{guide.id}", headers={"accept-language": language})
                assert page.status_code == 200, guide.id
                assert "<svg" in page.content.decode()
