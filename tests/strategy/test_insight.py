import ibis
import pytest
import vl_convert

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


def test_cure_curve_counts_who_is_still_at_risk():
    """Of four entries, four are at risk in month one; after one cure and one lost from sight, two."""
    entries = table(
        [("2026-01", 1, 1), ("2026-01", 1, 0), ("2026-01", 2, 1), ("2026-01", 3, 0)],
        ("entry_month", "months", "cured"),
    )
    found = [(r["months"], r["at_risk"], r["cured"]) for r in rows_of(insight.cure_curve(entries))]
    assert found == [(1, 4, 1), (2, 2, 1), (3, 1, 0)]


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
            [{"months": 1, "cured_share": 0.4, "entry_month": "2026-01"}], language
        ),
        "reliability": charts.reliability([{"told": 0.2, "true": 0.25, "n": 30}], language),
        "funnel": charts.funnel({"calls": 10, "reached": 4, "promises": 2, "kept": 1}, language),
    }
    svg = {name: vl_convert.vegalite_to_svg(chart.to_dict()) for name, chart in made.items()}
    assert all(text.startswith("<svg") for text in svg.values())
    assert ("拨打" if language == "zh" else "calls") in svg["funnel"]
