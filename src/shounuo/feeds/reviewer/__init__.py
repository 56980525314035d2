"""A language model as a second reader, where the house wants one: off unless `SHOUNUO_REVIEWER_URL` is set.

It speaks the chat-completions interface that many services and local servers share. It is shown the turns with
what identifies a person blanked, and may only *propose*: a code of ours, an agent's turn and words that stand in it.
What it proposes is marked as its own, waits for an inspector like any finding, and moves no score. When it is slow,
down or answers nonsense the call keeps what the engine found.
"""

from shounuo.feeds.reviewer.asking import Reviewer, propose, reviewer

__all__ = ["Reviewer", "propose", "reviewer"]
