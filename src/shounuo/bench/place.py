"""An empty desk of its own for a measurement: a folder that is gone afterwards, a fresh database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def empty_desk(database: str = "") -> Iterator[Path]:
    """Readies Django on a new embedded database, or on the empty one named by its URL.

    Must come before Django is ready in this process: a bench never runs on the desk's own data.
    """
    with TemporaryDirectory(prefix="shounuo-bench-") as home:
        os.environ |= {"SHOUNUO_HOME": home, "SHOUNUO_MODE": "test"}
        os.environ.pop("SHOUNUO_DATABASE_URL", None)
        if database:
            os.environ["SHOUNUO_DATABASE_URL"] = database
        os.environ["DJANGO_SETTINGS_MODULE"] = "shounuo.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        from shounuo.records.models import Lender

        if Lender.objects.exists():
            raise ValueError("the database named is not empty: a bench fills it with invented rows")
        try:
            yield Path(home)
        finally:
            from django.db import connection

            connection.close()
