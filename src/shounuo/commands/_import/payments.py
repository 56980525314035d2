"""`shounuo import payments`: payments of one source, and how far it has told."""

from __future__ import annotations

from shounuo.commands._import._file import file_command

command = file_command("payments", "Take payments; settle the promises they keep or break.")
