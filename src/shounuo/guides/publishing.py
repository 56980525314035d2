"""Who may put a guide into use: two people, an author and another who may publish, and a clean lint.

Decides from values; who the people are and what they may do is `access`'s business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from shounuo.guides.faults import fault
from shounuo.guides.model import Guide
from shounuo.kernel.errors import Problem

State = Literal["draft", "submitted", "published", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Draft:
    """One version on its way. `authors`: everyone who changed it since the version before."""

    guide: Guide
    state: State
    authors: frozenset[str]
    submitted_by: str = ""


def submit_problems(draft: Draft, findings: Collection[Problem]) -> list[Problem]:
    """What stands against offering a draft for publishing."""
    place = draft.guide.ref
    found = list(findings)
    if draft.state != "draft":
        found.append(
            fault(
                "not_a_draft",
                place,
                "只有草稿可以提交",
                "only a draft can be submitted",
                "先另存为新版本",
                "save it as a new version first",
            )
        )
    return found


def publish_problems(
    draft: Draft,
    publisher: str,
    may_publish: bool,
    findings: Collection[Problem],
    published: Iterable[Guide],
    today: date,
) -> list[Problem]:
    """What stands against `publisher` putting this version into use. Empty: it may be done.

    `published`: the versions already in use. A version is never published twice or over itself, and
    never for a day that has passed: calls of that day were led by another version.
    """
    place, found = draft.guide.ref, list(findings)
    if draft.state != "submitted":
        found.append(
            fault(
                "not_submitted",
                place,
                "还没有提交",
                "it has not been submitted",
                "作者先提交",
                "the author submits it first",
            )
        )
    if not may_publish:
        found.append(
            fault(
                "may_not_publish",
                place,
                "你没有发布话术的权限",
                "you may not publish guides",
                "请主管发布",
                "ask a lead who may",
            )
        )
    if publisher in draft.authors or publisher == draft.submitted_by:
        found.append(
            fault(
                "same_person",
                place,
                "作者不能自己发布",
                "an author does not publish their own version",
                "请另一位有权限的人复核",
                "another person reviews and publishes it",
            )
        )
    if any(
        other.id == draft.guide.id and other.version >= draft.guide.version for other in published
    ):
        found.append(
            fault(
                "version_taken",
                place,
                "这个版本号已经用过",
                "this version number has been used",
                "版本号加一",
                "raise the version",
            )
        )
    if draft.guide.effective_from < today:
        found.append(
            fault(
                "effective_in_the_past",
                place,
                "生效日已经过去",
                "it would take effect in the past",
                "生效日改为今天或以后",
                "let it take effect today or later",
            )
        )
    return found


def rollback(published: Iterable[Guide], guide_id: str, to_version: int, today: date) -> Guide:
    """The earlier version as a new one, in force from today: history is never rewritten. KeyError: no such version."""
    versions = {guide.version: guide for guide in published if guide.id == guide_id}
    return replace(
        versions[to_version], version=max(versions) + 1, effective_from=today, effective_to=None
    )
