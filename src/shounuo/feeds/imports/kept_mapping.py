"""The mapping that an import ran under, kept by its hash so that its rows can be tried again.

A mapping holds no personal data. One that ships is read from where it ships while it is unchanged.
"""

from __future__ import annotations

from shounuo.feeds.mapping.load import load_mapping, load_text, text_of
from shounuo.feeds.mapping.model import LenderMapping
from shounuo.records.models import ImportRun
from shounuo.settings import place


def keep_mapping(name_or_path: str, mapping: LenderMapping) -> None:
    """Copies the text under the home, named by its hash."""
    path = place.folder("mappings") / f"{mapping.hash}.yaml"
    if not path.exists():
        path.write_text(text_of(name_or_path), encoding="utf-8")


def kept_mapping(run: ImportRun) -> LenderMapping:
    """As the run used it. Raises `Refused` when neither the copy nor the shipped one is there."""
    path = place.folder("mappings") / f"{run.mapping_hash}.yaml"
    if path.exists():
        return load_text(path.read_text(encoding="utf-8"), run.mapping, run.kind)
    return load_mapping(run.mapping, run.kind)
