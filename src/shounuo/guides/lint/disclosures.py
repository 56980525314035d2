"""What must be told: who is calling and for whom, that it is recorded, and the disclosures of US law.

Sources: GB/T 45251-2025 and the 2026 guideline by quotation (identity, recording); 12 CFR 1006.18(e),
1006.2(j), 1006.10(b).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.domain.contact import PartyRole
from shounuo.domain.steps import Step
from shounuo.guides.case import GuideCase
from shounuo.guides.conditions import holds
from shounuo.guides.faults import fault
from shounuo.guides.lint.graph import always_after, covering, reached
from shounuo.guides.model import Guide
from shounuo.guides.placeholders import BLANK, named_in
from shounuo.kernel.errors import Problem

_RECORDED = {"zh": re.compile("录音"), "en": re.compile(r"\brecord(?:ed|ing)\b", re.IGNORECASE)}
_INITIAL = {
    "zh": re.compile(
        "(?=.*(?:催收|追讨|收取).{0,8}(?:债|欠款))(?=.*(?:信息|资料).{0,16}(?:用于|用来|用作))",
        re.DOTALL,
    ),
    "en": re.compile(
        r"(?=.*attempt\w* to collect a debt)(?=.*information\b.{0,20}\bwill be used for that purpose)",
        re.IGNORECASE | re.DOTALL,
    ),
}
_LATER = {
    "zh": re.compile("(?:催收|债务催收)(?:机构|公司|人员|员)"),
    "en": re.compile(r"debt collector", re.IGNORECASE),
}
_VOICEMAIL_ALLOWED = {"collector_name", "employer", "callback_number", "today"}
_VOICEMAIL_NEEDED = ("collector_name", "employer", "callback_number")
# 1006.2(j): a name, a business name that does not tell of collecting, a request to reply, a number; a
# greeting, the date, and that any representative can take the call. Nothing else.
_VOICEMAIL_WORDS = {
    "zh": re.compile(
        "您好|你好|我们|我是|我|这里是|的|今天是|请|麻烦|您|给我|或者?|和|我们|任何|一位|同事|代表|回个?电话|回电|致电|联系|号码|是|，|。|、|[\\s·]|谢谢|再见|来自"
    ),
    "en": re.compile(
        r"\b(?:hi|hello|this is|it is|calling|from|please|call|contact|return|my|me|back|or|and|any|of|our|the|representatives?|associates?|at|on|today|is|thank you|thanks|goodbye|a|number|reach|us)\b|[\s,.·;:!]",
        re.IGNORECASE,
    ),
}


def check(guide: Guide) -> Iterable[Problem]:
    """Missing disclosures, per jurisdiction and kind."""
    if guide.kind == "voicemail":
        yield from _voicemail(guide)
        return
    yield from _identity(guide)
    if guide.kind != "location":
        yield from _recording(guide)
    if (
        guide.scope.jurisdiction == "US"
        and guide.scope.parties != frozenset({PartyRole.THIRD_PARTY})
        and guide.kind != "bereaved"
    ):
        yield from _us(guide)
    if guide.kind == "location":
        yield from _location(guide)


def _always_said(guide: Guide, step: str, language: str) -> str:
    return " ".join(
        line.text[language]
        for line in guide.steps[step].lines
        if not (line.when or line.offer or line.consequence)
    )


def _identity(guide: Guide) -> Iterable[Problem]:
    """Who calls: by name, and (except a location call, which says it only when asked) by institution."""
    if guide.kind == "location":
        return
    opening = covering(guide, Step.IDENTIFY_SELF)
    names = {"institution", "employer", "lender_full_name"}
    for name in sorted(opening & reached(guide)):
        for language in guide.languages:
            # Either one unconditional line names the house, or every conditional variant does.
            lines = [
                line.text[language]
                for line in guide.steps[name].lines
                if set(named_in(line.text[language])) & names
            ]
            if not lines or "collector_name" not in named_in(" ".join(lines)):
                yield fault(
                    "identity_missing",
                    f"{guide.id}/{name}",
                    f"表明身份（{language}）要说机构和姓名",
                    f"the opening ({language}) must name the institution and the collector",
                    "用 {institution} 或 {employer}，以及 {collector_name}",
                    "use {institution} or {employer}, and {collector_name}",
                )
            if "lender_full_name" in named_in(" ".join(lines)) and "institution" not in named_in(
                " ".join(lines)
            ):
                yield fault(
                    "impersonation",
                    f"{guide.id}/{name}",
                    "受托机构会以银行的名义自称",
                    "an agency would be introduced as the lender itself",
                    "用 {institution}，它会说明受谁委托",
                    "use {institution}: it says for whom an agency calls",
                )


def _recording(guide: Guide) -> Iterable[Problem]:
    for name in sorted(covering(guide, Step.RECORDING_NOTICE) & reached(guide)):
        for language in guide.languages:
            if not _RECORDED[language].search(_always_said(guide, name, language)):
                yield fault(
                    "recording_notice_missing",
                    f"{guide.id}/{name}",
                    f"没有告知录音（{language}）",
                    f"the recording is not announced ({language})",
                    "写上“这个电话有录音”",
                    "say that the call is recorded",
                )


def _us(guide: Guide) -> Iterable[Problem]:
    """An agency's first talk says the Mini-Miranda, each later one that it comes from a debt collector."""
    for first, wanted in ((True, _INITIAL), (False, _LATER)):
        case = GuideCase(
            as_of=guide.effective_from,
            jurisdiction="US",
            agent="agency_staff",
            first_contact=first,
            party=min(guide.scope.parties, default=PartyRole.CUSTOMER),
        )
        for language in guide.languages:
            saying = frozenset(
                name
                for name, step in guide.steps.items()
                if wanted[language].search(
                    " ".join(
                        line.text[language]
                        for line in step.lines
                        if holds(line.when, case) and not (line.offer or line.consequence)
                    )
                )
            )
            for name in sorted(
                covering(guide, Step.STATE_FACTS, Step.ASK_PAYMENT) & reached(guide)
            ):
                if name not in saying and not always_after(guide, name, saying):
                    what = (
                        "an attempt to collect a debt, and what information is used for"
                        if first
                        else "that it is from a debt collector"
                    )
                    yield fault(
                        "missing_us_disclosure",
                        f"{guide.id}/{name}",
                        f"谈账之前没有作法定告知（{language}，{'首次' if first else '后续'}联系）",
                        f"the debt is spoken of before it is said ({language}): {what}",
                        "12 CFR 1006.18(e)",
                        "12 CFR 1006.18(e)",
                    )
                    break


def _voicemail(guide: Guide) -> Iterable[Problem]:
    lines = [(name, line) for name, step in guide.steps.items() for line in step.lines]
    for language in guide.languages:
        said = " ".join(line.text[language] for _, line in lines)
        missing = [name for name in _VOICEMAIL_NEEDED if name not in named_in(said)]
        if missing:
            yield fault(
                "voicemail_incomplete",
                guide.id,
                f"留言（{language}）缺少 {', '.join(missing)}",
                f"the message ({language}) lacks {', '.join(missing)}",
                "12 CFR 1006.2(j)(1)",
                "12 CFR 1006.2(j)(1)",
            )
        for name, line in lines:
            extra = set(named_in(line.text[language])) - _VOICEMAIL_ALLOWED
            rest = _VOICEMAIL_WORDS[language].sub("", BLANK.sub("·", line.text[language]))
            if extra or rest:
                what = ", ".join(sorted(extra)) or rest
                yield fault(
                    "voicemail_says_more",
                    f"{guide.id}/{name}/{line.id}",
                    f"留言里多了“{what}”",
                    f"the message says more than a limited-content message may: {what!r}",
                    "只留姓名、机构、请回电和号码",
                    "12 CFR 1006.2(j): a name, a business name, a request to call and a number",
                )


def _location(guide: Guide) -> Iterable[Problem]:
    """1006.10(b): the employer is named only when the other side asks for it."""
    asked = {
        b.to
        for step in guide.steps.values()
        for b in step.branches
        if b.answer in ("who_are_you", "asks_what", "asks_employer")
    }
    for name, step in guide.steps.items():
        for line in step.lines:
            if name not in asked and {"employer", "institution"} & {
                *named_in(line.text.zh),
                *named_in(line.text.en),
            }:
                yield fault(
                    "employer_unasked",
                    f"{guide.id}/{name}/{line.id}",
                    "没有被问到就说了雇主",
                    "the employer is named without being asked for",
                    "只在对方问起时说",
                    "12 CFR 1006.10(b)(1): only if expressly requested",
                )
