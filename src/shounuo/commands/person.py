"""`shounuo person …`: what is kept of somebody, and its lawful erasure."""

from __future__ import annotations

from shounuo.commands import _person
from shounuo.commands._folder import FolderGroup

command = FolderGroup(_person, name="person", help="What is kept of a person, and its erasure.")
