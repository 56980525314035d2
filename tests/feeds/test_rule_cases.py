import json

from shounuo.feeds.rule_cases import read_cases

GOOD = {
    "id": "x1",
    "rules": ["1006.6(b)(1)(i)"],
    "facts": {
        "proposed": {
            "when": "2026-06-17T10:00:00-04:00",
            "channel": "call",
            "to": {"id": "C1", "role": "consumer"},
            "debt": ["d1"],
        }
    },
    "expected": {"allowed": True},
}


def line(**changes) -> str:
    return json.dumps(GOOD | changes)


def broken(proposed: dict) -> str:
    return line(facts={"proposed": GOOD["facts"]["proposed"] | proposed})


def test_a_broken_line_is_named_and_the_rest_goes_on():
    """Two good lines around a broken one are read; the broken one is reported by its number."""
    file = read_cases([line(), "{not json", "", line(id="x2")])
    assert [case.id for case in file.cases] == ["x1", "x2"]
    assert [problem.record for problem in file.problems] == ["2"]
    assert "第 2 行" in file.problems[0].what.zh
    assert "line 2" in file.problems[0].what.en


def test_what_cannot_be_decided_is_refused_with_its_reason():
    """A time without its offset, an unknown channel, a missing person: each says which."""
    faults = (
        ({"when": "2026-06-17T10:00:00"}, "no UTC offset"),
        ({"when": "2026-06-17"}, "a time is needed"),
        ({"channel": "telegraph"}, "no 'telegraph'"),
        ({"to": {"id": "C1", "role": "uncle"}}, "no 'uncle'"),
        ({"to": None}, "to is missing"),
        ({"chanel": "call"}, "no 'chanel'"),
        ({"outcome": "voicemial"}, "no 'voicemial'"),
    )
    for change, said in faults:
        file = read_cases([broken(change)])
        assert file.cases == []
        assert said in file.problems[0].what.en
        assert file.problems[0].what.zh != file.problems[0].what.en


def test_a_case_without_expectation_or_with_an_unknown_pack_is_refused():
    """A case must expect something, of a pack that exists."""
    assert "expects nothing" in read_cases([line(expected={})]).problems[0].what.en
    assert "no pack 'xx'" in read_cases([line(pack="xx")]).problems[0].what.en
    assert "not an object" in read_cases(["[1]"]).problems[0].what.en


def test_a_case_of_another_pack_is_read_in_the_gates_own_words():
    """`pack: cn` reads the fields of the facts; an unknown field is refused by its name."""
    facts = {"proposed": {"when": "2026-06-17T12:00:00+08:00"}}
    file = read_cases([line(pack="cn", facts=facts), line(pack="cn", facts={"sky": 1})])
    assert file.cases[0].facts.creditor.country == "CN"
    assert "sky" in file.problems[0].what.en


def test_a_pack_date_is_the_lenders_choice():
    """`pack_date` makes the lender read its pack at that date."""
    case = read_cases([line(pack_date="2027-01-01")]).cases[0]
    assert [(c.name, str(c.on)) for c in case.facts.creditor.packs] == [("us", "2027-01-01")]


def test_a_misspelt_fact_is_not_passed_over():
    """A request, an event, an outcome or a list that the rules do not know refuses the line."""
    plain = GOOD["facts"]
    faults = (
        {"requests": [{"type": "stop_calls"}]},
        {"events": [{"type": "dispte"}]},
        {"calls": [{"when": "2026-06-01T10:00:00-04:00", "outcome": "anserwed"}]},
        {"consents": [{"type": "tiem"}]},
        {"call": []},
        {"calls": [{"when": "2026-06-01T10:00:00-04:00", "outcom": "busy"}]},
        {"attorney": {"knwon": True}},
        {"attorney": {"known": "yes"}},
        {"requests": [{"type": "inconvenient_times", "weekends": "al"}]},
        {"requests": [{"type": "inconvenient_days", "days": ["Frday"]}]},
        {"email": {"route": "creditor"}},
        {"history": {"responses": "none"}},
        {"text_number": {"reassigned_db_check": "last week"}},
        {"consumer": {"locations": [{"tz": "America/Denver", "source": "adress"}]}},
    )
    for more in faults:
        assert read_cases([line(facts=plain | more)]).cases == [], more


def test_bytes_that_are_no_text_are_a_broken_line():
    """A line in another encoding is reported; a byte order mark and Windows line ends are not faults."""
    file = read_cases([line().encode() + b"\r", b"\xff\xfe{"])
    assert len(file.cases) == 1
    assert [problem.record for problem in file.problems] == ["2"]


def test_an_unknown_time_zone_is_refused():
    """A place without a clock is a fault of the line."""
    place = {"consumer": {"id": "C1", "locations": [{"tz": "Mars/Olympus"}]}}
    assert "no time zone" in read_cases([line(facts=GOOD["facts"] | place)]).problems[0].what.en


def test_the_nearest_known_word_is_offered():
    """A misspelt key inside a list is told with its path and the word that was probably meant."""
    told = read_cases([line(facts=GOOD["facts"] | {"requests": [{"tpye": "stop_medium"}]})])
    what = told.problems[0].what
    assert "facts.requests[0]: there is no 'tpye'; 'type'?" in what.en
    assert "facts.requests[0]：没有“tpye”，是否“type”？" in what.zh


def test_what_a_case_expects_is_spelt_right_too():
    """A verdict, a hint or a deciding key that does not exist refuses the line; a remark does not."""
    for wrong in ({"expected": {"allowed": "yes"}}, {"gate_hint": "alow"}, {"gate_hnt": "allow"}):
        assert read_cases([line(**wrong)]).cases == [], wrong
    assert len(read_cases([line(remark="for the reader")]).cases) == 1


def test_a_misspelt_word_of_another_pack_is_not_passed_over():
    """In the gate's own words too a misspelt request, plan, place or number opens nothing."""
    noon = {"proposed": {"when": "2026-06-17T12:00:00+08:00"}}
    hold = {"kind": "complaintt", "since": "2026-06-16T09:00:00+08:00"}
    faults = (
        {"requests": [{"kind": "stop_caling"}]},
        {"debts": [{"id": "d1", "plan": "performed"}]},
        {"holds": [hold]},
        {"creditor": {"stricter": [["cn.conected_calls_per_day", 2]]}},
        {"proposed": {**noon["proposed"], "place": "werk"}},
        {"proposed": {**noon["proposed"], "purpose": "anser"}},
    )
    for wrong in faults:
        assert read_cases([line(pack="cn", facts=noon | wrong)]).cases == [], wrong
    other = {**hold, "kind": "fraud_review"}
    stricter = {"creditor": {"stricter": [["cn.connected_calls_per_day", 2]]}}
    for right in ({"holds": [other]}, stricter):
        assert len(read_cases([line(pack="cn", facts=noon | right)]).cases) == 1, right


def test_a_blank_is_refused_where_it_would_pass_for_nothing():
    """A debt left blank, or null within a list, would be a call or a debt missed in silence."""
    for debt, told in (([""], "debt[0]: an empty item"), ([None], "debt[0]: an empty item")):
        (problem,) = read_cases([broken({"debt": debt})]).problems
        assert told in problem.what.en
        assert "空项" in problem.what.zh
    (problem,) = read_cases([broken({"to": {"id": "", "role": "consumer"}})]).problems
    assert "facts.proposed.to.id: blank; null is *not known*" in problem.what.en
