"""What a call parted by words may lead to: a finding says how sure it is that the collector spoke, and where that is
doubtful it moves no score; what the other side may have asked for is taken up all the same.
"""

from __future__ import annotations

from dataclasses import replace

from shounuo.inspection.duties import DUTY
from shounuo.inspection.model import Call, Finding, Turn
from shounuo.inspection.parting import SURE
from shounuo.inspection.reading import Reading
from shounuo.inspection.tasks import Task, tasks
from shounuo.kernel.text import Text


def doubtful(turn: Turn) -> bool:
    """Only words tell who spoke here, and they do not tell it surely."""
    return turn.sure is not None and turn.sure < SURE


def doubted(call: Call, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings with the doubt about the speaker in their confidence and their reason."""
    sure = {turn.i: turn.sure for turn in call.turns if turn.sure is not None}
    return tuple(_told(f, sure[f.turn]) if f.turn in sure else f for f in findings)


def _told(finding: Finding, sure: float) -> Finding:
    share = min(99, round(100 * sure))  # words never tell for certain
    why = Text(
        f"{finding.why.zh}；说话人按词句区分，把握{share}%，请听录音确认",
        f"{finding.why.en}; who spoke was told by words, {share}% sure: listen before deciding",
    )
    return replace(finding, why=why, confidence=round(finding.confidence * sure, 2))


def firm(call: Call, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that may move a score: nobody doubts who spoke."""
    unsure = {turn.i for turn in call.turns if doubtful(turn)}
    return tuple(finding for finding in findings if finding.turn not in unsure)


def duties(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Task, ...]:
    """What the house must do; words that may have been the other side's count as theirs."""
    found = {task.kind: task for task in tasks(reading, findings)}
    if any(doubtful(turn) for turn in reading.call.turns):
        for task in tasks(Reading(_theirs(reading.call))):
            found.setdefault(task.kind, task)
    return tuple(found[kind] for kind in DUTY if kind in found)


def _theirs(call: Call) -> Call:
    turns = (replace(t, speaker="party") if doubtful(t) else t for t in call.turns)
    return replace(call, turns=tuple(turns))
