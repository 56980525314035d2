"""How a call ends: the collector takes leave, or the line goes dead before he does."""

from __future__ import annotations

from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.patterns import quick_pattern

_FAREWELL = quick_pattern(
    r"再见|谢谢|感谢|辛苦|回头联系|保持联系|拜拜|再会|回见|回头见|到时见|慢走|您忙|慢忙|先这样|挂了|挂机|祝您|打扰(?:您)?了|不打扰|就这样$|^(?:那)?再联系|再联系(?:您|你)?$|不(?:耽误|占用)|先忙|走着瞧|(?:法院|庭上|法庭)见|等着(?:瞧|看)|祝(?:您|你|阿姨|叔叔|老人|她|他)|保重|拜$|(?:明天|明儿|后天|回头|改天|[点半])(?:见|拜)$|别忘了$|好嘞.{0,6}(?:见|走)|先走了|我们走了|告辞|(?:明天|晚点|下午|上午|改天|回头|过两天|下周).{0,4}再(?:打|联系|说)"
    r"|\b(?:good ?bye|bye|take care|have a (?:good|great|nice|blessed|wonderful)|talk (?:to you )?(?:soon|later|then)|thanks? (?:you )?for (?:your time|talking|calling)|good (?:day|night|evening)|we'll (?:try|call) you|i'll call you|thank you|thanks|suit yourself|later|so long|hang in there|appreciate (?:it|you|your)|see (?:you|ya)|night|take it easy|be (?:well|safe|good|careful)|good luck|best of luck|enjoy (?:your|the|that)|(?:you )?have (?:a|an|yourself)|(?:merry|happy) \w+|stay (?:warm|dry|well|safe|up|cool)|god bless|blessings|bless you|much obliged|cheers|so long|until then|till then|ciao|peace|my sympathies|(?:tell|say) \w+ hi|godspeed|rest easy|mind (?:how|yourself)|speak soon|catch you)\b"
)


def close(reading: Reading) -> TurnReading | None:
    """The collector's last turn, when it takes leave and at most two words of the other side follow."""
    turns = reading.agent()
    if not turns:
        return None
    last = turns[-1]
    after = reading.turns[last.at + 1 :]
    if sum(len(t.text) for t in after) > (80 if reading.english else 24):
        return None
    if takes_leave(last):
        return last
    return last if reading.english and not after and not last.flat.questions else None


def takes_leave(turn: TurnReading) -> bool:
    """Says goodbye, or thanks."""
    return bool(_FAREWELL.search(turn.text))


def ended_by_party(reading: Reading) -> bool:
    """The call stops without the collector's leave-taking."""
    return bool(reading.turns) and close(reading) is None
