"""`shounuo import contacts`."""

from __future__ import annotations

from shounuo.commands._import._file import file_command

command = file_command("contacts", "Take the contacts another party of the lender made.")
