"""A person erased is in no table any more, sealed or not, and no file of the lender brings them back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps

from machinery.databases import Database
from records.play import dial, play_a_call
from records.world import AS_OF, NOON, World, account_row, make_world
from shounuo.kernel.errors import Refused
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.actions.seal_day import seal_day
from shounuo.records.actions.take_accounts import take_accounts
from shounuo.records.models import Case, Customer, FollowUp, ImportRun, WaitingRow
from shounuo.records.queries.erasure import kept_of
from shounuo.records.queries.evidence import check_everything
from shounuo.records.queries.roots import exported

LATER = NOON + timedelta(days=1)


def everything_readable() -> Iterator[tuple[str, str]]:
    """Every value of every row of every table of ours, unsealed as the product itself reads it."""
    for model in apps.get_app_config("records").get_models():
        for row in model.objects.all():
            for field in model._meta.concrete_fields:
                value = getattr(row, field.attname)
                yield (
                    f"{model.__name__}.{field.name}",
                    json.dumps(value, default=str, ensure_ascii=False),
                )


def where(secret: str) -> set[str]:
    return {place for place, value in everything_readable() if secret in value}


def erase(world: World, number: int = 0) -> Customer:
    return erase_person(
        customer_id=world.cases[number].customer_id,
        actor="test",
        recorded_at=LATER,
        ground="本人书面请求 2026-11-20",
    )


@pytest.fixture
def world(django_on_both: Database) -> World:
    """Two customers, the first with a call, a promise with a reason, a note."""
    made = make_world(2)
    play_a_call(made, late_reason="王建国说等丈夫发工资")
    return made


def test_nothing_that_says_who_it_was_is_left_in_any_table(world: World) -> None:
    """Name and number of the first customer are found before; after, the second's alone."""
    secrets = ("11100000000", "000000199001010000", "C000000", "6200-0000-000000")
    spoken = ("客户说晚上用App还", "等丈夫发工资")
    assert all(where(secret) for secret in (*secrets, *spoken))
    erase(world)
    assert {secret: where(secret) for secret in (*secrets, *spoken)} == {
        secret: set() for secret in (*secrets, *spoken)
    }
    assert where("11100000001")
    assert set(kept_of(Customer.objects.get(pk=world.cases[0].customer_id)).values()) == {0}


def test_the_ledger_is_whole_against_a_root_from_before(world: World) -> None:
    """An exported root of the day before still fits; the ground stands as evidence."""
    root = exported(seal_day(day=AS_OF, recorded_at=NOON + timedelta(hours=9)))
    erase(world)
    assert check_everything([root]).whole
    case = world.case()
    assert (case.state, case.closed_reason, case.holder) == ("closed", "erased", None)
    assert not FollowUp.objects.filter(case=case, done_at=None).exists()


def test_the_lenders_next_file_does_not_bring_the_person_back(world: World) -> None:
    """The row is left out and counted; the other customer's is taken."""
    erase(world)
    day = AS_OF + timedelta(days=1)
    rows = [account_row(0, as_of=day), account_row(1, as_of=day)]
    taken = take_accounts(lender=world.lender, rows=rows, actor="test", recorded_at=LATER)
    assert (taken.erased, taken.updated, taken.new) == (1, 1, 0)
    assert not where("11100000000")
    assert Case.objects.exclude(state="closed").count() == 1
    assert Customer.objects.count() == 2


def test_a_waiting_row_about_the_person_is_emptied(world: World) -> None:
    """A row that waited for a person is dropped and empty; another customer's waits on."""
    run = ImportRun.objects.create(
        lender=world.lender, kind="portfolio", started_at=NOON, file_name="a.csv"
    )
    for number, ref in enumerate(("6200-0000-000000", "6200-0000-000001")):
        WaitingRow.objects.create(
            import_run=run,
            row_no=number,
            code="bad",
            what_zh="坏",
            what_en="bad",
            value=ref,
            raw=json.dumps({"card": ref}),
            row_hash=str(number),
        )
    erase(world)
    found = list(WaitingRow.objects.order_by("row_no").values_list("state", "raw"))
    assert found == [("dropped", "{}"), ("waiting", '{"card": "6200-0000-000001"}')]


def test_nobody_is_erased_in_the_middle_of_a_call_nor_without_a_ground(world: World) -> None:
    """Both are refused, and nothing is touched."""
    case = world.case(1)
    assert claim_case(case_id=case.pk, staff=world.bao, recorded_at=NOON) is not None
    assert dial(case, world.bao, NOON, "open").contact is not None
    with pytest.raises(Refused):
        erase(world, 1)
    with pytest.raises(Refused):
        erase_person(
            customer_id=world.cases[0].customer_id, actor="test", recorded_at=LATER, ground=" "
        )
    assert where("11100000000")
    assert where("11100000001")
