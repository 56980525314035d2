"""What the customer's words do: agree, commit, decline, ask."""

from __future__ import annotations

import re

_AGREE = re.compile(
    r"^(?:哪|对|是|好|行|可以|没错|不错|没问题|嗯嗯|成|中|妥|得嘞|晓得|知道|明白|说好|就这样|要得|没得问题|能(?!不能)|同意|记住|确认|必须|肯定|放心|确定|记(?:上|下|着|起)?(?:吧|嘛)|登记?(?:吧|登)|定了|应该(?:可以|行|能行|没问题|成)|ok)|^(?:那)?(?:就)?(?:行|好|可以|这样|妥)|(?:可以的|没问题|说好了|就这么定|说定|就这样)$"
)
_AGREE_EN = re.compile(
    r"^(?:(?:oh|well|um|lord|ha|and|so|no no|hm) )*(?:yes|yeah|yep|yup|yah|ya|ayuh|si|aye|ok|okay|okey|aight|sure|right|correct|that's (?:right|correct|it|fine|good|what i said|about (?:it|right))|that (?:works|sounds|is right|is correct|would|will|'ll)|that'd|that'll|sounds (?:good|right|fine|about)|fine|alright|all right|alrighty|perfect|great|deal|will do|exactly|mhm|mm-? ?hm+|uh-? ?huh|(?:if it clears )?yeah|i (?:can|will|could|guess so|suppose so|think so|heard you|got it|hear you)|confirmed|affirmative|roger|ten-? ?four|absolutely|you (?:got it|bet|betcha|have my word)|it'll be there|works for me|bet|cool|good|done|understood|most likely|probably|likely|sweet|thank you|thanks|swell|by all means|got it|the same|please do|do that|all set)\b"
    r"|\b(?:it'll be there|you have my word|that works|works for me|sounds good|you bet|i can swing that)\b"
)
_DECLINE = re.compile(
    r"^没有|没得(?!问题)|没啥说|不行|不可能|不能(?:确定|保证|答应)|不一定|没(?:有)?钱|没(?:有)?办法|拿不出|还不(?:了|起|上)|付不(?:了|起)|没说(?:要)?还|不还|不想还|拿什么还|等.{0,12}再(?:说|还|看|讲)|到时候再说|再说吧|看(?:情况|看)(?:吧|再)|考虑(?:一下|考虑)|商量(?:一下)?|不敢(?:说|保证|答应)|别登记|不答应|凭什么|做不到|不够|算了|我问问|不同意|一分(?:钱)?(?:都|也)?没"
)
_DECLINE_EN = re.compile(
    r"^(?:no|nope|nah|naw)\b(?! (?:problem|worries|no|that's (?:fine|right|good)|it's fine|i (?:can|will)|you're right|doubt))|^no no no\b"
    r"|\b(?:can't|cannot|won't|wont|wouldn't|not (?:going|able|gonna|right now|today|tonight|sure|a (?:dime|cent|penny|chance)|doing|giving|sending|one)|ain't (?:got|doing|paying|gonna)|i don't know(?! (?:if it's|how late))|don't have|have to (?:ask|talk|check|think)|need to (?:ask|talk|check|think)|let me (?:talk|think|ask|check|see)|maybe (?:not|later|next)|we'll see|refus\w+|not paying|stop|i'd (?:have|need) to (?:ask|talk|check|think)|no way|no (?:money|thanks|sir|ma'am|maam)|hanging up|talk to my|i said no|told you no)\b|^maybe\b"
)
_COMMIT = re.compile(
    r"(?:还(?!是|有|要(?!的)|没|不|会|在|得等|记得|真|好)|付|转(?!告|达|人)|存|交|缴|打(?:过去|进|到|给|钱|款|[一二两三四五六七八九\d]+[万千百])|处理|弄|搞|整|结清|清掉|补上|安排|办|充|拿出|过去|划|扣|操作|凑)"
)
_COMMIT_EN = re.compile(
    r"\b(?:i(?:'ll| will|ll| can| could|'m going to|'m gonna| am going to|'m fixing to|'d)|let's|lemme|let me|we(?:'ll| will| can)) (?:\w+ ){0,3}?(?:do|pay|send|make|put|take care|transfer|handle|get|bring|mail|drop|set|clear|wire|stop|come by|swing|throw|cover|knock|give|zelle|venmo|draft|run)\b|(?<!they )(?<!dont )(?<!don't )(?<!he )(?<!she )(?<!it )(?<!you )\b(?:pay|send|transfer|payment|wire) (?:it|that|you|the|all|y'all)?\b|\boff (?:of )?my (?:debit|card|checking)|\bon my (?:debit|card)"
    r"|\b(?:put|run|take|use|charge|draft|pull|set|schedule|book|rerun|debit) (?:it|that|this|the|my|me|two|three|one|a|all)\b(?! (?:off|away|me off|out on|down that))|\b(?:i|we) (?:pay|send|bring|wire|transfer|do)\b|\bgo ahead and\b"
)
_CONDITION = re.compile(
    r"(?:免了|减了|如果|要是|除非|得先|先给我).{0,12}(?:我)?(?:就|才|再)(?:还|付|交)"
)
_QUESTION = re.compile(
    r"(?:能不能|可不可以|行不行|可以.{0,10}吗|能.{0,12}吗|怎么办|是不是|会不会|要不要)|吗$|呢$|\b(?:can i|could i|what if|would it)\b"
)
_DONE = re.compile(
    r"(?:已经|早就?|昨[天晚]|前[天晚]|上周|上个?(?:礼拜|星期)|刚刚?|都|不是).{0,8}(?:还|付|转|存|交|打)(?:了|过|清|完|的)|(?:还|付|转|存|交|打)了[一二三四五六七八九十两百千万\d]|(?:还|付|转|存|交|打)的$|(?:替|帮)我(?:还|付|转|存|交|打)的?|还过了|(?:还|付|转)过了?|\b(?:already (?:paid|sent|made|did|mailed|took|settled)|i paid|i sent|just paid)\b"
)
# Bringing papers is no promise to pay.
_PAPERS = re.compile(r"(?:账本|账簿|材料|单据|流水|证明|合同|发票|病历|回执|截图)")
_LEAVING = re.compile(
    r"挂了|挂机|先不说|不说了|先这样|没空|在忙|开会|bye|gotta go|have to go|hang(?:ing)? up"
)
_VAGUE = re.compile(
    r"发了(?:就|再|才)|到了(?:就|再)|if it clears|晚点|回头|差不多|再说|看看|到时候|有空|过两天|这几天|尽快|尽量|争取|应该(?!的)|可能|说不准|看情况|sometime|soon|later|try to|probably|maybe|i guess|when i can|\b(?:most likely|likely|suppose|s'pose|something like that|thereabouts|or so|about right|that's about it|if (?:it|they|the|my|i|that|all|nothing)\b|maybe|should be|i think|hopefully|somewhere around|once (?:it|the|my|i))"
)


# A recapitulation that itself leaves the payment open.
_HEDGED = re.compile(
    r"\b(?:if (?:it|they|the|your|that|all|nothing|you)\b|once (?:it|your|the)\b|or so|or thereabouts|whenever|hopefully|sometime|around then|a couple of days|when you (?:can|get))"
)


def hedged(text: str) -> bool:
    """An English confirmation said under a condition, or for no fixed day."""
    return bool(_HEDGED.search(text))


_PAYS = re.compile(
    r"\b(?:pay\w*|send|transfer|wire|draft|money|card|check(?:ing)?|debit|zelle|venmo|cash|app|branch|bank|dollars|bucks|window|counter|\d{2,})\b"
)


def of_money(text: str) -> bool:
    """English words that have to do with paying."""
    return bool(_PAYS.search(text))


def agrees(text: str, *, english: bool) -> bool:
    """A clear yes to what was just said."""
    pattern = _AGREE_EN if english else _AGREE
    return bool(pattern.search(text)) and not declines(text, english=english)


def declines(text: str, *, english: bool) -> bool:
    return bool((_DECLINE_EN if english else _DECLINE).search(text))


def commits(text: str, *, english: bool) -> bool:
    """Says that he will pay, as his own act and without a condition."""
    if declines(text, english=english) or any(
        p.search(text) for p in (_CONDITION, _QUESTION, _DONE, _PAPERS)
    ):
        return False
    return bool((_COMMIT_EN if english else _COMMIT).search(text))


def vague(text: str) -> bool:
    return bool(_VAGUE.search(text))


def leaves(text: str) -> bool:
    return bool(_LEAVING.search(text))
