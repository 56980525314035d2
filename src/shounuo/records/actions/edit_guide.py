"""Writing, offering, publishing and withdrawing a guide: two people, and a linter that is content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from shounuo.guides.lint import lint_loaded
from shounuo.guides.publishing import publish_problems, submit_problems
from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Writing, act
from shounuo.records.models import GuideVersion, Staff
from shounuo.records.queries.guides import draft_of, load_version, next_version, published


class GuideRefused(Refused):
    """Every fault of the guide at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0])
        self.problems = tuple(problems)


def save_draft(
    *, guide_id: str, body: str, staff: Staff, recorded_at: datetime
) -> tuple[GuideVersion, list[Problem]]:
    """Saves the open draft of a guide, or begins the next version; a faulty draft is saved too.

    Returns what the linter says: a draft may be wrong, a published guide may not.
    """
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = (
            GuideVersion.objects.select_for_update()
            .filter(guide_id=guide_id, state="draft")
            .first()
        )
        if row is None:
            row = GuideVersion(guide_id=guide_id, version=next_version(guide_id))
        row.body, row.changed_at = body, recorded_at
        row.authors = sorted({*row.authors, staff.staff_no})
        row.save()
        _tell(writing, row, "GuideDraftSaved")
        return row, lint_loaded(load_version(row))


def submit_guide(*, version_id: int, staff: Staff, recorded_at: datetime) -> GuideVersion:
    """Offers a draft for publishing. Raises `GuideRefused` with everything the linter found."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = GuideVersion.objects.select_for_update().get(pk=version_id)
        findings = lint_loaded(load_version(row))
        draft = draft_of(row)
        problems = submit_problems(draft, findings) if draft else findings
        if problems:
            raise GuideRefused(problems)
        row.state, row.submitted_by, row.changed_at = "submitted", staff, recorded_at
        row.save()
        _tell(writing, row, "GuideSubmitted")
        return row


def publish_guide(
    *, version_id: int, staff: Staff, may_publish: bool, today: date, recorded_at: datetime
) -> GuideVersion:
    """A second person puts a version into use. Raises `GuideRefused`."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = GuideVersion.objects.select_for_update().get(pk=version_id)
        findings = lint_loaded(load_version(row))
        draft = draft_of(row)
        problems = (
            publish_problems(draft, staff.staff_no, may_publish, findings, published(), today)
            if draft
            else findings
        )
        if problems:
            raise GuideRefused(problems)
        row.state, row.published_by, row.published_at = "published", staff, recorded_at
        row.save()
        _tell(writing, row, "GuidePublished")
        return row


def return_to_draft(*, version_id: int, staff: Staff, recorded_at: datetime) -> GuideVersion:
    """A submitted version goes back to its authors."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = GuideVersion.objects.select_for_update().get(pk=version_id)
        if row.state == "submitted":
            row.state, row.submitted_by = "draft", None
            row.save()
            _tell(writing, row, "GuideReturned")
        return row


def withdraw_guide(*, version_id: int, staff: Staff, recorded_at: datetime) -> GuideVersion:
    """Rolls back: the version leaves use and the one before it leads again. Calls keep their version."""
    with act(actor=staff, recorded_at=recorded_at) as writing:
        row = GuideVersion.objects.select_for_update().get(pk=version_id)
        if row.state != "published":
            raise GuideRefused([_not_in_use(row)])
        row.state, row.withdrawn_at = "withdrawn", recorded_at
        row.save()
        _tell(writing, row, "GuideWithdrawn")
        return row


def _tell(writing: Writing, row: GuideVersion, kind: str) -> None:
    payload = {"guide": row.guide_id, "version": row.version, "authors": row.authors}
    writing.event(f"guide:{row.guide_id}", kind, payload)


def _not_in_use(row: GuideVersion) -> Problem:
    return Problem(
        "guide_not_in_use",
        Text("这个版本没有在使用", "This version is not in use"),
        record=f"{row.guide_id}@{row.version}",
        next_step=Text("请选择在用的版本", "Choose the version in use"),
    )
