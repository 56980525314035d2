"""What the gate costs in queries, and which index answers them."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from machinery.databases import Database
from records.world import NOON, make_world
from shounuo.records.models import Case, ContactPoint
from shounuo.records.queries.asked import Asked
from shounuo.records.queries.background import QUERIES
from shounuo.records.queries.gate import ask_gate, ask_one, best_reaches
from shounuo.records.queries.rows_in import statements_in
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
        assert len(statements(captured)) == QUERIES
        assert all(answer.allowed for answer in answers)
    one = asked[0]
    with CaptureQueriesContext(connection) as captured:
        ask_one(one.case, one.point, one.channel, staff=one.staff, as_of=NOON)
    assert len(statements(captured)) == QUERIES
    cases = [question.case for question in asked]
    with CaptureQueriesContext(connection) as captured:
        best_reaches(cases, staff=world.anna, team=world.team, as_of=NOON)
    assert len(statements(captured)) == QUERIES + 1


def statements(captured: CaptureQueriesContext) -> list[str]:
    """PostgreSQL is sent several in one message; each is a query."""
    return [one for query in captured for one in statements_in(query["sql"])]


def plan_of(sql: str) -> str:
    """How the database would find the rows. A table of two rows is read whole by any good planner, so
    PostgreSQL is told to do so only where no index serves."""
    on_sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if not on_sqlite:
            cursor.execute("SET enable_seqscan = off")
        cursor.execute(f"EXPLAIN {'QUERY PLAN' if on_sqlite else ''} {sql}")
        return " ".join(str(row[-1]) for row in cursor.fetchall())


def test_no_table_is_read_whole(django_on_both: Database) -> None:
    """The plan of every query of a decision names an index, on both databases."""
    asked = questions(make_world(2))
    with CaptureQueriesContext(connection) as captured:
        ask_gate(asked, NOON)
    told = statements(captured)
    assert len(told) == QUERIES
    for sql in told:
        plan = plan_of(sql)
        if connection.vendor == "sqlite":
            assert "SEARCH" in plan, plan
            assert "SCAN" not in plan, plan
        else:
            assert "Index" in plan, plan
            assert "Seq Scan" not in plan, plan
