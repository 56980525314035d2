"""`shounuo manage …`: Django's own commands (makemigrations, shell, createsuperuser, …)."""

from __future__ import annotations

import click

from shounuo.commands._django import ready


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own management commands."""
    ready()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["shounuo manage", *arguments])
