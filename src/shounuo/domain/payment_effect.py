"""What a payment would do to an account: the desk's "what each does" beside DUE and PD (P22, P26)."""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.domain.account import Account, Position
from shounuo.domain.lender_policy import CureRule, FeeRule, LenderPolicy


@dataclass(frozen=True, slots=True)
class Effect:
    """Minor units. `cured`: the delinquency ends. `lacks_minor`: what is missing to the cure."""

    paid_minor: int
    cured: bool
    fees_stop: bool
    remaining_due_minor: int
    remaining_past_due_minor: int
    remaining_total_minor: int
    lacks_minor: int
    overpaid_minor: int


def effect_of(position: Position, amount_minor: int, policy: LenderPolicy) -> Effect:
    """The effect of paying `amount_minor` now, arrears first. A rest within the tolerance cures."""
    if amount_minor < 0:
        raise ValueError("a payment is zero or more")
    due = max(0, position.due_minor - amount_minor)
    past = max(0, position.past_due_minor - amount_minor)
    to_cure = due if policy.cure_rule is CureRule.DUE_PAID else past
    cured = to_cure <= policy.cure_tolerance_minor
    due_paid = due <= policy.cure_tolerance_minor
    return Effect(
        paid_minor=amount_minor,
        cured=cured,
        fees_stop=due_paid if policy.fee_rule is FeeRule.WHEN_DUE_PAID else cured,
        remaining_due_minor=due,
        remaining_past_due_minor=past,
        remaining_total_minor=max(0, position.total_minor - amount_minor),
        lacks_minor=0 if cured else to_cure - policy.cure_tolerance_minor,
        overpaid_minor=max(0, amount_minor - max(position.total_minor, position.due_minor, 0)),
    )


def card_order(accounts: list[tuple[Account, Position]], policy: LenderPolicy) -> tuple[str, ...]:
    """The lender's order of cards, as ids: which one a customer's money serves first."""
    keys = {
        "oldest_past_due_first": lambda a, p: (-p.days_past_due, -p.past_due_minor, a.id),
        "largest_past_due_first": lambda a, p: (-p.past_due_minor, -p.days_past_due, a.id),
    }
    key = keys.get(policy.card_order.value)
    ranked = accounts if key is None else sorted(accounts, key=lambda pair: key(*pair))
    return tuple(account.id for account, _ in ranked)


def split_over_cards(amount_minor: int, needs: list[tuple[str, int]]) -> dict[str, int]:
    """Share an amount over cards in the order given, each up to its need; the rest stays with the first.

    The shares always add up to the amount, to the cent.
    """
    shares: dict[str, int] = {}
    left = amount_minor
    for account, need in needs:
        shares[account] = min(left, max(0, need))
        left -= shares[account]
    if left and needs:
        shares[needs[0][0]] += left
    return shares
