"""A text column whose content is sealed at rest."""

from __future__ import annotations

from typing import Any

from django.db import models

from shounuo.records.sealing import seal, unseal


class SealedTextField(models.TextField[str, str]):
    """Plain text in Python, sealed text in the database. Cannot be searched: keep a hash beside it."""

    def get_prep_value(self, value: Any) -> str:
        return seal(value or "")

    def from_db_value(self, value: str | None, *_: Any) -> str:
        return unseal(value or "")
