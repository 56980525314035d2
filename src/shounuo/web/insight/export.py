"""The same figures to take along: a workbook, or the charts as a PDF."""

from __future__ import annotations

from io import BytesIO

import altair as alt
import xlsxwriter
from django.http import Http404, HttpRequest, HttpResponse

from shounuo.access.permissions import Permission
from shounuo.strategy.strategy_file import NO_TEXT
from shounuo.web.insight.draw import pdf as drawn
from shounuo.web.insight.findings import findings
from shounuo.web.insight.page import charts_of, insight_of, language_of
from shounuo.web.signed_in import needs

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Text stays text: a name that begins with “=” is never a formula, an address never a link.
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
    titles, language = findings(found), language_of()
    sized = [
        chart.properties(width=460, height=190, title=titles.get(name, NO_TEXT)[language])
        for name, chart in charts_of(found, language).items()
    ]
    return _file(
        drawn(alt.vconcat(*sized).resolve_scale(color="independent")),
        "application/pdf",
        f"insight-{found.as_of}.pdf",
    )


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
