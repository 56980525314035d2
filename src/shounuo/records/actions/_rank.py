"""Writes the places of many customers' open cases into one column of ranks, in one statement a part."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from shounuo.records.models import Lender


def write_places(
    lender: Lender, column: str, customers: Sequence[int], places: Sequence[int]
) -> None:
    """`column`: `rank_a` or `rank_b`. A place that stands already is not written again."""
    if column not in ("rank_a", "rank_b"):
        raise ValueError(column)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"""UPDATE records_case c SET {column} = v.place
                    FROM unnest(%s::bigint[], %s::bigint[]) AS v(customer, place)
                    WHERE c.customer_id = v.customer AND c.lender_id = %s
                      AND NOT (c.state = 'closed') AND c.{column} <> v.place""",  # noqa: S608
                [list(customers), list(places), lender.pk],
            )
            return
        # SQLite prepares the statement once and runs it a row at a time, faster than it joins a list.
        cursor.executemany(
            f"""UPDATE records_case SET {column} = %s WHERE customer_id = %s AND lender_id = %s
                AND NOT (state = 'closed') AND {column} <> %s""",  # noqa: S608
            [(p, c, lender.pk, p) for c, p in zip(customers, places, strict=True)],
        )
