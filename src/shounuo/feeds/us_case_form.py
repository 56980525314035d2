"""The form of a `us` case: every key that its facts may hold, and what each may be."""

from __future__ import annotations

import re

from shounuo.feeds.case_form import Form
from shounuo.feeds.case_values import clock, moment
from shounuo.feeds.us_case_words import (
    CONSENTS,
    EVENTS,
    EXCLUSIONS,
    OUTCOMES,
    PLACES,
    REQUESTS,
)
from shounuo.rules.packs.us.cease_request_honoured import EXCEPTIONS
from shounuo.rules.packs.us.creditor_notice_simple_to_answer import KIND as CREDITOR_NOTICE
from shounuo.rules.packs.us.creditor_notice_simple_to_answer import SIMPLE
from shounuo.rules.packs.us.disputed_debt_not_collected import ANSWERING
from shounuo.rules.packs.us.media_kept_private import ENVELOPE
from shounuo.rules.packs.us.opt_out_offered import MAY_ASK
from shounuo.rules.packs.us.required_disclosure_reaches_consumer import DISCLOSURES

FLAG, COUNT, TEXT, WHEN, CLOCK = bool, int, str, moment, clock
STATE = re.compile("[A-Z]{2}")
LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]+)*")
PLACE = frozenset({"home", "work", "workplace"})
COLLECTORS = frozenset({"collector", "creditor", "prior_collector"})

_ATTORNEY: Form = {
    "known": FLAG, "name_address_known": FLAG, "debts": [TEXT],
    "failed_to_respond_reasonable_time": FLAG, "consents_to_direct_contact": FLAG,
}  # fmt: skip
_CALL: Form = {
    "when": WHEN, "direction": frozenset({"inbound", "outbound"}), "debt": [TEXT], "person": TEXT,
    "outcome": OUTCOMES, "exclusion": EXCLUSIONS, "discussed": [TEXT], "number": TEXT,
    "note": TEXT, "channel": frozenset({"call", "text", "email"}),
}  # fmt: skip
_CONSENT: Form = {
    "when": WHEN, "by": TEXT, "to": COLLECTORS, "type": CONSENTS, "debt": [TEXT], "medium": TEXT,
    "person": TEXT, "scope_dates": [WHEN], "valid_through": WHEN, "expired": WHEN,
    "expired_by": frozenset({"conversation", "revocation", "period_ended"}), "window": [CLOCK],
    "given_during_compliant_communication": FLAG,
}  # fmt: skip
_CONSUMER: Form = {
    "id": TEXT, "adult": FLAG, "employer_prohibits": FLAG,
    "locations": [{
        "tz": TEXT, "region": STATE,
        "source": frozenset({"landline_area_code", "mobile_area_code", "prior_address",
                             "residential_address"}),
    }],
}  # fmt: skip
_DEBT: Form = {
    "id": TEXT, "servicing_account_at_obtain": TEXT, "statute_of_limitations_expired": FLAG,
    "type": frozenset({"auto_loan", "credit_card", "medical", "mortgage", "personal_loan", "rent",
                       "student_loan", "telecom", "utility"}),
}  # fmt: skip
_DISCLOSURE: Form = {"informed_by": frozenset({"any_person", "consumer", "third_party"})}
_EMAIL: Form = {
    "address": TEXT, "asked_creditor_to_stop": FLAG, "consent_withdrawn": FLAG,
    "consumer_used_with_collector": FLAG, "creditor_used_for_account": FLAG, "domain_public": FLAG,
    "known_employer_provided": FLAG, "known_prohibited_disclosure": _DISCLOSURE,
    "notice_sent": WHEN, "opt_out": FLAG, "opt_out_by": WHEN, "opted_out": FLAG,
    "prior_consent": FLAG, "route": frozenset({"creditor_notice"}),
    "chain": [{"collector": TEXT, "current": FLAG, "obtained_under": re.compile(r"6\(d\)\(4\).+"), "opt_out": FLAG,
               "used": FLAG}],
}  # fmt: skip
_EVENT: Form = {
    "type": EVENTS, "when": WHEN, "ended": WHEN, "channel": TEXT, "medium": TEXT, "debt": [TEXT],
    "address": TEXT, "from": frozenset(PLACES), "number": TEXT, "in_writing": FLAG,
    "medium_accepted_by_collector": FLAG, "new_material_information": TEXT, "payment": FLAG,
    "validation_info_given": FLAG, "within_validation_period": FLAG,
}  # fmt: skip
_REQUEST: Form = {
    "type": REQUESTS, "by": TEXT, "when": WHEN, "received": WHEN, "mailed": WHEN, "until": WHEN,
    "withdrawn": WHEN, "address": TEXT, "medium": TEXT, "medium_accepted_by_collector": FLAG,
    "place": PLACE, "debt": [TEXT], "debt_context": [TEXT], "consent_to_call": FLAG, "days": [TEXT],
    "weekday_windows": [[CLOCK]], "weekends": frozenset({"all"}), "words": TEXT,
    "value": frozenset({"busy_cannot_talk_now", "cannot_take_personal_calls_at_work",
                        "employer_prohibits"}),
}  # fmt: skip
_CONTENT: Form = {
    "asks": frozenset({"consent_to_continue_now", "convenient_place", "convenient_time"}),
    "debt_collector_disclosure": FLAG, "discloses_debt_collector": FLAG,
    "disclosure_languages": [LANGUAGE], "discusses_debt": FLAG,
    "elements": [{
        "any_representative": FLAG, "business_name": TEXT, "contact_names": [TEXT],
        "date_time": TEXT, "other": TEXT, "phone": TEXT, "representative_group": TEXT,
        "request_reply": FLAG, "salutation": FLAG, "suggested_reply_times": FLAG,
    }],
    "employer_requested": FLAG,
    "envelope": [ENVELOPE | {"business_name_indicating_debt_collection",
                             "debt_collection_language"}],
    "initial_disclosure": FLAG,
    "kind": ANSWERING | DISCLOSURES | {
        CREDITOR_NOTICE, "contact_request", "opt_out_confirmation", "proof_of_claim",
        "validation_notice",
    },
    "languages": [LANGUAGE], "method": frozenset(SIMPLE), "obscene": FLAG, "opt_out_fee": FLAG,
    "opt_out_notice": frozenset({
        True, False, "form", "labelled_opt_out_hyperlink", "reply_STOP",
        "reply_with_stop_in_subject",
    }),
    "opt_out_requires": [MAY_ASK | {"account_number", "date_of_birth"}],
    "other_content": frozenset({True, False, "payment_link"}), "period_end_disclosed": WHEN,
    "profile_shows_individual_name": FLAG,
    "purpose": EXCEPTIONS | {"settlement_offer"}, "readily_noticeable": FLAG,
    "states_confirming_location": FLAG, "states_debt": FLAG, "states_employer": FLAG,
    "states_own_name": FLAG,
    "states_seeking": frozenset({"person_authorized_for_estate_or_handling_financial_affairs"}),
    "threatens_legal_action": FLAG,
}  # fmt: skip
_PURPOSE = re.compile(
    "active_litigation_on_this_debt|answer_consumer_information_request|collect|court_permission"
    "|location_information|locate|postjudgment_remedy|resume_dropped_settlement_call"
    "|avoid_creditor_late_fee_due_.+|discount_offer_claimed_expiry_.+|required_by_applicable_law.*"
    "|periodic_statement_1026.41"
)
_PROPOSED: Form = {
    "when": WHEN, "channel": TEXT, "to": {"id": TEXT, "role": TEXT}, "debt": [TEXT],
    "address": TEXT, "automated": FLAG, "content": _CONTENT, "delivered_at": WHEN,
    "direction": frozenset({"inbound", "inbound_answer", "outbound"}), "exclusion": EXCLUSIONS,
    "intended_debts": [TEXT], "known_place": PLACE, "negative_effect_in_collector_control": FLAG,
    "outcome": OUTCOMES, "place": PLACE, "purpose": _PURPOSE, "read_at": WHEN,
    "response_to": frozenset({"consumer_call", "consumer_message", "payment_by_phone"}),
    "sender": frozenset({"collector", "creditor"}),
}  # fmt: skip
FACTS: Form = {
    "attorney": _ATTORNEY,
    "beliefs": {"earlier_response_erroneous_or_incomplete": FLAG, "now_has_correct_or_complete": FLAG},
    "calls": [_CALL], "consents": [_CONSENT], "consumer": _CONSUMER, "consumers": [TEXT],
    "debts": [_DEBT], "email": _EMAIL, "events": [_EVENT],
    "history": {
        "days": frozenset({"several_consecutive"}),
        "emails_in_period": frozenset({"multiple_additional_unsolicited"}), "responses": COUNT,
        "texts_per_day": frozenset({"numerous"}),
    },
    "proposed": _PROPOSED, "requests": [_REQUEST],
    "text_number": {
        "consent": WHEN, "consumer_last_text": WHEN, "consumer_used_for": [frozenset({"call", "text"})],
        "known_prohibited_disclosure": _DISCLOSURE, "number": TEXT, "opt_out": FLAG,
        "reassigned": FLAG, "reassigned_db_check": WHEN,
    },
}  # fmt: skip
