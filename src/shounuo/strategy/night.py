"""One night: extract → features → estimates → rank → gate → publish, each stage resumable.

`as_of` is the civil day the queues are for; everything before it counts. The same extract, strategy and
estimates give the same night, row for row. Any broken identity raises `Refused` before the switch.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.strategy import identities, rank
from shounuo.strategy import tables as t
from shounuo.strategy.arms import WHOLE, arm_shares, interleaved
from shounuo.strategy.cases import cases_by_arm
from shounuo.strategy.coverage import coverage_problems
from shounuo.strategy.engine import Engine, parquet_files, read_rows
from shounuo.strategy.estimates import Estimates
from shounuo.strategy.extract import check_files, files_of
from shounuo.strategy.features import features
from shounuo.strategy.gating import Filled, Gate, fill
from shounuo.strategy.manifest import Manifest, read_manifest
from shounuo.strategy.nights import Nights
from shounuo.strategy.queue import places_taken, queue_table, refused_table
from shounuo.strategy.scorecard import odds_table
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.vocabulary import DECISIONS

STAGES = ("extract", "features", "estimates", "rank", "gate", "publish")
ODDS = ibis.schema({"points": "int32", "bp": "int32", "day_bp": "int32", "tries_centi": "int32"})
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Night:
    """What a run needs and what it finds. `challenger_bp`: share of accounts, basis points."""

    extract: Path
    nights: Nights
    engine: Engine
    gate: Gate
    strategy: Strategy
    estimates: Estimates
    challenger: Strategy | None = None
    challenger_bp: int = 0
    progress: Progress = lambda stage, done, of: None
    notices: list[Problem] = field(default_factory=list)
    stages: dict[str, float] = field(default_factory=dict)

    def run(self) -> dict[str, Any]:
        """The published summary. Raises `Refused` and leaves the night in force untouched."""
        manifest = read_manifest(self.extract)
        self._same_tries()
        self.nights.refuse_going_back(manifest.as_of)
        inputs = self._inputs(manifest)
        work = self.nights.work_folder(manifest.as_of, inputs)
        work.mkdir(parents=True, exist_ok=True)
        run = _Run(self, manifest, work)
        for stage in STAGES[:-1]:
            with self._timed(stage):
                getattr(run, stage)()
        with self._timed("publish"):
            summary = run.summary()
            self._keep_strategies(work)
            folder = self.nights.switch(work, manifest.as_of, inputs, summary)
        return {**summary, "folder": str(folder), "stages": dict(self.stages)}

    def _keep_strategies(self, work: Path) -> None:
        """The strategies in force, by arm, beside the queue whose `arm` and `segment` point into them."""
        arms = [dict(s.source) for s in (self.strategy, self.challenger) if s is not None]
        text = json.dumps(arms, ensure_ascii=False, indent=1)
        (work / "strategies.json").write_text(text, encoding="utf-8")

    def _same_tries(self) -> None:
        """One table of odds serves both arms, so both try a case equally often in a day."""
        other = self.challenger
        if other and other.attempts_a_day != self.strategy.attempts_a_day:
            what = Text(
                "两个策略的每日拨打次数（attempts_a_day）必须相同。",
                "Both strategies must have the same attempts_a_day.",
            )
            raise Refused(Problem("arms-differ-in-tries", what, other.name))

    def _inputs(self, manifest: Manifest) -> str:
        parts = [
            (self.extract / "manifest.json").read_text(encoding="utf-8"),
            self.strategy.digest,
            self.challenger.digest if self.challenger else "",
            str(self.challenger_bp),
            repr(self.estimates),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.stages[stage] = time.perf_counter() - started


class _Run:
    """The stages of one night over one working folder."""

    def __init__(self, night: Night, manifest: Manifest, work: Path) -> None:
        self.night, self.manifest, self.work = night, manifest, work
        self.engine, self.as_of = night.engine, manifest.as_of_day
        self.parts: list[int] = []
        self.counted: dict[str, int] = {}
        self.filled = Filled()
        self.candidates: pa.Table = pa.table({})
        self.capacity: dict[int, int] = {}

    # -- stages ---------------------------------------------------------------------------------

    def extract(self) -> None:
        self.parts = check_files(self.night.extract, self.manifest)
        problems: list[Problem] = []
        found: dict[str, dict[str, int]] = {}
        for table in t.TABLES:
            self._bind(table, self.parts)
            rows = self.engine.fetch(
                f"totals:{table.name}", identities.totals(table, self.as_of)
            ).to_pylist()[0]
            found[table.name] = rows
            problems += identities.against_manifest(table.name, rows, self.manifest)
        self.counted = {name: found[name]["counted"] for name in identities.COUNTED}
        problems += self._grain(found["contacts"]["rows"])
        stop, notices = coverage_problems(
            read_rows(self.night.extract / "coverage.parquet").to_pylist(), self.as_of
        )
        self.night.notices += notices
        self._refuse(problems + stop)
        self.capacity = self._capacity()

    def features(self) -> None:
        source = {table.name: ibis.table(table.ibis, name=table.name) for table in t.TABLES}
        expression = features(source, self.as_of)
        self.feature_schema = expression.schema()
        for number, (name, parts) in enumerate(self._rounds()):
            path = self.work / "features" / name
            self.night.progress("features", number, len(self.parts))
            if not self._written(path):
                for table in t.TABLES:
                    self._bind(table, parts)
                self.engine.write("features", expression, path)
                self._done(path)

    def estimates(self) -> None:
        night = self.night
        odds_path = self.work / "odds.parquet"
        odds_rows = odds_table(night.strategy.attempts_a_day)
        pq.write_table(pa.Table.from_pylist(odds_rows, ODDS.to_pyarrow()), odds_path)
        self.engine.bind("odds", [str(odds_path)])
        bound = ibis.table(self.feature_schema, name="features")
        odds = ibis.table(ODDS, name="odds")
        expression = cases_by_arm(
            bound, odds, night.estimates, night.strategy, night.challenger, night.challenger_bp
        )
        self.case_schema = expression.schema()
        for number, (name, _) in enumerate(self._rounds()):
            path = self.work / "cases" / name
            night.progress("estimates", number, len(self.parts))
            if not self._written(path):
                self.engine.bind("features", parquet_files(self.work / "features" / name))
                self.engine.write("cases", expression, path)
                self._done(path)
        self._refuse(self._all_counted(bound))

    def rank(self) -> None:
        """Each arm ranks its own accounts for its share of a team's time: their orders have no common scale."""
        self.engine.bind("cases", self._files("cases"))
        bound = ibis.table(self.case_schema, name="cases")
        shares = arm_shares(self.night.challenger_bp if self.night.challenger else 0)
        found = [self._ranked(bound, arm, share) for arm, share in shares.items()]
        self.candidates = interleaved([ranked for ranked, _ in found], list(shares.values()))
        drawn = [table for _, table in found if table.num_rows]
        self.explorers = pa.table({})
        if drawn:
            by = [("team_id", "ascending"), ("account_id", "ascending")]
            self.explorers = pa.concat_tables(drawn).sort_by(by)

    def _ranked(self, bound: ir.Table, arm: int, share: int) -> tuple[pa.Table, pa.Table]:
        """One arm's candidates, and who was drawn of those below its line."""
        strategy = self.night.challenger if arm and self.night.challenger else self.night.strategy
        own = bound if share == WHOLE else bound.filter(bound.arm == arm)
        steps = self.engine.fetch(f"histogram:{arm}", rank.histogram(own)).to_pylist()
        capacity = {team: seconds * share // WHOLE for team, seconds in self.capacity.items()}
        lines = rank.lines(steps, capacity, strategy)
        path = self.work / f"lines-{arm}.parquet"
        rows = [dataclasses.asdict(line) for line in lines]
        pq.write_table(pa.Table.from_pylist(rows, rank.LINES.to_pyarrow()), path)
        self.engine.bind("lines", [str(path)])
        line_table = ibis.table(rank.LINES, name="lines")
        ranked = self.engine.fetch(f"candidates:{arm}", rank.candidates(own, line_table))
        if not any(line.explore_ppm for line in lines):
            return ranked, pa.table({})
        salt = f"explore:{strategy.experiment.salt}:{self.manifest.as_of}"
        drawn = self.engine.fetch(f"explorers:{arm}", rank.explorers(own, line_table, salt))
        return ranked, drawn

    def gate(self) -> None:
        reserve = dict.fromkeys(self.capacity, 0)
        experiment = self.night.strategy.experiment
        if self.explorers.num_rows:
            reserve = {
                team: seconds * experiment.explore_bp // 10_000
                for team, seconds in self.capacity.items()
            }
        main = {team: seconds - reserve[team] for team, seconds in self.capacity.items()}
        self.filled = fill(self.candidates, main, self.night.gate)
        queue = queue_table(self.candidates, self.filled.queued, experiment, explored=False)
        refused = refused_table(self.candidates, self.filled.refused)
        if self.explorers.num_rows:
            drawn = fill(self.explorers, reserve, self.night.gate)
            more = queue_table(
                self.explorers, drawn.queued, experiment, explored=True, after=places_taken(queue)
            )
            queue = pa.concat_tables([queue, more])
            refused = pa.concat_tables([refused, refused_table(self.explorers, drawn.refused)])
            self.filled.asked += drawn.asked
        self.queue, self.refused = queue, refused
        pq.write_table(queue, self.work / "queue.parquet")
        pq.write_table(refused, self.work / "refused.parquet")

    def summary(self) -> dict[str, Any]:
        decisions = self._decisions()
        accounts = self.manifest.totals["accounts"]["rows"]
        self._refuse(identities.equal("cases.rows", accounts, sum(decisions.values())))
        return {
            "as_of": self.manifest.as_of,
            "strategy": f"{self.night.strategy.name} v{self.night.strategy.version} {self.night.strategy.digest}",
            "challenger": self.night.challenger.digest if self.night.challenger else "",
            "estimates": self.night.estimates.name,
            "accounts": accounts,
            "decisions": decisions,
            "asked": self.filled.asked,
            "queued": self.queue.num_rows,
            "refused": self.refused.num_rows,
            "capacity_seconds": sum(self.capacity.values()),
            "queued_seconds": pc.sum(self.queue["expected_seconds"]).as_py() or 0,
            "queued_value_cents": pc.sum(self.queue["value_cents"]).as_py() or 0,
            "notices": [
                {"code": n.code, "zh": n.line("zh"), "en": n.line("en")} for n in self.night.notices
            ],
        }

    # -- parts of stages ------------------------------------------------------------------------

    def _bind(self, table: t.Table, parts: list[int]) -> None:
        self.engine.bind(table.name, files_of(self.night.extract, table, parts))

    def _rounds(self) -> list[tuple[str, list[int]]]:
        """(file name, parts worked together): one part at a time, or all where the engine spreads."""
        if not self.engine.by_part:
            return [("part-0000.parquet", self.parts)]
        return [(f"part-{part:04d}.parquet", [part]) for part in self.parts]

    def _files(self, stage: str) -> list[str]:
        return [f for name, _ in self._rounds() for f in parquet_files(self.work / stage / name)]

    def _written(self, path: Path) -> bool:
        return path.with_suffix(".done").exists()

    def _done(self, path: Path) -> None:
        path.with_suffix(".done").touch()

    def _grain(self, attempts: int) -> list[Problem]:
        accounts = ibis.table(t.ACCOUNTS.ibis, name="accounts")
        contacts = ibis.table(t.CONTACTS.ibis, name="contacts")
        grain = self.engine.fetch("grain", identities.account_grain(accounts)).to_pylist()[0]
        doubled = self.engine.fetch("doubled", identities.doubled(contacts, attempts)).to_pylist()[
            0
        ]
        problem = identities.doubled_problem(doubled["rows"], doubled["distinct"])
        return [
            *identities.equal("accounts.account_id", grain["rows"], grain["distinct"]),
            *identities.equal("accounts.past_due_above_due", 0, grain["past_due_above_due"]),
            *([problem] if problem else []),
        ]

    def _all_counted(self, bound: ir.Table) -> list[Problem]:
        self.engine.bind("features", self._files("features"))
        joined = self.engine.fetch("counted", identities.counted(bound)).to_pylist()[0]
        rows = identities.equal(
            "features.rows", self.manifest.totals["accounts"]["rows"], joined["rows"]
        )
        return rows + identities.counted_otherwise(self.counted, joined)

    def _capacity(self) -> dict[int, int]:
        rows = read_rows(self.night.extract / "teams.parquet").to_pylist()
        return {row["team_id"]: row["capacity_seconds"] for row in rows}

    def _decisions(self) -> dict[str, int]:
        bound = ibis.table(self.case_schema, name="cases")
        grouped = bound.group_by("decision").agg(n=bound.count())
        rows = self.engine.fetch("decisions", grouped).to_pylist()
        found = {row["decision"]: row["n"] for row in rows}
        return {name: found.get(code, 0) for code, name in enumerate(DECISIONS)}

    def _refuse(self, problems: list[Problem]) -> None:
        if problems:
            (self.work / "problems.json").write_text(
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
