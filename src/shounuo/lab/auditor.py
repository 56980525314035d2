"""A deliberately naive auditor of the mainland's contact rules.

Written from the numbers' files alone: it reads the YAML itself, counts with plain lists, keeps time
as minutes of UTC+8, and knows nothing of the gate. It is told the truth of each contact, also what
the gate could not know, and names every contact we made that the numbers forbid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import yaml

from shounuo import rules

PACKS = Path(next(iter(rules.__path__))) / "packs"
EIGHT_HOURS = timedelta(hours=8)


@dataclass(frozen=True)
class Made:
    """A contact that happened, with its true end. `ours`: allowed by the gate, now on trial."""

    when: datetime
    person: str
    number: str
    voice: bool
    connected: bool
    minutes: int
    inbound: bool = False
    ours: bool = False
    recorded: bool = True
    third_party: bool = False
    to_customer: bool = True


@dataclass(frozen=True)
class Day:
    """What was true of one customer."""

    contacts: list[Made]
    business: bool = False
    night_consent: bool = False
    refused: datetime | None = None  # the third party's refusal
    died: bool = False
    held: bool = False
    placed: bool = True
    performing: bool = False
    faults: list[str] = field(default_factory=list)


def number_on(pack: str, key: str, day: date) -> object:
    """The value in force on that day, read straight from its file; None before and after."""
    raw = yaml.safe_load((PACKS / pack / "parameters" / f"{key}.yaml").read_text("utf-8"))
    in_force = [entry["value"] for entry in raw["values"] if entry["from"] <= day]
    return in_force[-1] if in_force else None


def _beijing(moment: datetime) -> datetime:
    """The wall clock of UTC+8, as a bare value."""
    return (moment.astimezone(UTC) + EIGHT_HOURS).replace(tzinfo=None)


def _minutes(clock: object) -> int:
    hours, minutes = str(clock).split(":")
    return 60 * int(hours) + int(minutes)


class Auditor:
    """Holds the numbers of one date."""

    def __init__(self, on: date) -> None:
        self.connected = int(str(number_on("cn", "connected_calls_per_day", on)))
        self.attempts = int(str(number_on("cn", "unanswered_attempts_per_number_per_day", on)))
        self.lost_calls = int(str(number_on("cn", "lost_contact_failed_calls", on)))
        self.from_minute = _minutes(number_on("cn", "guideline_night_from", on))
        self.until_minute = _minutes(number_on("cn", "guideline_night_until", on))

    def unlawful(self, day: Day) -> list[str]:
        """One line for each fault of each contact of ours."""
        faults = []
        for contact in day.contacts:
            if contact.ours:
                faults += [f"{contact.when}: {fault}" for fault in self._faults(contact, day)]
        return faults

    def _faults(self, mine: Made, day: Day) -> list[str]:
        told = [
            (day.held, "a complaint was open"),
            (day.performing, "a plan was being performed"),
            (not day.placed, "outside the placement"),
            (mine.voice and not mine.recorded, "not recorded"),
            (self._at_night(mine) and not day.night_consent, "at night"),
            (self._too_often(mine, day), "more connected calls than a day holds"),
            (self._too_many_tries(mine, day), "more tries on the number than a day holds"),
        ]
        if mine.third_party:
            refused = day.refused is not None and day.refused <= mine.when
            told.append((refused, "after the refusal"))
            told.append((not day.died and not self._lost(mine, day), "no reason on file"))
        elif day.died:
            told.append((True, "to a dead customer"))
        return [fault for wrong, fault in told if wrong]

    def _at_night(self, mine: Made) -> bool:
        wall = _beijing(mine.when)
        start = 60 * wall.hour + wall.minute
        end = start + (mine.minutes if mine.voice else 0)
        seconds = wall.second + wall.microsecond
        too_late = end > self.from_minute or (end == self.from_minute and seconds > 0)
        return start < self.until_minute or start >= self.from_minute or too_late

    def _same_day(self, mine: Made, day: Day) -> list[Made]:
        """Voice contacts of that Beijing date, ours or others', begun up to this one's begin."""
        found = []
        for other in day.contacts:
            same = _beijing(other.when).date() == _beijing(mine.when).date()
            if other.voice and not other.inbound and same and other.when <= mine.when:
                found.append(other)
        return found

    def _too_often(self, mine: Made, day: Day) -> bool:
        if day.business or not mine.voice:
            return False
        calls = [c for c in self._same_day(mine, day) if c.person == mine.person and c.connected]
        before = len([c for c in calls if c is not mine])
        return before >= self.connected

    def _too_many_tries(self, mine: Made, day: Day) -> bool:
        if day.business or not mine.voice:
            return False
        tries = [
            c for c in self._same_day(mine, day) if c.number == mine.number and not c.connected
        ]
        before = len([c for c in tries if c is not mine])
        return before >= self.attempts

    def _lost(self, mine: Made, day: Day) -> bool:
        """The customer's last calls all failed, enough of them, the last before this date."""
        row = 0
        for contact in sorted(day.contacts, key=lambda c: (c.when, c.connected)):
            if contact.when >= mine.when or not contact.to_customer:
                continue
            if contact.connected:
                row = 0
            elif contact.voice and _beijing(contact.when).date() < _beijing(mine.when).date():
                row += 1
        return row >= self.lost_calls
