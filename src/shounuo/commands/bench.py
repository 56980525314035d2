"""`shounuo bench …`: the sub-commands live in `commands/_bench/`."""

from __future__ import annotations

from shounuo.commands import _bench
from shounuo.commands._folder import FolderGroup

command = FolderGroup(_bench, name="bench", help="Measure speed as ratios inside one run.")
