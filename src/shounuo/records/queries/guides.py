"""The guides in use: those shipped with the product and those published in the house."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from shounuo.guides.library import Loaded, build, documents, parse, shipped, shipped_guides
from shounuo.guides.model import Guide
from shounuo.guides.publishing import Draft
from shounuo.records.models import GuideVersion


def load_version(row: GuideVersion) -> Loaded:
    """A version as written, inherited and read; its number is the record's, not the text's."""
    return _load(row.guide_id, row.version, row.body)


@lru_cache(maxsize=256)
def _load(guide_id: str, version: int, body: str) -> Loaded:
    raw, problems = parse(body, f"{guide_id}@{version}")
    if problems:
        return Loaded(None, tuple(problems))
    whole: Mapping[str, Any] = {**raw, "id": guide_id, "version": version}
    known = {name: one for name, one in documents().items() if name != guide_id}
    return build(whole, known, f"{guide_id}@{version}")


def published() -> list[Guide]:
    """Every version ever published in the house that still stands, and every shipped one."""
    rows = GuideVersion.objects.filter(state="published").order_by("guide_id", "version")
    own = [loaded.guide for row in rows if (loaded := load_version(row)).guide is not None]
    return [*shipped_guides(), *own]


def in_use(on: date) -> list[Guide]:
    """Of each guide, the newest version in force on that day."""
    newest: dict[str, Guide] = {}
    for guide in published():
        ended = guide.effective_to is not None and guide.effective_to < on
        if guide.effective_from > on or ended:
            continue
        known = newest.get(guide.id)
        if known is None or guide.version > known.version:
            newest[guide.id] = guide
    return list(newest.values())


def by_ref(ref: str) -> Guide | None:
    """The version that led a call, whatever is in use today."""
    guide_id, _, version = ref.partition("@")
    for guide in shipped_guides():
        if guide.ref == ref:
            return guide
    row = GuideVersion.objects.filter(guide_id=guide_id, version=version or 0).first()
    return load_version(row).guide if row else None


def draft_of(row: GuideVersion) -> Draft | None:
    """The version as the publishing rules see it; None while it cannot be read."""
    guide = load_version(row).guide
    if guide is None:
        return None
    by = row.submitted_by.staff_no if row.submitted_by else ""
    return Draft(guide, row.state, frozenset(row.authors), by)  # type: ignore[arg-type]


def next_version(guide_id: str) -> int:
    """One more than any version that ever was."""
    known = [0]
    if guide_id in shipped() and (guide := shipped()[guide_id].guide) is not None:
        known.append(guide.version)
    known += GuideVersion.objects.filter(guide_id=guide_id).values_list("version", flat=True)
    return max(known) + 1
