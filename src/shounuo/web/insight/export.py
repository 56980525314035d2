"""The same figures to take along: a workbook, or the charts as a PDF."""

from __future__ import annotations

import re
from io import BytesIO

import altair as alt
import xlsxwriter
from django.http import Http404, HttpRequest, HttpResponse

from shounuo.access.permissions import Permission
from shounuo.web.insight.draw import pdf as drawn
from shounuo.web.insight.page import insight_of, language_of
from shounuo.web.insight.shown import charts_of, estimates_of, experiments_of
from shounuo.web.signed_in import needs

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Text stays text: a name that begins with “=” is never a formula, an address never a link.
WIDTH = 460
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@needs(Permission.BOARD_TEAM)
def workbook(request: HttpRequest) -> HttpResponse:
    """One sheet a table; money in units of the currency with two places."""
    lender, found = insight_of(request)
    if lender is None or found is None:
        raise Http404
    data = BytesIO()
    with xlsxwriter.Workbook(data, SAFE) as book:
        sheets = {
            "funnel": [found.funnel],
            "promises": found.quality,
            "rolls": found.rolls,
            "roll history": found.roll_history,
            "cures": found.cures,
        }
        for name, rows in sheets.items():
            _sheet(book, name, rows)
    return _file(data.getvalue(), XLSX, f"insight-{found.as_of}.xlsx")


def _sheet(book: xlsxwriter.Workbook, name: str, rows: list[dict[str, object]]) -> None:
    sheet = book.add_worksheet(name)
    money = book.add_format({"num_format": "#,##0.00"})
    for column, key in enumerate(rows[0] if rows else ()):
        sheet.write_string(0, column, key.replace("_cents", " amount"))
        for number, row in enumerate(rows, 1):
            if key.endswith("_cents"):
                sheet.write_number(number, column, int(str(row[key] or 0)) / 100, money)
            else:
                sheet.write(number, column, row[key])


@needs(Permission.BOARD_TEAM)
def pdf(request: HttpRequest) -> HttpResponse:
    """The page's charts on one sheet, from the page's own definitions and under its titles."""
    lender, found = insight_of(request)
    if lender is None or found is None:
        raise Http404
    language = language_of()
    shown = charts_of(found, language) | experiments_of(lender, language)
    told = [
        (title, chart) for _, title, chart in estimates_of(lender, language) if chart is not None
    ]
    sized = [
        chart.properties(width=WIDTH, height=190, title=_lines(title[language]))
        for title, chart in (*shown.values(), *told)
    ]
    sheet = alt.concat(*sized, columns=2, spacing=40).resolve_scale(color="independent")
    return _file(drawn(sheet), "application/pdf", f"insight-{found.as_of}.pdf")


def _lines(title: str) -> list[str]:
    """Not wider than its chart: a Chinese character takes the room of two letters."""
    lines, room = [""], WIDTH // 7
    for word in re.findall(r"[ -~]+?(?: |(?=[^ -~])|$)|.", title):
        wide = sum(1 if " " <= c <= "~" else 2 for c in lines[-1] + word)
        if wide > room:
            lines.append("")
        lines[-1] += word
    return lines


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
