"""What a new version starts from: the version in use, inherited, so that one sentence can be changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from shounuo.guides.library import documents
from shounuo.records.models import GuideVersion

NEW = "# 从一份话术继承，只写要改的句子。 Inherit from a guide; write only the sentences that change.\n"


def starting_text(guide_id: str, today: date) -> str:
    """YAML of the newest text there is: the house's own, else the shipped one."""
    row = (
        GuideVersion.objects.filter(guide_id=guide_id, state="published")
        .order_by("-version")
        .first()
    )
    if row is not None:
        return row.body
    raw: dict[str, Any] = dict(documents().get(guide_id, {}))
    if not raw:
        fresh = {"id": guide_id, "extends": "cn-card-m1", "effective_from": today}
        return NEW + _yaml(fresh)
    raw.pop("about", None)
    raw["effective_from"] = today
    return _yaml(raw)


def _yaml(raw: dict[str, Any]) -> str:
    return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=100)
