"""What the gate costs in queries, and which index answers them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from machinery.databases import Database
from records.world import NOON, make_world
from shounuo.records.models import Case, ContactPoint
from shounuo.records.queries.background import QUERIES
from shounuo.records.queries.facts import Asked
from shounuo.records.queries.gate import ask_gate, ask_one, best_reaches
from shounuo.rules.proposed import Channel


def questions(world) -> list[Asked]:
    cases = Case.objects.select_related("customer", "lender", "team")
    points = {point.customer_id: point for point in ContactPoint.objects.all()}
    return [
        Asked(case, points[case.customer_id], Channel.CALL, world.anna, world.team)
        for case in cases
    ]


def test_fifty_cases_cost_as_many_queries_as_one(django_on_both: Database) -> None:
    """One decision and fifty together each take `background.QUERIES` queries."""
    world = make_world(50)
    asked = questions(world)
    for part in (asked[:1], asked):
        with CaptureQueriesContext(connection) as captured:
            answers = ask_gate(part, NOON)
        assert len(captured) == QUERIES
        assert all(answer.allowed for answer in answers)
    one = asked[0]
    with CaptureQueriesContext(connection) as captured:
        ask_one(one.case, one.point, one.channel, staff=one.staff, as_of=NOON)
    assert len(captured) == QUERIES
    cases = [question.case for question in asked]
    with CaptureQueriesContext(connection) as captured:
        best_reaches(cases, staff=world.anna, team=world.team, as_of=NOON)
    assert len(captured) == QUERIES + 1


@pytest.mark.parametrize(
    "table", ["records_contact", "records_othercontact", "records_contactpoint", "records_flag"]
)
def test_no_table_that_grows_is_read_whole(sqlite_database: Database, table, django_db_blocker):
    """The plan of each query on a table that grows names an index."""
    from machinery.databases import django_on

    with django_db_blocker.unblock(), django_on(sqlite_database):
        world = make_world(2)
        with CaptureQueriesContext(connection) as captured:
            ask_gate(questions(world), NOON)
        asked = [query["sql"] for query in captured if f'FROM "{table}" t' in query["sql"]]
        assert asked
        for sql in asked:
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
                plan = " ".join(str(row[-1]) for row in cursor.fetchall())
            assert "SEARCH" in plan, plan
            assert "SCAN" not in plan, plan
