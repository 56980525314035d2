"""The words of a `us` case and what they are called in the rules."""

from __future__ import annotations

from shounuo.feeds.case_form import misspelt
from shounuo.rules.proposed import Channel, Role

_ROLES = {
    "consumer": Role.CUSTOMER,
    "consumer_attorney": Role.ATTORNEY,
    "consumer_reporting_agency": Role.CREDIT_BUREAU,
    # 1006.6(a)(3) to (5): they stand in the consumer's place as a personal representative does
    "legal_guardian": Role.PERSONAL_REPRESENTATIVE,
    "executor": Role.PERSONAL_REPRESENTATIVE,
    "administrator": Role.PERSONAL_REPRESENTATIVE,
    "confirmed_successor_in_interest": Role.PERSONAL_REPRESENTATIVE,
}
PLACES = {
    "home_landline": ("landline", "home"),
    "home_address": ("postal", "home"),
    "last_known_address": ("postal", "home"),
    "work_line": ("landline", "work"),
    "mobile": ("mobile", None),
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = {name: at for at, day in enumerate(_DAYS) for name in (day, day[:3])}


def channel_named(name: str) -> Channel:
    """A channel by its name."""
    try:
        return Channel(name)
    except ValueError:
        raise misspelt(name, list(Channel), "channel") from None


def role_named(name: str | None) -> Role | None:
    """A role by its name; None stays unknown."""
    if name is None or name in _ROLES:
        return _ROLES.get(name or "")
    try:
        return Role(name)
    except ValueError:
        raise misspelt(name, [*Role, *_ROLES], "role") from None


OUTCOMES = frozenset({
    "abandoned_no_conversation", "answered_dropped", "busy", "connected", "conversation",
    "dead_number", "no_answer", "not_dialled", "not_in_service", "powered_off",
    "recorded_message_no_ring", "rejected", "ringless_voicemail", "suspended", "unknown",
    "voicemail", "voicemail_limited_content", "voicemail_naming_both_debts",
    "voicemail_unable_to_leave",
})  # fmt: skip
EXCLUSIONS = frozenset({"6(d)(1)(ii)-(vi)", "misdirected", "not_connected", "prior_consent"})
REQUESTS = frozenset({
    "does_not_owe", "electronic_cease", "electronic_opt_out", "electronic_reply",
    "email_address_opt_out", "employer_prohibits", "inconvenient_days", "inconvenient_place",
    "inconvenient_times", "oral_refusal_to_pay", "please_call_again", "statement", "stop_address",
    "stop_medium", "wants_information_about_amount", "written_cease_or_refusal",
})  # fmt: skip
CONSENTS = frozenset({"calls", "third_party", "time"})
EVENTS = frozenset({
    "collection_activity", "collector_message", "collector_response", "consumer_call",
    "consumer_message", "consumer_says_inconvenient_now", "consumer_session", "debt_paid",
    "dispute", "duplicative_dispute_notice_sent", "furnished", "initial_communication",
    "judgment_sent", "knows_consumer_moved", "last_collection_activity",
    "learned_number_not_persons", "letter_mailed", "original_creditor_request",
    "original_creditor_sent", "recorded_call", "spoke_to_consumer", "undeliverable",
    "validation_notice_mailed", "validation_notice_sent", "verification_sent",
})  # fmt: skip
