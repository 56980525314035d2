"""Without knowing what others did today the day's number is not known to be free.

FREQ-2, standard: the lender and all its agencies count together. Known means: their contacts are
imported up to now, or the lender states in writing that there are none, or it allots each a share.
"""

from datetime import UTC, datetime, time

from shounuo.rules.facts import Facts
from shounuo.rules.local_hours import local_day, zone
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.cn.clauses import standard
from shounuo.rules.packs.cn.scope import by_voice, is_business
from shounuo.rules.packs.cn.zone import ZONE
from shounuo.rules.past import Basis
from shounuo.rules.rule import Rule
from shounuo.rules.verdict import Confidence, Reason

RULE = Rule("cn", "FREQ-2", __name__, standard("5.3 (all together)", Confidence.SECONDARY))
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Denies a voice contact while another party's day is not covered, and while nobody says who.

    An answer that rests on the lender's word or on a share says so.
    """
    if numbers.get("connected_calls_per_day") is None or is_business(facts):
        return None
    if not by_voice(facts):
        return None
    if facts.other_parties is None:
        return RULE.deny(say="unknown", instead=("send_text", "send_letter"))
    if not facts.other_parties:
        return None
    if has_share(facts):
        return RULE.allow({"organisation": facts.proposed.collector.organisation}, say="share")
    attested = None
    for other in sorted(facts.other_parties):
        if _covers(facts, other, Basis.IMPORTED):
            continue
        if not _covers(facts, other, Basis.IMPORTED, Basis.ATTESTATION):
            return RULE.deny({"organisation": other}, instead=("send_text", "send_letter"))
        attested = attested or other
    return RULE.allow({"organisation": attested}, say="attested") if attested else None


def _covers(facts: Facts, organisation: str, *bases: Basis) -> bool:
    """Known from the first minute of Beijing's day to now, by pieces that join without a gap.

    An attestation or a share without evidence is none.
    """
    now = facts.proposed.when
    reached = datetime.combine(local_day(now, ZONE), time(), zone(ZONE))
    pieces = [
        coverage
        for coverage in facts.coverage
        if coverage.organisation == organisation and coverage.basis in bases
        and (coverage.basis is Basis.IMPORTED or bool(coverage.evidence))
    ]  # fmt: skip
    for piece in sorted(pieces, key=lambda piece: piece.since or ALWAYS):
        if piece.covers(reached):
            reached = max(reached, piece.through)
    return reached >= now and any(piece.covers(now) for piece in pieces)


def has_share(facts: Facts) -> bool:
    """The collecting organisation works under an allotted share of the day's numbers."""
    own = facts.proposed.collector.organisation
    return _covers(facts, own, Basis.QUOTA)
