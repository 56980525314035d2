"""The one door: the gate is asked and the attempt recorded, then its channel's adapter takes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shounuo.channels.adapter import Adapter, Handed
from shounuo.channels.manual import Manual
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions.open_contact import Opened, open_contact
from shounuo.rules.proposed import Channel

ADAPTERS: tuple[Adapter, ...] = (Manual(),)


@dataclass(frozen=True, slots=True)
class Begun:
    """The gate's answer; `handed` only where it let the contact pass."""

    opened: Opened
    handed: Handed | None


def begin(channel: Channel, **asked: Any) -> Begun:
    """Arguments as for `open_contact`. Raises `Refused` for a channel that nobody serves."""
    adapter = adapter_for(channel)
    opened = open_contact(channel=channel, **asked)
    contact = opened.contact
    fresh = contact is not None and contact.state == "in_flight"
    return Begun(opened, adapter.hand(contact) if contact is not None and fresh else None)


def adapter_for(channel: Channel) -> Adapter:
    """The first adapter that serves the channel."""
    for adapter in ADAPTERS:
        if channel in adapter.channels:
            return adapter
    raise Refused(
        Problem(
            "channel_not_served",
            Text("这种联系方式尚未接通", "Nothing here serves this channel"),
            record=str(channel),
            next_step=Text("改用其他方式", "Use another one"),
        )
    )
