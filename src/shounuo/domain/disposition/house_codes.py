"""A lender's or house's own codes, read as canonical ones."""

from __future__ import annotations

from collections.abc import Mapping

from shounuo.domain.disposition.catalogue import Code
from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text

# Short forms that floors use everywhere.
COMMON = {"MESS": Code.MESSAGE_LEFT, "KPTP": Code.PTP, "RTP": Code.REFUSE}


def canonical(house_code: str, lender_codes: Mapping[str, str]) -> Code | Problem:
    """The canonical code: the lender's mapping first, then the canonical name, then common short forms.

    Case and surrounding space do not matter. An unknown code is a problem, never a guess.
    """
    key = house_code.strip().upper()
    mapped = {name.strip().upper(): code for name, code in lender_codes.items()}
    name = mapped.get(key, key).strip().upper()
    if name in Code.__members__:
        return Code(name)
    return COMMON[name] if name in COMMON else _unknown(house_code)


def _unknown(house_code: str) -> Problem:
    return Problem(
        "unknown_house_code",
        Text(f"不认识的电话码“{house_code}”", f'The code "{house_code}" is not known'),
        house_code,
        "disposition.house_codes",
        Text(
            "在该机构的设置里写明它对应哪个标准码",
            "Say in the lender's settings which code it stands for",
        ),
    )
