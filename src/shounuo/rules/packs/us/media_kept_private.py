"""No postcard, no telling envelope, no public post: 1006.22(f)(1), (2) and (4).

On an envelope stands nothing but the collector's address, a business name that does not indicate
collection, and what helps the post (comment 22(f)(2)-1).
"""

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import prohibited
from shounuo.rules.packs.us.people import to_consumer
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "media_kept_private", "1006.22(f)"
ENVELOPE = frozenset({
    "collector_address", "business_name", "business_name_not_indicating_debt_collection",
    "debtor_name_address", "postage", "forwarding_and_address_correction_requested", "usps_imb",
})  # fmt: skip


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies each of the three."""
    del numbers
    channel = facts.proposed.channel
    if channel in (Channel.SOCIAL_PUBLIC, Channel.PUBLIC_NOTICE):
        return prohibited(CHECK, "1006.22(f)(4)", "public", instead=("private_message",))
    if channel is Channel.POSTCARD and to_consumer(facts):
        return prohibited(CHECK, "1006.22(f)(1)", "postcard", instead=("send_letter",))
    marks = set(facts.proposed.content.more.get("envelope") or ()) - ENVELOPE
    if channel is Channel.MAIL and marks and to_consumer(facts):
        told = ", ".join(sorted(marks))
        return prohibited(CHECK, "1006.22(f)(2)", "envelope", facts={"marks": told})
    return None
