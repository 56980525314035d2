"""Two versions of a guide side by side: cases are drawn by chance, the draw is kept, the outcome is shown honestly."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from machinery.databases import Database
from records.world import NOON, World, make_world
from shounuo.guides.assignment import Trial, bucket
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.contact_report import Report
from shounuo.records.actions.edit_guide import publish_guide, save_draft, submit_guide
from shounuo.records.actions.end_contact import answer_contact, end_contact
from shounuo.records.actions.open_contact import open_contact
from shounuo.records.actions.release_case import release_case
from shounuo.records.models import Contact, ContactPoint, GuideTrial, Staff
from shounuo.records.queries.guide_trials import outcomes_of
from shounuo.rules.proposed import Channel
from shounuo.settings import clock
from shounuo.web.collector.guide_side import begin_guide
from shounuo.web.guide_desk.starting import starting_text

CASES = 12


@pytest.fixture
def desk(django_on_both: Database) -> World:
    """A second version of the card guide, published by two people, and a trial of both from the lead's page."""
    world = make_world(CASES)
    trainer = Staff.objects.create(staff_no="3101", name="邓师", role="trainer", team=world.team)
    body = starting_text("cn-card-m1", NOON.date()).replace(
        "会按合同收取违约金。", "会按合同约定收取违约金。"
    )
    row, problems = save_draft(guide_id="cn-card-m1", body=body, staff=trainer, recorded_at=NOON)
    assert problems == []
    submit_guide(version_id=row.pk, staff=trainer, recorded_at=NOON)
    publish_guide(
        version_id=row.pk, staff=world.lead, may_publish=True, today=NOON.date(), recorded_at=NOON
    )
    return world


def _begin(client: Client, **changes: str) -> int:
    form = {"trial": "fee-words", "first": "cn-card-m1@1", "second": "cn-card-m1@2", "share": "50"}
    return client.post("/guides/trials/begin", form | changes).status_code


def _call(world: World, number: int) -> Contact:
    held = claim_next_case(staff=world.anna, recorded_at=NOON)
    assert held is not None
    point = ContactPoint.objects.get(customer=held.customer, role="customer")
    opened = open_contact(
        case_id=held.pk, point_id=point.pk, channel=Channel.CALL,
        staff=world.anna, recorded_at=NOON, request_key=f"call-{number}",
    )  # fmt: skip
    assert opened.contact is not None
    answer_contact(contact_id=opened.contact.pk, staff=world.anna, recorded_at=NOON)
    contact = Contact.objects.select_related("case__customer", "case__lender", "point").get(
        pk=opened.contact.pk
    )
    begin_guide(contact, world.anna, NOON)
    contact.refresh_from_db()
    end_contact(
        contact_id=contact.pk, staff=world.anna, recorded_at=NOON,
        report=Report("connected", "NO_MONEY", True, reason="失业", steps=contact.steps, given={"reason": "失业"}),
    )  # fmt: skip
    release_case(case_id=held.pk, actor=world.anna, recorded_at=NOON, reason="done")
    return contact


def test_cases_are_drawn_and_the_draw_is_kept(desk: World) -> None:
    """Each call is led by the version its case fell to, and the draw's chance is kept with the call."""
    with clock.held_at(NOON):
        lead = Client()
        lead.force_login(desk.lead)
        assert _begin(lead, share="30") == 302
        for number in range(CASES):
            contact = _call(desk, number)
            fell_to_b = bucket("fee-words", f"case:{contact.case_id}") < 3000
            assert contact.guide_version == ("cn-card-m1@2" if fell_to_b else "cn-card-m1@1")
            drawn = contact.steps["guide"]["assigned"]
            assert (drawn["arm"], drawn["propensity"]) == (("b", 0.3) if fell_to_b else ("a", 0.7))
        found = outcomes_of(GuideTrial.objects.get())
        assert {(one.first.n + one.second.n, one.first.total) for one in found.results} == {
            (CASES, 0)
        }
        page = lead.get("/guides/trials").content.decode()
        assert page.count("区间含 0") == 3


def test_a_trial_ends(desk: World) -> None:
    """After its end the newest version leads every call, and nothing more is drawn."""
    with clock.held_at(NOON):
        lead = Client()
        lead.force_login(desk.lead)
        _begin(lead)
        lead.post(f"/guides/trials/{GuideTrial.objects.get().pk}/end")
        contact = _call(desk, 0)
        assert contact.guide_version == "cn-card-m1@2"
        assert contact.steps["guide"]["assigned"] == {}


@pytest.mark.parametrize(
    "changes",
    [{"second": "cn-card-m1@9"}, {"second": "cn-consumer-loan@1"}, {"share": "99"}, {"share": "half"}, {"second": "cn-card-m1@1"}],
)  # fmt: skip
def test_a_trial_that_compares_nothing_is_refused(desk: World, changes: dict[str, str]) -> None:
    """Unpublished versions, two guides, an empty arm or a figure that is none begin no trial."""
    with clock.held_at(NOON):
        lead = Client()
        lead.force_login(desk.lead)
        assert _begin(lead, **changes) == 409
        assert not GuideTrial.objects.exists()


def test_only_one_trial_at_a_time(desk: World) -> None:
    """A version in a running trial takes part in no second one; a collector begins none."""
    with clock.held_at(NOON):
        lead, anna = Client(), Client()
        lead.force_login(desk.lead)
        anna.force_login(desk.anna)
        assert _begin(anna) == 403
        assert _begin(lead) == 302
        assert _begin(lead, trial="again") == 409


def test_the_pure_trial_refuses_days_out_of_order() -> None:
    """A trial that ends before it begins is none."""
    with pytest.raises(ValueError, match="days in order"):
        Trial("t", "a@1", "a@2", 0.5, date(2026, 11, 20), date(2026, 11, 19))
