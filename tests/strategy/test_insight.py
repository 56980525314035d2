import re
from math import exp, log, sqrt

import ibis
import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from shared_files import ROOT
from shounuo.strategy import charts, insight
from shounuo.strategy import tables as t


def table(rows, columns):
    return ibis.memtable([dict(zip(columns, r, strict=True)) for r in rows])


def rows_of(expression):
    return ibis.duckdb.connect().to_pyarrow(expression).to_pylist()


def promise(i, account, made, verdict, paid=0, explicit=1, agent=1):
    return {
        "promise_id": i,
        "account_id": account,
        "agent_id": agent,
        "made_day": made,
        "due_day": made + 2,
        "amount_cents": 100,
        "paid_cents": paid,
        "verdict": verdict,
        "explicit": explicit,
    }


def promises(*rows):
    return ibis.memtable([promise(*r) for r in rows], schema=t.PROMISES.ibis)


def test_rolls_count_every_account_of_the_earlier_night_once():
    """Of M1, M1 and M2, one stays, one is gone (cured) and one rolls to M3."""
    columns = ("account_id", "past_due_cents", "days_past_due")
    before = table([(1, 100, 10), (2, 50, 30), (3, 70, 31)], columns)
    after = table([(1, 100, 20), (3, 90, 61)], columns)
    found = {
        (r["was"], r["now"]): (r["accounts"], r["past_due_cents"])
        for r in rows_of(insight.roll_rates(before, after))
    }
    assert found == {(1, 1): (1, 100), (1, 0): (1, 50), (2, 3): (1, 70)}


@pytest.mark.parametrize(
    ("days", "bucket"), [(0, 0), (1, 1), (30, 1), (31, 2), (180, 6), (181, 7), (999, 7)]
)
def test_buckets_change_at_thirty_days(days, bucket):
    """M1 is 1–30 days and M7 everything from 181."""
    one = table([(days,)], ("d",))
    assert rows_of(one.select(b=insight.bucket(one.d)))[0]["b"] == bucket


ENTRIES = [("2026-01", 1, 1, 1), ("2026-01", 1, 0, 1), ("2026-01", 2, 1, 1), ("2026-01", 3, 0, 1)]


def test_cure_curve_counts_who_is_still_at_risk():
    """Of four entries, four are at risk in week one; after one cure and one lost from sight, two."""
    entries = table(ENTRIES, ("vintage", "weeks", "cured", "n"))
    found = [(r["weeks"], r["at_risk"], r["cured"]) for r in rows_of(insight.cure_curve(entries))]
    assert found == [(1, 4, 1), (2, 2, 1), (3, 1, 0)]


def test_cured_shares_by_hand():
    """Still late: 3/4 after week one, 3/4 · 1/2 = 3/8 after week two and three; so 1/4, 5/8, 5/8 cured."""
    steps = [
        {"weeks": 1, "at_risk": 4, "cured": 1},
        {"weeks": 2, "at_risk": 2, "cured": 1},
        {"weeks": 3, "at_risk": 1, "cured": 0},
    ]
    found = insight.cured_shares(steps)
    assert [row["cured_share"] for row in found] == [0, 0.25, 0.625, 0.625]
    assert all(row["low"] <= row["cured_share"] <= row["high"] for row in found)
    # Greenwood: 1/(4·3) = 1/12; log-log interval of 0.75: 0.75^exp(±1.959964·√(1/12)/ln 0.75).
    assert found[1]["low"] == pytest.approx(1 - 0.75 ** exp(-1.959964 * sqrt(1 / 12) / -log(0.75)))


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 1), st.integers(1, 9)), min_size=1))
def test_the_cured_share_only_grows_and_everybody_counts_once(rows):
    """Whatever the entries: at risk in the first week are all of them, and shares rise within 0–1."""
    entries = table([("v", *row) for row in rows], ("vintage", "weeks", "cured", "n"))
    steps = rows_of(insight.cure_curve(entries))
    assert steps[0]["at_risk"] == sum(n for _, _, n in rows)
    shares = [row["cured_share"] for row in insight.cured_shares(steps)]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def test_funnel_counts_within_its_days():
    """Two calls of which one reaches, one letter that is no call, and promises by what became of them."""
    columns = [c.name for c in t.CONTACTS.columns]
    contacts = ibis.memtable(
        [
            dict(zip(columns, r, strict=True))
            for r in [
                (1, 1, 1, 5, 600, 0, 1, 60),
                (2, 1, 1, 6, 600, 0, 0, 0),
                (3, 1, 1, 6, 600, 3, 0, 0),
                (4, 1, 1, 9, 600, 0, 1, 9),
            ]
        ],
        schema=t.CONTACTS.ibis,
    )
    made = promises((1, 1, 5, t.KEPT, 100), (2, 1, 6, t.OPEN), (3, 1, 20, t.KEPT, 100))
    assert rows_of(insight.funnel(contacts, made, 5, 6)) == [
        {"calls": 2, "reached": 1, "promises": 2, "settled": 1, "kept": 1}
    ]


def test_promise_quality_ranks_by_kept_money_and_shows_inflation():
    """The agent whose promises hold stands first; soft, rolled and month-end promises are counted."""
    made = promises(
        (1, 1, 5, t.BROKEN),
        (2, 1, 9, t.OPEN, 0, 0),
        (3, 2, 30, t.KEPT, 100, 1, 2),
        (4, 3, 30, t.BROKEN, 0, 1, 1),
        (5, 3, 60, t.OPEN, 0, 1, 1),
    )
    found = rows_of(insight.promise_quality(made, month_end_days=(30,)))
    assert [r["agent_id"] for r in found] == [2, 1]
    assert found[0]["kept_cents"] == 100
    assert {k: found[1][k] for k in ("promises", "soft", "rolled", "month_end")} == {
        "promises": 4,
        "soft": 1,
        "rolled": 1,
        "month_end": 1,
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chart_renders_for_page_and_pdf(language):
    """Each definition becomes SVG by the offline renderer, with the reader's words in it."""
    made = {
        "roll": charts.roll_matrix([{"was": 1, "now": 2, "share": 0.6, "accounts": 3}], language),
        "cure": charts.cure_curves(
            [{"weeks": 1, "cured_share": 0.4, "low": 0.3, "high": 0.5, "vintage": "2026-01"}],
            language,
        ),
        "history": charts.roll_history(
            [{"night": "2026-01-09", "was": "M1", "share": 0.2}], language
        ),
        "reliability": charts.reliability([{"told": 0.2, "true": 0.25, "n": 30}], language),
        "funnel": charts.funnel({"calls": 10, "reached": 4, "promises": 2, "kept": 1}, language),
    }
    svg = {name: vl_convert.vegalite_to_svg(chart.to_dict()) for name, chart in made.items()}
    assert all(text.startswith("<svg") for text in svg.values())
    assert ("拨打" if language == "zh" else "calls") in svg["funnel"]


def light(colour):
    """Relative luminance of 0–255 per channel (WCAG 2.1)."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def channels(hexed):
    full = hexed if len(hexed) == 6 else "".join(2 * c for c in hexed)
    return [int(full[i : i + 2], 16) for i in (0, 2, 4)]


def test_a_cell_of_the_roll_matrix_is_read_in_both_themes():
    """The accent lies over the page's ground, the figure stands in its ink: AA (4.5) from least to most."""
    tokens = (ROOT / "src/shounuo/web/static/tokens.css").read_text("utf-8")
    grounds, inks = (
        [channels(one) for one in re.findall(rf"--{name}: #(\w+);", tokens)]
        for name in ("surface", "ink")
    )
    assert len(grounds) == len(inks) == 2
    accent = channels(charts.ACCENT[1:])
    for ground, ink in zip(grounds, inks, strict=True):
        for share in (charts.LEAST, charts.MOST):
            cell = [share * a + (1 - share) * g for a, g in zip(accent, ground, strict=True)]
            dark, pale = sorted((light(cell), light(ink)))
            assert (pale + 0.05) / (dark + 0.05) >= 4.5
    drawn = vl_convert.vegalite_to_svg(
        charts.roll_matrix([{"was": 1, "now": 2, "share": 1.0, "accounts": 3}], "en").to_dict()
    )
    assert f'opacity="{charts.MOST}"' in drawn
