"""The second reading of a call: every finding of the detectors weighed against the whole call.

A detector reads for one fault and knows its law; it does not know how often it errs. Here a model that was taught by
labelled calls of many writers reads each turn of the collector with what the other side said before and after, and
what the house knew, and gives every fault a probability. A finding that is unlikely there falls, one that no detector
saw and that is likely is added, and the confidence of each is that probability. Which words told is always shown.
"""

from shounuo.inspection.weighing.steps import weigh_steps
from shounuo.inspection.weighing.weigh import weigh

__all__ = ["weigh", "weigh_steps"]
