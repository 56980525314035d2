"""A trial of two versions: each case falls to one of them by its hash, and how likely that was is logged.

The same case always gets the same version for the length of a trial; another trial shuffles anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shounuo.guides.case import GuideCase
from shounuo.guides.choosing import fits
from shounuo.guides.model import Guide

_BUCKETS = 10_000


@dataclass(frozen=True, slots=True)
class Trial:
    """`share_b`: how many of the cases get version B, 0-1, to the basis point. Both ends of the days count."""

    id: str
    guide_a: str
    guide_b: str
    share_b: float
    begins: date
    ends: date

    def __post_init__(self) -> None:
        if not 0 <= self.share_b <= 1 or self.guide_a == self.guide_b or self.ends < self.begins:
            raise ValueError(
                f"trial {self.id}: two versions, a share from 0 to 1, and days in order"
            )


@dataclass(frozen=True, slots=True)
class Assigned:
    """Which version leads, and how likely that was (`propensity`, 1 outside a trial)."""

    guide: str
    trial: str
    arm: str
    propensity: float

    def log(self) -> dict[str, Any]:
        """Plain data to record with the call."""
        return {
            "guide": self.guide,
            "trial": self.trial,
            "arm": self.arm,
            "propensity": self.propensity,
        }


def bucket(trial_id: str, case_id: str) -> int:
    """0-9999, even over cases and independent between trials."""
    digest = hashlib.sha256(f"{trial_id}\x1f{case_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % _BUCKETS


def assign(trial: Trial, case_id: str, on: date) -> Assigned | None:
    """The version for this case, or None when the trial does not run on this day."""
    if not trial.begins <= on <= trial.ends:
        return None
    share = round(trial.share_b * _BUCKETS)
    to_b = bucket(trial.id, case_id) < share
    chance = (share if to_b else _BUCKETS - share) / _BUCKETS
    return Assigned(
        trial.guide_b if to_b else trial.guide_a, trial.id, "b" if to_b else "a", chance
    )


def lead(
    chosen: Guide, trial: Trial | None, versions: Mapping[str, Guide], case: GuideCase, case_id: str
) -> tuple[Guide, Assigned]:
    """The guide that leads this call: the trial's when it is about the chosen guide and both versions fit.

    When either does not fit the case, the case is not part of the trial: else the arms would differ.
    """
    alone = chosen, Assigned(chosen.ref, "", "", 1.0)
    if trial is None or chosen.ref not in (trial.guide_a, trial.guide_b):
        return alone
    arms = [versions.get(trial.guide_a), versions.get(trial.guide_b)]
    if any(arm is None or not fits(arm, case, arm.kind) for arm in arms):
        return alone
    drawn = assign(trial, case_id, case.as_of)
    return (versions[drawn.guide], drawn) if drawn else alone
