"""Readies Django before a command touches a record."""

from __future__ import annotations

import os


def ready() -> None:
    """Idempotent; settings come from the environment."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shounuo.settings")
    import django

    django.setup()
