"""What takes the sting out of words: denial, quotation, warning, an address, the other side's worry.

Each shelter looks only where it can reach: a denial stands just before or within what it denies, a quotation
or warning opens the sentence. None of them decides whether the words would otherwise breach.
"""

from __future__ import annotations

from typing import Literal

from shounuo.inspection.flat import Flat
from shounuo.inspection.frames.lexicon import alternation
from shounuo.kernel.patterns import quick_pattern

Shelter = Literal["denied", "denied_inside", "denied_after", "quoted", "warned", "address"]
USUAL: frozenset[Shelter] = frozenset(
    ("denied", "denied_inside", "denied_after", "quoted", "warned", "address")
)

# Questions in the A-not-A form (是不是, 会不会) deny nothing; 别人, 特别 and 别怪 are other words.
_DENIAL = quick_pattern(
    r"(?<!会)不会|(?<!是)不是(?!有|还|说好|都|一样|更)|(?<!能)不能|不可能|不可以|(?<!允)不允许|不得(?!不|安|已)|不准(?!备)|不许|不存在|不属于|不等于|不代表"
    r"|不构成|不涉及|不至于|不需要|不用|不必|(?<!要)不要(?!脸)|不敢|(?<!有)没有|没说|没讲|没想|没提|从来没|从不|从未|从来不|并非|并不|绝不|决不"
    r"|未经|无权|禁止|严禁|谈不上|杜绝|(?<![特区级分])别(?![人的怪看以想家处])|(?<!收)不收|不接受|不主张|不提倡|不再|不予|拒绝|勿|没权|没(?:资格|必要|那回事|这回事)|怎么会|怎么可能|哪会|哪能|哪有"
)
# A denial whose reach is longer than the words before the hit: 我们不会因为您是家属就要求您还款.
_FAR_DENIAL = quick_pattern(
    r"(?:不会|不能|没有|绝不|不可以)(?:仅仅)?因为.{0,18}$|(?:不会|没有|绝不|不能)(?:让|叫|要求|请).{0,8}$|(?:别|不要)(?:听|信).{0,14}$|不(?:必|用)(?:担心|怕).{0,10}$"
)
_STILL_MENACE = quick_pattern(r"(?:你)?以为|信不信|不要以为|别以为|不是吓|不是开玩笑|不是跟你|不怕")
_ZH = {
    name: quick_pattern(alternation(name, "zh"))
    for name in ("denied_after", "quoter", "warner", "register")
}
_I_SAY = quick_pattern(r"(?:跟|和|给|对|同|与)[您你](?:们)?说|[您你]说(?:[您你](?!有|们)|[呢吧])")
_ADDRESS = quick_pattern(
    r"(?:公安|法院|派出所|检察院|司法|政府|公检法|银行|法庭|学校|小学)(?:局|厅)?(?:[东西南北中一二三四]?(?:路|街|大道|家属院|小区|宿舍|县|站|大厦|公寓|花园|旁边|附近|对面|隔壁|宾馆|巷|胡同|家园|门口那)|后面|斜对面)"
)
_EN_DENIAL = quick_pattern(
    r"\b(?:not|never|no|cannot|without|nobody|no one|nothing|neither|nor)\b|n't\b|\b(?:dont|cant|wont|isnt|arent|doesnt|didnt|wouldnt)\b"
)
_EN_STILL = quick_pattern(
    r"not (?:only|just|a threat|threatening|joking|kidding|going away)|don't think|don't make (?:me|us)|(?:why )?(?:don't|can't|couldn't|won't|wouldn't|isn't|aren't) (?:you|we|the|there|your|that)\b|if (?:you|we|i|this|it|they)\b[\w' ]{0,40}(?:don't|doesn't|can't|not|won't)|can't (?:come|pay|even)|didn't (?:pay|come|send)|don't (?:pay|come|send|take|handle)|no (?:wonder|way out|choice|more)"
)
_EN_QUOTED = quick_pattern(
    r"\b(?:you|she|he|they|someone|somebody|people|caller|agent|collector|rep)(?:'re| are| were)?(?: just)? (?:said|say|saying|told|mentioned|reported|reporting|claimed|heard|worried|afraid|scared|threatened|describing|described)\b|\b(?:threatened|told) you\b|\bso-called\b|\bsorry (?:that|to hear|someone)\b"
)
_EN_WARNED = quick_pattern(
    r"\b(?:never|don't ever|please don't|beware|watch out|be careful|scam\w*|fraud\w*|anyone who|if anyone|if someone|if somebody)\b"
)
_EN_AFTER = quick_pattern(
    r"\b(?:isn't|is not|not|aren't|never) (?:true|allowed|legal|something we|how (?:this|it) works|what (?:we|i|this)|permitted|possible|okay|going to happen)\b"
)


def sheltered(
    flat: Flat, start: int, end: int, english: bool, shelters: frozenset[Shelter] = USUAL
) -> bool:
    """Whether any of `shelters` covers `flat.text[start:end]`."""
    test = _english if english else _chinese
    return any(test(flat, start, end, shelter) for shelter in shelters)


def _clause(flat: Flat, start: int, reach: int) -> int:
    opened = max((b for b in flat.breaks if b <= start), default=0)
    return max(opened, start - reach)


def _chinese(flat: Flat, start: int, end: int, shelter: Shelter) -> bool:
    text = flat.text
    if shelter in ("denied", "denied_inside"):
        lead = _clause(flat, start, 7)
        # A hit may begin with the auxiliary of its own denial (不|会抓人).
        window = text[lead : start + 1] if shelter == "denied" else text[start:end]
        wide = text[max(0, lead - 6) : end]
        if shelter == "denied" and _FAR_DENIAL.search(text[max(0, start - 24) : start]):
            return True
        return bool(_DENIAL.search(window)) and not _STILL_MENACE.search(wide)
    if shelter == "denied_after":
        return bool(_ZH["denied_after"].search(text[end : end + 14]))
    if shelter == "quoted":
        before = _I_SAY.sub("〇", text[max(0, start - 26) : end])
        return bool(_ZH["quoter"].search(before)) or bool(_ZH["register"].search(text))
    if shelter == "warned":
        return bool(_ZH["warner"].search(text[max(0, start - 18) : start]))
    return any(m.start() < end and start < m.end() for m in _ADDRESS.finditer(text))


def _english(flat: Flat, start: int, end: int, shelter: Shelter) -> bool:
    text = flat.text
    if shelter in ("denied", "denied_inside"):
        lead = _clause(flat, start, 26)
        window = text[lead:start] if shelter == "denied" else text[start:end]
        return bool(_EN_DENIAL.search(_EN_STILL.sub(" ", window)))
    if shelter == "denied_after":
        return bool(_EN_AFTER.search(text[end : end + 45]))
    if shelter == "quoted":
        return bool(_EN_QUOTED.search(text[max(0, start - 60) : start]))
    return shelter == "warned" and bool(_EN_WARNED.search(text[max(0, start - 60) : start]))
