"""Speed of the gate on live facts: one decision at the dial, the rules alone, many at once.

Beside each stands its floor, measured in the same run: as many single-row queries as the decision
makes, sent in as many messages, and for many at once the loading of the rows alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shounuo.bench.gate_data import NOON, build
from shounuo.records.models import Case, ContactPoint, Staff
from shounuo.records.queries.asked import Asked
from shounuo.records.queries.background import QUERIES, load_background
from shounuo.records.queries.facts import facts_of
from shounuo.records.queries.gate import ask_gate, ask_one
from shounuo.records.queries.rows_in import BETWEEN, statements_in
from shounuo.rules.gate import decide
from shounuo.rules.proposed import Channel
from shounuo.settings.elsewhere import working_on

ASK_AT = NOON + timedelta(hours=1)
BULK = 500
STRIDE = 7_919  # a prime: customers from all over the table


def measure(
    home: Path,
    accounts: int,
    contacts: int,
    decisions: int,
    postgresql: str = "",
    say: Callable[[str], None] = lambda line: None,
) -> dict[str, Any]:
    """Figures per database; the embedded one is kept below `home`. `postgresql`: the address of an
    empty database, or of one made by an earlier run of the same size.
    """
    folder = home / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"gate-{accounts}-{contacts}.sqlite3"
    urls = {"sqlite": f"sqlite:///{kept.absolute()}"}
    if postgresql:
        urls["postgresql"] = postgresql
    found: dict[str, Any] = {"accounts": accounts, "contacts": contacts, "queries": QUERIES}
    for name, url in urls.items():
        with working_on(url):
            say(f"{name}: building, or taking what is there")
            call_command("migrate", interactive=False, verbosity=0)
            build(accounts, contacts)
            say(f"{name}: measuring")
            found[name] = _measure(accounts, decisions)
    return found


def _measure(accounts: int, decisions: int) -> dict[str, Any]:
    staff = Staff.objects.select_related("team").get()
    chosen = [1 + n * STRIDE % accounts for n in range(decisions)]
    asked = _questions(chosen, staff)
    with CaptureQueriesContext(connection) as captured:
        _decide_one(asked[0])
    live = _each(asked[:decisions], _decide_one)
    queries = sum(len(statements_in(query["sql"])) for query in captured)
    floor = _each(asked[:decisions], lambda one: _floor(one.case.pk, len(captured), queries))
    return {
        "queries_per_decision": queries,
        "messages_per_decision": len(captured),
        "decision_ms": live,
        "floor_ms": floor,
        "decision_over_floor_p50": round(live["p50"] / floor["p50"], 2),
        "rules_alone_ms": _rules_alone(asked),
        **_bulk(asked),
    }


def _questions(chosen: list[int], staff: Staff) -> list[Asked]:
    rows = Case.objects.select_related("lender", "customer", "team").in_bulk(chosen)
    points = {p.customer_id: p for p in ContactPoint.objects.filter(customer__in=chosen)}
    return [
        Asked(rows[pk], points[rows[pk].customer_id], Channel.CALL, staff, staff.team)
        for pk in chosen
    ]


def _decide_one(one: Asked) -> None:
    ask_one(one.case, one.point, one.channel, staff=one.staff, as_of=ASK_AT)


def _floor(pk: int, messages: int, queries: int) -> None:
    """As many round trips with as many queries in all, each for one row by its key."""
    one = "SELECT * FROM records_case WHERE id = %s"
    each = queries // messages
    with connection.cursor() as cursor:
        for _ in range(messages):
            cursor.execute(BETWEEN.join([one] * each), [pk] * each)
            cursor.fetchall()
            while connection.vendor == "postgresql" and cursor.nextset():
                cursor.fetchall()


def _rules_alone(asked: list[Asked]) -> dict[str, float]:
    sample = asked[:BULK]
    rows = _load(sample)
    facts = [facts_of(one, rows, ASK_AT) for one in sample]
    return _each(facts, lambda told: decide(told, as_of=ASK_AT))


def _load(asked: list[Asked]) -> Any:
    return load_background(
        (one.case.customer_id for one in asked),
        (one.case.lender_id for one in asked),
        (one.point.value_hash for one in asked),
        ASK_AT,
    )


def _bulk(asked: list[Asked]) -> dict[str, Any]:
    parts = [asked[start : start + BULK] for start in range(0, len(asked), BULK)]
    began = process_time()
    whole = _seconds(lambda: [ask_gate(part, ASK_AT) for part in parts])
    busy = process_time() - began
    loading = _seconds(lambda: [_load(part) for part in parts])
    return {
        "bulk_decisions": len(asked),
        "bulk_decisions_per_s": round(len(asked) / whole),
        "bulk_decisions_per_processor_s": round(len(asked) / busy),
        "bulk_over_loading": round(whole / loading, 2),
    }


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _each(items: list[Any], work: Callable[[Any], object]) -> dict[str, float]:
    """Milliseconds of each, after a warm-up of twenty: by the wall, and by this process's processor,
    which other work on the machine hardly lengthens (a database server's own work is not in it).
    """
    for item in items[:20]:
        work(item)
    told, busy = [], []
    for item in items:
        began = thread_time()
        told.append(_seconds(lambda item=item: work(item)) * 1000)  # type: ignore[misc]
        busy.append((thread_time() - began) * 1000)
    figures = {"p50": _at(told, 0.5), "p99": _at(told, 0.99)}
    figures |= {"cpu_p50": _at(busy, 0.5), "cpu_p99": _at(busy, 0.99)}
    return {name: round(value, 3) for name, value in figures.items()}


def _at(values: list[float], share: float) -> float:
    return sorted(values)[int((len(values) - 1) * share)]
