"""`shounuo evidence …`: verify the ledger, give a root away, write a case's pack."""

from __future__ import annotations

from shounuo.commands import _evidence
from shounuo.commands._folder import FolderGroup

command = FolderGroup(_evidence, name="evidence", help="Check the ledger and write evidence packs.")
