"""Which reading decides: by the language of the call and by who was called."""

from __future__ import annotations

from shounuo.inspection.disposition import customer_en, customer_zh, third_party_en, third_party_zh
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading


@once
def disposition_of(reading: Reading) -> str | None:
    """The canonical code; None when nobody spoke."""
    if not reading.turns:
        return None
    third = reading.context.callee_role == "third_party"
    if reading.english:
        return third_party_en.code(reading) if third else customer_en.code(reading)
    return third_party_zh.code(reading) if third else customer_zh.code(reading)
