"""`shounuo strategy …`: the sub-commands live in `commands/_strategy/`."""

from __future__ import annotations

from shounuo.commands import _strategy
from shounuo.commands._folder import FolderGroup

command = FolderGroup(
    _strategy, name="strategy", help="The strategy file, its estimates and its proofs on real data."
)
