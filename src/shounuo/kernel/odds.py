"""From log-odds to a probability between 0 and 1: the logistic function, for one number and for many."""

from __future__ import annotations

from math import exp
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

_FARTHEST = 700.0  # beyond it `exp` has no number; what is left there is nothing at all
F = TypeVar("F", bound=np.floating[Any])


def probability(log_odds: float) -> float:
    """0.5 for no odds either way, 0.75 for odds of three to one."""
    return 1 / (1 + exp(min(-log_odds, _FARTHEST)))


def probabilities(log_odds: NDArray[F]) -> NDArray[F]:
    """Each by itself, as fine as it was given."""
    with np.errstate(over="ignore"):  # too far for `exp` is certain all the same
        found: NDArray[F] = 1 / (1 + np.exp(-log_odds))
    return found
