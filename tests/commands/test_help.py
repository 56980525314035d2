"""Every group of commands tells what it holds."""

import click
import pytest

from shounuo.cli import main


@pytest.mark.parametrize("name", sorted(main.list_commands(click.Context(main))))
def test_help_of_a_command_and_of_all_it_holds(name):
    """`--help` of each group imports every command under it; a file without one would break them all."""
    context = click.Context(main)
    command = main.get_command(context, name)
    assert command is not None
    assert command.get_help(click.Context(command, info_name=name))
