"""Who may hear what: no fact of a debt for those who may not learn of it, none before verification.

A guide for a third party cannot even refer to a fact of the debt; nor may its words speak of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.domain.contact import PartyRole
from shounuo.guides.faults import fault
from shounuo.guides.lint.graph import unverified
from shounuo.guides.model import WITHOUT_DEBT, Guide, Line
from shounuo.guides.placeholders import BLANK, DEBT_GROUPS, STRAY, named_in, placeholders
from shounuo.kernel.errors import Problem

# Words that tell of a debt, whoever listens.
DEBT_ZH = re.compile(
    "欠(?!安|缺|妥)|逾期|还款|还钱|还清|归还|账单|帐单|账款|账户|帐户|信用卡|银行卡|贷款|借款|借钱|借贷|网贷|债|催收|催缴|应还|未还|没还|拖欠|利息|违约金|罚息"
    "|滞纳金|征信|信用记录|银行|存(?:点|些|入|进)?(?:钱|款)|最低还|额度|分期|金额|结清|本金|透支|扣款|起诉|法院|律师函|款项|资金|费用|缴费|几(?:千|万|百)|垫付|信贷|金融|贷|到期|走(?:法律|司法)?程序|后果|麻烦(?:大|上|了(?!您))|代(?:还|偿|付)|替(?:他|她|您)?(?:还|付|处理一下钱)"
)
DEBT_EN = re.compile(
    r"\b(?:debts?|owe[sd]?|owing|overdue|past[- ]due|payments?|pay(?:ing|s|off)?|paid|repay\w*|loans?|credit|cards?|balances?|collect(?:s|ion|ions|or|ors|ing)?|billing|bills?"
    r"|creditors?|banks?|lenders?|lend|delinquen\w*|arrears|interest|late fees?|amounts?|money|financ\w*|borrow\w*|legal|lawsuit|court|settle(?:d|ment)?|instal\w*|accounts?|(?:get|be|being) served|process server|legal papers|serve (?:him|her|them))\b",
    re.IGNORECASE,
)
# Before verification the talk may say that money matters exist nowhere; the institution's name is a blank.
_FIRST_ZH = re.compile(
    "欠(?!安|缺|妥)|逾期|还款|还钱|还清|账单|贷款|借款|债|催收|催缴|应还|未还|没还|拖欠|利息|违约金|罚息|滞纳金|征信|金额|起诉|法院"
)
_FIRST_EN = re.compile(
    r"\b(?:debts?|owe[sd]?|owing|overdue|past[- ]due|payments?|repay\w*|loans?|balances?|collect(?:ion|ions|or|ors)|delinquen\w*|arrears|late fees?|lawsuit|court)\b",
    re.IGNORECASE,
)


def told_of_debt(text: str, language: str) -> re.Match[str] | None:
    """The first word that would tell a listener of a debt."""
    return (DEBT_ZH if language == "zh" else DEBT_EN).search(BLANK.sub("·", text))


def check(guide: Guide) -> Iterable[Problem]:
    """Blanks that do not exist or must not be heard here, and words that give the debt away."""
    closed = guide.kind in WITHOUT_DEBT or PartyRole.THIRD_PARTY in guide.scope.parties
    early = unverified(guide) if guide.start in guide.steps else frozenset()
    yield from _parties(guide)
    for name, step in guide.steps.items():
        for line in step.lines:
            place = f"{guide.id}/{name}/{line.id}"
            yield from _blanks(guide, line, place)
            if closed:
                yield from _closed(line, place)
            elif guide.kind == "bereaved":
                yield from _bereaved(line, place)
            elif name in early:
                yield from _early(line, place)
        for text in (step.note, step.name, *(branch.label for branch in step.branches)):
            yield from _braces(f"{guide.id}/{name}", text.zh + text.en)


def _parties(guide: Guide) -> Iterable[Problem]:
    third, informed = (
        PartyRole.THIRD_PARTY in guide.scope.parties,
        guide.scope.parties - {PartyRole.THIRD_PARTY},
    )
    if guide.kind in ("third_party", "location") and informed:
        yield fault(
            "wrong_party",
            guide.id,
            "三方话术不能兼给当事人用",
            "a third-party guide is for third parties only",
            "parties 只写 third_party",
            "parties: [third_party]",
        )
    if guide.kind not in ("third_party", "location") and third:
        yield fault(
            "wrong_party",
            guide.id,
            "这类话术不能给三方用",
            f"a {guide.kind} guide is never for a third party",
            "三方用 third_party 话术",
            "use a third_party guide",
        )


def _blanks(guide: Guide, line: Line, place: str) -> Iterable[Problem]:
    known = placeholders()
    for language in ("zh", "en"):
        for name in named_in(line.text[language]):
            if name not in known:
                yield fault(
                    "unknown_placeholder",
                    place,
                    f"没有“{name}”这个占位",
                    f"there is no placeholder {name!r}",
                    f"可用：{', '.join(known)}",
                    f"known: {', '.join(known)}",
                )
            elif known[name].group == "offer" and not line.offer:
                yield fault(
                    "unbound_offer",
                    place,
                    f"{{{name}}} 只能出现在绑定了方案的话里",
                    f"{{{name}}} may only stand in a line bound to an offer",
                    "写上 offer: 方案",
                    "add `offer:`",
                )
        if STRAY.search(BLANK.sub("", line.text[language])):
            yield fault(
                "unknown_placeholder",
                place,
                "花括号没有配对",
                "a brace does not close a placeholder",
                "写成 {名称}",
                "write {name}",
            )


def _braces(place: str, text: str) -> Iterable[Problem]:
    if STRAY.search(text):
        yield fault(
            "placeholder_outside_line",
            place,
            "只有要说的话里可以用占位",
            "placeholders may stand only in lines to say",
            "名称、提示和分支里不要用",
            "not in names, notes or labels",
        )


def _closed(line: Line, place: str) -> Iterable[Problem]:
    known = placeholders()
    for name in dict.fromkeys((*named_in(line.text.zh), *named_in(line.text.en))):
        if name in known and known[name].group != "person":
            yield fault(
                "debt_to_third_party",
                place,
                f"对三方不能出现 {{{name}}}",
                f"{{{name}}} may not be heard by a third party",
                "三方只能核实、转告",
                "verify and relay only",
            )
    if line.consequence or line.offer:
        yield fault(
            "debt_to_third_party",
            place,
            "对三方不能说后果或方案",
            "a third party hears no consequence and no offer",
            "删掉这句",
            "remove the line",
        )
    for language in ("zh", "en"):
        found = told_of_debt(line.text[language], language)
        if found:
            yield fault(
                "debt_to_third_party",
                place,
                f"“{found.group()}”会向三方透露欠款",
                f"{found.group()!r} tells a third party of the debt",
                "换成不涉及账款的话",
                "say nothing that tells of a debt",
            )


def _bereaved(line: Line, place: str) -> Iterable[Problem]:
    known = placeholders()
    for name in dict.fromkeys((*named_in(line.text.zh), *named_in(line.text.en))):
        if name in known and known[name].group in DEBT_GROUPS:
            yield fault(
                "debt_to_bereaved",
                place,
                f"对家属不主动说 {{{name}}}",
                f"{{{name}}} is not volunteered to the family",
                "只慰问，说明办理方式",
                "condolence, and where to turn",
            )


def _early(line: Line, place: str) -> Iterable[Problem]:
    known = placeholders()
    for name in dict.fromkeys((*named_in(line.text.zh), *named_in(line.text.en))):
        if name in known and known[name].group in DEBT_GROUPS:
            yield fault(
                "debt_before_verified",
                place,
                f"核实本人之前就会说出 {{{name}}}",
                f"{{{name}}} can be said before the customer is verified",
                "先核实，再说事实",
                "verify first; only the branch `verified` opens the debt",
            )
    for language, pattern in (("zh", _FIRST_ZH), ("en", _FIRST_EN)):
        found = pattern.search(BLANK.sub("·", line.text[language]))
        if found:
            yield fault(
                "debt_before_verified",
                place,
                f"核实本人之前就会说到“{found.group()}”",
                f"{found.group()!r} can be said before the customer is verified",
                "先核实，再说事实",
                "verify first; only the branch `verified` opens the debt",
            )
