"""Attempts of the last 90 days, each on every account of the person it was about."""

from __future__ import annotations

import pyarrow as pa

from shounuo.records.queries.extract.local_days import with_local_day
from shounuo.records.queries.extract.scope import PER_PERSON, Scope
from shounuo.records.queries.extract.snapshot import Snapshot
from shounuo.strategy import tables as t

_CHANNELS = {"call": t.CALL, "sms": t.SMS, "email": t.EMAIL, "letter": t.LETTER, "visit": t.VISIT}
_DECLINED = ("rejected",)
_NOBODY = ("no_answer", "busy", "powered_off", "voicemail")
_DEAD = ("dead_number", "suspended")
_SOMEBODY_ELSE = ("WRONG_PERSON", "MESSAGE_LEFT", "THIRD_PARTY_REFUSED")
_HUNG_UP = "HUNG_UP"


def contacts(taken: Snapshot, scope: Scope, part: int) -> pa.Table:
    """The rows of the part in the columns of `strategy.tables.CONTACTS`, unordered."""
    rows = taken.rows(
        f"""SELECT c.id * {PER_PERSON} + s.place AS contact_id, s.id AS account_id,
              COALESCE(c.actor_id, 0) AS agent_id, {taken.dialect.instant("c.opened_at")} AS at,
              p.zone AS zone, {_channel()} AS channel, {_outcome()} AS outcome, c.talk_seconds
            {_from(taken, scope, part)}"""
    )
    return with_local_day(rows, scope.lender.zone)


def counted(taken: Snapshot, scope: Scope) -> dict[str, int]:
    return taken.one(
        f"""SELECT COUNT(*) AS "rows",
              CAST(COALESCE(SUM(c.id * {PER_PERSON} + s.place), 0) AS BIGINT) AS contact_id
            {_from(taken, scope, None)}"""
    )


def _from(taken: Snapshot, scope: Scope, part: int | None) -> str:
    """Outbound attempts that were made; one stopped before the line was opened reached for nobody."""
    since, until = scope.midnight(t.CONTACT_DAYS), scope.midnight()
    return f"""FROM records_contact c JOIN ({scope.accounts(part)}) s
          ON s.customer_id = c.customer_id JOIN records_customer p ON p.id = c.customer_id
        WHERE c.direction = 'outbound' AND c.outcome <> 'not_dialled'
          AND c.channel IN ({_listed(_CHANNELS)})
          AND {taken.dialect.within("c.opened_at", since, until)}"""


def _channel() -> str:
    branches = " ".join(f"WHEN '{name}' THEN {code}" for name, code in _CHANNELS.items())
    return f"CASE c.channel {branches} END"


def _outcome() -> str:
    """Who was reached. A hang-up says no more than that somebody declined; unknown stays unknown."""
    return f"""CASE
        WHEN c.channel <> 'call' OR c.state <> 'ended' THEN {t.UNKNOWN}
        WHEN c.outcome IN ({_listed(_DEAD)}) THEN {t.DEAD_NUMBER}
        WHEN c.outcome IN ({_listed(_NOBODY)}) THEN {t.NO_ANSWER}
        WHEN c.outcome IN ({_listed(_DECLINED)}) OR c.disposition = '{_HUNG_UP}' THEN {t.DECLINED}
        WHEN c.outcome = 'assistant' THEN {t.ASSISTANT}
        WHEN c.outcome <> 'connected' THEN {t.UNKNOWN}
        WHEN c.role <> 'customer' OR c.disposition IN ({_listed(_SOMEBODY_ELSE)})
          THEN {t.THIRD_PARTY}
        ELSE {t.RIGHT_PARTY} END"""


def _listed(names: object) -> str:
    return ", ".join(f"'{name}'" for name in names)  # type: ignore[attr-defined]
