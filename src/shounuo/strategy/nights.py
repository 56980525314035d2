"""Where nights live on disk: worked in a hidden folder, switched in by one atomic pointer.

`nights/current.json` names the folder in force. It is replaced as the very last act, so a crash, a
broken identity or a full disk leaves yesterday's queues as they were.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Nights:
    """The folder of all nights."""

    home: Path

    def current(self) -> dict[str, Any] | None:
        """What is in force: `as_of`, `folder`, `inputs`; None before the first night."""
        path = self.home / "current.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def current_folder(self) -> Path | None:
        now = self.current()
        return self.home / now["folder"] if now else None

    def work_folder(self, as_of: str, inputs: str) -> Path:
        """Kept after a crash: a second run with the same inputs goes on where the first stopped."""
        return self.home / f".work-{as_of}-{inputs}"

    def refuse_going_back(self, as_of: str) -> None:
        """A clock set back must not replace newer queues by older ones."""
        now = self.current()
        if now and now["as_of"] > as_of:
            what = Text(
                "已有 {new} 的队列在用，不会被 {old} 的替换。",
                "The queues of {new} are in force and are not replaced by those of {old}.",
            )
            step = Text(
                "核对本机时钟；确要补跑旧日，请用另一个目录。",
                "Check this machine's clock; to replay an old day use another folder.",
            )
            raise Refused(
                Problem(
                    "night-older-than-current",
                    what.format(new=now["as_of"], old=as_of),
                    as_of,
                    "",
                    step,
                )
            )

    def switch(self, work: Path, as_of: str, inputs: str, summary: Mapping[str, Any]) -> Path:
        """Moves the finished work in and points at it. The same inputs again change nothing."""
        folder = self.home / f"{as_of}-{inputs}"
        (work / "summary.json").write_text(
            json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        if folder.exists():
            shutil.rmtree(folder)
        work.replace(folder)
        pointer = {"as_of": as_of, "folder": folder.name, "inputs": inputs}
        half = self.home / "current.json.half"
        with half.open("w", encoding="utf-8") as file:
            json.dump(pointer, file)
            file.flush()
            os.fsync(file.fileno())
        half.replace(self.home / "current.json")
        self._forget_unfinished(as_of)
        return folder

    def _forget_unfinished(self, as_of: str) -> None:
        """Work of this day or an earlier one that was never finished is of no more use."""
        for left in self.home.glob(".work-*"):
            if left.name[6:16] <= as_of:
                shutil.rmtree(left)
