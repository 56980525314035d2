"""Yes and no in the words of one turn, and what only sounds like a yes."""

from __future__ import annotations

from shounuo.kernel.patterns import quick_pattern

_AGREE = quick_pattern(
    r"^(?:(?:今天|今晚|明天|那天)(?:可以|能|行)|哪(?!来|有|里|儿)|对|是|好|行|可以|没错|不错|没问题|嗯嗯|成|中|妥|得嘞|晓得|知道|明白|说好|就这样|要得|没得问题|能(?!不能)|同意|记住|讲好|确认|必须|肯定|放心|确定|记(?:上|下|着|起)?(?:吧|嘛)|登记?(?:吧|登)|定了|应该(?:可以|行|能行|没问题|成)|ok)|^(?:那)?(?:就)?(?:行|好|可以|这样|妥)|(?:可以的|没问题|说好了|就这么定|说定|就这样)$"
)
_AGREE_EN = quick_pattern(
    r"^(?:(?:oh|well|um|lord|ha|and|so|no no|hm) )*(?:yes|yessir|yeah|yep|yup|yah|ya|ayuh|si|aye|ok|okay|okey|aight|sure|right|correct|that's (?:right|correct|it|fine|good|what i said|about (?:it|right))|that (?:works|sounds|is right|is correct|would|will|'ll)|that'd|that'll|sounds (?:good|right|fine|about)|fine|alright|all right|alrighty|perfect|great|deal|will do|exactly|mhm|mm-? ?hm+|uh-? ?huh|(?:if it clears )?yeah|i (?:can|will|could|guess so|suppose so|think so|heard you|got it|hear you)|confirmed|affirmative|roger|ten-? ?four|absolutely|you (?:got it|bet|betcha|have my word)|it'll be there|works for me|bet|cool|good|done|understood|most likely|probably|likely|sweet|thank you|thanks|swell|by all means|got it|the same|please do|do that|all set)\b"
    r"|\b(?:it'll be there|you have my word|that works|works for me|sounds good|you bet|i can swing that)\b"
)
_DECLINE = quick_pattern(
    r"^没有|^(?:今[天晚儿日]|[明后]天|现在|目前|暂时|手[里头]上?)(?:我|真|也|都|又|还|就|是)*没有(?!问题|意见|事|别的)|没得(?!问题)|没啥说|不行|不可能|不能(?:确定|保证|答应)|不一定|没(?:有)?钱|没(?:有)?办法|拿不出|还不(?:了|起|上)|付不(?:了|起)|没说(?:要)?还|不还|不想还|拿什么还|等.{0,12}再(?:说|还|看|讲)|到时候再说|再说吧|看(?:情况|看)(?:吧|再)|考虑(?:一下|考虑)|商量(?:一下)?|不敢(?:说|保证|答应)|别登记|不答应|不谈|(?:也|都|真)没有?$|上哪儿?(?:弄|找|拿)|哪有|哪来|不转|不给|管什么用|够干嘛|不交|不付|凭什么|做不到|不够|算了|(?:我|得|要)(?:去|先|再)?问(?:问|完|清)|问完再说|不同意|一分(?:钱)?(?:都|也)?没"
)
_DECLINE_EN = quick_pattern(
    r"^(?:you don't|zero|nothing)\b|\b(?:i will not|not paying)\b|^(?:no|nope|nah|naw)\b(?! (?:problem|worries|no|that's (?:fine|right|good)|it's fine|i (?:can|will)|you're right|doubt))|^no no no\b"
    r"|\b(?:can't|cannot|won't(?! (?:miss|be|forget|let|fail))|wont|wouldn't|not (?:going|able|gonna|right now|today|tonight|sure|a (?:dime|cent|penny|chance)|doing|giving|sending|one)|ain't (?:got|doing|paying|gonna)|i don't know(?! (?:if it's|how late))|don't have|have to (?:ask|talk|check|think)|need to (?:ask|talk|check|think)|let me (?:talk|think|ask|check|see)|maybe (?:not|later|next)|we'll see|refus\w+|not paying|stop|i'd (?:have|need) to (?:ask|talk|check|think)|no way|no (?:money|thanks|sir|ma'am|maam)|hanging up|talk to my|i said no|told you no)\b|^maybe\b"
)


def agrees(text: str, *, english: bool) -> bool:
    """A clear yes to what was just said."""
    pattern = _AGREE_EN if english else _AGREE
    return bool(pattern.search(text)) and not declines(text, english=english)


def declines(text: str, *, english: bool) -> bool:
    """A no, or words that leave no yes: he has nothing, must ask or think first."""
    return bool((_DECLINE_EN if english else _DECLINE).search(text))


_YES_EN = quick_pattern(
    r"^(?:(?:oh|well|so) )?(?:yes|yessir|yeah|yep|yup|ok|okay|sure|right|fine|alright|correct|sounds good|that's (?:right|fine)|that works|perfect|deal|will do)\b(?! (?:so )?(?:no|nothing)\b)"
)
_BUT = quick_pattern(r"但是?|不过|可是|就是|\b(?:but|only|except)\b")


def opens_with_yes(text: str, *, english: bool) -> bool:
    """The first word is a yes, and no but follows."""
    found = (_YES_EN if english else _AGREE).match(text)
    return bool(found) and not _BUT.search(text)


_HUMS = quick_pattern(r"^(?:嗯|唔|mm|uh-? ?huh|mhm)")
_HUMS_TWICE = quick_pattern(r"^(?:嗯[嗯呢哼]|唔唔|系|得啦|mm-? ?hm|uh-? ?huh|mhm)")


def hums(said: str, *, alone: bool) -> bool:
    """嗯, mhm: a yes to what was just repeated where nothing else is said; before other words one 嗯 is a filler."""
    return bool((_HUMS if alone else _HUMS_TWICE).match(said))


_ONLY_HEARS = quick_pattern(
    r"^(?:我)?(?:知道|晓得|明白|清楚|听(?:见|到)|懂)(?:了|咧|的)?|^(?:i (?:hear|heard|know|understand)\b|understood|got it|thank|okay thank|good (?:day|night))"
)


def only_hears(text: str) -> bool:
    """Has heard, and says no more: 知道了, I hear you."""
    return bool(_ONLY_HEARS.search(text))


_TAKES_BACK = quick_pattern(
    r"没(?:有)?(?:答应|说要?还|说今天)|不(?:还|给|转|付|交)了|别(?:登记|记)|不算数|先不(?:还|定|登记)|\b(?:i said maybe|didn't (?:agree|say|promise)|(?:not|ain't) promising|forget it|changed my mind|don't put me down|never (?:agreed|said)|no thanks|never ?mind|i ain't saying)\b|^(?:yeah )?(?:nah|no)\b(?=.{0,40}\b(?:myself|see|think)\b)"
)


def takes_back(text: str) -> bool:
    """Takes back what had been agreed."""
    return bool(_TAKES_BACK.search(text))
