from datetime import UTC, date, datetime

from shounuo.rules.verdict import Clause, Outcome, Presumption, Reason, combine, later

CLAUSE = Clause("house_policy", "test")


def reason(outcome: Outcome, opens=None, presumption=None) -> Reason:
    return Reason(
        "R", "claim", "house", CLAUSE, outcome, earliest_next=opens, presumption=presumption
    )


def test_denial_beats_review_beats_permission():
    """The heaviest outcome decides, in any order."""
    allow, review, deny = (reason(outcome) for outcome in Outcome)
    assert combine([allow, deny, review], "v").outcome is Outcome.DENY
    assert combine([review, allow], "v").outcome is Outcome.NEEDS_REVIEW
    assert combine([], "v").outcome is Outcome.ALLOW


def test_a_block_without_an_end_leaves_no_opening():
    """A verdict opens when its last block ends, and not at all when one does not end by waiting."""
    early, late = date(2026, 3, 1), datetime(2026, 3, 2, 8, tzinfo=UTC)
    blocks = [reason(Outcome.DENY, early), reason(Outcome.DENY, late)]
    assert combine(blocks, "v").earliest_next == late
    assert combine([*blocks, reason(Outcome.DENY)], "v").earliest_next is None


def test_a_moment_says_more_than_its_day():
    """Between a day and a moment of that day the moment stands; a later day wins."""
    moment = datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert later(date(2026, 3, 2), moment) == moment
    assert later(moment, date(2026, 3, 3)) == date(2026, 3, 3)


def test_a_presumed_violation_is_kept_over_a_presumed_compliance():
    """Presumptions stay presumptions and the graver one is shown."""
    both = [
        reason(Outcome.ALLOW, presumption=Presumption.COMPLIANCE),
        reason(Outcome.DENY, presumption=Presumption.VIOLATION),
    ]
    assert combine(both, "v").presumption is Presumption.VIOLATION
