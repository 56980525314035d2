from rules.world import facts
from shounuo.rules.gate import decide
from shounuo.rules.verdict import Outcome


def test_a_plain_daytime_call_is_allowed():
    """Lender's staff may call a customer at noon about an open debt."""
    verdict = decide(facts())
    assert verdict.outcome is Outcome.ALLOW, verdict.reasons
    assert verdict.pack_version.startswith("cn@2026-06-17#")
