"""A report as plain values, in the field names of the house transcript form."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from shounuo.inspection.live import Caution, Live
from shounuo.inspection.model import Finding, SpokenPromise
from shounuo.inspection.report import Report
from shounuo.inspection.score import Score


def promise_json(promise: SpokenPromise | None) -> dict[str, Any] | None:
    if promise is None:
        return None
    day = promise.date.isoformat() if promise.date else None
    return {
        "cents": promise.cents,
        "date": day,
        "method": promise.method,
        "explicit": promise.explicit,
        "instalments": [
            {"cents": part.cents, "date": part.date.isoformat()} for part in promise.instalments
        ],
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "turn": finding.turn,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "why": finding.why.zh,
        "why_en": finding.why.en,
        "rule": finding.rule,
        "citation": finding.citation,
        "confidence": finding.confidence,
    }


def report_json(report: Report) -> dict[str, Any]:
    return {
        "id": report.call_id,
        "engine": report.engine,
        "jurisdiction": report.jurisdiction,
        "jurisdiction_assumed": report.jurisdiction_assumed,
        "findings": [finding_json(f) for f in report.findings],
        "clean": report.clean,
        "steps": report.steps,
        "promise": promise_json(report.promise),
        "disposition": report.disposition,
        "measures": asdict(report.measures),
        "score": _score_json(report.score),
        "tasks": [
            {
                "kind": t.kind,
                "turn": t.turn,
                "quote": t.quote,
                "duty": t.duty.zh,
                "duty_en": t.duty.en,
                "law": t.law,
                "to": t.to,
            }
            for t in report.tasks
        ],
        "summary": report.summary.zh,
        "summary_en": report.summary.en,
    }


def _score_json(score: Score) -> dict[str, Any]:
    lost = [
        {"points": d.points, "because": d.because.zh, "because_en": d.because.en}
        for d in score.deductions
    ]
    return {"card": score.card, "points": score.points, "failed": score.failed, "deductions": lost}


def live_json(live: Live) -> dict[str, Any]:
    """A call that goes on; the same names as in a report where the same thing is meant."""
    return {
        "turns": live.turns,
        "steps": dict(live.steps),
        "verified": live.verified,
        "cautions": [_caution_json(one) for one in live.cautions],
        "interrupt": _caution_json(live.interrupt) if live.interrupt else None,
    }


def _caution_json(one: Caution) -> dict[str, Any]:
    return {"kind": one.kind, "turn": one.turn, "say": one.words.zh, "say_en": one.words.en}
