"""The strategies in force for a lender: what a lead published, or the house's own."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

from shounuo.kernel.errors import Refused
from shounuo.records.models import Lender, StrategyVersion
from shounuo.strategy.strategy_file import Strategy
from shounuo.strategy.strategy_reader import house, parse


@dataclass(frozen=True, slots=True)
class Live:
    """`challenger_bp`: share of accounts in basis points; zero without a challenger."""

    champion: Strategy
    challenger: Strategy | None = None
    challenger_bp: int = 0


def live_strategies(lender: Lender) -> Live:
    """Raises `Refused` when a published file can no longer be read by this version."""
    roles = {
        v.role: v
        for v in StrategyVersion.objects.filter(lender=lender, role__in=["champion", "challenger"])
    }
    champion = strategy_of(roles["champion"]) if "champion" in roles else house()
    other = roles.get("challenger")
    if other is None:
        return Live(champion)
    return Live(champion, strategy_of(other), other.challenger_bp)


def strategy_of(version: StrategyVersion) -> Strategy:
    strategy, problems = parse(version.body, f"{version.name} v{version.number}")
    if strategy is None:
        raise Refused(problems[0])
    return strategy


def house_text() -> str:
    """The house's file, from which a lender's first edit starts."""
    return resources.files("shounuo.strategy").joinpath("house.yaml").read_text(encoding="utf-8")
