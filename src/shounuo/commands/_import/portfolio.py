"""`shounuo import portfolio`: a lender's accounts of one day."""

from __future__ import annotations

from shounuo.commands._import._file import file_command

command = file_command("portfolio", "Take the accounts of a lender's file as of a day.")
