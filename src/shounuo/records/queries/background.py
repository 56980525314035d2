"""Rows the gate's facts are made of, for many customers at once, in a fixed number of queries.

Eleven queries, however many customers: accounts, contact points, flags, contacts, other parties' contacts
(both by customer or by number), coverage, requests, consents, dated facts, placements, releases. Each is answered by
an index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from shounuo.records.queries import gate_rows as rows
from shounuo.records.queries.rows_in import Source, Wanted, Where, rows_of

# The longest look-back of any counter is Regulation F's seven days of calls; a month also covers
# the three days without contact after which a third party may be asked.
LOOK_BACK = timedelta(days=35)
QUERIES = 11
# Whether a third party was ever asked has no look-back (1006.10(c)); an index holds these alone.
WITH_OTHERS = "NOT (t.\"role\" = 'customer')"
OF_CUSTOMER: tuple[tuple[type[NamedTuple], Source], ...] = (
    (rows.AccountRow, rows.ACCOUNTS),
    (rows.PointRow, rows.POINTS),
    (rows.FlagRow, rows.FLAGS),
    (rows.RequestRow, rows.REQUESTS),
    (rows.ConsentRow, rows.CONSENTS),
    (rows.DatedFactRow, rows.FACTS),
    (rows.PlacementRow, rows.PLACEMENTS),
    (rows.ReleaseRow, rows.RELEASES),
)
NAMES = ("accounts", "points", "flags", "requests", "consents", "facts", "placements", "releases")


@dataclass(frozen=True, slots=True)
class Background:
    """By customer, but `on_number` and `others_on_number` by the number's hash, `coverage` by lender."""

    accounts: dict[int, list[rows.AccountRow]]
    points: dict[int, list[rows.PointRow]]
    flags: dict[int, list[rows.FlagRow]]
    contacts: dict[int, list[rows.ContactRow]]
    on_number: dict[str, list[rows.ContactRow]]
    others: dict[int, list[rows.OtherContactRow]]
    others_on_number: dict[str, list[rows.OtherContactRow]]
    coverage: dict[int, list[rows.CoverageRow]]
    requests: dict[int, list[rows.RequestRow]]
    consents: dict[int, list[rows.ConsentRow]]
    facts: dict[int, list[rows.DatedFactRow]]
    placements: dict[int, list[rows.PlacementRow]]
    releases: dict[int, list[rows.ReleaseRow]]


def load_background(
    customer_ids: Iterable[int],
    lender_ids: Iterable[int],
    number_hashes: Iterable[str],
    as_of: datetime,
    look_back: timedelta = LOOK_BACK,
) -> Background:
    """Everything recorded about these customers and numbers that a rule may ask for at `as_of`."""
    customers, lenders = set(customer_ids), set(lender_ids)
    numbers = {value for value in number_hashes if value}
    since = as_of - look_back
    until = {"opened_at <=": as_of}
    recent = {"opened_at >=": since, **until}

    # A number may have been tried for other customers too.
    either = (Where("customer_id", customers, recent), Where("number_hash", numbers, recent))
    ever = Where("customer_id", customers, until, also=WITH_OTHERS)
    covering = Where("lender_id", lenders, {"covers_through >=": since})
    contacts, others, coverage, *told = rows_of(
        Wanted(rows.ContactRow, rows.CONTACTS, (*either, ever)),
        Wanted(rows.OtherContactRow, rows.OTHERS, either),
        Wanted(rows.CoverageRow, rows.COVERAGE, (covering,)),
        *(
            Wanted(shape, source, (Where("customer_id", customers),))
            for shape, source in OF_CUSTOMER
        ),
    )
    return Background(
        contacts=_by(contacts, "customer_id"),
        on_number=_by(contacts, "number_hash"),
        others=_by(others, "customer_id"),
        others_on_number=_by(others, "number_hash"),
        coverage=_by(coverage, "lender_id"),
        **{name: _by(found, "customer_id") for name, found in zip(NAMES, told, strict=True)},
    )


def _by(found: Iterable[Any], key: str) -> dict[Any, list[Any]]:
    grouped: dict[Any, list[Any]] = defaultdict(list)
    for row in found:
        grouped[getattr(row, key)].append(row)
    return grouped


def as_known(
    background: Background, customer_id: int, number_hash: str, at: datetime
) -> Background:
    """The same rows as far as they were recorded before `at`, for one customer and number."""
    own, told = customer_id, number_hash
    return replace(
        background,
        flags={own: [f for f in background.flags.get(own, []) if f.recorded_at <= at]},
        contacts={own: [c for c in background.contacts.get(own, []) if c.opened_at < at]},
        on_number={told: [c for c in background.on_number.get(told, []) if c.opened_at < at]},
        others={own: [c for c in background.others.get(own, []) if c.opened_at < at]},
        others_on_number={
            told: [c for c in background.others_on_number.get(told, []) if c.opened_at < at]
        },
        requests={own: [r for r in background.requests.get(own, []) if r.recorded_at <= at]},
        consents={own: [c for c in background.consents.get(own, []) if c.recorded_at <= at]},
        facts={own: [f for f in background.facts.get(own, []) if f.recorded_at <= at]},
    )
