"""A case as its call guide may speak of it: from rows to `guides.case.GuideCase`.

What the lender has not set stays empty, and then the guide leaves the line out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from shounuo.domain.contact import PartyRole
from shounuo.guides.case import GuideCase, PastPromise
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.models import Account, Case, Contact, Flag, Promise, Staff
from shounuo.records.queries.case_page import Figure, accounts_of, figures_of
from shounuo.records.queries.position import position_of

JURISDICTIONS = {"cn": "CN", "us": "US"}
TITLES = {
    "先生": Text("先生", "Mr."),
    "女士": Text("女士", "Ms."),
    "Mr": Text("先生", "Mr."),
    "Ms": Text("女士", "Ms."),
}
UNKNOWN_TITLE = Text("先生/女士", "Mr./Ms.")  # the collector reads the one that fits


def guide_case(contact: Contact, staff: Staff, at: datetime, name: str) -> GuideCase:
    """`name`: the customer's, as far as this collector may see it now."""
    case, customer = contact.case, contact.case.customer
    lender, day = case.lender, at.astimezone(ZoneInfo(case.lender.zone)).date()
    known = set(PartyRole)
    party = PartyRole(contact.role) if contact.role in known else PartyRole.THIRD_PARTY
    organisation = staff.team.organisation if staff.team else ""
    settings = lender.contact_settings
    full = Text(lender.full_name, lender.full_name_en or lender.full_name)
    plain = GuideCase(
        as_of=day,
        party=party,
        jurisdiction=JURISDICTIONS.get(lender.rule_pack, lender.country),
        direction="inbound" if contact.direction == "inbound" else "outbound",
        first_contact=not _spoken_before(contact),
        agent="agency_staff" if organisation else "lender_staff",
        lender_id=lender.code,
        lender=full,
        lender_public=_text(settings.get("public_name")) or _house(full),
        agency=Text(organisation, organisation),
        collector_name=staff.name,
        staff_id=staff.staff_no,
        callback_number=str(settings.get("callback_number", "")),
        complaint_number=str(settings.get("complaint_number", "")),
        mailing_address=str(settings.get("mailing_address", "")),
        customer_name=name,
        honorific=TITLES.get(customer.title, UNKNOWN_TITLE),
        contact_name=contact.point.person if contact.point else "",
    )
    return plain if party is PartyRole.THIRD_PARTY else _with_debt(plain, case, at)


def _with_debt(plain: GuideCase, case: Case, at: datetime) -> GuideCase:
    accounts = accounts_of(case)
    figures = {figure.basis: figure for figure in figures_of(case, accounts, at)}
    worst = accounts[0] if accounts else None
    settings = case.lender.contact_settings
    due = figures.get("due")
    flags = Flag.objects.filter(customer=case.customer_id, ended_at=None)
    return replace(
        plain,
        product=worst.product if worst else "",
        stage=case.bucket,
        card_tail=worst.tail if worst else "",
        due=_money(due, case),
        past_due=_money(figures.get("pd") or due, case),
        rounded_ask=due.said.ask.ask if due else None,
        due_date=worst.due_date if worst else None,
        days_past_due=_days(worst, case, at) if worst else None,
        flags=frozenset(flags.values_list("kind", flat=True)),
        authorised=frozenset(settings.get("authorised", [])),
        litigation=str(settings.get("litigation", "none")),
        last_promise=_last_promise(case),
    )


def _days(account: Account, case: Case, at: datetime) -> int:
    day = at.astimezone(ZoneInfo(case.lender.zone)).date()
    return position_of(account, case.lender.settings(), day).days_past_due


def _money(figure: Figure | None, case: Case) -> Money | None:
    return Money(figure.minor, case.currency) if figure else None


def _last_promise(case: Case) -> PastPromise | None:
    rows = Promise.objects.filter(customer=case.customer_id, voided_at=None, cancelled_at=None)
    decided = rows.exclude(state__in=["open", "awaiting_file"]).order_by("-made_at").first()
    if decided is None:
        return None
    amount = Money(decided.recorded_cents, decided.currency)
    broken = decided.state in ("broken", "partly_kept")
    return PastPromise(amount, decided.due_by, broken)


def _spoken_before(contact: Contact) -> bool:
    earlier = Contact.objects.filter(customer=contact.customer_id, role=contact.role)
    return earlier.filter(connected=True, opened_at__lt=contact.opened_at).exists()


def _house(full: Text) -> Text:
    """The bank without its department: 信用卡中心 would tell a third party what it is about."""
    zh, bank, _ = full.zh.partition("银行")
    en, name, _ = full.en.partition("Bank")
    return Text(zh + bank if bank else "", en + name if name else "")


def _text(value: object) -> Text | None:
    if isinstance(value, dict):
        return Text(str(value.get("zh", "")), str(value.get("en", "")))
    return Text(value, value) if isinstance(value, str) and value else None
