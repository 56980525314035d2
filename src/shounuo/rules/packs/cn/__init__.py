"""Mainland China: the gate's order, step by step.

What is judged by listening (threats, insults, impersonation, false consequences) is the inspection
room's; this pack decides whether a contact may be made at all. Coverage: `docs/rules/cn.md`.
"""

from __future__ import annotations

from datetime import date, datetime

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day
from shounuo.rules.pack import Check, Reach
from shounuo.rules.packs.cn import (
    agency_is_on_lenders_list,
    agency_speaks_in_its_own_name,
    agency_works_inside_its_placement,
    agreed_hours_kept,
    assignment_was_notified,
    attempts_on_number_stay_within_day,
    business_debtor_rests_at_night,
    call_is_recorded,
    complaint_answered_by_uninvolved,
    complaint_holds_all_accounts,
    connected_calls_stay_within_day,
    contacts_of_others_covered,
    customer_abroad_rests_at_night,
    debt_is_open,
    debt_not_posted_in_public,
    home_entered_only_with_consent,
    institution_named_at_first_contact,
    letter_holds_required_parts,
    letter_is_sealed,
    line_is_approved,
    night_contact_not_made,
    number_was_lawfully_obtained,
    objection_stops_collection,
    payer_hears_amounts_with_consent,
    performed_plan_stops_collection,
    person_called_is_known,
    person_told_before_credit_report,
    represented_customer_contacted_after_review,
    request_to_be_left_alone_kept,
    third_party_contacted_with_lawful_reason,
    third_party_hears_no_debt,
    third_party_not_collected_from,
    third_party_refusal_is_final,
    time_barred_debt_not_sued_over,
    unlawful_debt_not_collected,
    visit_made_by_two,
    visitors_show_their_cards,
)
from shounuo.rules.packs.cn.day_counters import counters
from shounuo.rules.packs.cn.zone import MAINLAND, ZONE

__all__ = ["CHECKS", "counters", "day_of", "reach"]

CHECKS: tuple[Check, ...] = (
    # who collects
    agency_is_on_lenders_list.check,
    agency_works_inside_its_placement.check,
    agency_speaks_in_its_own_name.check,
    # may the case be worked
    debt_is_open.check,
    unlawful_debt_not_collected.check,
    assignment_was_notified.check,
    objection_stops_collection.check,
    performed_plan_stops_collection.check,
    complaint_holds_all_accounts.check,
    complaint_answered_by_uninvolved.check,
    time_barred_debt_not_sued_over.check,
    # the number
    number_was_lawfully_obtained.check,
    # who is called
    person_called_is_known.check,
    payer_hears_amounts_with_consent.check,
    # do not contact
    represented_customer_contacted_after_review.check,
    request_to_be_left_alone_kept.check,
    # third parties
    third_party_not_collected_from.check,
    third_party_contacted_with_lawful_reason.check,
    third_party_refusal_is_final.check,
    third_party_hears_no_debt.check,
    # hours
    night_contact_not_made.check,
    agreed_hours_kept.check,
    business_debtor_rests_at_night.check,
    customer_abroad_rests_at_night.check,
    # counters
    contacts_of_others_covered.check,
    connected_calls_stay_within_day.check,
    attempts_on_number_stay_within_day.check,
    # recording
    call_is_recorded.check,
    # channel and line
    debt_not_posted_in_public.check,
    line_is_approved.check,
    institution_named_at_first_contact.check,
    # visits, letters, reports
    visit_made_by_two.check,
    visitors_show_their_cards.check,
    home_entered_only_with_consent.check,
    letter_holds_required_parts.check,
    letter_is_sealed.check,
    person_told_before_credit_report.check,
)


def reach(facts: Facts) -> Reach:
    """A mainland lender, or a customer known to be there; unknown when nothing is known."""
    here = [place.country == "CN" or place.zone in MAINLAND for place in facts.customer.locations]
    if facts.creditor.country == "CN" or any(here):
        return Reach.APPLIES
    return Reach.UNKNOWN if facts.creditor.country is None and not here else Reach.ELSEWHERE


def day_of(facts: Facts, moment: datetime) -> date:
    """The law is read as of the day in Beijing."""
    del facts
    return local_day(moment, ZONE)
