"""`shounuo staff …`: the first account of a new house; all others are made on the page."""

from __future__ import annotations

from shounuo.commands import _staff
from shounuo.commands._folder import FolderGroup

command = FolderGroup(_staff, name="staff", help="Accounts of people who work here.")
