"""`shounuo rules …`: the sub-commands live in `commands/_rules/`."""

from __future__ import annotations

from shounuo.commands import _rules
from shounuo.commands._folder import FolderGroup

command = FolderGroup(_rules, name="rules", help="Ask the rules: decide case files.")
