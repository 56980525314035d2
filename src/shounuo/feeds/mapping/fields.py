"""The fields that each kind of file may fill, and what a cell of each must be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Cell(StrEnum):
    TEXT = "text"
    MONEY = "money"  # minor units; above, at or below zero
    DAY = "day"
    MOMENT = "moment"  # a day with or without a clock time
    COUNT = "count"  # a whole number
    CODE = "code"  # a currency


@dataclass(frozen=True, slots=True)
class Field:
    cell: Cell = Cell.TEXT
    needed: bool = False
    figure: bool = False  # part of an account's figures of a day
    most: int = 200  # characters that the records have room for


_FIGURES = {
    **{
        name: Field(Cell.MONEY, figure=True)
        for name in (
            *("total_cents", "statement_cents", "minimum_cents", "past_due_cents"),
            *("lender_due_cents", "last_payment_cents"),
        )
    },
    **{
        name: Field(Cell.DAY, figure=True)
        for name in ("statement_date", "due_date", "autopay_next", "last_payment_on")
    },
    "lender_bucket": Field(figure=True, most=8),
    "days_past_due": Field(Cell.COUNT, figure=True),
    "autopay": Field(figure=True, most=8),
    "autopay_result": Field(figure=True, most=12),
}
_PERSON = {
    **{name: Field() for name in ("name", "id_no", "phone")},
    **{"title": Field(most=8), "zone": Field(most=48), "place": Field(most=24)},
    "language": Field(most=8),
}
FIELDS: Mapping[str, Mapping[str, Field]] = {
    "portfolio": {
        "customer_ref": Field(needed=True),
        "account_ref": Field(needed=True),
        "currency": Field(Cell.CODE),
        "as_of": Field(Cell.DAY),
        **_PERSON,
        **_FIGURES,
        "product": Field(most=24),
        "debt_kind": Field(most=12),
        "opened_on": Field(Cell.DAY),
        "tail": Field(most=4),
        "times_in_collection": Field(Cell.COUNT),
        "worst_bucket": Field(most=8),
    },
    "payments": {
        "ref": Field(needed=True, most=80),
        "account_ref": Field(needed=True),
        "amount_cents": Field(Cell.MONEY, needed=True),
        "transacted": Field(Cell.MOMENT, needed=True),
        "currency": Field(Cell.CODE),
        "kind": Field(),
        "posted_on": Field(Cell.DAY),
        "payer": Field(),
        "reverses_ref": Field(most=80),
    },
    "placements": {
        "account_ref": Field(needed=True),
        "batch": Field(needed=True, most=60),
        "act": Field(),  # place, recall 退案, stop 停催, resume
        "organisation": Field(most=80),
        "starts_on": Field(Cell.DAY),
        "ends_on": Field(Cell.DAY),
        "acts_on": Field(Cell.DAY),
        "commission_band": Field(most=40),
    },
    "contacts": {
        "ref": Field(needed=True, most=80),
        "customer_ref": Field(needed=True),
        "organisation": Field(needed=True, most=80),
        "opened": Field(Cell.MOMENT, needed=True),
        "channel": Field(),
        "role": Field(),
        "number": Field(),
        "outcome": Field(),
        "connected": Field(),
    },
    "ratings": {
        "contact": Field(needed=True, most=40),
        "stars": Field(Cell.COUNT, needed=True),
        "words": Field(most=500),
        "at": Field(Cell.MOMENT, needed=True),
    },
}
KINDS = tuple(FIELDS)
TOTAL_FIELD = {"portfolio": "total_cents", "payments": "amount_cents"}  # what control totals add up
