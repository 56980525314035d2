"""The live gate asked about tomorrow's candidates in bulk: the code and the records of the dial button.

Asked is the planned hour of the day, at the customer's own place. One assumption is made and said: the
team's line, where its last recording test was good, is tested again in the morning as every morning; the
button asks with the test that was really made. One conversation serves all accounts of a person, so the
second account of a person takes no place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, time

import pyarrow as pa

from shounuo.kernel.civil import zone_or
from shounuo.records.models import Case, Lender, Team
from shounuo.records.queries.gate import Reach, best_reaches
from shounuo.records.queries.night_answers import NightAnswers
from shounuo.strategy.answers import answer_of
from shounuo.strategy.gating import Answer
from shounuo.strategy.lender_standing import SLOT_HOURS

CASES_A_TIME = 500
JOINED = Answer("joined", "same-person")
GONE = Answer("deny", "case-closed")


@dataclass(slots=True)
class LiveGate:
    """A `gating.Gate`. `kept`: each case's answer and the moment it was asked about, for the record."""

    lender: Lender
    as_of: date
    kept: NightAnswers
    progress: Callable[[str, int, int], None] = lambda stage, done, of: None
    answers: dict[int, Answer] = field(default_factory=dict)  # by person
    people: dict[int, int] = field(default_factory=dict)  # person -> the account that stands for it
    teams: dict[int, Team] = field(default_factory=dict)

    def __call__(self, candidates: pa.Table) -> Sequence[Answer]:
        rows = candidates.to_pylist()
        for start in range(0, len(rows), CASES_A_TIME):
            self.progress("gate", start // CASES_A_TIME, -(-len(rows) // CASES_A_TIME))
            self._ask(rows[start : start + CASES_A_TIME])
        return [self._answer(row) for row in rows]

    def _ask(self, rows: Sequence[Mapping[str, int]]) -> None:
        first = {r["person_id"]: r for r in reversed(rows) if r["person_id"] not in self.people}
        cases = Case.objects.filter(lender=self.lender, customer__in=first).exclude(state="closed")
        groups: dict[tuple[int, datetime], list[Case]] = defaultdict(list)
        for case in cases.select_related("customer", "lender"):
            row = first[case.customer_id]
            self.people[case.customer_id] = row["account_id"]
            groups[row["team_id"], self._planned(case, row["slot"])].append(case)
        asked: list[tuple[int, Reach, datetime]] = []
        for (team, moment), group in groups.items():
            found = best_reaches(group, staff=None, team=self._team(team, moment), as_of=moment)
            asked += [(case.customer_id, found[case.pk], moment) for case in group]
        self.answers |= {person: answer_of(reach.verdict) for person, reach, _ in asked}
        self.kept.lay_by(asked)

    def _answer(self, row: Mapping[str, int]) -> Answer:
        person = row["person_id"]
        if person not in self.answers:
            return GONE
        return self.answers[person] if self.people[person] == row["account_id"] else JOINED

    def _planned(self, case: Case, slot: int) -> datetime:
        zone = case.customer.zone or self.lender.zone
        return datetime.combine(self.as_of, time(SLOT_HOURS[slot]), zone_or(zone, self.lender.zone))

    def _team(self, pk: int, moment: datetime) -> Team | None:
        if pk not in self.teams:
            self.teams.update({team.pk: team for team in Team.objects.filter(lender=self.lender)})
        team = copy(self.teams.get(pk))
        if team is not None and team.recording_works and team.recording_checked_at:
            team.recording_checked_at = max(moment, team.recording_checked_at)
        return team
