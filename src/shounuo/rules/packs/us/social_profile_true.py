"""On a social platform the collector is recognisable: 1006.18(d) and comment -1.

A private request to be added as a contact says that it comes from a debt collector; a profile used to
ask a third party for the location bears the individual's own (or consistently assumed) name.
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited, undecided
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "social_profile_true", "1006.18(d)"
REQUEST = "contact_request"


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a hidden identity; a contact request that does not say is looked at."""
    del numbers
    content = facts.proposed.content
    if facts.proposed.channel is not Channel.SOCIAL_PRIVATE:
        return None
    if content.more.get("profile_shows_individual_name") is False:
        return prohibited(CHECK, CLAUSE, "profile")
    discloses = content.more.get("discloses_debt_collector")
    if discloses is False:
        return prohibited(CHECK, CLAUSE, "request")
    if content.kind == REQUEST and discloses is None:
        return undecided(CHECK, CLAUSE, "request")
    return None
