"""The requests a person may make on the line, with the second of the two keys that record each."""

from __future__ import annotations

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


def offered(role: str) -> list[tuple[str, str, Text]]:
    """key, kind, words: the requests of this party."""
    rows = OF_THIRD_PARTIES if role == "third_party" else OFFERED
    return [(key, kind, REQUESTS[kind]) for key, kind in rows]
