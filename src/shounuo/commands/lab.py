"""`shounuo lab …`: the sub-commands live in `commands/_lab/`."""

from __future__ import annotations

from shounuo.commands import _lab
from shounuo.commands._folder import FolderGroup

command = FolderGroup(
    _lab, name="lab", help="Simulated customers with known response: trials and portfolios."
)
