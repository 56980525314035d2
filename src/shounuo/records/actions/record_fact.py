"""A dated fact that a rule asks about: a notice sent, a dispute in writing, where an address comes from.

Without a record the rules take it as not known, which never opens anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from shounuo.kernel.errors import Problem, Refused
from shounuo.kernel.text import Text
from shounuo.records.actions._act import Actor, Writing, act
from shounuo.records.actions._locks import lock_customer
from shounuo.records.models import Account, Case, ContactPoint, DatedFact
from shounuo.rules.dated_facts import KINDS, About, Detail, Form, Kind
from shounuo.rules.proposed import Channel


def record_fact(
    *,
    case_id: int,
    kind: str,
    evidence: str,
    actor: Actor,
    recorded_at: datetime,
    at: datetime | None = None,
    point_id: int | None = None,
    account_id: int | None = None,
    channel: Channel | None = None,
    details: Mapping[str, Any] | None = None,
) -> DatedFact:
    """`at`: when it happened (default now, never later). `details`: by the names of its kind.

    Raises `Refused` for a kind no rule asks about, a detail that is missing or unreadable, another
    customer's number or account, and without `evidence` (a recording, a letter, who told it).
    """
    told = _readable(kind, details or {})
    _refuse(kind, evidence, at or recorded_at, recorded_at)
    with act(actor=actor, recorded_at=recorded_at, effective_at=at) as writing:
        case = Case.objects.get(pk=case_id)
        lock_customer(case.customer_id)
        return fact_within(
            writing, case, kind, evidence=evidence.strip(), details=told, channel=channel,
            point=_point(case, KINDS[kind], point_id), account=_account(case, account_id),
        )  # fmt: skip


def fact_within(
    writing: Writing,
    case: Case,
    kind: str,
    *,
    evidence: str,
    point: ContactPoint | None = None,
    account: Account | None = None,
    channel: Channel | None = None,
    details: Mapping[str, Any] | None = None,
) -> DatedFact:
    """The same inside an open action that knows its facts to be whole."""
    fact = DatedFact.objects.create(
        customer_id=case.customer_id,
        account=account,
        point=point,
        kind=kind,
        at=writing.effective_at,
        channel=channel or "",
        details=dict(details or {}),
        evidence=evidence,
        recorded_at=writing.recorded_at,
        recorded_by=writing.staff,
    )
    payload = {
        "fact": kind,
        "id": fact.pk,
        "account": fact.account_id,
        "point": fact.point_id,
        "channel": fact.channel,
        "details": fact.details,
        "evidence": evidence,
    }
    writing.event(f"case:{case.pk}", "FactRecorded", payload)
    writing.publish("case", case.pk)
    return fact


def strike_fact(*, fact_id: int, actor: Actor, recorded_at: datetime, why: str) -> DatedFact:
    """The fact was wrong, or is so no longer: from now on no rule hears it. Its record stays."""
    if not why.strip():
        raise Refused(_problem(Text("请写明理由", "Say why"), f"fact {fact_id}"))
    with act(actor=actor, recorded_at=recorded_at) as writing:
        fact = DatedFact.objects.get(pk=fact_id)
        lock_customer(fact.customer_id)
        if fact.struck_at is None:
            fact.struck_at = recorded_at
            fact.save(update_fields=["struck_at"])
            payload = {"fact": fact.kind, "id": fact.pk, "why": why.strip()}
            for case in Case.objects.filter(customer_id=fact.customer_id, closed_at=None):
                writing.event(f"case:{case.pk}", "FactStruck", payload)
                writing.publish("case", case.pk)
        return fact


def _readable(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    known = KINDS.get(kind)
    if known is None:
        raise Refused(
            _problem(Text("没有规则问到这种事实", "No rule asks about such a fact"), kind)
        )
    names = {detail.name for detail in known.details}
    if extra := sorted(set(given) - names):
        raise Refused(_problem(Text("没有这一项", "There is no such detail"), ", ".join(extra)))
    found = {}
    for detail in known.details:
        value = _value(detail, given.get(detail.name))
        if value is None and detail.needed:
            raise Refused(_problem(Text("请填写：{what}", "Give: {what}"), kind, detail.words))
        if value is not None:
            found[detail.name] = value
    return found


def _value(detail: Detail, given: Any) -> Any:
    """A yes or no, a day as ISO text, or words; None when nobody gave it."""
    if given is None or given == "":
        return None
    if detail.form is Form.YES_NO and not isinstance(given, bool):
        raise Refused(
            _problem(Text("请答是或否：{what}", "Answer yes or no: {what}"), "", detail.words)
        )
    if detail.form is not Form.DATE:
        return given
    try:
        return date.fromisoformat(str(given)).isoformat()
    except ValueError:
        said = Text("请填日期：{what}", "Give a date: {what}")
        raise Refused(_problem(said, str(given), detail.words)) from None


def _refuse(kind: str, evidence: str, at: datetime, now: datetime) -> None:
    if not evidence.strip():
        raise Refused(_problem(Text("没有凭证的事实不能登记", "A fact needs its evidence"), kind))
    if at > now:
        raise Refused(_problem(Text("不能登记将来的事实", "A fact cannot lie in the future"), kind))


def _point(case: Case, kind: Kind, point_id: int | None) -> ContactPoint | None:
    point = ContactPoint.objects.filter(pk=point_id, customer_id=case.customer_id).first()
    if point_id is not None and point is None:
        said = Text("这个联系方式不属于本案客户", "That contact point is not this customer's")
        raise Refused(_problem(said, f"point {point_id}"))
    if point is None and kind.about is About.POINT:
        raise Refused(
            _problem(Text("请选择号码或地址", "Choose the number or address"), kind.words.zh)
        )
    return point


def _account(case: Case, account_id: int | None) -> Account | None:
    account = Account.objects.filter(pk=account_id, customer_id=case.customer_id).first()
    if account_id is not None and account is None:
        said = Text("这个账户不属于本案客户", "That account is not this customer's")
        raise Refused(_problem(said, f"account {account_id}"))
    return account


def _problem(said: Text, record: str, what: Text | None = None) -> Problem:
    return Problem(
        "fact_not_recorded",
        Text(said.zh.format(what=what.zh), said.en.format(what=what.en)) if what else said,
        record=record,
        rule="rules.dated_facts",
        next_step=Text(
            "选择列表中的一种，填全并附上录音或文件编号",
            "Choose one of the list, fill it in and give the recording's or document's number",
        ),
    )
