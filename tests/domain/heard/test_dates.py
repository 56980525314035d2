"""Dates heard relative to Monday 23 November 2026; the calendar is counted by hand."""

from datetime import date

import pytest

from shounuo.domain.heard import hear_dates

MONDAY = date(2026, 11, 23)
NAMED = {
    "今天": "11-23", "明天": "11-24", "后天": "11-25", "大后天": "11-26", "昨天": "11-22", "这周五": "11-27",
    "下周一": "11-30", "礼拜天": "11-29", "周五": "11-27", "下下周三": "12-09", "月底": "11-30", "下个月底": "12-31",
    "下个月五号": "12-05", "十五号": "12-15", "廿五号": "11-25", "31号": "12-31", "十一月二十五": "11-25",
    "11月25日": "11-25", "11/25": "11-25", "三天后": "11-26", "三天内": "11-26", "一个月之内": "12-23",
    "十一月三号": "11-03", "tomorrow": "11-24", "the day after tomorrow": "11-25", "this Friday": "11-27",
    "next Monday": "11-30", "the 15th": "12-15", "by the end of the month": "11-30", "in three days": "11-26",
    "November 25th": "11-25", "October ninth": "10-09", "two weeks from today": "12-07", "December 1": "12-01",
}  # fmt: skip


@pytest.mark.parametrize("text", NAMED)
def test_a_day_that_is_named(text: str) -> None:
    """Each form names this one day of the year 2026."""
    (heard,) = hear_dates(text, MONDAY)
    assert heard.day == date.fromisoformat(f"2026-{NAMED[text]}")


@pytest.mark.parametrize(
    "text", ["发工资那天", "过几天", "改天", "when I get paid", "工资下来以后", "年后"]
)
def test_a_day_that_is_not_named(text: str) -> None:
    """Words that name no day are reported as unresolved, not guessed."""
    (heard,) = hear_dates(text, MONDAY)
    assert (heard.day, heard.resolved) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "逾期十二天",
        "十二号楼",
        "三十天没还了",
        "我等你们号码",
        "30 days past due",
        "the second time",
    ],
)
def test_no_date(text: str) -> None:
    """Stretches, houses and counts are no dates."""
    assert hear_dates(text, MONDAY) == ()


def test_a_weekday_run_into_its_day() -> None:
    """周三十五号 is Wednesday and the fifteenth, not the thirty-fifth; 那几天 after a day makes it rough."""
    heard = hear_dates("周三十五号", MONDAY)
    assert [item.day for item in heard] == [date(2026, 11, 25), date(2026, 12, 15)]
    (rough,) = hear_dates("二十五号那几天", MONDAY)
    assert (rough.day, rough.approximate) == (date(2026, 11, 25), True)


def test_qualifiers() -> None:
    """By, within and after are kept apart from on."""
    said = {
        "25号之前": "by",
        "到二十号": "by",
        "三天内": "within",
        "发完以后二十号之后": "after",
        "by Friday": "by",
        "十号左右": "around",
        "大概月底吧": "around",
        "周五": "on",
    }
    for text, qualifier in said.items():
        assert hear_dates(text, MONDAY)[-1].qualifier == qualifier, text


def test_a_year_end_is_crossed() -> None:
    """A month already behind is next year's; a day within two months behind is what was."""
    assert hear_dates("一月五号", date(2026, 12, 20))[0].day == date(2027, 1, 5)
    assert hear_dates("三月五号", MONDAY)[0].day == date(2027, 3, 5)
    assert hear_dates("十二月二十号", date(2027, 1, 10))[0].day == date(2026, 12, 20)


def test_a_stretch_has_both_ends() -> None:
    """下周 and 这周末 give their first and last day and say that they are loose."""
    (week,) = hear_dates("下周", MONDAY)
    assert (week.day, week.until, week.approximate) == (date(2026, 11, 30), date(2026, 12, 6), True)
