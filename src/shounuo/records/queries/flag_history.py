"""The flags of a customer as a person reads them: since when, recorded when, why, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.domain.flags import SET_BY_HAND
from shounuo.kernel.text import Text
from shounuo.records.models import Case, Event, Flag
from shounuo.records.queries.flags import LIFTED_BY_HAND, held_up_by_requests
from shounuo.records.queries.timeline import FLAGS

SOURCES = {
    "call": Text("电话码", "a call's code"),
    "hand": Text("人工", "by hand"),
    "request": Text("本人要求", "a request"),
    "placement": Text("委案文件", "the placement file"),
    "figures": Text("账面数字", "the figures"),
}
KINDS = {"FlagRaised": "raised", "FlagEnded": "ended"}


@dataclass(frozen=True, slots=True)
class Told:
    """`raised` and `ended`: (who, why) of each; why is empty once a person was erased."""

    flag: Flag
    name: Text
    source: Text
    liftable: bool
    raised: tuple[str, str] = ("", "")
    ended: tuple[str, str] = ("", "")


def flag_history(case: Case, most: int = 40) -> list[Told]:
    """Newest first, those that stand before those that ended."""
    rows = Flag.objects.filter(customer=case.customer_id)
    flags = sorted(rows, key=lambda f: (f.ended_at is not None, -f.pk))[:most]
    said, held_up = _said(case), held_up_by_requests(case.customer_id)
    return [
        Told(
            flag,
            FLAGS.get(flag.kind, Text(flag.kind, flag.kind)),
            SOURCES.get(flag.source, Text(flag.source, flag.source)),
            flag.ended_at is None
            and flag.kind in SET_BY_HAND
            and flag.source in LIFTED_BY_HAND
            and flag.kind not in held_up,
            **said.get(flag.pk, {}),
        )
        for flag in flags
    ]


def _said(case: Case) -> dict[int, dict[str, tuple[str, str]]]:
    """Flag -> who raised and ended it, and the sealed reason where there is one."""
    rows = Event.objects.filter(chain=f"case:{case.pk}", kind__in=KINDS)
    found: dict[int, dict[str, tuple[str, str]]] = {}
    for row in rows.prefetch_related("personal").order_by("seq"):
        why = next((value.value for value in row.personal.all() if value.name == "why"), "")
        found.setdefault(row.payload.get("id", 0), {})[KINDS[row.kind]] = (row.actor, why)
    return found


def hand_kinds() -> list[tuple[str, Text]]:
    """The flags a person may set, in the order of their names on the desk."""
    return [(kind, words) for kind, words in FLAGS.items() if kind in SET_BY_HAND]
