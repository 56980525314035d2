"""The demo floor is made by real work and is the same every time."""

from __future__ import annotations

from machinery.databases import Database
from shounuo.records.models import Contact, FoundFault, GateDecision, Inspection, Payment, Promise
from shounuo.records.queries.evidence import check_everything


def test_the_demo_is_worked_through_the_products_own_actions(django_on_both: Database) -> None:
    """Three days on sixty cards: lawful calls, promises settled, a ledger that is whole; calls in English
    wait for their inspector, some good, some not."""
    ran = django_on_both.shounuo(
        "demo", "--accounts", "60", "--days", "3", "--no-serve", SHOUNUO_MODE="demo"
    )
    assert ran.returncode == 0, ran.stderr
    assert "shounuo-demo" in ran.stdout
    assert Contact.objects.filter(state="ended").count() > 30
    assert Promise.objects.exists()
    assert Payment.objects.count() >= Promise.objects.filter(state="kept").count()
    assert not Contact.objects.filter(state="in_flight").exists()
    english = Inspection.objects.filter(transcript__language="en")
    assert english.filter(done_at=None).count() == english.count() == 8
    assert FoundFault.objects.filter(inspection__in=english, severity="critical").exists()
    assert english.filter(faults=None).exists()
    assert GateDecision.objects.filter(outcome="deny", asked_by="dial").count() == 3
    checked = check_everything()
    assert checked.whole
    assert checked.roots == 3
