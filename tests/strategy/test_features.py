import pytest
from a_night import run
from small_extract import DAY, rows, write

from shounuo.strategy.features import FIELD_BITS
from shounuo.strategy.night import NightRefused


def test_more_attempts_than_a_field_holds_stop_the_night(tmp_path):
    """An account with 4,096 attempts in ninety days overflows its counter and is not counted wrong in silence."""
    tables = rows(12)
    made = [
        {
            "contact_id": 10**6 + i,
            "account_id": 1,
            "agent_id": 1,
            "day": DAY - 1 - i % 80,
            "minute": i // 80,  # no two attempts of the same minute
            "channel": 0,
            "outcome": 0,
            "talk_seconds": 0,
        }
        for i in range(1 << FIELD_BITS)
    ]
    tables["contacts"] = made
    with pytest.raises(NightRefused) as stopped:
        run(write(tmp_path / "x", tables), tmp_path)
    assert [p.record for p in stopped.value.problems] == ["features.contacts"]


def test_just_below_is_counted(tmp_path):
    """4,095 attempts still fit."""
    tables = rows(12)
    tables["contacts"] = [
        {
            "contact_id": 10**6 + i,
            "account_id": 1,
            "agent_id": 1,
            "day": DAY - 1 - i % 80,
            "minute": i // 80,  # no two attempts of the same minute
            "channel": 0,
            "outcome": 0,
            "talk_seconds": 0,
        }
        for i in range((1 << FIELD_BITS) - 1)
    ]
    assert run(write(tmp_path / "x", tables), tmp_path)["accounts"] == 12
