"""`shounuo import ratings`: what customers thought of calls."""

from __future__ import annotations

from shounuo.commands._import._file import file_command

command = file_command(
    "ratings", "Take customers' ratings of calls; they are shown and move nothing."
)
