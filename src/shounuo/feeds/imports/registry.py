"""The kinds of import by name."""

from __future__ import annotations

from typing import Any

from shounuo.feeds.imports.contacts import ContactsImport
from shounuo.feeds.imports.payments import PaymentsImport
from shounuo.feeds.imports.placements import PlacementsImport
from shounuo.feeds.imports.portfolio import PortfolioImport
from shounuo.feeds.imports.ratings import RatingsImport

KINDS: dict[str, Any] = {
    "portfolio": PortfolioImport,
    "payments": PaymentsImport,
    "placements": PlacementsImport,
    "contacts": ContactsImport,
    "ratings": RatingsImport,
}
