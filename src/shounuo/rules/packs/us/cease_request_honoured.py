"""After a written refusal to pay or wish to be left alone, no further contact about that debt.

1006.6(c)(1), and its exceptions in (c)(2). Complete upon receipt (comment 6(c)(1)-1); an electronic
notice through a medium the collector accepts is in writing (-2). An oral refusal is none. The
mortgage servicing notices are outside it (comments 6(c)(2)-1 and -2).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, prohibited, undecided
from shounuo.rules.packs.us.moments import stands
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Direction
from shounuo.rules.standing import Hold, Request
from shounuo.rules.verdict import Reason

HOLD = "do_not_contact"
CHECK, CLAUSE = "cease_request_honoured", "1006.6(c)(1)"
WRITTEN = frozenset(
    {"written_cease_or_refusal", "cease_communication", "refusal_to_pay_in_writing"}
)
ELECTRONIC, ORAL = "electronic_cease", "oral_refusal_to_pay"
EXCEPTIONS = frozenset({
    "efforts_terminated",  # (c)(2)(i)
    "may_invoke_specified_ordinarily_invoked_remedy",  # (c)(2)(ii)
    "intends_to_invoke_specified_remedy",  # (c)(2)(iii)
    "early_intervention_notice_1024.39(d)(3)",  # comment (c)(2)-1
    "force_placed_insurance_notice_1024.37",  # comment (c)(2)-2, with the next two
    "initial_rate_adjustment_notice_1026.20(d)",
    "periodic_statement_1026.41",
})  # fmt: skip


def excepted(facts: Facts) -> bool:
    """Whether the contact serves only a purpose that (c)(2) or its comments leave open."""
    return facts.proposed.content.more.get("purpose") in EXCEPTIONS


def _binds(request: Request, facts: Facts) -> bool:
    if not facts.concerned_by(request.debts):
        return False
    posted_only = request.received is None and request.more.get("mailed") is not None
    return not posted_only and stands(request, facts)


def _held(hold: Hold, facts: Facts) -> bool:
    """A cease notice as the desk records it: a hold on all debts or on those named."""
    about = facts.concerned_by(hold.debts)
    return hold.stands(facts.proposed.when) and about


def _in_writing(request: Request) -> bool | None:
    if request.kind in WRITTEN:
        return True
    if request.kind == ELECTRONIC:
        accepted = request.more.get("medium_accepted_by_collector")
        return accepted if isinstance(accepted, bool) else None
    return False


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies; a consumer who calls all the same is looked at; an oral refusal is only noted."""
    del numbers
    if not to_consumer(facts) or excepted(facts):
        return None
    written = [_in_writing(r) for r in facts.requests if _binds(r, facts)]
    written += [True for hold in facts.holds if hold.kind == HOLD and _held(hold, facts)]
    if True in written:
        if facts.proposed.direction is Direction.INBOUND:
            return undecided(CHECK, CLAUSE, "consumer_calls", instead=("ask_release",))
        return prohibited(CHECK, CLAUSE, instead=("notice_of_remedy",))
    if None in written:
        return undecided(CHECK, CLAUSE, "medium_unknown", instead=("complete_facts",))
    if any(r.kind == ORAL and _binds(r, facts) for r in facts.requests):
        return noted(CHECK, CLAUSE, "oral", facts={"warn": True})
    return None
