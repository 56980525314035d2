"""The e-mail address stands in one of the three procedures of 1006.6(d)(4).

(i) the consumer wrote from it about the debt, or consented directly; (ii) the creditor used it, gave
notice with at least 35 days to opt out, that period is over, and the domain is open to the public;
(iii) a prior collector obtained it so, the immediately prior one used it, nobody opted out.
Outside them nothing is forbidden: the safe harbor for a message that reaches somebody else is lost,
so somebody decides; but an opt-out from this collector closes the address
(1006.14(h)(1), comment -3.ii). Known disclosure to a third party ends it too ((d)(3)(ii)). An address known to
be the employer's is closed unless (i) or (iii) holds (1006.22(f)(3)).
A contact whose address history nobody gave (`more["email"]` absent) is not judged here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited, undecided
from shounuo.rules.packs.us.moments import day, home_zone, today
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "email_address_properly_obtained", "1006.6(d)(4)"
USED = ("opt_out_notice_days",)
Address = Mapping[str, Any]


def _from_consumer(email: Address) -> bool:
    """(d)(4)(i): use by the consumer, or direct consent not withdrawn."""
    used = email.get("consumer_used_with_collector") is True
    consented = email.get("prior_consent") is True and email.get("consent_withdrawn") is not True
    return used or consented


def opt_out_ends(email: Address, facts: Facts, numbers: Numbers) -> date | None:
    """The opt-out date, None when none is known or fewer days than the rule's were given."""
    sent, until = email.get("notice_sent"), email.get("opt_out_by")
    if sent is None or until is None:
        return None
    zone = home_zone(facts)
    least = day(sent, zone) + timedelta(days=numbers.count("opt_out_notice_days"))
    return day(until, zone) if day(until, zone) >= least else None


def _from_creditor(email: Address, facts: Facts, numbers: Numbers) -> bool:
    """(d)(4)(ii), without the waiting; the route named means that (A) and (B) were looked at."""
    return (
        email.get("route") == "creditor_notice"
        and email.get("domain_public") is True
        and email.get("opted_out") is False
        and email.get("creditor_used_for_account") is not False
        and email.get("asked_creditor_to_stop") is not True
        and opt_out_ends(email, facts, numbers) is not None
    )


def _from_prior_collector(email: Address) -> bool:
    """(d)(4)(iii): obtained properly by any, used by the immediately prior, no opt-out."""
    prior = [link for link in email.get("chain") or () if link.get("current") is not True]
    return bool(
        prior
        and any(link.get("obtained_under") for link in prior)
        and prior[-1].get("used") is True
        and all(link.get("opt_out") is not True for link in prior)
        and prior[-1].get("opt_out") is False
    )


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies an employer's address, asks for a look outside the procedures, notes the safe harbor."""
    email = facts.more.get("email")
    if facts.proposed.channel is not Channel.EMAIL or not to_consumer(facts) or email is None:
        return None
    if email.get("opt_out") is True or email.get("opted_out") is True:
        return prohibited(CHECK, "1006.14(h)(1)", "opted_out", facts={"safe_harbor": False})
    first_or_third = _from_consumer(email) or _from_prior_collector(email)
    if email.get("known_employer_provided") is True and not first_or_third:
        return prohibited(CHECK, "1006.22(f)(3)", "employer", facts={"safe_harbor": False})
    if email.get("known_prohibited_disclosure") not in (None, False):
        said = {"safe_harbor": False}
        return undecided(CHECK, "1006.6(d)(3)(ii)", "seen_by_others", facts=said)
    if first_or_third:
        return noted(CHECK, CLAUSE, "kept", facts={"safe_harbor": True})
    return _by_creditor(email, facts, numbers)


def _by_creditor(email: Address, facts: Facts, numbers: Numbers) -> Reason:
    if not _from_creditor(email, facts, numbers):
        return undecided(CHECK, CLAUSE, "outside", facts={"safe_harbor": False})
    ends = opt_out_ends(email, facts, numbers)
    assert ends is not None
    if today(facts) <= ends:
        return undecided(
            CHECK, "1006.6(d)(4)(ii)(D)", "may_still_opt_out", facts={"safe_harbor": False},
            used=USED, numbers=numbers, earliest_next=ends + timedelta(days=1),
        )  # fmt: skip
    return noted(CHECK, CLAUSE, "kept", facts={"safe_harbor": True})
