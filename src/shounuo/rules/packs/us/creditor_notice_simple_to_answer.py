"""The creditor's notice offers a reasonable and simple way to opt out: 1006.6(d)(4)(ii)(C)(4).

In writing: a reply form with a pre-addressed envelope, not a call or letter to obtain one. By
electronic means: a link or the word "stop", not post, telephone or a website without a link
(comment -1). A burdened way is not forbidden to the creditor: the collector's safe harbor for that
address is lost, so somebody decides.
"""

from __future__ import annotations

from shounuo.rules.facts import Facts
from shounuo.rules.pack import Numbers
from shounuo.rules.packs.us.answer import noted, undecided
from shounuo.rules.proposed import Channel
from shounuo.rules.verdict import Reason

CHECK, CLAUSE = "creditor_notice_simple_to_answer", "1006.6(d)(4)(ii)(C)(4)"
KIND = "6(d)(4)(ii)(C)_notice"
SIMPLE = {
    "hyperlink": True,
    "reply_word_stop": True,
    "reply_form_and_preaddressed_envelope": True,
    "must_call_or_write_for_form": False,
    "postal_mail_or_telephone_or_website_without_link": False,
}
ELECTRONIC_ONLY = frozenset({"hyperlink", "reply_word_stop"})


def check(facts: Facts, numbers: Numbers) -> Reason | None:
    """Answers for that notice only; a method the comment does not name is looked at."""
    del numbers
    content = facts.proposed.content
    if content.kind != KIND:
        return None
    method = str(content.more.get("method", ""))
    simple = SIMPLE.get(method)
    on_paper = facts.proposed.channel is Channel.MAIL
    if simple and method in ELECTRONIC_ONLY and on_paper:
        simple = None  # a link on paper is neither of the comment's examples
    if simple is None:
        return undecided(CHECK, CLAUSE, "unnamed", facts={"method": method, "safe_harbor": False})
    if simple:
        return noted(CHECK, CLAUSE, "kept", facts={"safe_harbor": True})
    return undecided(CHECK, CLAUSE, "burdened", facts={"safe_harbor": False})
