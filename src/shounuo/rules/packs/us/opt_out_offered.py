"""Every electronic message says how to stop them: 1006.6(e).

"A clear and conspicuous statement describing a reasonable and simple method" to opt out of further
messages to that address or number, without a fee and without any information but the preference and
the address. A bare confirmation of an opt-out carries nothing else (1006.14(h)(2)(i)). Whether a message
carries it must be known for e-mails and texts; elsewhere only a known lack is denied.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.packs.us.people import EXEMPT, reaches_a_person
from shounuo.rules.packs.us.requested_medium_not_used import CONFIRMATION, ELECTRONIC
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "opt_out_offered", "1006.6(e)"
ADDRESSED = frozenset({Channel.EMAIL, Channel.TEXT})
MAY_ASK = frozenset({"opt_out_preference", "email_address", "telephone_number", "address"})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a message without the statement or with a burden; an unknown one is looked at."""
    del numbers
    content = facts.proposed.content
    reaches = reaches_a_person(facts) and facts.proposed.role not in EXEMPT
    if facts.proposed.channel not in ELECTRONIC or not reaches or content.kind == CONFIRMATION:
        return None
    asked = set(content.more.get("opt_out_requires") or ())
    if asked - MAY_ASK or content.more.get("opt_out_fee") is True:
        return prohibited(CHECK, CLAUSE, "burdened", facts={"asks": ", ".join(sorted(asked))})
    if "opt_out_notice" not in content.more:
        unknown = facts.proposed.channel in ADDRESSED
        return undecided(CHECK, CLAUSE, "unknown") if unknown else None
    if not content.more["opt_out_notice"] or content.more.get("readily_noticeable") is False:
        return prohibited(CHECK, CLAUSE, "absent")
    return None
