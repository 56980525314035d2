from dataclasses import replace
from datetime import date, timedelta

from rules.world import at, call, facts, proposing
from shounuo.kernel.text import Text
from shounuo.rules.counters import counters
from shounuo.rules.gate import decide
from shounuo.rules.pack import load_pack
from shounuo.rules.pack_diff import pack_diff, what_if, with_number
from shounuo.rules.proposed import Channel, Collector, CollectorKind
from shounuo.rules.rule_page import rule_pages
from shounuo.rules.sentences import counter_line
from shounuo.rules.standing import Placement
from shounuo.rules.verdict import Outcome
from shounuo.rules.what_closes import what_closes_next


def test_counters_show_what_the_gate_counts():
    """One connected and two unanswered calls read 今日接通 1/3 and 本号未接 2/6."""
    history = (call(at(9)), call(at(10), False), call(at(11), False))
    lines = [counter_line(counter) for counter in counters(facts(contacts=history))]
    assert [line.zh for line in lines] == ["今日接通 1/3", "本号未接 2/6"]
    assert counters(proposing(channel=Channel.TEXT)) == ()


def test_a_call_in_flight_uses_both_counters():
    """Until it ends a call may still end in either counter."""
    connected, tried = counters(facts(contacts=(call(at(11, 59), None, in_flight=True),)))
    assert (connected.used, tried.used) == (1, 1)


def test_a_counter_is_near_when_one_more_call_closes_it():
    """Two of three connected is near; one of three is not."""
    (two, _), (one, _) = (
        counters(facts(contacts=tuple(call(at(9, m)) for m in range(n)))) for n in (2, 1)
    )
    assert two.is_near
    assert not one.is_near


def test_the_evening_and_the_morning_are_foreseen_to_the_minute():
    """A five-minute call asked at noon closes at 21:56 (it must end by 22:00), opens at 08:00."""
    changes = what_closes_next(facts(), timedelta(days=1))
    assert [(c.at, c.after) for c in changes] == [
        (at(21, 56), Outcome.DENY),
        (at(8, day=18), Outcome.ALLOW),
    ]
    assert changes[0].closes
    assert {reason.rule_id for reason in changes[0].reasons} == {"TIME-1", "TIME-2"}


def test_tomorrow_frees_the_day_counter_but_not_the_night():
    """After the third connected call the next opening is tomorrow at 08:00, once."""
    used_up = facts(contacts=tuple(call(at(9, m)) for m in range(3)))
    changes = what_closes_next(used_up, timedelta(days=1))
    assert [(c.at, c.after) for c in changes] == [(at(8, day=18), Outcome.ALLOW)]


def test_the_end_of_a_placement_is_foreseen():
    """A placement that ends tomorrow at 15:07 closes the case at that minute."""
    base = facts()
    placed = proposing(base, collector=Collector(CollectorKind.AGENCY, "agency", "a1"))
    window = Placement("agency", at(0), at(15, 7, day=18), ("d1",))
    changes = what_closes_next(replace(placed, placements=(window,)), timedelta(days=2))
    assert changes[-1].at == at(15, 7, day=18)
    assert {reason.rule_id for reason in changes[-1].reasons} == {"PI-1"}


def test_a_pack_diff_names_what_came_into_force():
    """Between the standard's last year and the guideline's first day its numbers appear."""
    changes = pack_diff(load_pack("cn"), date(2026, 1, 29), date(2026, 1, 30))
    keys = {change.key for change in changes}
    assert "unanswered_attempts_per_number_per_day" in keys
    assert "connected_calls_per_day" not in keys
    assert all(change.before is None and change.after for change in changes)
    assert pack_diff(load_pack("cn"), date(2026, 2, 1), date(2026, 6, 1)) == ()


def test_a_change_is_tried_on_past_contacts_before_it_goes_live():
    """With two connected calls a day instead of three, the third call of that day would close."""
    asked = [facts(contacts=tuple(call(at(9, m)) for m in range(n))) for n in range(4)]

    def change(pack):
        key = "connected_calls_per_day"
        return with_number(pack, key, 2) if key in pack.numbers.uses else pack

    found = what_if(asked, change)
    assert (found.total, found.newly_closed, found.newly_open) == (4, (2,), ())
    assert found.by_rule == (("FREQ-1", 1),)


def test_every_rule_has_a_page():
    """Each check of the mainland stands on a page with claim, clause and all dates of its numbers."""
    pages = rule_pages("cn")
    assert len(pages) == len(load_pack("cn").checks)
    for page in pages:
        assert isinstance(page.claim, Text)
        assert page.claim.zh != page.claim.en
        assert page.rules, page.check
        assert page.statement.en
        assert page.statement.zh != page.statement.en
    night = next(page for page in pages if page.check == "night_contact_not_made")
    assert {number.key for number in night.numbers} == {
        "guideline_night_from",
        "guideline_night_until",
    }
    assert decide(facts()).allowed
