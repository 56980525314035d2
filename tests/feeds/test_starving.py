"""A long import and the desk at once, in real processes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from feeds.files import PORTFOLIO, account, write
from machinery.databases import Database
from records.processes import results, start
from records.world import make_world
from shounuo.records.models import Account, Event, ImportRun
from shounuo.records.queries.evidence import check_everything

pytestmark = pytest.mark.races

IMPORT = """
from pathlib import Path
from feeds.files import bring
wait_for_the_others()
outcome = bring("portfolio", Path(arguments["path"]))
done({"changed": outcome.counts["changed"]})
"""
CLAIM = """
from shounuo.records.actions.claim_next_case import claim_next_case
from shounuo.records.actions.release_case import release_case
staff = Staff.objects.select_related("team").get(staff_no=arguments["staff"])
wait_for_the_others()
while not ImportRun.objects.filter(state="running").exists():
    time.sleep(0.01)
meanwhile = after = 0
while after < 3:
    case = claim_next_case(staff=staff, recorded_at=NOON)
    assert case is not None
    # Back to the end of the queue, so that a long import never finds it empty.
    Case.objects.filter(pk=case.pk).update(state="queued", holder=None, rank_a=time.time_ns())
    if ImportRun.objects.filter(state="running").exists():
        meanwhile += 1
    else:
        after += 1
done({"meanwhile": meanwhile})
"""


def test_long_import_does_not_starve_claim(django_on_both: Database, tmp_path: Path) -> None:
    """While 4,000 accounts come in, each of two collectors is given cases all along."""
    make_world(200)
    path = write(tmp_path / "long.csv", PORTFOLIO, [account(n) for n in range(1000, 5000)])
    go = time.time() + 4
    running = [
        start(django_on_both, CLAIM, staff="1001", start=go),
        start(django_on_both, CLAIM, staff="1002", start=go),
        start(django_on_both, IMPORT, path=str(path), start=go),
    ]
    anna, bao, imported = results(running, 400)
    assert imported["changed"] == 4000
    assert anna["meanwhile"] >= 5
    assert bao["meanwhile"] >= 5
    assert Account.objects.count() == 4200
    assert ImportRun.objects.get().state == "done"
    claims = Event.objects.filter(kind="CaseClaimed").count()
    assert claims == anna["meanwhile"] + bao["meanwhile"] + 6
    assert check_everything().whole
