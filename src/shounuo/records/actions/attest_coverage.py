"""What the lender tells of other parties' contacts where no file does: its word, or an allotted share."""

from __future__ import annotations

from datetime import datetime

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, act
from shounuo.records.models import Lender, OtherPartyCoverage


def attest_coverage(
    *,
    lender_id: int,
    organisation: str,
    covers_from: datetime,
    covers_through: datetime,
    evidence: str,
    actor: Actor,
    recorded_at: datetime,
) -> OtherPartyCoverage:
    """The lender states in writing that `organisation` makes no contact between the two moments.

    `evidence`: the statement's number. Raises `Refused` without it or for an empty span.
    """
    return _record(
        "attestation", {}, lender_id, organisation, covers_from, covers_through, evidence,
        actor, recorded_at,
    )  # fmt: skip


def allot_quota(
    *,
    lender_id: int,
    organisation: str,
    connected: int,
    attempts: int,
    covers_from: datetime,
    covers_through: datetime,
    evidence: str,
    actor: Actor,
    recorded_at: datetime,
) -> OtherPartyCoverage:
    """The lender allots `organisation`, the one that collects, a share of each day's numbers:
    `connected` calls a person, `attempts` a number. Raises `Refused` as `attest_coverage`.
    """
    shares = {"connected": connected, "attempts": attempts}
    if min(shares.values()) < 0:
        raise Refused(_problem(organisation, Text("份额不能小于零", "A share is not below zero")))
    return _record(
        "quota", shares, lender_id, organisation, covers_from, covers_through, evidence,
        actor, recorded_at,
    )  # fmt: skip


def _record(
    basis: str,
    shares: dict[str, int],
    lender_id: int,
    organisation: str,
    since: datetime,
    through: datetime,
    evidence: str,
    actor: Actor,
    recorded_at: datetime,
) -> OtherPartyCoverage:
    _refuse(organisation, since, through, evidence)
    with act(actor=actor, recorded_at=recorded_at) as writing:
        lender = Lender.objects.get(pk=lender_id)
        coverage = OtherPartyCoverage.objects.create(
            lender=lender,
            organisation=organisation.strip(),
            basis=basis,
            covers_from=since,
            covers_through=through,
            quota=shares,
            evidence=evidence.strip(),
            recorded_at=recorded_at,
        )
        payload = {
            "organisation": coverage.organisation,
            "basis": basis,
            "from": since.isoformat(),
            "through": through.isoformat(),
            "shares": shares,
            "evidence": coverage.evidence,
        }
        writing.event(f"lender:{lender.pk}", "CoverageAttested", payload)
        return coverage


def _refuse(organisation: str, since: datetime, through: datetime, evidence: str) -> None:
    if not organisation.strip():
        raise Refused(_problem("", Text("请填写机构名称", "Name the organisation")))
    if through <= since:
        raise Refused(
            _problem(organisation, Text("结束须晚于开始", "The end must follow the start"))
        )
    if not evidence.strip():
        raise Refused(
            _problem(
                organisation,
                Text("没有书面凭证的声明不起作用", "A statement without evidence opens nothing"),
            )
        )


def _problem(record: str, said: Text) -> Problem:
    return Problem(
        "coverage_not_recorded",
        said,
        record=record,
        rule="cn FREQ-2",
        next_step=Text("补齐后再登记", "Complete it and record it again"),
    )
