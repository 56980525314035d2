"""United States: Regulation F, 12 CFR part 1006, with its official interpretations.

It binds debt collectors. A creditor's own people collecting in its name are outside it
(1006.2(i)(2)(i)); State law may be stricter and survives (1006.104).
"""

from datetime import date, datetime

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Check, Reach
from shounuo.rules.packs.us import (
    attorney_represented_consumer_left_alone,
    call_frequency_presumed_compliant,
    call_not_continued_at_bad_time,
    cease_request_honoured,
    collector_disclosed,
    conduct_not_harassing,
    creditor_notice_simple_to_answer,
    disputed_debt_not_collected,
    email_address_properly_obtained,
    furnishing_waits_for_consumer,
    inconvenient_place_avoided,
    inconvenient_time_avoided,
    limited_content_message_left,
    local_hours_kept,
    location_asked_once,
    location_call_within_bounds,
    media_kept_private,
    messages_not_piled_up,
    opt_out_offered,
    records_retained,
    regulation_in_force,
    requested_medium_not_used,
    required_disclosure_reaches_consumer,
    social_profile_true,
    stricter_state_limit_kept,
    text_number_fresh,
    third_party_told_nothing,
    time_barred_debt_not_sued,
    validation_notice_in_time,
    workplace_prohibition_respected,
)
from shounuo.rules.packs.us.moments import day, home_zone
from shounuo.rules.proposed import CollectorKind

_IN_ORDER: tuple[Check, ...] = (
    third_party_told_nothing.check,
    cease_request_honoured.check,
    attorney_represented_consumer_left_alone.check,
    requested_medium_not_used.check,
    disputed_debt_not_collected.check,
    local_hours_kept.check,
    inconvenient_time_avoided.check,
    inconvenient_place_avoided.check,
    workplace_prohibition_respected.check,
    call_not_continued_at_bad_time.check,
    location_call_within_bounds.check,
    location_asked_once.check,
    call_frequency_presumed_compliant.check,
    stricter_state_limit_kept.check,
    conduct_not_harassing.check,
    messages_not_piled_up.check,
    limited_content_message_left.check,
    collector_disclosed.check,
    opt_out_offered.check,
    email_address_properly_obtained.check,
    text_number_fresh.check,
    creditor_notice_simple_to_answer.check,
    media_kept_private.check,
    social_profile_true.check,
    time_barred_debt_not_sued.check,
    validation_notice_in_time.check,
    required_disclosure_reaches_consumer.check,
    furnishing_waits_for_consumer.check,
    records_retained.check,
)
CHECKS: tuple[Check, ...] = (
    regulation_in_force.check,
    *(regulation_in_force.once_in_force(check) for check in _IN_ORDER),
)
SOURCE = "regulation_f"
COUNTRY = "US"
SOURCE = "regulation_f"  # what a check cites that names only its section


def reach(facts: Facts) -> Reach:
    """The pack follows the customer's place or the creditor's; who collects decides if it binds.

    The creditor's notice under 1006.6(d)(4)(ii)(C) is asked about although the creditor sends it.
    """
    countries = {place.country for place in facts.customer.locations} | {facts.creditor.country}
    if COUNTRY not in countries:
        return Reach.ELSEWHERE
    if facts.proposed.content.kind == creditor_notice_simple_to_answer.KIND:
        return Reach.APPLIES
    kind = facts.proposed.collector.kind
    if kind is CollectorKind.LENDER_STAFF:
        return Reach.OUTSIDE
    return Reach.UNKNOWN if kind is None else Reach.APPLIES


def day_of(facts: Facts, moment: datetime) -> date:
    """The law is read as of the consumer's day."""
    return day(moment, home_zone(facts))
