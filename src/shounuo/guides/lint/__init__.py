"""The linter of guides: every check, over one guide. A guide with one problem is not published.

Each check is one file here; it takes a guide and yields problems. Form is checked while loading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from shounuo.guides.library import Loaded
from shounuo.guides.lint import (
    audience,
    bindings,
    conduct,
    dates,
    disclosures,
    ends,
    exact_amount,
    figures,
    hard_answers,
    languages,
    repetition,
    required_steps,
    structure,
    timers,
    wording,
)
from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem

Check = Callable[[Guide], Iterable[Problem]]
CHECKS: tuple[Check, ...] = (
    structure.check,
    dates.check,
    languages.check,
    required_steps.check,
    hard_answers.check,
    ends.check,
    timers.check,
    audience.check,
    bindings.check,
    disclosures.check,
    figures.check,
    exact_amount.check,
    wording.check,
    repetition.check,
    conduct.check,
)


def lint(guide: Guide) -> list[Problem]:
    """Every problem of a guide that stands, each once."""
    problems = [problem for check in CHECKS for problem in check(guide)]
    return list(dict.fromkeys(problems))


def lint_loaded(loaded: Loaded) -> list[Problem]:
    """The faults of form, and when the guide stands at all, its problems."""
    found = list(loaded.problems)
    return found + (lint(loaded.guide) if loaded.guide is not None else [])
