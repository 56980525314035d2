from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
import yaml

from rules.world import at, call, facts
from shounuo.rules.gate import decide
from shounuo.rules.pack import load_pack, pack_names
from shounuo.rules.parameters import PackRefused, load_parameters, load_sources
from shounuo.rules.tighten import refuse_looser, refuse_looser_value, tighten

GOOD = {
    "key": "calls",
    "meaning": {"zh": "次数", "en": "calls"},
    "unit": "calls",
    "stricter": "lower",
    "origin": "self_regulation",
    "reviewed_on": date(2026, 11, 23),
    "confirm": {"zh": "无", "en": "nothing"},
    "values": [
        {
            "from": date(2025, 2, 28),
            "value": 3,
            "clause": {"source": "gbt_45251_2025", "pinpoint": "5.3", "confidence": "P"},
        }
    ],
}


def written(folder: Path, raw: object) -> Path:
    (folder / "calls.yaml").write_text(yaml.safe_dump(raw, allow_unicode=True), "utf-8")
    return folder


def dated(**changes: object) -> dict:
    return GOOD | {"values": [GOOD["values"][0] | changes]}


def cited(**changes: object) -> dict:
    return dated(clause=GOOD["values"][0]["clause"] | changes)


def test_a_complete_number_is_read(tmp_path):
    """A number is silent before its first date and stands from that day on."""
    number = load_parameters(written(tmp_path, GOOD))["calls"]
    assert number.on(date(2025, 2, 27)) is None
    assert number.on(date(2025, 2, 28)).value == 3


BAD = {
    "key": GOOD | {"key": None},
    "meaning": GOOD | {"meaning": {"zh": "次数"}},
    "unit": GOOD | {"unit": "apples"},
    "stricter": GOOD | {"stricter": None},
    "origin": GOOD | {"origin": "custom"},
    "reviewed_on": GOOD | {"reviewed_on": None},
    "confirm": GOOD | {"confirm": None},
    "values": GOOD | {"values": []},
    "date": dated(**{"from": None}),
    "value": dated(value="three"),
    "source": dated(clause=None),
    "unknown_source": cited(source="hearsay"),
    "pinpoint": cited(pinpoint=""),
    "confidence": cited(confidence="sure"),
    "order": GOOD | {"values": GOOD["values"] * 2},
}


@pytest.mark.parametrize("code", BAD)
def test_what_a_reader_needs_is_not_left_out(code, tmp_path):
    """A file that lacks one thing is refused for that thing and says so in both languages."""
    with pytest.raises(PackRefused) as refused:
        load_parameters(written(tmp_path, BAD[code]))
    problems = refused.value.problems
    assert [problem.code for problem in problems] == [f"parameter_{code}"]
    assert problems[0].what.zh
    assert problems[0].what.en


def test_a_broken_file_is_refused_with_the_others_faults(tmp_path):
    """Faults of several files come together, a file that is not YAML among them."""
    written(tmp_path, BAD["unit"])
    (tmp_path / "other.yaml").write_text("a: b: c", "utf-8")
    with pytest.raises(PackRefused) as refused:
        load_parameters(tmp_path)
    assert {p.code for p in refused.value.problems} == {"parameter_unit", "parameter_yaml"}


@pytest.mark.parametrize(
    ("direction", "law", "looser", "stricter"),
    [
        ("lower", 3, 4, 2),
        ("higher", 2, 1, 3),
        ("earlier", "22:00", "22:30", "21:00"),
        ("later", "08:00", "07:30", "09:00"),
    ],
)
def test_a_lender_may_only_be_stricter(direction, law, looser, stricter, tmp_path):
    """A house number looser than the law's is refused; an equal or stricter one is laid over it."""
    unit = "local_time" if isinstance(law, str) else "calls"

    def number(folder: str, value: object):
        (tmp_path / folder).mkdir()
        raw = dated(value=value) | {"unit": unit, "stricter": direction}
        return load_parameters(written(tmp_path / folder, raw))["calls"]

    with pytest.raises(PackRefused) as refused:
        refuse_looser(number("looser", looser), number("law", law))
    assert refused.value.problems[0].code == "parameter_looser"
    refuse_looser(number("same", law), number("law2", law))
    refuse_looser(number("stricter", stricter), number("law3", law))


def test_a_stricter_house_number_decides(tmp_path):
    """Two connected calls a day by house policy stand over the standard's three."""
    raw = dated(value=2) | {"tightens": {"pack": "cn", "key": "connected_calls_per_day"}}
    house = load_pack("house")
    own = {**house.parameters, **load_parameters(written(tmp_path, raw))}
    stricter = replace(house, parameters=MappingProxyType(own))
    day = date(2026, 6, 17)
    laid = tighten(load_pack("cn").on(day), stricter.on(day))
    assert laid.numbers.count("connected_calls_per_day") == 2
    assert load_pack("cn").on(day).numbers.count("connected_calls_per_day") == 3


@pytest.mark.parametrize("name", pack_names())
def test_every_number_of_every_pack_can_be_trusted(name):
    """Each pack loads; house numbers are house policy, and a number with no source is not law."""
    for number in load_pack(name).parameters.values():
        for value in number.values:
            own = value.clause.source == "house_policy"
            assert own == (number.origin == "house_policy")
            assert value.clause.source in load_sources()


def test_a_lenders_own_number_only_tightens():
    """Two connected calls a day stand over three and mark the version; four are not used."""
    for own, allowed in ((2, False), (4, True)):
        stricter = (("cn.connected_calls_per_day", own),)
        two_made = facts(contacts=tuple(call(at(9, minute)) for minute in range(2)))
        lender = replace(two_made.creditor, stricter=stricter)
        verdict = decide(replace(two_made, creditor=lender))
        assert verdict.allowed is allowed
        assert ("~" in verdict.pack_version) is not allowed


def test_a_lenders_settings_refuse_a_looser_number():
    """Four calls a day, or a number nobody knows, are refused where a lender would enter them."""
    day = date(2026, 6, 17)
    refuse_looser_value("cn.connected_calls_per_day", 2, day)
    refuse_looser_value("cn.guideline_night_from", "21:00", day)
    for named, value in (
        ("cn.connected_calls_per_day", 4),
        ("cn.guideline_night_from", "22:30"),
        ("cn.guideline_night_from", 21),
        ("cn.no_such_number", 1),
        ("mars.calls", 1),
    ):
        with pytest.raises(PackRefused):
            refuse_looser_value(named, value, day)
