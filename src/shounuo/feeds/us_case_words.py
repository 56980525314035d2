"""The words of a `us` case and what they are called in the rules."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.feeds.case_values import CaseRefused
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
WEEKDAYS = {name: at for at, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))}


def channel_named(name: str) -> Channel:
    """A channel by its name."""
    try:
        return Channel(name)
    except ValueError:
        raise CaseRefused(f"没有渠道“{name}”", f"there is no channel {name!r}") from None


def role_named(name: str | None) -> Role | None:
    """A role by its name; None stays unknown."""
    if name is None or name in _ROLES:
        return _ROLES.get(name or "")
    try:
        return Role(name)
    except ValueError:
        raise CaseRefused(f"没有身份“{name}”", f"there is no role {name!r}") from None


FACTS = frozenset({
    "attorney", "beliefs", "calls", "consents", "consumer", "consumers", "debts", "email", "events",
    "history", "proposed", "requests", "text_number",
})  # fmt: skip
PROPOSED = frozenset({
    "address", "automated", "channel", "content", "debt", "delivered_at", "direction", "exclusion",
    "intended_debts", "known_place", "negative_effect_in_collector_control", "outcome", "place",
    "purpose", "read_at", "response_to", "sender", "to", "when",
})  # fmt: skip
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


def among(word: str | None, words: frozenset[str], where: str) -> str | None:
    """The word if the rules know it; None stays not known. A misspelt fact must not be passed over."""
    if word is None or word in words:
        return word
    raise CaseRefused(f"{where}：没有“{word}”", f"{where}: there is no {word!r}")


def only_known(raw: Iterable[str], words: frozenset[str], where: str) -> None:
    """Refuses a key that nothing reads."""
    for key in raw:
        among(key, words, where)
