"""An import begins: which file, by which mapping, for which day."""

from __future__ import annotations

from datetime import date, datetime

from shounuo.records.actions._act import Actor, act
from shounuo.records.models import ImportRun, Lender


def begin_import(
    *,
    lender: Lender,
    kind: str,
    mapping: str,
    mapping_hash: str,
    file_name: str,
    file_hash: str,
    as_of: date | None,
    covers_through: date | None,
    actor: Actor,
    recorded_at: datetime,
) -> ImportRun:
    """A running import. An earlier run of the same file that never ended was cut off, and says so."""
    with act(actor=actor, recorded_at=recorded_at) as writing:
        ImportRun.objects.filter(
            lender=lender, kind=kind, file_hash=file_hash, state="running"
        ).update(state="cut_off", ended_at=recorded_at)
        run = ImportRun.objects.create(
            lender=lender,
            kind=kind,
            mapping=mapping,
            mapping_hash=mapping_hash,
            file_name=file_name[:200],
            file_hash=file_hash,
            as_of=as_of,
            covers_through=covers_through,
            actor=writing.staff,
            started_at=recorded_at,
        )
        payload = {"kind": kind, "mapping": mapping, "mapping_hash": mapping_hash}
        payload |= {"file": file_hash, "as_of": as_of.isoformat() if as_of else None}
        writing.event(f"import:{run.pk}", "ImportBegun", payload)
        return run
