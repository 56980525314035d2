"""What a way to reach a person must offer.

An adapter is handed an attempt that stands in the records already; it has no other way in, so nothing
is dialled or sent that the gate did not let pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from shounuo.kernel.text import Text
from shounuo.records.models import Contact
from shounuo.rules.proposed import Channel


@dataclass(frozen=True, slots=True)
class Handed:
    """What the adapter did with it. `steps`: what is left for a person to do, in order.

    `reports_itself`: the adapter will report the end; else the person does. `outcomes`: how it may end.
    """

    steps: tuple[Text, ...]
    outcomes: tuple[str, ...]
    reports_itself: bool = False


class Adapter(Protocol):
    """One way to reach people, over one or more channels."""

    name: str
    channels: frozenset[Channel]

    def hand(self, contact: Contact) -> Handed:
        """Takes the open attempt and begins it."""
        ...
