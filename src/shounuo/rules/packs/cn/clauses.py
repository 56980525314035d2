"""The clauses that the checks of this pack stand on, with how far each could be verified."""

from shounuo.rules.verdict import Clause, Confidence, Origin

_SELF = Origin.SELF_REGULATION


def guideline(pinpoint: str, confidence: Confidence = Confidence.PRESS) -> Clause:
    """China Banking Association guideline of 2026-01-30; its full text was not available."""
    return Clause("cba_guideline", pinpoint, confidence, _SELF)


def standard(pinpoint: str, confidence: Confidence = Confidence.PRESS) -> Clause:
    """GB/T 45251-2025, a recommended standard; its full text was not available."""
    return Clause("gbt_45251_2025", pinpoint, confidence, _SELF)


def card_measures(pinpoint: str, confidence: Confidence = Confidence.SECONDARY) -> Clause:
    """Measures for supervising commercial banks' credit card business."""
    return Clause("credit_card_measures", pinpoint, confidence)


def statute(source: str, pinpoint: str, confidence: Confidence = Confidence.VERIFIED) -> Clause:
    """A statute or regulation by its id in `law/sources.yaml`."""
    return Clause(source, pinpoint, confidence)


def house(pinpoint: str) -> Clause:
    """No text stands behind it: house policy, shown as such."""
    return Clause("house_policy", pinpoint, Confidence.OWN, Origin.HOUSE_POLICY)
