"""The board: what the team did, what was promised, what was kept; and the calls behind a number.

Collectors stand in order of name, never of cash; complaints and inspection stand beside the money.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from shounuo.access.permissions import Permission
from shounuo.domain.board import band
from shounuo.domain.disposition.catalogue import catalogue
from shounuo.records.queries.board import Board, Line, board, calls_behind
from shounuo.web.lead.charts import kept_chart, kept_finding, work_chart, work_finding
from shounuo.web.lead.span import span_of
from shounuo.web.signed_in import needs
from shounuo.web.typed import row_number

MOST_CALLS = 200


@needs(Permission.BOARD_TEAM)
def show(request: HttpRequest) -> HttpResponse:
    """The board of one team over some days (two weeks unless asked)."""
    span = span_of(request)
    if span is None:
        return render(request, "lead/no_team.html")
    figures = board(span.team, span.first, span.last)
    target = (span.team.kp_target_low / 100, span.team.kp_target_high / 100)
    return render(
        request,
        "lead/board.html",
        {
            "span": span,
            "board": figures,
            "total": _shown(figures.total, target),
            "lines": [_shown(line, target) for line in _by_name(figures)],
            "target": target,
            "kept_finding": kept_finding(figures, target),
            "work_finding": work_finding(figures),
            "kept_chart": kept_chart(figures, target),
            "work_chart": work_chart(figures),
        },
    )


def _by_name(figures: Board) -> list[Line]:
    worked = [line for line in figures.collectors if line.work.attempts or line.explicit.made]
    return sorted(worked or figures.collectors, key=lambda line: line.name)


def _shown(line: Line, target: tuple[float, float]) -> dict[str, object]:
    return {"line": line, "band": band(line.explicit.rate_by_count, target)}


@needs(Permission.BOARD_TEAM)
def calls(request: HttpRequest) -> HttpResponse:
    """The calls behind a number, for the drawer or as a page."""
    span = span_of(request)
    if span is None:
        return render(request, "lead/no_team.html")
    staff = request.GET.get("staff", "")
    rows = calls_behind(
        span.team,
        span.first,
        span.last,
        staff_id=row_number(staff) or None,
        code=request.GET.get("code", ""),
    )
    shown = list(rows[:MOST_CALLS])
    codes = {code.value: row.name for code, row in catalogue().items()}
    return render(
        request,
        "lead/calls.html",
        {"calls": shown, "most": MOST_CALLS, "codes": codes, "span": span, "staff_id": staff},
    )
