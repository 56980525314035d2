"""Where the real data, laws and forms lie that some tests read when they are beside the project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def shared(relative: str) -> Path | None:
    """`../shared/<relative>` (or one folder further up); None where it is not there."""
    for above in (ROOT.parent, ROOT.parent.parent):
        path = above / "shared" / relative
        if path.exists():
            return path
    return None
