"""A floor simulated by the day: who is called in which order, what comes of it, what comes by itself.

Luck is drawn per customer and day before anybody is called, so two policies meet the same luck and
their difference is theirs alone (common random numbers).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from shounuo.lab.response import MONTH_DAYS, Customers, Floats, Ints, draw_customers, figures

ATTEMPT_SECONDS, TALK_SECONDS, TRIES_A_DAY, PROMISE_DAYS = 35, 170, 3, 3
NEVER = 9999
# Scores with a meaning of their own: not called; not called and offered a plan in writing instead.
LEAVE, HELP = -1e9, -2e9
OBSERVED = (
    "balance_cents",
    "past_due_cents",
    "days_past_due",
    "months_on_book",
    "times_in_collection",
    "hardship",
    "attempts_7",
    "attempts_30",
    "attempts_90",
    "right_30",
    "right_90",
    "dead_30",
    "days_since_right",
    "days_since_payment",
    "paid_90_cents",
    "promises_made",
    "promises_kept",
    "promises_broken",
    "promises_open",
)


@dataclass(slots=True)
class Luck:
    """Uniform draws per day and customer, and whether a customer would pay that day uncalled."""

    reach: Floats  # [day, customer]
    promise: Floats
    keep: Floats
    own: Floats


@dataclass(slots=True)
class Events:
    """What happened, as rows of (customer, day, …) arrays: what a house's ledger would hold."""

    attempts: list[tuple[Ints, int, Ints, NDArray[np.bool_]]] = field(default_factory=list)
    promises: list[tuple[Ints, int, NDArray[np.bool_]]] = field(default_factory=list)
    payments: list[tuple[Ints, int, Ints]] = field(default_factory=list)


@dataclass(slots=True)
class Score:
    """What a run brought. Money in cents, time in seconds.

    `helped`: people in hardship who were offered a plan, on the telephone or in writing.
    """

    paid: int = 0
    paid_by_promise: int = 0
    seconds: int = 0
    contacts: int = 0
    attempts: int = 0
    promises: int = 0
    kept: int = 0
    broken: int = 0
    helped: int = 0
    daily: list[int] = field(default_factory=list)


class World:
    """`n` customers over `days` days with `seconds_a_day` of handling time."""

    def __init__(self, n: int, days: int, seconds_a_day: int, seed: int) -> None:
        self.n, self.days, self.capacity = n, days, seconds_a_day
        rng = np.random.default_rng(seed)
        self.people: Customers = draw_customers(n, days, rng)
        self.luck = Luck(*(rng.random((days, n)) for _ in range(4)))
        self.day = 0
        self.score = Score()
        self.events = Events()
        self.cured = np.zeros(n, bool)
        self.helped = np.zeros(n, bool)
        self.tries = np.zeros((days + 1, n), np.int16)
        self.talked = np.zeros((days + 1, n), np.int16)
        self.reached_day = np.full(n, -NEVER)
        self.dead_tries = np.zeros(n, np.int64)
        self.made = np.zeros(n, np.int64)
        self.kept = np.zeros(n, np.int64)
        self.broken = np.zeros(n, np.int64)
        self.due_day = np.full(n, -1)
        self.will_keep = np.zeros(n, bool)
        self.promised_day = np.full(n, -1)
        self.own_day = self._own_day()

    def _own_day(self) -> Ints:
        """The day on which each would pay if nobody called; `days` if not within them."""
        found = np.full(self.n, self.days)
        for day in range(self.days):
            there = (self.people.entry_day <= day) & (found == self.days)
            pays = there & (self.luck.own[day] < self.own_chance(late_days_on(self.people, day)))
            found[pays] = day
        return found

    def promises(self, day: int) -> Floats:
        """Chance of a promise once reached. Who is about to pay anyway says so readily, …"""
        return np.where(self._about_to_pay(day), assumed("promise_if_paying"), self.people.promises)

    def keeps(self, day: int) -> Floats:
        """… and keeps it: such a promise is kept, and nothing of it is owed to the call."""
        late = late_days_on(self.people, day)
        own = self.people.keep_chance(np.maximum(late - 1, 0) // MONTH_DAYS)
        return np.where(self._about_to_pay(day), assumed("keep_if_paying"), own)

    def _about_to_pay(self, day: int) -> NDArray[np.bool_]:
        soon = self.own_day - day <= assumed("days_paying_is_known_ahead")
        return soon & (self.own_day < self.days)

    # -- what is true today ---------------------------------------------------------------------

    def late_days(self) -> Ints:
        """Days past due, 0 before a case arrives."""
        return late_days_on(self.people, self.day)

    def past_due(self) -> Ints:
        """An instalment for each month missed, never more than the balance."""
        return past_due_on(self.people, self.late_days())

    def open(self) -> NDArray[np.bool_]:
        return (self.people.entry_day <= self.day) & ~self.cured

    def observe(self) -> Ints:
        """[customer, len(OBSERVED)]: only what a house can know."""
        p, window = self.people, lambda k: self.tries[max(self.day - k, 0) : self.day].sum(0)
        talks = lambda k: self.talked[max(self.day - k, 0) : self.day].sum(0)  # noqa: E731
        since = np.where(self.reached_day > -NEVER, self.day - self.reached_day, NEVER)
        columns = (
            p.balance,
            self.past_due(),
            self.late_days(),
            p.months_on_book,
            p.times_before,
            p.known_hardship,
            window(7),
            window(30),
            window(90),
            talks(30),
            talks(90),
            window(30) * (self.dead_tries > 0),
            since,
            np.full(self.n, NEVER),  # who pays here is cured and gone
            np.zeros(self.n),
            self.made,
            self.kept,
            self.broken,
            self.due_day >= self.day,
        )
        return np.stack([np.asarray(c, np.int64) for c in columns], axis=1)

    # -- a day ----------------------------------------------------------------------------------

    def step(self, scores: Floats) -> int:
        """Calls in descending order of scores above `LEAVE` while time lasts; returns cents paid today."""
        today, before = self.day, self.score.paid
        asked = np.asarray(scores, float)
        self._settle()
        self._pay_uncalled()
        self._help(np.flatnonzero(self.open() & (asked == HELP)))
        self._call(np.where(asked > LEAVE, asked, -np.inf))
        self.score.daily.append(self.score.paid - before)
        self.day = today + 1
        return self.score.paid - before

    def _settle(self) -> None:
        due = self.open() & (self.due_day == self.day)
        kept, broken = due & self.will_keep, due & ~self.will_keep
        amount = int(self.past_due()[kept].sum())
        self.score.paid += amount
        self.score.paid_by_promise += amount
        self.score.kept += int(kept.sum())
        self.score.broken += int(broken.sum())
        self.events.payments.append((np.flatnonzero(kept), self.day, self.past_due()[kept]))
        self.kept += kept
        self.broken += broken
        self.cured |= kept

    def _pay_uncalled(self) -> None:
        pays = self.open() & (self.luck.own[self.day] < self.own_chance(self.late_days()))
        self.score.paid += int(self.past_due()[pays].sum())
        self.events.payments.append((np.flatnonzero(pays), self.day, self.past_due()[pays]))
        self.cured |= pays

    def own_chance(self, late_days: Ints) -> Floats:
        """Chance to pay today uncalled: the month's chance spread evenly over its days."""
        month = self.people.cure_month(np.maximum(late_days - 1, 0) // MONTH_DAYS)
        return 1 - (1 - month) ** (1 / MONTH_DAYS)

    def _call(self, scores: Floats) -> None:
        free = self.open() & np.isfinite(scores) & (self.due_day < self.day) & self.may_be_tried()
        order = np.argsort(-np.where(free, scores, -np.inf), kind="stable")[: int(free.sum())]
        chance = self.people.answers * self.decay(self.day)
        tries, reached = tries_needed(self.luck.reach[self.day], chance)
        seconds = tries * ATTEMPT_SECONDS + reached * TALK_SECONDS
        done = order[np.cumsum(seconds[order]) <= self.capacity]
        self._outcomes(done, tries, reached)
        self.score.seconds += int(seconds[done].sum())

    def _help(self, who: Ints) -> None:
        """An offer of a plan helps who is in hardship, once; from then on the house knows."""
        poor = who[self.people.hardship[who] & ~self.helped[who]]
        self.helped[poor] = True
        self.score.helped += len(poor)
        self.people.known_hardship[poor] = True

    def decay(self, day: int) -> Floats:
        """What is left of a try's chance after the tries of the seven days before."""
        recent = self.tries[max(day - 7, 0) : day].sum(0)
        return np.asarray(assumed("decay_per_recent_attempt") ** recent)

    def may_be_tried(self) -> NDArray[np.bool_]:
        """Whom the law and the line leave: room for a whole day's tries within seven days, no dead number.

        The same for every policy: a rule that may break the law, or dial a dead number for months, is no
        rule anybody works by.
        """
        week = self.tries[max(self.day - 6, 0) : self.day].sum(0)
        room = week + TRIES_A_DAY <= figures()["law"]["tries_in_seven_days"]
        known = self.dead_tries >= figures()["assumed"]["dead_tones_until_known"]
        return np.asarray(room & ~known)

    def _outcomes(self, done: Ints, tries: Ints, reached: NDArray[np.bool_]) -> None:
        p, day = self.people, self.day
        self.tries[day, done] = tries[done]
        self.score.attempts += int(tries[done].sum())
        self.dead_tries[done] += np.where(p.dead[done], tries[done], 0)
        self.events.attempts.append((done, day, tries[done], reached[done]))
        spoken = done[reached[done]]
        self.score.contacts += len(spoken)
        self.talked[day, spoken] = 1
        self.reached_day[spoken] = day
        self._help(spoken)
        says = spoken[self.luck.promise[day, spoken] < self.promises(day)[spoken]]
        trust = assumed("trust_after_broken") ** self.broken[says]
        self.made[says] += 1
        self.due_day[says] = day + PROMISE_DAYS
        self.will_keep[says] = self.luck.keep[day, says] < self.keeps(day)[says] * trust
        self.score.promises += len(says)
        self.events.promises.append((says, day, self.will_keep[says]))


def assumed(name: str) -> float:
    return float(figures()["assumed"][name])


def late_days_on(people: Customers, day: int) -> Ints:
    """Days past due on a simulated day, 0 before a case arrives."""
    days = people.months_late * MONTH_DAYS + people.day_in_month + day - people.entry_day
    return np.where(day >= people.entry_day, days, 0).astype(np.int64)


def past_due_on(people: Customers, late_days: Ints) -> Ints:
    return np.minimum(people.instalment * (1 + late_days // MONTH_DAYS), people.balance)


def tries_needed(draw: Floats, chance: Floats) -> tuple[Ints, NDArray[np.bool_]]:
    """Tries until reached, at most `TRIES_A_DAY`, and whether reached, from one uniform draw."""
    missed = np.clip(1 - chance, 1e-12, 1.0)
    # P(reached within k tries) = 1 − missed^k, so the first k with draw < that is the try that hits.
    first = np.ceil(np.log(np.clip(1 - draw, 1e-300, 1)) / np.minimum(np.log(missed), -1e-15))
    reached = (first <= TRIES_A_DAY) & (chance > 0)
    return np.clip(first, 1, TRIES_A_DAY).astype(np.int64), reached
