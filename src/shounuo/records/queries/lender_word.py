"""What the lender's own file says of one account beyond its figures: offers approved, acts authorised, a lawsuit.

Read from the columns `approved_offers`, `authorised_actions` and `litigation`, kept as they came. Whatever
cannot be read is not there: an offer is never spoken of on a guess.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shounuo.guides.bindings import offers as known_offers
from shounuo.guides.case import Offer
from shounuo.kernel.money import Money
from shounuo.records.models import Account

LITIGATION = frozenset({"none", "filed", "judgment"})
STATUSES = frozenset({"requested", "lead_agreed", "lender_approved", "declined"})


@dataclass(frozen=True, slots=True)
class LenderWord:
    """`litigation` empty: the file is silent."""

    offers: tuple[Offer, ...] = ()
    authorised: tuple[str, ...] = ()
    litigation: str = ""


def lender_word(account: Account | None, currency: str) -> LenderWord:
    """Of the account's newest file; nothing where there is no account."""
    facts = account.facts if account else {}
    found = (_offer(raw, currency) for raw in _listed(facts.get("approved_offers")))
    litigation = str(facts.get("litigation", ""))
    return LenderWord(
        tuple(offer for offer in found if offer),
        tuple(str(name) for name in _listed(facts.get("authorised_actions"))),
        litigation if litigation in LITIGATION else "",
    )


def _listed(value: Any) -> list[Any]:
    """A list as it is, a JSON list of a file's cell, or names parted by commas."""
    if not isinstance(value, str):
        return list(value or ())
    try:
        read = json.loads(value)
    except ValueError:
        return [part.strip() for part in value.replace("，", ",").split(",") if part.strip()]
    return read if isinstance(read, list) else []


def _offer(raw: Any, currency: str) -> Offer | None:
    """`kind`, and optionally `until` (ISO day), `cents`, `months`, `status`; a plain name is an approved kind."""
    row: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {"kind": raw}
    status = row.get("status", "lender_approved")
    if row.get("kind") not in known_offers() or status not in STATUSES:
        return None
    try:
        until = date.fromisoformat(row["until"]) if row.get("until") else None
        amount = Money(int(row["cents"]), currency) if row.get("cents") is not None else None
        months = int(row["months"]) if row.get("months") is not None else None
    except (TypeError, ValueError):
        return None
    return Offer(str(row["kind"]), status, until, amount, months)
