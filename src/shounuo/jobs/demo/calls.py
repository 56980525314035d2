"""The demo's calls in words: invented dialogues, filled from the case they are hung on, then inspected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.resources import files
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from shounuo.domain.spoken_amount import spoken
from shounuo.jobs import inspect_calls
from shounuo.kernel.money import Money
from shounuo.records.actions.take_transcript import take_transcript
from shounuo.records.models import Account, Contact, Promise
from shounuo.records.queries.call_context import known_context

MOST = 120
DAYS = ("今天", "明天", "后天", "大后天")
METHODS = {"app": "用手机银行", "transfer": "转账", "counter": "去柜台"}
SECONDS_A_CHARACTER = {"zh": 0.24, "en": 0.07}
PAUSE_SECONDS = 0.7


def speak(now: datetime, random: Random) -> int:
    """Writes down the latest connected calls and inspects them; returns how many."""
    known = dialogues("calls.yaml")
    rows = Contact.objects.filter(connected=True, state="ended", case__lender__code="jianghai")
    chosen = rows.select_related("case__lender", "case__customer", "point", "actor__team")
    for contact in chosen.order_by("-opened_at")[:MOST]:
        fitting = [one for one in known if one["after"] == contact.disposition]
        if fitting:
            write_down(contact, random.choice(fitting)["turns"], _blanks(contact), now)
    return inspect_calls.run(now)


def dialogues(name: str) -> list[dict[str, Any]]:
    text = files("shounuo.jobs.demo").joinpath(name).read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


def write_down(
    contact: Contact,
    turns: list[dict[str, str]],
    blanks: Mapping[str, str],
    now: datetime,
    language: str = "zh",
) -> None:
    body = {
        "id": f"contact-{contact.pk}",
        "contact": contact.pk,
        "lang": language,
        "as_of": contact.opened_at.isoformat(),
        "context": known_context(contact),
        "turns": list(_turns(turns, blanks, SECONDS_A_CHARACTER[language])),
    }
    take_transcript(body=body, source="demo", actor="demo", recorded_at=now)


def _blanks(contact: Contact) -> dict[str, str]:
    case = contact.case
    account = Account.objects.filter(customer=case.customer_id).order_by("pk")[0]
    return {
        "lender": case.lender.full_name.removesuffix("股份有限公司信用卡中心") + "信用卡中心",
        "name": case.customer.name,
        "title": case.customer.title,
        "due": spoken(Money(case.due_cents, case.currency)),
        "pd": spoken(Money(case.pd_cents, case.currency)),
        "days": str(account.days_past_due),
        **_promised(contact),
    }


def _promised(contact: Contact) -> dict[str, str]:
    """The recorded promise as the two spoke of it; a call without one has no such words."""
    promise = Promise.objects.filter(contact=contact).first()
    if promise is None:
        return {}
    zone = ZoneInfo(contact.case.lender.zone)
    ahead = (promise.due_by - contact.opened_at.astimezone(zone).date()).days
    return {
        "promised": spoken(Money(promise.recorded_cents, promise.currency)),
        "day": DAYS[ahead],
        "method": METHODS[promise.method],
    }


def _turns(
    turns: list[dict[str, str]], blanks: Mapping[str, str], a_character: float
) -> Iterator[dict[str, Any]]:
    clock = 0.4
    for number, turn in enumerate(turns):
        ((who, words),) = turn.items()
        text = words.format(**blanks)
        ends = clock + len(text) * a_character
        yield {
            "i": number,
            "speaker": "agent" if who == "a" else "party",
            "text": text,
            "t0": round(clock, 1),
            "t1": round(ends, 1),
        }
        clock = ends + PAUSE_SECONDS
