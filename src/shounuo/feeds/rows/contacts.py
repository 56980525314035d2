"""A row of another party's contact file as one attempt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from shounuo.domain.contact import Channel, Outcome, PartyRole, is_connected
from shounuo.feeds.rows.bind import Binding, CellFault, Fields
from shounuo.feeds.rows.faults import fault_of
from shounuo.kernel.civil import start_of_day
from shounuo.records.actions.take_other_contacts import OtherContactRow

_CHOICES = {"channel": set(Channel), "role": set(PartyRole), "outcome": set(Outcome)}
_CONNECTED = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def contact_row(
    binding: Binding, cells: Sequence[str], number: int
) -> tuple[OtherContactRow | None, list[CellFault], Fields]:
    """The attempt, or what is wrong with the row. A day without a clock time is its first moment:
    the earlier reading never lets a window of days close sooner than it should within that day."""
    found = binding.read(cells)
    values = found.values
    for name, choices in _CHOICES.items():
        if name in values and values[name] not in choices:
            column = binding.column(binding.mapping.fields.get(name), name)
            found.faults.append(
                CellFault(column, values[name], fault_of("no_such_choice", values[name]))
            )
    if found.faults:
        return None, found.faults, found
    opened = values["opened"]
    if isinstance(opened, date) and not isinstance(opened, datetime):
        opened = start_of_day(opened, binding.zone)
    told = ("ref", "customer_ref", "organisation", "channel", "role", "number", "outcome")
    row = OtherContactRow(
        row_no=number,
        opened_at=opened,
        connected=_connected(values),
        **{name: values[name] for name in told if name in values},
    )
    return row, [], found


def _connected(values: dict[str, object]) -> bool | None:
    said = _CONNECTED.get(str(values.get("connected", "")).lower())
    if said is None and "outcome" in values:
        return is_connected(Outcome(str(values["outcome"])))
    return said
