"""The one code a call ends in (P12), by what was said: not by what the collector typed.

Order of decision, first that holds: death; wrong person; a person at risk; where nothing was promised, a wish to be left
alone or a complaint; a promise; then the reasons a customer gave, the gravest duty first; then how the call ended. In
English a death is not asked for where somebody speaks of dying, and where two answers stand (a refusal, then a wish for
a plan), the later one is the customer's.
"""

from shounuo.inspection.disposition.borne_out import bears_out
from shounuo.inspection.disposition.decide import disposition_of
from shounuo.inspection.disposition.heard import last_said, last_taken_up

__all__ = ["bears_out", "disposition_of", "last_said", "last_taken_up"]
