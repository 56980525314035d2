"""`shounuo import …`: the sub-commands live in `commands/_import/`."""

from __future__ import annotations

from shounuo.commands import _import
from shounuo.commands._folder import FolderGroup

command = FolderGroup(_import, name="import", help="Take a lender's file: accounts, payments.")
