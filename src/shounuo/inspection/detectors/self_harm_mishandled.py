"""Self-harm mishandled: somebody speaks of not living on, and the collector brushes it off or goes on collecting.

The right answer stops the collecting, stays, and brings in help. The replies that follow such words are judged; and who
tells somebody to die, or that nobody cares, has mishandled it before a word of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._collecting import announces_call, collecting
from shounuo.inspection.detectors._party import language, self_harm_at, speaks_of_dying
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames import find, frames
from shounuo.inspection.frames.kinds import Found
from shounuo.inspection.frames.match import says
from shounuo.inspection.frames.shelter import Shelter, sheltered
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_WHY = Text(
    "对方表露轻生，未停催、未求助，反而轻视或继续催收",
    "Brushes off words of self-harm, or goes on collecting, instead of stopping and bringing help",
)
_WHY_URGED = Text(
    "叫对方去死，或称其死活无人在意",
    "Tells somebody to die, or that nobody minds whether they do",
)
# How many of the collector's replies after the words are still answers to them.
_REPLIES = 2
GO_ON = {
    "zh": frames(
        "zh",
        """
        dismiss: (?:不说|别说|先不说|先放|放一边|少来|别来|听多了|见多了|吓唬|威胁|演戏|装可怜|卖惨|矫情|没用的|至于吗|想多了|言重了|开玩笑|别闹|扯远了|说正事|正经的|那是[您你](?:自己)?的(?:事|选择|自由)|随便[您你]|请便|随[您你]|跟我(?:没关系|无关)|跟我说(?:这|没用)|不归我)....
        many: (?:一天|每天|天天|经常|十个|很多|好多|好几|都)..(?:听|人|这么|这样|跟我)..(?:说|讲|遍)
        debt_stays: (?:死|没了|走了|人不在|跳)....(?:账|债|钱|还|欠|家里人|家人|老婆|孩子|父母|利息)....
        dare: (?:有本事|你敢|你去|[您你]跳|那你就|赶紧|尽管)..(?:跳|死|去|喝|试)
        collect: {ask_pay}
        tired: (?:累|难|苦|烦)(?:也|归|了)..(?:还|钱|账|处理)
        money: [一二两三四五六七八九十百千万\\d]+(?:百|千|万|块|元)
        logged: (?:登记|记|备注|写)(?:个|成|为|上)?..(?:没钱|无钱|没资金|拒绝|不还|没有资金|还款)
        """,
    ),
    "en": frames(
        "en",
        """
        dismiss: {careless}
        brush: (?:hear_(?:that|this|it)_(?:a_lot|all|every|ten)|everybody_says|people_say_that|don't_(?:say|talk|be|start|give_me|try|pull)|that's_(?:dramatic|a_bit|not_my|up_to_you|your)|drama|dramatic|guilt_trip|let's_not|not_something_i_can_help|can't_help_(?:you_)?with|next_paycheck|when_is|payday|anyway|moving_on|be_that_as_it_may|get_back_to|back_to_the|come_on|cut_it_out|knock_it_off|calm_down|not_a_therapist|not_my_department|none_of_my_business|won't_make|doesn't_make|don't_do_this|still_going_to|still_be_there|doesn't_go_away|estate|your_family_would|leave_your_family)....
        collect: {ask_pay}
        """,
    ),
}
_CARE_FIRST = re.compile(
    r"不(?:谈|说|聊|提|催)(?:钱|还款|欠款|账|还钱)|先不管钱|钱(?:的事)?(?:都)?(?:先放|可以放|以后|是小事|不急|慢慢)|停(?:止)?催|12356|热线|110|120|急救|救助|转接|身边(?:有|现在)|人(?:最|更|比)|命(?:最|更|比)|安全"
)


# Told to die, or that nobody minds. To ask whether somebody thinks of it is the first question of care, and no such thing.
_URGES = {
    "zh": quick_pattern(
        r"(?:[您你](?:怎么|咋)不(?:去)?死|(?:[您你]|有本事|有种|倒是)(?:就|给我|现在|快|赶紧|直接)*(?:去死|去跳楼|去跳河|去上吊)(?!亡)"
        r"|(?:要|想)(?:跳楼|跳河|上吊|自杀|喝药|割腕|死)(?:的话)?(?:[您你])?(?:就|就去|那就)?(?:赶紧|赶快|快点|趁早|随便|随[您你]|请便|尽管)"
        r"|死(?:了)?也(?:得|要)(?:先)?(?:把)?.{0,5}(?:还了?再死|还清再死|还完再死))"
    ),
    "en": quick_pattern(
        r"\b(?:(?:go (?:ahead and )?|then |why don't you (?:just |go )?|you (?:should|might as well|may as well) )(?:just )?(?:kill yourself|hang yourself|off yourself|(?:jump|die)(?: then| already)?(?:$| see if| i don't care| nobody| who cares))"
        r"|(?:nobody|no one|who|i (?:don't|couldn't)|we don't)(?: \w+){0,3} cares?(?: less)? (?:if|whether) you (?:kill yourself|hang yourself|off yourself|jump|live or die|die)"
        r"|drop dead|you(?:'d| would)? be better off dead)\b"
    ),
}
_TOLD: frozenset[Shelter] = frozenset(("denied", "quoted", "warned"))


@once
def find_mishandled(reading: Reading) -> tuple[Found, ...]:
    """What urges to it, and the replies to words of self-harm that hold no care and go on, or mock."""
    return (*_urged(reading), *_mishandled(reading))


def _urged(reading: Reading) -> Iterator[Found]:
    for turn in reading.agent():
        hit = _URGES[language(reading)].search(turn.text)
        if hit and not sheltered(turn.flat, hit.start(), hit.end(), reading.english, _TOLD):
            yield Spot(turn, hit.start(), hit.end()), _WHY_URGED, 0.95


def _mishandled(reading: Reading) -> Iterator[Found]:
    heard = self_harm_at(reading)
    if heard is None:
        return
    cared, replies = False, 0
    for turn in reading.turns[heard + 1 :]:
        if not turn.is_agent:
            replies = 0 if speaks_of_dying(reading, turn) else replies
            continue
        replies += 1
        cared = cared or _cares(reading, turn)
        if not cared and replies <= _REPLIES and (spot := _goes_on(reading, turn)):
            yield spot


def _cares(reading: Reading, turn: TurnReading) -> bool:
    return says(turn.text, language(reading), "care") or bool(_CARE_FIRST.search(turn.text))


def _goes_on(reading: Reading, turn: TurnReading) -> Found | None:
    tongue = language(reading)
    hit = next(find(turn.text, tongue, GO_ON[tongue]), None)
    if hit:
        return Spot(turn, hit.start, hit.end), _WHY, 0.85
    span = collecting(reading, turn) or announces_call(reading, turn)
    return (Spot(turn, *span), _WHY, 0.75) if span else None


DETECTOR = Detector(
    code="SELF_HARM_MISHANDLED",
    find=with_replies("SELF_HARM_MISHANDLED", find_mishandled),
    why=_WHY,
    rule="COND-2",
    citation="CBA 指引 禁止言行②⑧; 民法典 1005; 12 CFR 1006.14(a)",
)
