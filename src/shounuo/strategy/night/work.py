"""The working folder of one night: what is bound, what is already written, what the stages hand on."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
from ibis import Schema

from shounuo.kernel.errors import Problem, Refused
from shounuo.strategy import tables as t
from shounuo.strategy.engine import parquet_files
from shounuo.strategy.extract import files_of
from shounuo.strategy.gating import Filled
from shounuo.strategy.manifest import Manifest
from shounuo.strategy.night.given import Given


class Work:
    """One night over one working folder; a stage asks here for what an earlier one found."""

    def __init__(self, night: Given, manifest: Manifest, folder: Path) -> None:
        self.night, self.manifest, self.folder = night, manifest, folder
        self.engine, self.as_of = night.engine, manifest.as_of_day
        # From the check: the parts of the extract, rows that count by table, seconds by team.
        self.parts: list[int] = []
        self.counted: dict[str, int] = {}
        self.capacity: dict[int, int] = {}
        # From writing the cases: what columns stand on file.
        self.feature_schema: Schema | None = None
        self.case_schema: Schema | None = None
        # From ranking: the best first, and who was drawn from below the line.
        self.candidates: pa.Table = pa.table({})
        self.explorers: pa.Table = pa.table({})
        # From asking the gate.
        self.filled = Filled()
        self.queue: pa.Table = pa.table({})
        self.refused: pa.Table = pa.table({})

    def bind(self, table: t.Table, parts: list[int]) -> None:
        """These parts of a table of the extract, under its name."""
        self.engine.bind(table.name, files_of(self.night.extract, table, parts))

    def rounds(self) -> list[tuple[str, list[int]]]:
        """(file name, parts worked together): one part at a time, or all where the engine spreads."""
        if not self.engine.by_part:
            return [("part-0000.parquet", self.parts)]
        return [(f"part-{part:04d}.parquet", [part]) for part in self.parts]

    def files(self, stage: str) -> list[str]:
        """All that a stage has written, in order of parts."""
        return [f for name, _ in self.rounds() for f in parquet_files(self.folder / stage / name)]

    def written(self, path: Path) -> bool:
        """Whole, by an earlier try of the same night."""
        return path.with_suffix(".done").exists()

    def done(self, path: Path) -> None:
        """Marks it as whole, so that another try need not write it again."""
        path.with_suffix(".done").touch()

    def refuse(self, problems: list[Problem]) -> None:
        """Stops the night where there are problems, and leaves them all in the folder."""
        if problems:
            (self.folder / "problems.json").write_text(
                json.dumps(
                    [p.line("zh") + " / " + p.line("en") for p in problems], ensure_ascii=False
                )
            )
            raise NightRefused(problems)


class NightRefused(Refused):
    """The night stopped; `problems` are all that was found, the first is the one shown."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0])
        self.problems = problems
