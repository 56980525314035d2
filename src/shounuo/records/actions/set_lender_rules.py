"""A lender names the pack it works under, and its own numbers, which may only be stricter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender
from shounuo.rules.pack import pack_names
from shounuo.rules.parameters import PackRefused
from shounuo.rules.tighten import refuse_looser_value
from shounuo.rules.verdict import Fact


def set_lender_rules(
    *,
    lender_id: int,
    pack: str,
    pack_date: date | None,
    stricter: Mapping[str, Fact],
    actor: Actor,
    recorded_at: datetime,
) -> Lender:
    """`pack_date`: a pack is adopted early, never old numbers kept. `stricter`: `pack.key` -> value.

    Raises `Refused` for an unknown pack or number, and for a value looser than the rule's.
    """
    _refuse_unknown(pack)
    day = max(pack_date or recorded_at.date(), recorded_at.date())
    for key, value in sorted(stricter.items()):
        try:
            refuse_looser_value(key, value, day)
        except PackRefused as refused:
            raise Refused(refused.problems[0]) from refused
    with act(actor=actor, recorded_at=recorded_at) as writing:
        lender = Lender.objects.select_for_update().get(pk=lender_id)
        lender.rule_pack, lender.rule_pack_date = pack, pack_date
        lender.contact_settings = {**lender.contact_settings, "stricter": dict(stricter)}
        lender.save(update_fields=["rule_pack", "rule_pack_date", "contact_settings"])
        told = {"pack": pack, "on": pack_date.isoformat() if pack_date else None}
        payload = {**told, "stricter": dict(stricter)}
        writing.event(f"lender:{lender.pk}", "LenderRulesSet", payload)
        return lender


def _refuse_unknown(pack: str) -> None:
    if pack in pack_names():
        return
    raise Refused(
        Problem(
            "unknown_pack",
            Text(f"没有名为 {pack} 的规则包", f"There is no rule pack {pack}"),
            record=pack,
            next_step=Text(
                f"可选：{'、'.join(pack_names())}", f"Choose one of {', '.join(pack_names())}"
            ),
        )
    )
