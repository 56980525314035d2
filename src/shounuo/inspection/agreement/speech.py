"""What the customer's words do: agree, commit, decline, ask."""

from __future__ import annotations

from shounuo.inspection.question import asks_for_leave
from shounuo.kernel.patterns import quick_pattern

_AGREE = quick_pattern(
    r"^(?:(?:今天|今晚|明天|那天)(?:可以|能|行)|哪(?!来|有|里|儿)|对|是|好|行|可以|没错|不错|没问题|嗯嗯|成|中|妥|得嘞|晓得|知道|明白|说好|就这样|要得|没得问题|能(?!不能)|同意|记住|讲好|确认|必须|肯定|放心|确定|记(?:上|下|着|起)?(?:吧|嘛)|登记?(?:吧|登)|定了|应该(?:可以|行|能行|没问题|成)|ok)|^(?:那)?(?:就)?(?:行|好|可以|这样|妥)|(?:可以的|没问题|说好了|就这么定|说定|就这样)$"
)
_AGREE_EN = quick_pattern(
    r"^(?:(?:oh|well|um|lord|ha|and|so|no no|hm) )*(?:yes|yeah|yep|yup|yah|ya|ayuh|si|aye|ok|okay|okey|aight|sure|right|correct|that's (?:right|correct|it|fine|good|what i said|about (?:it|right))|that (?:works|sounds|is right|is correct|would|will|'ll)|that'd|that'll|sounds (?:good|right|fine|about)|fine|alright|all right|alrighty|perfect|great|deal|will do|exactly|mhm|mm-? ?hm+|uh-? ?huh|(?:if it clears )?yeah|i (?:can|will|could|guess so|suppose so|think so|heard you|got it|hear you)|confirmed|affirmative|roger|ten-? ?four|absolutely|you (?:got it|bet|betcha|have my word)|it'll be there|works for me|bet|cool|good|done|understood|most likely|probably|likely|sweet|thank you|thanks|swell|by all means|got it|the same|please do|do that|all set)\b"
    r"|\b(?:it'll be there|you have my word|that works|works for me|sounds good|you bet|i can swing that)\b"
)
_DECLINE = quick_pattern(
    r"^没有|没得(?!问题)|没啥说|不行|不可能|不能(?:确定|保证|答应)|不一定|没(?:有)?钱|没(?:有)?办法|拿不出|还不(?:了|起|上)|付不(?:了|起)|没说(?:要)?还|不还|不想还|拿什么还|等.{0,12}再(?:说|还|看|讲)|到时候再说|再说吧|看(?:情况|看)(?:吧|再)|考虑(?:一下|考虑)|商量(?:一下)?|不敢(?:说|保证|答应)|别登记|不答应|不谈|(?:也|都|真)没有?$|上哪儿?(?:弄|找|拿)|哪有|哪来|不转|不给|管什么用|够干嘛|不交|不付|凭什么|做不到|不够|算了|(?:我|得|要)(?:去|先|再)?问(?:问|完|清)|问完再说|不同意|一分(?:钱)?(?:都|也)?没"
)
_DECLINE_EN = quick_pattern(
    r"^(?:you don't|zero|nothing)\b|\b(?:i will not|not paying)\b|^(?:no|nope|nah|naw)\b(?! (?:problem|worries|no|that's (?:fine|right|good)|it's fine|i (?:can|will)|you're right|doubt))|^no no no\b"
    r"|\b(?:can't|cannot|won't(?! (?:miss|be|forget|let|fail))|wont|wouldn't|not (?:going|able|gonna|right now|today|tonight|sure|a (?:dime|cent|penny|chance)|doing|giving|sending|one)|ain't (?:got|doing|paying|gonna)|i don't know(?! (?:if it's|how late))|don't have|have to (?:ask|talk|check|think)|need to (?:ask|talk|check|think)|let me (?:talk|think|ask|check|see)|maybe (?:not|later|next)|we'll see|refus\w+|not paying|stop|i'd (?:have|need) to (?:ask|talk|check|think)|no way|no (?:money|thanks|sir|ma'am|maam)|hanging up|talk to my|i said no|told you no)\b|^maybe\b"
)
_COMMIT = quick_pattern(
    r"(?:补(?:齐|足|进)|还(?!卖|能|想|可以|差|剩|算|欠|够|行|早|是|有|要(?!的)|没|不|会|在|得等|记得|真|好)|付|转(?!告|达|人)|存|交|缴|打(?:过去|进|到|给|钱|款|[一二两三四五六七八九\d]+[万千百])|处理|弄|搞|整|结清|清掉|补上|安排|办|充|拿出|过去|划|扣|操作|凑)"
)
_COMMIT_EN = quick_pattern(
    r"\b(?:i(?:'ll| will|ll| can| could|'m going to|'m gonna| am going to|'m fixing to|'d)|let's|lemme|let me|we(?:'ll| will| can)) (?:\w+ ){0,3}?(?:do|pay|send|make|put|take care|transfer|handle|get|bring|mail|drop|set|clear|wire|stop|come by|swing|throw|cover|knock|give|zelle|venmo|draft|run)\b|(?<!they )(?<!dont )(?<!don't )(?<!he )(?<!she )(?<!it )(?<!you )\b(?:pay|send|transfer|payment|wire) (?:it|that|you|the|all|y'all)?\b|\boff (?:of )?my (?:debit|card|checking)|\bon my (?:debit|card)"
    r"|\b(?:put|run|take|use|charge|draft|pull|set|schedule|book|rerun|debit) (?:it|that|this|the|my|me|two|three|one|a|all)\b(?! (?:off|away|me off|out on|down that))|\b(?:i|we) (?:pay|send|bring|wire|transfer|do)\b|\bgo ahead and\b"
)
_CONDITION = quick_pattern(
    r"(?:免了|减了|如果|要是|除非|得先|先给我).{0,12}(?:我)?(?:就|才|再)(?:还|付|交)"
)
_DONE = quick_pattern(
    r"(?:号|日|晚|刚|才|周|天)(?:(?!能|会|要|把|一定|保证|之?前).){0,14}(?:还|转|付|存|交|打过去|扣)(?:了|的)(?:你|您|短信|又|咋|怎|呀|啊|呢|吗|么|$|一期|钱)|(?:已经|早就?|昨[天晚]|前[天晚]|上周|上个?(?:礼拜|星期)|刚刚?|都|不是).{0,8}(?:还|付|转|存|交|打)(?:了|过|清|完|的)|(?:还|付|转|存|交|打)了[一二三四五六七八九十两百千万\d]|(?:还|付|转|存|交|打)的$|(?:替|帮)我(?:还|付|转|存|交|打)的?|还过了|(?:扣|刷)走?的|刚(?:还|付|转|存|交|扣)|我(?:都|已经)?(?:还|付|转)了[呀啊]?|用.{0,12}(?:转|还|付)的|(?:还|付|转)过了?(?![去来])|\b(?:it posted|went out|(?:i|we) (?:paid|sent|mailed|made|cross)\b|already (?:paid|sent|made|did|mailed|took|settled)|i paid|i sent|just paid)\b"
)
_PAPERS = quick_pattern(
    r"(?:邮箱|寄到|发函|回话|账本|账簿|材料|单据|流水|证明|合同|发票|病历|回执|截图)"
)
_CALLING = quick_pattern(
    r"(?:再|给我|你们?)(?:再)?(?:打|来)(?:个|一个)?(?:电话|过来)|回(?:个)?电(?:话)?|(?:再|给|跟|和)[你您]?(?:再)?联系|联系[您你]|打给[您你]|给[您你](?:再)?打|打.{0,4}客服|通个气|准话|\b(?:call|ring|try|text) (?:me|back|again|us)\b|\b(?:call|ring|try|reach) (?:you|ya)\b|\breach out\b"
)
_ONLY_HEARS = quick_pattern(
    r"^(?:我)?(?:知道|晓得|明白|清楚|听(?:见|到)|懂)(?:了|咧|的)?|^(?:i (?:hear|heard|know|understand)\b|understood|got it|thank|okay thank|good (?:day|night))"
)
_INCOME = quick_pattern(
    r"工资|拨款|动不了|账上|发(?:钱|薪)|拿回来|卡里|只有|就有|才有|一天|一晚|\b(?:get|got|getting|gets) (?:paid|\w+ ?\w* (?:dollars|bucks))|they pay me|have (?:\w+ )?(?:dollars|bucks)|payday|my check"
)
_OTHERS = quick_pattern(
    r"他说|她说|说是|人家|派出所|报警|律师|遗嘱|\b(?:he|she|they) sa(?:y|id)|police|lawyer\b"
)
_RECURS = quick_pattern(r"每个?(?:月|期)|一个月|\b(?:every|a|each) month\b|\bthe plan\b")
_GUESS = quick_pattern(
    r"可能|说不好|不好说|我看着办|大概|估计|说不准|看看|再看|尽量|争取|差不多|也许|\b(?:maybe|i guess|i suppose|probably|might|could|try|hopefully|see what)\b"
)
_HUMS = quick_pattern(r"^(?:嗯|唔|mm|uh-? ?huh|mhm)")
_HUMS_TWICE = quick_pattern(r"^(?:嗯嗯|唔唔|系|得啦|mm-? ?hm|uh-? ?huh|mhm)")
_YES_EN = quick_pattern(
    r"^(?:(?:oh|well|so) )?(?:yes|yeah|yep|yup|ok|okay|sure|right|fine|alright|correct|sounds good|that's (?:right|fine)|that works|perfect|deal|will do)\b(?! (?:so )?(?:no|nothing)\b)"
)
_BUT = quick_pattern(r"但是?|不过|可是|就是|\b(?:but|only|except)\b")
_TAKES_BACK = quick_pattern(
    r"没(?:有)?(?:答应|说要?还|说今天)|不(?:还|给|转|付|交)了|别(?:登记|记)|不算数|先不(?:还|定|登记)|\b(?:i said maybe|didn't (?:agree|say|promise)|(?:not|ain't) promising|forget it|changed my mind|don't put me down|never (?:agreed|said)|no thanks|never ?mind|i ain't saying)\b|^(?:yeah )?(?:nah|no)\b(?=.{0,40}\b(?:myself|see|think)\b)"
)
_LEAVING = quick_pattern(
    r"挂了|挂机|先不说|不说了|先这样|没空|在忙|开会|bye|gotta go|have to go|hang(?:ing)? up"
)
_VAGUE = quick_pattern(
    r"发了(?:就|再|才)|到了(?:就|再)|if it clears|晚点|回头|差不多|再说|看看|到时候|有空|过两天|这几天|尽快|尽量|争取|应该(?!的)|可能|说不准|看情况|sometime|soon|later|try to|probably|maybe|i guess|when i can|\b(?:most likely|likely|suppose|s'pose|something like that|thereabouts|or so|about right|that's about it|if (?:it|they|the|my|i|that|all|nothing)\b|maybe|should be|i think|hopefully|somewhere around|once (?:it|the|my|i))"
)


# A recapitulation that itself leaves the payment open.
_HEDGED = quick_pattern(
    r"\b(?:if (?:it|they|the|your|that|all|nothing|you)\b|once (?:it|your|the)\b|or so|or thereabouts|whenever|hopefully|sometime|around then|a couple of days|when you (?:can|get))"
)


def hedged(text: str) -> bool:
    """An English confirmation said under a condition, or for no fixed day."""
    return bool(_HEDGED.search(text))


_PAYS = quick_pattern(
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


def opens_with_yes(text: str, *, english: bool) -> bool:
    """The first word is a yes, and no but follows."""
    found = (_YES_EN if english else _AGREE).match(text)
    return bool(found) and not _BUT.search(text)


def hums(said: str, *, alone: bool) -> bool:
    """嗯, mhm: a yes to what was just repeated where nothing else is said; before other words one 嗯 is a filler."""
    return bool((_HUMS if alone else _HUMS_TWICE).match(said))


def commits(text: str, *, english: bool) -> bool:
    """Says that he will pay, as his own act and without a condition."""
    if declines(text, english=english) or done(text) or of_papers(text):
        return False
    if conditional(text) or asks_for_leave(text):
        return False
    return pays(text, english=english)


def pays(text: str, *, english: bool) -> bool:
    """Speaks of an act of paying as his own."""
    return bool((_COMMIT_EN if english else _COMMIT).search(text))


def done(text: str) -> bool:
    """Tells what was paid already."""
    return bool(_DONE.search(text))


def of_papers(text: str) -> bool:
    """Bringing papers is no promise to pay."""
    return bool(_PAPERS.search(text))


def of_calling(text: str) -> bool:
    """Sets another call or a visit, not a payment."""
    return bool(_CALLING.search(text))


def only_hears(text: str) -> bool:
    """Has heard, and says no more: 知道了, I hear you."""
    return bool(_ONLY_HEARS.search(text))


_OTHER_ACTS = quick_pattern(
    r"\b(?:read|comes?|coming|starts?|e-?mail|call|ring|talk|ask|see|look|visit|court|class|lawyer)\b"
)


def of_other_acts(text: str) -> bool:
    """English words for what is done beside paying: read, come over, start work, e-mail."""
    return bool(_OTHER_ACTS.search(text))


_LATER_TODAY = quick_pattern(
    r"(?<!明天)(?<!后天)(?:早上|上午|中午|下午|晚上|夜里|待会|等下|等会|一会|马上|现在|这就|立马|下班|收工|[一二两三四五六七八九十\d]+点(?:半)?(?:之前|以前|前))"
    r"|\b(?:right now|this minute|right away|in a (?:minute|bit|few)|when i get (?:home|off)|after (?:work|dinner|lunch|my shift)|at lunch|on my (?:lunch|break)|(?:before|by) (?:noon|midnight|five|six))\b"
)


def later_today(text: str) -> bool:
    """Names an hour or a part of the day; with no other day named it is today's."""
    return bool(_LATER_TODAY.search(text))


def of_income(text: str) -> bool:
    """Tells what comes in or lies there, not what is paid."""
    return bool(_INCOME.search(text))


def recurs(text: str) -> bool:
    """Speaks of what is paid every month."""
    return bool(_RECURS.search(text))


def guesses(text: str) -> bool:
    """Leaves it open whether or when."""
    return bool(_GUESS.search(text))


def of_others(text: str) -> bool:
    """Tells what others say or do."""
    return bool(_OTHERS.search(text))


def conditional(text: str) -> bool:
    return bool(_CONDITION.search(text))


def takes_back(text: str) -> bool:
    """Takes back what had been agreed."""
    return bool(_TAKES_BACK.search(text))


def vague(text: str) -> bool:
    return bool(_VAGUE.search(text))


def leaves(text: str) -> bool:
    return bool(_LEAVING.search(text))
