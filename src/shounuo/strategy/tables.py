"""The nightly extract: which tables, at which grain, with which columns, and which sums must hold.

One extract is a folder: `manifest.json` beside one folder per table of account data
(`accounts/part-0000.parquet` …) and single files for the small ones. All rows of a person lie in parts
of the same number, so a part can be worked alone and memory stays bounded.

Integers only: money in minor units (int64), days as civil day numbers in the customer's own place
(days since 1970-01-01), minutes of that local day. No float, no time zone, no text that identifies.
Decides nothing about ageing or promises: it carries what `domain` settled.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import pyarrow as pa

SCHEMA_VERSION = 1
CONTACT_DAYS = 90
PAYMENT_DAYS = 180
PROMISE_DAYS = 180

# Contact outcomes. A pickup by an assistant counts as reached (house policy), but tells no slot.
NO_ANSWER, RIGHT_PARTY, THIRD_PARTY, DECLINED, DEAD_NUMBER, UNKNOWN, ASSISTANT = range(7)
OUTCOMES = (
    "no_answer",
    "right_party",
    "third_party",
    "declined",
    "dead_number",
    "unknown",
    "assistant",
)
CALL, SMS, EMAIL, LETTER, VISIT = range(5)
CHANNELS = ("call", "sms", "email", "letter", "visit")
# Promise verdicts as `domain.promise` settles them. OPEN and AWAITING are not settled yet.
OPEN, KEPT, KEPT_LATE, PARTLY, BROKEN, CANCELLED, VOID, AWAITING = range(8)
VERDICTS = (
    "open",
    "kept",
    "kept_late",
    "partly_kept",
    "broken",
    "cancelled",
    "void",
    "awaiting_file",
)
# Why an account may not be worked at all: the gate knows the law; this only saves its time.
WORKABLE, ON_HOLD, SETTLED = range(3)


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is `id`, `cents`, `int` (both stored int64, int64, int32); `meaning` says the unit."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """`grain` is what one row is; `sums` are the columns whose totals the manifest must carry."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    sums: tuple[str, ...]
    parts: bool = True

    @property
    def arrow(self) -> pa.Schema:
        wide = {"id": pa.int64(), "cents": pa.int64(), "int": pa.int32()}
        return pa.schema([pa.field(c.name, wide[c.kind]) for c in self.columns])

    @property
    def ibis(self) -> ibis.Schema:
        wide = {"id": "int64", "cents": "int64", "int": "int32"}
        return ibis.schema({c.name: wide[c.kind] for c in self.columns})


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


ACCOUNTS = Table(
    "accounts",
    "one row per account in collections on the as-of day",
    _columns(
        ("account_id", "id", "the account"),
        ("person_id", "id", "who owes it; all accounts of a person are in one part"),
        ("lender_id", "int", "the lender"),
        ("team_id", "int", "the team that works it; -1: nobody"),
        ("balance_cents", "cents", "everything owed; below zero is a credit"),
        ("due_cents", "cents", "DUE: everything due now"),
        ("past_due_cents", "cents", "PD: the least that ends the delinquency"),
        ("days_past_due", "int", "ageing as settled by domain, days"),
        ("months_on_book", "int", "months since the account was opened"),
        ("times_in_collection", "int", "earlier spells in collection"),
        ("work_state", "int", "0 workable, 1 on hold, 2 settled"),
        ("hardship", "int", "1: hardship or vulnerability on file"),
        ("may_randomise", "int", "1: the lender's consent to exploration and holdout is on file"),
    ),
    ("account_id", "balance_cents", "past_due_cents"),
)
CONTACTS = Table(
    "contacts",
    f"one row per attempt to reach somebody in the last {CONTACT_DAYS} days",
    _columns(
        ("contact_id", "id", "the attempt"),
        ("account_id", "id", "the account"),
        ("agent_id", "id", "who tried; 0: nobody (automatic)"),
        ("day", "int", "local civil day"),
        ("minute", "int", "local minute of that day, 0–1439"),
        ("channel", "int", "0 call, 1 sms, 2 e-mail, 3 letter, 4 visit"),
        (
            "outcome",
            "int",
            "0 no answer, 1 right party, 2 third party, 3 declined, 4 dead number, 5 unknown, 6 assistant",
        ),
        ("talk_seconds", "int", "seconds spoken; 0 if nobody answered"),
    ),
    ("contact_id",),
)
PAYMENTS = Table(
    "payments",
    f"one row per posted payment line in the last {PAYMENT_DAYS} days; a reversal is a negative line",
    _columns(
        ("payment_id", "id", "the line"),
        ("account_id", "id", "the account"),
        ("day", "int", "value day, local"),
        ("amount_cents", "cents", "paid; negative: reversed"),
        ("source_id", "int", "which file or feed brought it"),
    ),
    ("payment_id", "amount_cents"),
)
PROMISES = Table(
    "promises",
    f"one row per promise made in the last {PROMISE_DAYS} days, with the verdict in force",
    _columns(
        ("promise_id", "id", "the promise"),
        ("account_id", "id", "the account"),
        ("agent_id", "id", "who took it"),
        ("made_day", "int", "local day it was made"),
        ("due_day", "int", "local day it falls due"),
        ("amount_cents", "cents", "promised"),
        ("paid_cents", "cents", "counted towards it when settled"),
        (
            "verdict",
            "int",
            "0 open, 1 kept, 2 kept late, 3 partly, 4 broken, 5 cancelled, 6 void, 7 awaiting file",
        ),
        ("explicit", "int", "1: a clear yes; 0: implied"),
    ),
    ("promise_id", "amount_cents", "paid_cents"),
)
TEAMS = Table(
    "teams",
    "one row per team that works tomorrow",
    _columns(
        ("team_id", "int", "the team"),
        ("capacity_seconds", "cents", "talk and handling time it has tomorrow, seconds"),
    ),
    ("capacity_seconds",),
    parts=False,
)
COVERAGE = Table(
    "coverage",
    "one row per payment source that is expected",
    _columns(
        ("source_id", "int", "the source"),
        ("covers_through_day", "int", "last local day it has reported, an empty file included"),
    ),
    ("source_id",),
    parts=False,
)
TABLES = (ACCOUNTS, CONTACTS, PAYMENTS, PROMISES, TEAMS, COVERAGE)
BY_NAME = {table.name: table for table in TABLES}
