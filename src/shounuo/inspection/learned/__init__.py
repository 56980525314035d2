"""A second ear for conduct: what the frames do not know by heart, learned from labelled utterances.

One linear model a language over pieces of one to four characters (English: two to six), with the eight answers
"fine" and the conduct codes that one utterance can breach alone. It is consulted only where no frame stands, speaks
only when it is sure, and names the pieces it leaned on, so a finding can still be argued with.
Learned by `shounuo.lab.learn_conduct` from `tests/inspection/cases/conduct`; it reads no clock, file or network.
"""

from shounuo.inspection.learned.model import Audience, Opinion, leaning, opinion

__all__ = ["Audience", "Opinion", "leaning", "opinion"]
