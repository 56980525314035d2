"""A case as its call guide may speak of it: from rows to `guides.case.GuideCase`.

What the lender has not set stays empty, and then the guide leaves the line out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from shounuo.domain.contact import PartyRole
from shounuo.guides.case import AskedPromise, GuideCase, Offer, PastPromise
from shounuo.kernel.money import Money
from shounuo.kernel.text import Text
from shounuo.records.models import Account, Case, Contact, Flag, Promise, Staff
from shounuo.records.queries.case_page import Figure, accounts_of, figures_of
from shounuo.records.queries.lender_word import lender_word
from shounuo.records.queries.offers import for_guide
from shounuo.records.queries.position import position_of

JURISDICTIONS = {"cn": "CN", "us": "US"}
TITLES = {
    "先生": Text("先生", "Mr."),
    "女士": Text("女士", "Ms."),
    "Mr": Text("先生", "Mr."),
    "Ms": Text("女士", "Ms."),
}
METHODS_SAID = {
    "app": Text("手机银行还", "in the banking app"),
    "transfer": Text("转账到本卡", "by transfer to the card"),
    "auto_debit": Text("绑定的卡自动扣", "by the linked debit"),
    "branch": Text("到柜台还", "at a branch"),
    "wechat": Text("微信还款", "by WeChat"),
    "alipay": Text("支付宝还款", "by Alipay"),
}
# Of the contact to the customer, as it is said on the line: "您是王先生的家人".
_FAMILY, NOBODY = Text("家人", "family member"), Text("", "")
RELATION_SAID = {
    "spouse": Text("爱人", "spouse"),
    "parent": _FAMILY,
    "child": _FAMILY,
    "sibling": _FAMILY,
    "relative": Text("亲戚", "relative"),
    "friend": Text("朋友", "friend"),
    "colleague": Text("同事", "colleague"),
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
        relation=RELATION_SAID.get(contact.point.relation if contact.point else "", NOBODY),
    )
    if party is PartyRole.THIRD_PARTY:
        return plain
    return replace(_with_debt(plain, case, at), promise=_promised(contact))


def case_for_preview(case: Case, staff: Staff, at: datetime, name: str) -> GuideCase:
    """The case as a call to the customer would have it; no call is begun."""
    point = case.customer.points.filter(role="customer").first()
    return guide_case(
        Contact(case=case, customer=case.customer, point=point, role="customer", opened_at=at),
        staff,
        at,
        name,
    )


def _with_debt(plain: GuideCase, case: Case, at: datetime) -> GuideCase:
    accounts = accounts_of(case)
    figures = {figure.basis: figure for figure in figures_of(case, accounts, at)}
    worst = accounts[0] if accounts else None
    settings = case.lender.contact_settings
    due = figures.get("due")
    flags = Flag.objects.filter(customer=case.customer_id, ended_at=None)
    told = lender_word(worst, case.currency)
    total = sum(account.total_cents or 0 for account in accounts)
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
        total=Money(total, case.currency) if total else None,
        authorised=frozenset(settings.get("authorised", [])) | frozenset(told.authorised),
        litigation=told.litigation or str(settings.get("litigation", "none")),
        offers=_offers(told.offers, case, at),
        last_promise=_last_promise(case),
    )


def _offers(of_file: tuple[Offer, ...], case: Case, at: datetime) -> tuple[Offer, ...]:
    """The lender's file and its word entered on the desk; what the file declines is declined."""
    declined = {offer.kind for offer in of_file if offer.status == "declined"}
    entered = (offer for offer in for_guide(case, at) if offer.kind not in declined)
    return (*of_file, *entered)


def _promised(contact: Contact) -> AskedPromise | None:
    """The promise of this call once it is recorded, for the read-back line."""
    if contact.pk is None:
        return None
    row = Promise.objects.filter(contact=contact, voided_at=None, cancelled_at=None).first()
    if row is None or row.method not in METHODS_SAID:
        return None
    amount = Money(row.recorded_cents, row.currency)
    return AskedPromise(amount, row.due_by, METHODS_SAID[row.method])


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
