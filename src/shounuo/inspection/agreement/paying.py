"""The act of paying in the words of one turn: one to come, one already done, one for today."""

from __future__ import annotations

from shounuo.inspection.agreement.answers import declines
from shounuo.inspection.agreement.firmness import conditional
from shounuo.inspection.agreement.other_matters import of_papers
from shounuo.inspection.question import asks_for_leave
from shounuo.kernel.patterns import quick_pattern


def commits(text: str, *, english: bool) -> bool:
    """Says that he will pay, as his own act and without a condition."""
    if declines(text, english=english) or done(text) or of_papers(text):
        return False
    if conditional(text) or asks_for_leave(text):
        return False
    return pays(text, english=english)


_PAYS = quick_pattern(
    r"(?:补(?:齐|足|进)|还(?!卖|能|想|可以|差|剩|算|欠|够|行|早|是|有|要(?!的)|没|不|会|在|得等|记得|真|好)|付|转(?!告|达|人)|存|交|缴|打(?:过去|进|到|给|钱|款|[一二两三四五六七八九\d]+[万千百])|处理|弄|搞|整|结清|清掉|补上|安排|办|充|拿出|过去|划|扣|操作|凑)"
)
_PAYS_EN = quick_pattern(
    r"\b(?:i(?:'ll| will|ll| can| could|'m going to|'m gonna| am going to|'m fixing to|'d)|let's|lemme|let me|we(?:'ll| will| can)) (?:\w+ ){0,3}?(?:do|pay|send|make|put|take care|transfer|handle|get|bring|mail|drop|set|clear|wire|stop|come by|swing|throw|cover|knock|give|zelle|venmo|draft|run)\b|(?<!they )(?<!dont )(?<!don't )(?<!he )(?<!she )(?<!it )(?<!you )\b(?:pay|send|transfer|payment|wire) (?:it|that|you|the|all|y'all)?\b|\boff (?:of )?my (?:debit|card|checking)|\bon my (?:debit|card)"
    r"|\b(?:put|run|take|use|charge|draft|pull|set|schedule|book|rerun|debit) (?:it|that|this|the|my|me|two|three|one|a|all)\b(?! (?:off|away|me off|out on|down that))|\b(?:i|we) (?:pay|send|bring|wire|transfer|do)\b|\bgo ahead and\b"
)


def pays(text: str, *, english: bool) -> bool:
    """Speaks of an act of paying as his own."""
    return bool((_PAYS_EN if english else _PAYS).search(text))


_OF_MONEY = quick_pattern(
    r"\b(?:pay\w*|send|transfer|wire|draft|money|card|check(?:ing)?|debit|zelle|venmo|cash|app|branch|bank|dollars|bucks|window|counter|\d{2,})\b"
)


def of_money(text: str) -> bool:
    """English words that have to do with paying."""
    return bool(_OF_MONEY.search(text))


_DONE = quick_pattern(
    r"(?:号|日|晚|刚|才|周|天)(?:(?!能|会|要|把|一定|保证|之?前).){0,14}(?:还|转|付|存|交|打过去|扣)(?:了|的)(?:你|您|短信|又|咋|怎|呀|啊|呢|吗|么|$|一期|钱)|(?:已经|早就?|昨[天晚]|前[天晚]|上周|上个?(?:礼拜|星期)|刚刚?|都|不是).{0,8}(?:还|付|转|存|交|打)(?:了|过|清|完|的)|(?:还|付|转|存|交|打)了[一二三四五六七八九十两百千万\d]|(?:还|付|转|存|交|打)的$|(?:替|帮)我(?:还|付|转|存|交|打)的?|还过了|(?:扣|刷)走?的|刚(?:还|付|转|存|交|扣)|我(?:都|已经)?(?:还|付|转)了[呀啊]?|用.{0,12}(?:转|还|付)的|(?:还|付|转)过了?(?![去来])|\b(?:it posted|went out|(?:i|we) (?:paid|sent|mailed|made|cross)\b|already (?:paid|sent|made|did|mailed|took|settled)|i paid|i sent|just paid)\b"
)


def done(text: str) -> bool:
    """Tells what was paid already."""
    return bool(_DONE.search(text))


_RIGHT_NOW = quick_pattern(
    r"(?<!不)(?<!没)现在(?:就)?(?:给(?:您|你)|先)?(?:转|还(?!没|不|差|有|是|在|早|能|欠)|付|操作|交|扫)(?!不)"
    r"|\b(?:dollars|bucks|hundred|thousand|\d|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -]\w+)?) (?:right )?now\b(?! i)"
)


# What is owed or at hand now is not paid now.
_IS_OWED = quick_pattern(
    r"\b(?:owes?|owed|have|has|had|got|behind|due|balance|it's)\b[^,.?]{0,30}$"
)


def right_now(text: str) -> bool:
    """Names now as the time of the payment: 现在转, two hundred now."""
    found = _RIGHT_NOW.search(text)
    return found is not None and not _IS_OWED.search(text[: found.end()])


_LATER_TODAY = quick_pattern(
    r"(?<!明天)(?<!后天)(?:早上|上午|中午|下午|晚上|夜里|待会|等下|等会|一会|马上|现在|这就|立马|下班|收工|[一二两三四五六七八九十\d]+点(?:半)?(?:之前|以前|前))"
    r"|\b(?:right now|this minute|right away|in a (?:minute|bit|few)|when i get (?:home|off)|after (?:work|dinner|lunch|my shift)|at lunch|on my (?:lunch|break)|(?:before|by) (?:noon|midnight|five|six))\b"
)


def later_today(text: str) -> bool:
    """Names an hour or a part of the day; with no other day named it is today's."""
    return bool(_LATER_TODAY.search(text))
