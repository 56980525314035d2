"""Files that came through the page, until they are imported; then nothing of them stays on disk."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from shounuo.feeds.imports.order import Order, expected_sum
from shounuo.records.actions._act import Actor
from shounuo.settings import place

KEPT = timedelta(days=1)


@dataclass
class Upload:
    """What the page asked for; `token` names its folder. Days are ISO, "" for none."""

    token: str
    kind: str
    lender: str
    mapping: str
    file_name: str
    as_of: str = ""
    covers_from: str = ""
    covers_through: str = ""
    source: str = ""
    expect_rows: str = ""
    expect_sum: str = ""
    confirm_shrink: bool = False
    task: str = ""

    def order(self, actor: Actor) -> Order:
        """Raises `ValueError` for a day that is none."""
        expect = {"rows": self.expect_rows} if self.expect_rows else {}
        expect |= expected_sum(self.expect_sum) if self.expect_sum else {}
        return Order(
            kind=self.kind,
            path=_folder(self.token) / "file",
            lender=self.lender,
            mapping=self.mapping,
            actor=actor,
            as_of=_day(self.as_of),
            covers_from=_day(self.covers_from),
            covers_through=_day(self.covers_through),
            source=self.source,
            expect=expect,
            confirm_shrink=self.confirm_shrink,
            file_name=self.file_name,
        )


def receive(chunks: Iterable[bytes], own_mapping: bytes | None, **asked: str) -> Upload:
    """Stores a file chunk by chunk in a private folder, with the mapping that came along."""
    token = secrets.token_hex(16)
    folder = _folder(token, make=True)
    with (folder / "file").open("wb") as target:
        for chunk in chunks:
            target.write(chunk)
    if own_mapping is not None:
        (folder / "mapping.yaml").write_bytes(own_mapping)
        asked["mapping"] = str(folder / "mapping.yaml")
    upload = Upload(token=token, **asked)
    remember(upload)
    return upload


def remember(upload: Upload) -> None:
    text = json.dumps(asdict(upload), ensure_ascii=False)
    (_folder(upload.token) / "upload.json").write_text(text, encoding="utf-8")


def find(token: str) -> Upload | None:
    """The upload of a token, None when there is none (any more)."""
    if not re.fullmatch(r"[0-9a-f]{32}", token):
        return None
    path = _folder(token) / "upload.json"
    return Upload(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def forget_file(token: str) -> None:
    """Removes the file itself; what was asked stays, so that the page can go on telling."""
    (_folder(token) / "file").unlink(missing_ok=True)


def forget_old(as_of: datetime) -> int:
    """Removes uploads older than `KEPT` that nobody imported; returns how many."""
    old = 0
    for folder in _root().iterdir():
        made = datetime.fromtimestamp(folder.stat().st_mtime, as_of.tzinfo)
        if as_of - made > KEPT:
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
            old += 1
    return old


def _root() -> Path:
    path = place.folder("uploads") / "imports"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def _folder(token: str, *, make: bool = False) -> Path:
    path = _root() / token
    if make:
        path.mkdir(mode=0o700)
    return path


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
