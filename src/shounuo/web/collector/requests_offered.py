"""What a person may ask on the line, of us or of the lender, with the second of the two keys that record each."""

from __future__ import annotations

from shounuo.guides.bindings import offers
from shounuo.kernel.text import Text
from shounuo.records.queries.timeline import REQUESTS

# key, kind: what may be asked by whoever is on the line.
OFFERED: tuple[tuple[str, str], ...] = (
    ("1", "not_at_work"),
    ("2", "stop_calling"),
    ("3", "write_only"),
    ("4", "has_lawyer"),
    ("5", "stop_all"),
    ("6", "stop_address"),
)
OF_THIRD_PARTIES: tuple[tuple[str, str], ...] = (
    ("1", "third_party_refuses"),
    ("2", "wrong_number"),
)

# Asked of the lender: a lead decides whether it goes there. Instalments have their own code.
OF_THE_LENDER: tuple[tuple[str, str], ...] = (
    ("7", "waiver"),
    ("8", "waive_penalty_interest"),
    ("9", "settlement"),
    ("0", "reopen_card"),
)


def lender_offers() -> list[tuple[str, str, Text]]:
    """key, kind, words: what a customer may ask of the lender."""
    return [(key, kind, offers()[kind].label) for key, kind in OF_THE_LENDER]


def offered(role: str) -> list[tuple[str, str, Text]]:
    """key, kind, words: the requests of this party."""
    rows = OF_THIRD_PARTIES if role == "third_party" else OFFERED
    return [(key, kind, REQUESTS[kind]) for key, kind in rows]
