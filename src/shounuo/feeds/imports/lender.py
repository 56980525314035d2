"""The lender of an import; a mapping may bring the settings to open one that is not there yet."""

from __future__ import annotations

from datetime import datetime

from shounuo.feeds.imports.order import Order
from shounuo.feeds.mapping.model import LenderMapping
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.open_lender import open_lender
from shounuo.records.models import Lender


def lender_for(order: Order, mapping: LenderMapping, at: datetime) -> tuple[Lender, bool]:
    """(lender, opened now). Raises `Refused` when there is none and the mapping brings no settings."""
    known = Lender.objects.filter(code=order.lender).first()
    if known is not None:
        return known, False
    if mapping.lender.get("code") != order.lender:
        raise Refused(
            Problem(
                "no_lender",
                Text("没有这家机构", "There is no such lender"),
                order.lender,
                "feeds.imports",
                Text(
                    "先建立机构；或用带有该机构设置的映射",
                    "Set the lender up first, or use a mapping that brings its settings",
                ),
            )
        )
    return open_lender(settings=mapping.lender, actor=order.actor, recorded_at=at)
