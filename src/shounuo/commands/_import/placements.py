"""`shounuo import placements`."""

from __future__ import annotations

from shounuo.commands._import._file import file_command

command = file_command("placements", "Take placements 委案, recalls 退案, stops 停催.")
