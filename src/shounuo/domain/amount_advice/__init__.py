"""Which amount to ask for, and why (P20, P22, P23, P26): everything due, the past due, a part, or a plan.

Advice, never a rule: the collector decides, and what was advised is logged beside what came of it.
Nothing here invents an amount: every figure is the account's own or the customer's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from shounuo.domain.account import Position
from shounuo.domain.amount_advice.facts import Known, facts
from shounuo.domain.amount_advice.weights import OPTIONS, Weights, house_weights
from shounuo.domain.effect_text import say_effect
from shounuo.domain.lender_policy import LenderPolicy
from shounuo.domain.payment_effect import Effect, effect_of
from shounuo.domain.spoken_amount import SpokenAmount, spoken, spoken_amount
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text

__all__ = ["Advice", "Choice", "Known", "Next", "advise", "short_of_past_due"]
Option = Literal["due", "past_due", "part", "plan"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to ask. `amount` None: nothing can be named (a plan; a part nobody has offered).

    `saying` holds how the amount is said and its rounded ask; `does` what it does to the account.
    """

    option: str
    name: Text
    score: float
    amount: Money | None
    saying: SpokenAmount | None
    effect: Effect | None
    does: Text
    reasons_for: tuple[Text, ...]
    reasons_against: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """One step of the talk when the customer has less than the past due (P26)."""

    key: str
    words: Text


@dataclass(frozen=True, slots=True)
class Advice:
    """`choices` best first. `steps` is the talk of P26, empty unless the customer has less than the past due."""

    choices: tuple[Choice, ...]
    facts: tuple[str, ...]
    weights: str
    steps: tuple[Next, ...]

    @property
    def best(self) -> Choice:
        return self.choices[0]

    def log(self) -> dict[str, Any]:
        """Plain data to record with the call, so that outcomes can teach the weights."""
        return {
            "weights": self.weights,
            "facts": list(self.facts),
            "advised": self.best.option,
            "amount_minor": self.best.amount.minor if self.best.amount else None,
            "scores": {choice.option: choice.score for choice in self.choices},
        }


def advise(
    position: Position,
    policy: LenderPolicy,
    known: Known,
    today: date,
    *,
    method: str | None = None,
    weights: Weights | None = None,
    language: str = "zh",
) -> Advice:
    """The choices for this account today, best first. Nothing due raises ValueError: then nothing is asked."""
    if position.nothing_due:
        raise ValueError("nothing is due on this account: nothing is asked")
    used = weights or house_weights()
    true = tuple(
        facts(known, position.due_minor, position.past_due_minor, position.days_past_due, today)
    )
    amounts = _amounts(position, known, policy.currency)
    choices = [
        _choice(option, amounts[option], true, position, policy, used, method, language)
        for option in OPTIONS
        if amounts[option] is not None or option == "plan"
    ]
    choices.sort(key=lambda choice: (-choice.score, OPTIONS.index(choice.option)))
    return Advice(tuple(choices), true, used.version, short_of_past_due(position, policy, known))


def _amounts(position: Position, known: Known, currency: str) -> dict[str, Money | None]:
    """Past due 0 leaves nothing to fall back to; a part is the customer's own figure, when it is less."""
    past = position.past_due_minor if 0 < position.past_due_minor < position.due_minor else None
    said = known.can_pay_minor
    part = (
        said
        if said is not None and 0 < said < (position.past_due_minor or position.due_minor)
        else None
    )
    minor = {"due": position.due_minor, "past_due": past, "part": part, "plan": None}
    return {
        option: None if value is None else Money(value, currency) for option, value in minor.items()
    }


def _choice(
    option: str,
    amount: Money | None,
    true: Sequence[str],
    position: Position,
    policy: LenderPolicy,
    weights: Weights,
    method: str | None,
    language: str,
) -> Choice:
    weighed = [
        (weights.facts[name].label, weights.facts[name].points.get(option, 0)) for name in true
    ]
    effect = None if amount is None else effect_of(position, amount.minor, policy)
    owed = Money(max(position.due_minor, position.total_minor), policy.currency)
    return Choice(
        option=option,
        name=weights.names[option],
        score=round(weights.start[option] + sum(points for _, points in weighed), 3),
        amount=amount,
        saying=None
        if amount is None
        else _saying(option, amount, owed, position, method, language),
        effect=effect,
        does=say_effect(effect, policy.currency) if effect else _PLAN_DOES,
        reasons_for=tuple(label for label, points in weighed if points > 0),
        reasons_against=tuple(label for label, points in weighed if points < 0),
    )


def _saying(
    option: str, amount: Money, owed: Money, position: Position, method: str | None, language: str
) -> SpokenAmount:
    """A part is the customer's own figure and is not rounded up; a past due is rounded within what is due."""
    limit = (
        amount
        if option == "part"
        else Money(max(position.due_minor, amount.minor), amount.currency)
    )
    return spoken_amount(
        amount, owed=min(limit, max(owed, amount)), method=method, language=language
    )


_PLAN_DOES = Text(
    "要审核；批下来并按期履行期间停止催收，批下来之前照常计算",
    "Needs approval; while an approved plan is kept collection stops, until then all goes on counting",
)


def short_of_past_due(position: Position, policy: LenderPolicy, known: Known) -> tuple[Next, ...]:
    """The talk when the customer has less than ends the delinquency (P26); empty when they have enough.

    Keep talking, give time, lower to what truly ends it; no promise is recorded that nobody believes.
    """
    said = known.can_pay_minor
    lacking = 0 if said is None else effect_of(position, said, policy).lacks_minor
    if not lacking or known.hardship:
        return (Next("care", _CARE),) if known.hardship else ()
    money = Money(lacking, policy.currency)
    zh, en = spoken(money, style="spoken"), money.grouped()
    steps = [
        Next(
            "say_what_is_missing",
            Text(
                f"说清还差多少：还差{zh}，逾期才结得掉",
                f"Say what is missing: {en} more ends the delinquency",
            ),
        )
    ]
    if known.money_on is not None:
        day = known.money_on.isoformat()
        steps.append(
            Next(
                "give_time",
                Text(
                    f"给时间：{day} 有进账，那天一次补齐",
                    f"Give time: money comes in on {day}; the rest in one go then",
                ),
            )
        )
    else:
        steps.append(
            Next(
                "ask_when",
                Text("问差的这部分哪天能到", "Ask on which day the missing part can be there"),
            )
        )
    steps.append(
        Next(
            "take_part",
            Text(
                "能先还的先还，登记的是客户说的数，不往上写",
                "Take what is there; record the customer's figure, never more",
            ),
        )
    )
    steps.append(
        Next(
            "offer_plan",
            Text(
                "补不齐就谈分期申请，不登记没人信的承诺",
                "If the rest cannot come, talk about a plan; record no promise nobody believes",
            ),
        )
    )
    return tuple(steps)


_CARE = Text(
    "先照顾困难：转困难关怀或分期申请，这次不要金额",
    "Hardship first: to care or a plan; no amount is asked on this call",
)
