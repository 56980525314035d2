"""`shounuo migrate`: brings the database to this version. Safe to repeat."""

from __future__ import annotations

import click

from shounuo.commands._django import ready


@click.command()
def command() -> None:
    """Bring the database to this version."""
    ready()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    click.echo("database ready · 数据库已就绪")
