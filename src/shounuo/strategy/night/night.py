"""The stages of a night, in order, and its publishing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shounuo.strategy.manifest import read_manifest
from shounuo.strategy.night.cases import write_cases, write_features
from shounuo.strategy.night.check import check
from shounuo.strategy.night.filling import fill_queue
from shounuo.strategy.night.given import Given
from shounuo.strategy.night.ranking import rank_cases
from shounuo.strategy.night.summary import summary
from shounuo.strategy.night.work import Work

_STAGES: dict[str, Callable[[Work], None]] = {
    "extract": check,
    "features": write_features,
    "estimates": write_cases,
    "rank": rank_cases,
    "gate": fill_queue,
}
STAGES = (*_STAGES, "publish")


@dataclass(slots=True)
class Night(Given):
    """One night, to be run once."""

    def run(self) -> dict[str, Any]:
        """The published summary. Raises `Refused` and leaves the night in force untouched."""
        manifest = read_manifest(self.extract)
        self.same_tries()
        self.nights.refuse_going_back(manifest.as_of)
        inputs = self.digest()
        folder = self.nights.work_folder(manifest.as_of, inputs)
        folder.mkdir(parents=True, exist_ok=True)
        work = Work(self, manifest, folder)
        for name, stage in _STAGES.items():
            with self._timed(name):
                stage(work)
        with self._timed("publish"):
            told = summary(work)
            self._keep_strategies(folder)
            published = self.nights.switch(folder, manifest.as_of, inputs, told)
        return {**told, "folder": str(published), "stages": dict(self.stages)}

    def _keep_strategies(self, folder: Path) -> None:
        """The strategies in force, by arm, beside the queue whose `arm` and `segment` point into them."""
        arms = [dict(s.source) for s in (self.strategy, self.challenger) if s is not None]
        text = json.dumps(arms, ensure_ascii=False, indent=1)
        (folder / "strategies.json").write_text(text, encoding="utf-8")

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.stages[stage] = time.perf_counter() - started
