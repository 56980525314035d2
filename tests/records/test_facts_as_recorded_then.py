"""What did we know that night? Effective and recorded dates answer it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from machinery.databases import Database
from records.world import NOON, make_world
from shounuo.domain.flags import Flag
from shounuo.records.actions.raise_flag import end_flag, raise_flag
from shounuo.records.models import Case
from shounuo.records.queries.flags import flags_then


def test_facts_as_recorded_then(django_on_both: Database) -> None:
    """A death of the 10th, told to us on the 20th: unknown on the night of the 15th, true of it today."""
    world = make_world()
    customer = world.cases[0].customer_id
    raise_flag(
        customer_id=customer,
        kind=Flag.DECEASED,
        actor=world.anna,
        recorded_at=NOON,
        effective_at=datetime(2026, 11, 10, tzinfo=UTC),
    )
    night = date(2026, 11, 15)
    then = flags_then(customer, about=night, known_by=datetime(2026, 11, 15, 23, tzinfo=UTC))
    now = flags_then(customer, about=night, known_by=NOON)
    assert (then, now) == (frozenset(), {Flag.DECEASED})
    assert flags_then(customer, about=date(2026, 11, 9), known_by=NOON) == frozenset()


def test_an_ended_flag_stays_true_of_its_days(django_on_both: Database) -> None:
    """A dispute of three days is true of its second day, and of no day after its end."""
    world = make_world()
    customer = world.cases[0].customer_id
    flag = raise_flag(customer_id=customer, kind=Flag.DISPUTED, actor=world.anna, recorded_at=NOON)
    assert Case.objects.get().state == "held"
    later = NOON + timedelta(days=3)
    end_flag(flag_id=flag.pk, actor=world.lead, recorded_at=later)
    assert Case.objects.get().state == "queued"
    second = (NOON + timedelta(days=1)).date()
    assert flags_then(customer, about=second, known_by=later) == {Flag.DISPUTED}
    assert flags_then(customer, about=later.date(), known_by=later) == frozenset()
