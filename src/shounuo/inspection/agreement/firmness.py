"""How firmly a thing is said: under a condition, as a guess, for no fixed day."""

from __future__ import annotations

from shounuo.kernel.patterns import quick_pattern

_CONDITION = quick_pattern(
    r"(?:免了|减了|如果|要是|除非|得先|先给我).{0,12}(?:我)?(?:就|才|再)(?:还|付|交)"
)


def conditional(text: str) -> bool:
    """Will pay once something else is done: 免了罚息我就还."""
    return bool(_CONDITION.search(text))


_IF_IT_COMES = quick_pattern(
    r"\bif (?:it|that|the \w+) (?:clears|lands|comes|hits|posts|shows)\b|\bi guess\b|要是.{0,6}(?:到|来|发)|如果.{0,6}(?:到|来|发)"
)


def hangs_on_money(text: str) -> bool:
    """Will pay if money comes that has not: 要是工资到了, if it lands."""
    return bool(_IF_IT_COMES.search(text))


_GUESS = quick_pattern(
    r"可能|说不好|不好说|我看着办|大概|估计|说不准|看看|再看|尽量|争取|差不多|也许|\b(?:maybe|i guess|i suppose|probably|might|could|try|hopefully|see what)\b"
)


def guesses(text: str) -> bool:
    """Leaves it open whether or when."""
    return bool(_GUESS.search(text))


_VAGUE = quick_pattern(
    r"发了(?:就|再|才)|到了(?:就|再)|if it clears|晚点|回头|差不多|再说|看看|到时候|有空|过两天|这几天|尽快|尽量|争取|应该(?!的)|可能|说不准|看情况|sometime|soon|later|try to|probably|maybe|i guess|when i can|\b(?:most likely|likely|suppose|s'pose|something like that|thereabouts|or so|about right|that's about it|if (?:it|they|the|my|i|that|all|nothing)\b|maybe|should be|i think|hopefully|somewhere around|once (?:it|the|my|i))"
)


def vague(text: str) -> bool:
    """Names no fixed day, or says it as likely only."""
    return bool(_VAGUE.search(text))


# A recapitulation that itself leaves the payment open.
_HEDGED = quick_pattern(
    r"\b(?:if (?:it|they|the|your|that|all|nothing|you)\b|once (?:it|your|the)\b|or so|or thereabouts|whenever|hopefully|sometime|around then|a couple of days|when you (?:can|get))"
)


def hedged(text: str) -> bool:
    """An English confirmation said under a condition, or for no fixed day."""
    return bool(_HEDGED.search(text))
