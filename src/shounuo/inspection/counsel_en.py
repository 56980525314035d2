"""Words by which an English speaker says that a lawyer acts for them, or that they mean to take one.

A lawyer for something else (a divorce, an accident) is none on this debt; a relative or friend who is one is none either.
"""

from __future__ import annotations

from shounuo.kernel.patterns import quick_pattern

_ELSE = r"(?:divorce|custody|criminal|dui|traffic|immigration|injury|accident|estate|probate|closing|patent|district|ex|old|former|last|opposing)"
_LAW = r"(?:lawyers?|attorneys?|counsel|law firm)\b(?! (?:friend|cousin|buddy|brother|sister|son|daughter|nephew|niece|uncle|joke|fees?|bills?|costs?|general)\b)"
_NOT_HERE = r"(?! but not\b)(?!(?: \w+){0,5} (?:divorce|custody|accident|injury|estate|probate|will|closing|ticket|visa|landlord)\b)"
_MY = rf"(?:my|our) (?:(?:own|new|bankruptcy|consumer|debt|credit|family|local|personal|good|damn) )*{_LAW}"
_ONE = rf"(?:an?|some|my own|our own|my|our) (?:(?!{_ELSE}\b)\w+ )?{_LAW}"
_TOO = r"(?:already|now|just|also|currently|do|did)"
_I = rf"\b(?:i|we)(?:'ve|ve)?(?: {_TOO})*"
_ACTING = r"(?:'s|s| is| are| was| has been)? (?:(?:already|now|just|also|currently) )?(?:handl|represent|deal|taking care|working|looking|fight|disput|doing (?:my|our|this|it|all))\w*|(?: now)? (?:handles|represents|deals with|takes (?:my|our|care|all))"
_WROTE = r"(?:said|says|told|tells|advised|advises|instructed|sent|wrote|written|mailed|faxed|called|contacted|notified|filed)"
_NAMED = r"(?: (?:in|at|over|from|m(?:r|s|rs)|mister|miss) \w+(?: \w+)?)?"
_WILL = r"(?:'ll| will|(?:'s| is) (?:going to|gonna))(?: be)? (?:call|contact|in touch|reach|writ|send|handl|respond|answer|deal|tak)\w*"
_THING = r"(?:my|it|this|that|them|all|of|everything|anything|the|your|these|those|whole|thing|matter|letters?|papers?|paperwork|case|file|account|bills?|over|calls?|questions|mail|straight|right|directly|only|out|up)"

HAS = quick_pattern(
    rf"{_I}(?: (?:have|got|hired|retained|engaged|found))+(?: (?:{_TOO}|me|us|myself|ourselves))* (?:{_ONE}|attorney|lawyer|(?:legal )?counsel\b|legal representation){_NOT_HERE}|(?<!not )(?<!n't )(?<!never )\b(?:hired|retained|engaged) (?:me |us |myself )?{_ONE}{_NOT_HERE}|\b(?:\w+ )?(?:gave|got|found|assigned) (?:me|us) {_ONE}{_NOT_HERE}|\bsigned (?:up |on )?with {_ONE}{_NOT_HERE}"
    rf"|\b(?:i'm|im|i am|we're|we are|been|being) (?:{_TOO} )?represented\b{_NOT_HERE}|(?<!not )(?<!n't )\brepresented by (?!no\b|any|nobody)|\b(?:i'm|im|i am|we're|we are|been) (?:{_TOO} )?working with (?:{_ONE}|legal aid){_NOT_HERE}"
    rf"|\b(?:{_MY}|legal aid|(?:an?|the) (?:lawyer|attorney)){_NAMED}(?:{_ACTING}){_NOT_HERE}|\b{_MY} (?:{_TOO} |has |have )*{_WROTE}\b{_NOT_HERE}|\b{_MY}{_WILL}"
    rf"|\b{_MY} (?:has|have|'s got|got) (?:{_TOO} )?(?:this|it|all|everything|(?:my|our|the|your) (?:case|file|papers?|paperwork|letters?))\b|\blegal aid (?:has|took|takes|is doing) (?:it|this|my|our)\b"
    rf"|\b{_MY}(?:'?s)? (?:name|number|phone|office|e-?mail|address|contact|card|info\w*|details) (?:is|are|was)\b|\b{_MY}(?:'s| is) (?:m(?:r|s|rs|ister|iss)\b|(?!an?\b|my|the|no\b|not|dead|gone|going|gonna|on\b|\w+ing\b)\w+ \w)|\b(?:letter|paper|notice|fax|something|e-?mail) from {_MY}|\b(?:here's|here is|give you|take down|write down) {_MY}'?s\b|\b(?:s?he's|s?he is|that's|they're) {_MY}"
    rf"|\bon (?:the )?advice of (?:my |our )?(?:counsel|lawyer|attorney)\b|\bwithout {_MY}|\bthere's (?:{_TOO} )?an? (?:lawyer|attorney) (?:on|handling|involved|for)\b|\b(?:it's|it is|this is|that's|that is|everything's|everything is|number's)(?: (?:all|{_TOO}))* (?:with|going to) {_MY}"
    rf"|\b(?:turned|handed|gave|given|took|passed|forwarded|sent|moved)(?: {_THING})+ to {_MY}"
)
SENDS = quick_pattern(
    rf"\b(?:talk|speak|call|deal|contact|writ|go|send|direct|refer|reach|take|work|respond|answer|route|forward)(?:ing|e|es|s)?(?: {_THING})*(?: (?:to|with|through|at))? {_MY}"
)
SEEKS = quick_pattern(
    rf"\b(?:get|getting|hire|hiring|find|finding|retain|retaining|consult|consulting|want|need|see|seeing|call|calling|ask|asking|tell|telling|bring|bringing|(?:talk|speak|check|meet)(?:ing)? (?:to|with)|look(?:ing)? for|go(?:ing)? to)(?: me| us| myself)?(?: {_THING})* (?:{_ONE}|the lawyer|(?:the )?legal aid(?: (?:girl|lady|people))?)|\b(?:bring|tak|send|show)(?:e|ing)?(?: {_THING}| \w+){{1,3}} to {_ONE}|\b(?:hav(?:e|ing)|let) {_MY} (?:call|write|send|contact|talk|look|ask)|\bhear(?:ing)? from {_MY}|\b(?:get|getting|need|want|seek|seeking) legal (?:advice|counsel)"
)
# What stands right before: a condition, a denial, another's words, another's lawyer.
_SAID = r"(?<!\bi )(?<!\bi just )(?<!\bi already )(?<!\bwe )\b(?:said|says|say|saying|claims?|claimed|thinks?|thought|assumed?)(?: that)?[, ]+$|(?<!\bi )\btold (?:me|us)(?: that)?[, ]+$"
_IF = r"\b(?:if|unless|once|when|until|till|soon as|before|after|wish|like|do|did|does|suppose)(?: (?:my|i|we))? $"
HAS_NOT = quick_pattern(
    rf"{_SAID}|{_IF}|(?:\bno longer|\bused to) $|\b(?:he|she|they|who|neighbor|friend|cousin|sister|brother|son|daughter|ex|\w+'s)(?: (?:has|had|just|already))? $"
)
_OTHERS = r"(?!(?:you|y'all|them|your|told|tell|telling|asking|never|not|dont|\w+n't|cannot)\b)"
_MEANS_TO = rf"\b(?:i'll|i will|we'll|i'm|im|i am|i'd|i would|gonna|lemme|let me|so i can|(?:i|we) (?:need|have|want|got|gotta|wanna|should|must|may|might|could|can|better|rather|will|just))(?: {_OTHERS}[\w']+){{0,3}} $"
SENDS_NOT = quick_pattern(rf"{_SAID}|{_MEANS_TO}|(?:\bnot|\bnever|n't) $")
SEEKS_BY = quick_pattern(
    rf"{_MEANS_TO}|\b(?:i|we)(?: {_OTHERS}[\w']+){{0,2}} $|\b(?:you'll|you will|you're gonna|y'all)(?: be| gonna| going to)* $"
)
SEEKS_NOT = quick_pattern(
    r"\b(?:don't|dont|do not) (?:think|believe|guess) (?:i|we)\b.{0,16}$|\bis it true\b.{0,24}$|(?<!\bi )\b(?:said|says|say|told me|tell me|telling me|tells me)(?: that)?(?:[, ]+(?:i|to|me|we)\b.{0,24})?[, ]+$|\b(?:do|should|can|could|would|does|may) (?:i|we)(?: \w+){0,2} $"
)
