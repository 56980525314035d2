"""Champion against challenger, watched every day without cheating: an anytime-valid confidence sequence.

For each arm the mean outcome per account (0–1, or money over a cap) has at every sample size n the interval
    mean ± √( 2·(n·v·ρ² + 1) / (n²·ρ²) · ln( √(n·v·ρ² + 1) / α ) )
with v the variance proxy ¼ (outcomes in [0, 1]) and ρ fixed beforehand: the two-sided normal mixture of
Robbins (1970) for sub-Gaussian sums (Howard, Ramdas, McAuliffe, Sekhon 2021, Annals of Statistics).
The error of all looks together is at most α per arm; the difference uses α/2 for each arm.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt

from shounuo.kernel.text import Text

VARIANCE_PROXY = 0.25
PLANNED_ACCOUNTS = 10_000  # ρ is chosen to be tightest about here


@dataclass(frozen=True, slots=True)
class Arm:
    """Outcomes so far: `total` of `n` accounts, each outcome in [0, 1]."""

    n: int
    total: float

    @property
    def mean(self) -> float:
        return self.total / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Challenger less champion with its interval, and what may be said today."""

    difference: float
    low: float
    high: float
    says: Text


def rho_squared(alpha: float, planned: int = PLANNED_ACCOUNTS) -> float:
    """The mixture's ρ² for intervals tight near `planned` accounts."""
    return (-2 * log(alpha) + log(-2 * log(alpha) + 1)) / (planned * VARIANCE_PROXY)


def half_width(n: int, alpha: float = 0.05, planned: int = PLANNED_ACCOUNTS) -> float:
    """Half the interval of a mean of n outcomes in [0, 1], valid at every n at once."""
    if n == 0:
        return 1.0
    rho2 = rho_squared(alpha, planned)
    spread = n * VARIANCE_PROXY * rho2 + 1
    return min(1.0, sqrt(2 * spread / (n * n * rho2) * log(sqrt(spread) / alpha)))


def interval(arm: Arm, alpha: float = 0.05) -> tuple[float, float]:
    """One arm's mean with half of the error: the two together make the interval of `compare`."""
    half = half_width(arm.n, alpha / 2)
    return max(0.0, arm.mean - half), min(1.0, arm.mean + half)


def compare(champion: Arm, challenger: Arm, alpha: float = 0.05) -> Comparison:
    """May be read after every account; stopping when it excludes zero keeps the error below alpha."""
    half = half_width(champion.n, alpha / 2) + half_width(challenger.n, alpha / 2)
    gap = challenger.mean - champion.mean
    low, high = max(gap - half, -1.0), min(gap + half, 1.0)
    return Comparison(gap, low, high, _says(low, high))


def _says(low: float, high: float) -> Text:
    if low > 0:
        return Text("挑战策略更好，可以采用。", "The challenger is better; it may be adopted.")
    if high < 0:
        return Text("挑战策略更差，应当停用。", "The challenger is worse; stop it.")
    return Text("还看不出差别，继续。", "No difference can be told yet; go on.")
