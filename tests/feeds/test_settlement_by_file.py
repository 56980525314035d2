"""Payment files in any order, cut anyhow, repeated, reversed and late: the last verdict is the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feeds.files import PAYMENTS, bring, write
from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, make_world
from shounuo.records.models import Payment, Promise, PromiseVerdict, WaitingRow

HEADER = (*PAYMENTS, "类型", "原流水号")
DUE = date(2026, 11, 20)
PROMISED = 710_835
LATER = NOON + timedelta(days=9)

amounts = st.sampled_from([1, 50_000, 355_417, 355_418, 710_834, 710_835, 900_000])
# cents, days after the due day it was paid on, whether it was taken back afterwards
paid = st.tuples(amounts, st.integers(-1, 3), st.booleans())


def _rows(entries: Sequence[tuple[int, int, bool]]) -> list[tuple[str, ...]]:
    rows = []
    for n, (cents, days, taken_back) in enumerate(entries):
        amount, card = f"{cents // 100}.{cents % 100:02}", "6200-0000-000000"
        day = (DUE + timedelta(days=days)).isoformat()
        rows.append((f"P{n}", card, amount, day, "还款", ""))
        if taken_back:
            rows.append((f"R{n}", card, amount, day, "冲正", f"P{n}"))
    return rows


def _settled(folder: Path, files: Sequence[Sequence[tuple[str, ...]]]) -> tuple[object, ...]:
    """A fresh floor with one promise; the files one after another, the first saying it is all there is."""
    call_command("flush", interactive=False, verbosity=0)
    play_a_call(make_world())
    for n, rows in enumerate(files):
        path = write(folder / f"{n}.csv", HEADER, rows)
        covers = {"covers_through": DUE + timedelta(days=5)} if n == 0 else {}
        bring("payments", path, at=LATER + timedelta(hours=n), **covers)
    assert not WaitingRow.objects.exists()
    promise = Promise.objects.get()
    verdicts = PromiseVerdict.objects.filter(promise=promise)
    assert verdicts.latest("seq").state == promise.state
    return promise.state, promise.kept_cents, promise.provisional


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(entries=st.lists(paid, min_size=1, max_size=4), data=st.data())
def test_files_in_any_order_end_in_the_same_verdict(
    django_on_both: Database,
    tmp_path: Path,
    entries: list[tuple[int, int, bool]],
    data: st.DataObject,
) -> None:
    """All in one file, and each row in a file of its own, shuffled, some twice, after the file that had
    covered the days and broken the promise."""
    rows = _rows(entries)
    at_once = _settled(tmp_path, [rows])
    count = Payment.objects.count()
    again = data.draw(st.lists(st.sampled_from(rows), max_size=3))
    apart = data.draw(st.permutations([*rows, *again]))
    assert _settled(tmp_path, [[], *([row] for row in apart)]) == at_once
    assert Payment.objects.count() == count == len(rows)


def test_each_way_a_day_can_end(django_on_both: Database, tmp_path: Path) -> None:
    """7,108.35 was promised for the 20th; each ending counted by hand."""
    endings = {
        (PROMISED, 0, False): ("kept", PROMISED),
        (PROMISED, 3, False): ("kept_late", PROMISED),
        (PROMISED, 0, True): ("broken", 0),
        (PROMISED - 1, 0, False): ("partly_kept", PROMISED - 1),
    }
    for entry, (state, cents) in endings.items():
        found = _settled(tmp_path, [[], _rows([entry])])
        assert found[:2] == (state, cents), entry
