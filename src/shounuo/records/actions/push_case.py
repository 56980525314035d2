"""A dialler brings a case (push): recorded and gated before it dials, and it arrives claimed.

The dialler never decides whom it may call: it asks here, and dials only the number it is given.
"""

from __future__ import annotations

from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.actions._locks import lock_case, lock_customer
from shounuo.records.actions._one_in_hand import lock_hands
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.open_contact import Opened, open_contact
from shounuo.records.actions.release_case import put_back
from shounuo.records.actions.set_staff_state import set_staff_state
from shounuo.records.models import Case, Contact, Staff
from shounuo.records.queries.gate import best_reach
from shounuo.records.queries.worked import is_worked
from shounuo.rules.proposed import Channel

BROUGHT = "push-"  # before the dialler's own number of a call in `request_key`


def push_case(*, case_id: int, staff: Staff, recorded_at: datetime, request_key: str) -> Opened:
    """Claims the case for a collector who is ready and begins the call, or says why not and leaves it.

    The same `request_key` brings one call. Raises `Refused` when the collector is not ready, or the
    case is in other hands, another team's or another owner's.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        held = lock_hands(staff)
        staff.refresh_from_db(fields=["state", "state_since"])
        again = Contact.objects.filter(request_key=request_key, actor=staff).exists()
        if not again:
            _free_hands(writing, staff, held)
            _claim(case_id, staff, recorded_at)
        case = Case.objects.select_related("lender", "customer", "team").get(pk=case_id)
        opened = open_contact(
            case_id=case_id,
            point_id=_point(case, staff, recorded_at),
            channel=Channel.CALL,
            staff=staff,
            recorded_at=recorded_at,
            request_key=request_key,
            asked_by="dialler",
        )
        if opened.contact is None:
            brought = lock_case(case_id)
            brought.blocked_until = opened.reach.earliest_next
            brought.save(update_fields=["blocked_until"])
            put_back(writing, brought, "blocked")
        elif not again:
            Case.objects.filter(pk=case_id).update(source="push")
            set_staff_state(staff=staff, state="talking", recorded_at=recorded_at)
        return opened


def _claim(case_id: int, staff: Staff, at: datetime) -> None:
    own = Case.objects.filter(pk=case_id, team=staff.team)
    mine = (own.filter(owner=None) | own.filter(owner=staff)).first()
    if mine is not None:
        lock_customer(mine.customer_id)  # before the case, as everybody does: the call locks both
    if mine is None or claim_case(case_id=case_id, staff=staff, recorded_at=at) is None:
        raise Refused(
            Problem(
                "case_not_free",
                Text("这个案件不能推给该催收员", "This case cannot be brought to that collector"),
                record=f"case {case_id}, staff {staff.staff_no}",
                next_step=Text(
                    "换一个未被领取的本组案件", "Bring a case of the team that nobody holds"
                ),
            )
        )


def _free_hands(writing: Writing, staff: Staff, held: Case | None) -> None:
    """A case already worked goes back, as at the press of *next*; one in work is not taken away."""
    worked = held is not None and is_worked(held)
    if staff.state != "ready" or (held is not None and not worked):
        raise Refused(
            Problem(
                "collector_not_ready",
                Text("催收员未就绪", "The collector is not ready"),
                record=f"staff {staff.staff_no}",
                next_step=Text("等其就绪后再推送", "Wait until they are ready"),
            )
        )
    if held is not None:
        put_back(writing, lock_case(held.pk), "done")


def _point(case: Case, staff: Staff, at: datetime) -> int:
    point = best_reach(case, staff=staff, as_of=at).point_id
    if point is None:
        raise Refused(
            Problem(
                "no_number",
                Text("没有可拨的号码", "There is no number to call"),
                record=f"case {case.pk}",
                next_step=Text("先核实联系方式", "Find a number first"),
            )
        )
    return point
