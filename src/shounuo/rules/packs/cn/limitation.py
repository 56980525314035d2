"""The limitation of a debt: when it runs out, and what starts it anew.

Civil Code arts. 188 and 195: three years, run anew from a demand that arrived or an acknowledgement.
"""

from datetime import date, datetime

from shounuo.rules.calendar_years import years_after
from shounuo.rules.local_hours import local_day
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.standing import Debt


def limitation_ends(due: date, interruptions: tuple[date, ...], years: int) -> date:
    """The last day of the limitation: `years` after the due day or the last interruption.

    An interruption after the limitation had run out starts nothing.
    """
    ends = years_after(due, years)
    for day in sorted(interruptions):
        if due <= day <= ends:
            ends = years_after(day, years)
    return ends


def has_run_out(debt: Debt, when: datetime) -> bool | None:
    """None when nobody has worked it out."""
    if debt.limitation_expired is not None:
        return debt.limitation_expired
    if debt.limitation_ends is None:
        return None
    return local_day(when, ZONE) > debt.limitation_ends
