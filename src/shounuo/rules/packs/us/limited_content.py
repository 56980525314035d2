"""What a limited-content message is: 1006.2(j) and its comments.

A voicemail for a consumer with a business name that does not indicate debt collection, a request to
reply, a natural person's name and a number; optionally a salutation, date and time, times to reply,
and that any representative may answer; and nothing else. Left knowingly for somebody else, or cut
off, it is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from shounuo.rules.facts import Facts
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Channel

REQUIRED = frozenset({"business_name", "request_reply", "contact_names", "phone"})
OPTIONAL = frozenset({"salutation", "date_time", "suggested_reply_times", "any_representative"})
TELLTALE = re.compile(
    r"debt|collect|recover|receivable|delinquen|past.?due|arrears|repossess", re.I
)


def is_voicemail(facts: Facts) -> bool:
    """Whether a message would be left on a recorder."""
    outcome = facts.proposed.outcome or ""
    return facts.proposed.channel is Channel.RINGLESS_VOICEMAIL or (
        facts.proposed.channel is Channel.CALL and outcome.startswith("voicemail")
    )


def elements(facts: Facts) -> tuple[Mapping[str, Any], ...] | None:
    """The planned message item by item, None when nobody has planned one."""
    planned = facts.proposed.content.more.get("elements")
    return None if planned is None else tuple(planned)


def is_limited_content(facts: Facts) -> bool | None:
    """Whether the planned voicemail is a limited-content message; None without a planned one."""
    planned = elements(facts)
    if planned is None or not is_voicemail(facts):
        return None
    said = {key: value for item in planned for key, value in item.items() if value}
    named = str(said.get("business_name", ""))
    discloses = facts.proposed.content.discloses_debt is True
    return (
        to_consumer(facts)
        and set(said) >= REQUIRED
        and set(said) <= REQUIRED | OPTIONAL
        and not TELLTALE.search(named)
        and not discloses
    )
