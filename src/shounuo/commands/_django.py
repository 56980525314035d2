"""Readies Django, and its database, before a command touches a record."""

from __future__ import annotations

import os

import click


def ready() -> None:
    """Idempotent; settings come from the environment."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shounuo.settings")
    import django

    django.setup()


def ready_records() -> None:
    """`ready`, and the tables of this version are there. Ends the command with advice if not.

    An embedded database is brought to this version by itself; a shared one is not changed behind its
    keeper's back, unless it is empty.
    """
    ready()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if connection.vendor == "sqlite" or not executor.loader.applied_migrations:
        call_command("migrate", interactive=False, verbosity=0)
        return
    raise click.ClickException(
        "the database is of an older version: run `shounuo migrate` · "
        "数据库版本较旧，请先运行 `shounuo migrate`"
    )
