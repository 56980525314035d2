"""The demo's customers rate some calls by text message; most say nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from shounuo.records.actions.rate_call import rate_call
from shounuo.records.models import Contact

ANSWERED_ONE_IN = 5
WITH_WORDS_ONE_IN = 3
DAYS = timedelta(days=60)
# How a call ended tells most of how its customer took it: weights of one star to five.
PROMISED = (1, 1, 3, 6, 5)
OTHERWISE = (5, 4, 4, 3, 1)
WORDS = {
    1: ("一天打好几次，很烦", "态度不好，说话像审问"),
    2: ("语气有点急", "说得太快，没听清金额"),
    3: ("还行", "事情说清楚了，就是打得不是时候"),
    4: ("比较耐心", "讲得清楚"),
    5: ("很客气，帮我把日子说定了", "态度很好，谢谢"),
}


def rate(now: datetime, random: Random) -> int:
    """Ratings of the bank's calls of the last two months; returns how many."""
    rows = Contact.objects.filter(
        channel="call",
        outcome="connected",
        state="ended",
        role="customer",
        case__lender__code="jianghai",
        ended_at__range=(now - DAYS, now - timedelta(hours=2)),
    )
    rated = 0
    for contact in rows.order_by("pk"):
        if random.randrange(ANSWERED_ONE_IN):
            continue
        weights = PROMISED if contact.disposition == "PTP" else OTHERWISE
        (stars,) = random.choices(range(1, 6), weights)
        said = random.choice(WORDS[stars]) if not random.randrange(WITH_WORDS_ONE_IN) else ""
        assert contact.ended_at is not None
        at = contact.ended_at + timedelta(minutes=random.randint(1, 90))
        rate_call(
            contact_id=contact.pk, stars=stars, words=said, at=at, actor="demo", recorded_at=at
        )
        rated += 1
    return rated
