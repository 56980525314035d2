"""The evidence pack of one case: a zip that a stranger checks offline with the script inside it.

Decides the pack's files. What may be disclosed in it is the caller's choice: a value goes in with
its salt, so that it can be held against the commitment in the event; a withheld one stays a
commitment.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from shounuo.ledger.chain import ChainedEvent, instant

FIXED_DATE = (2020, 1, 1, 0, 0, 0)  # the same pack twice is the same bytes


def event_line(event: ChainedEvent) -> dict[str, Any]:
    """An event as it stands in events.jsonl; the times exactly as they were hashed."""
    return {
        "chain": event.chain,
        "seq": event.seq,
        "kind": event.kind,
        "actor": event.actor,
        "effective_at": instant(event.effective_at),
        "recorded_at": instant(event.recorded_at),
        "payload": event.payload,
        "prev": event.prev_hash,
        "hash": event.hash,
    }


def write_pack(
    *,
    summary: Mapping[str, Any],
    events: Iterable[ChainedEvent],
    disclosures: Iterable[Mapping[str, Any]],
    roots: Sequence[Mapping[str, Any]],
    attachments: Mapping[str, bytes] | None = None,
) -> bytes:
    """The zip's bytes: summary, events, disclosed values with salts, roots with proofs, the script."""
    folder = files("shounuo.ledger").joinpath("in_pack")
    parts = {
        "README.txt": folder.joinpath("README.txt").read_bytes(),
        "verify.py": folder.joinpath("verify.py").read_bytes(),
        "summary.json": _json(summary),
        "events.jsonl": _lines(event_line(event) for event in events),
        "disclosures.jsonl": _lines(disclosures),
        "roots.json": _json(list(roots)),
        **{f"attachments/{name}": body for name, body in (attachments or {}).items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_DATE), body, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
