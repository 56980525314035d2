"""`shounuo inspect …`: the sub-commands live in `commands/_inspect/`."""

from __future__ import annotations

from shounuo.commands import _inspect
from shounuo.commands._folder import FolderGroup

command = FolderGroup(_inspect, name="inspect", help="Read calls: findings, steps, figures.")
