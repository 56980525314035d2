"""How a house's registered name is said on the telephone."""

from __future__ import annotations

import re
from functools import lru_cache

_ZH_TAIL = re.compile(
    r"(?:股份)?(?:有限)?(?:责任)?公司$|信用卡中心$|信用卡$|信息咨询.*$|企业服务.*$|信息服务.*$|服务外包.*$|公司$"
)
_EN_TAIL = re.compile(
    r"\s+(?:bank|credit|finance|group|services|recovery services|receivables group|associates|inc|llc|company|co|credit union)\.?$"
)


@lru_cache(maxsize=1024)
def spoken_names(name: str, english: bool) -> tuple[str, ...]:
    """The full name first, then the short forms people use; all lower case, never under two characters."""
    whole = " ".join(name.lower().replace("&", "and").split())
    if not whole:
        return ()
    forms = [whole]
    for _ in range(3):
        shorter = (_EN_TAIL if english else _ZH_TAIL).sub("", forms[-1])
        if shorter == forms[-1] or len(shorter) < (4 if english else 2):
            break
        forms.append(shorter)
    return tuple(forms)
