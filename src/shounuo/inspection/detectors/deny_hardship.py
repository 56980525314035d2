"""Hardship denied (HARD-1): a plea of hardship or for instalments is shut out instead of being taken down."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._party import said_lately
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Found, Kind, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.inspection.steps.sentences import frames as frames_of
from shounuo.inspection.steps.sentences import offers
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

KINDS = (
    Kind(
        Text(
            "客户说明困难或申请分期，直接拒绝、不予登记",
            "Shuts out a plea of hardship or for instalments without taking it down",
        ),
        zh=frames(
            "zh",
            """
            no_plan: (?:没有|没|不能|不可以|不支持|不给|不做|办不了|做不了|没法|无法|不接受|不存在|取消了|停了|哪有)(?:这种|什么|任何|这样的|你说的|给你)?..(?:分期|延期|减免|缓|宽限|个性化|协商|政策|方案|停息|这说法|困难(?:申请|政策)|展期)
            plan_no: (?<!这)(?:分期|延期|减免|宽限|协商|方案|申请|政策|材料|证明|困难)..(?:没有|不行|不可能|批不了|批不下来|(?<!批)不批|没戏|别想|想都别想|免谈|做不了|办不了|不支持|没用|没门|不适用|轮不到|不符合|用不着|没资格|不给|不受理|不归我)
            wont_report: (?:我|我们|这边)(?:也|就|可|是)?(?:不会|不可能|不给|没法|不能|懒得)(?:给|帮|替)?[您你]?..(?:报|申请|提交|登记|记录|上报|办|反映|走流程)
            cannot_split: (?:分|缓|免|减|拖|延)不了|(?:只|只能|就只)(?:接受|收|认|要)..(?:全额|一次性|全款)
            many_ill: (?:生病|失业|困难|没钱|离婚|倒霉|化疗|下岗|难)的(?:人)?..(?:多了|多的是|多着|一大把|满大街)
            in_vain: (?:寄|交|开|提交|申请|报|写|拿)(?:了|过来|上来)?(?:也|都)?是?白(?:寄|交|开|提交|搭|费|申请|报|写|拿)
            no_use: (?:报|交|申请|提交|登记|说|写|开证明|材料|哭|讲)(?:了|上去)?(?:也|都)(?:没用|没有用|白搭|批不了|不批|批不下来|不管用|是白)
            all_same: (?:谁(?:家)?(?:没|不)(?:有)?(?:困难|难|点事|病|事|压力)|谁都(?:有|难|困难)|大家都(?:难|困难|有困难|不容易)|哪个(?:没|不)(?:困难|难)|都(?:不容易|说困难|说没钱|像[您你]这样)).{0,12}
            not_reason: (?:不是|不算|不能(?:当|作为|成为)|别拿|少拿|别找|当不了).{0,10}(?:理由|借口|不还的)
            your_matter: (?:生病|住院|失业|困难|没钱|没工作|离婚|孩子|家里|工资|收入|倒闭|亏损|那|这)(?:是|都是)?[您你](?:自己|个人|家)(?:的)?(?:事|问题).{0,10}
            not_care: (?:我(?:们)?(?:不管|管不着|不关心|不听|没兴趣)|跟我(?:们)?(?:没关系|无关|说不着|说没用)|关我(?:们)?什么事|不归我(?:们)?管|银行不是慈善|不是做慈善|不是福利院|不是你爹妈).{0,10}
            all_at_once: (?:必须|只能|只有|就是|要么|一律).{0,4}(?:一次性|全额|全部|一次)(?:还|结|付|清|处理)..(?:没有|别的|其他|不|没)?
            """,
        ),
        en=frames(
            "en",
            """
            no_plan: (?:there's_no|there_is_no|no_such|we_don't_(?:do|have|offer|give|take)|don't_do|don't_offer|we_can't_do|can't_do|not_doing|no)_(?:\\w+_){0,3}(?:plan|plans|hardship|hardships|program|programs|installments?|extensions?|payment_plans?|arrangements?|smaller_payments|exceptions?|partial\\w*)
            wont: (?:won't|will_not|not_going_to|not_gonna|never|wouldn't|don't|can't)_(?:\\w+_){0,2}(?:approve|approved|qualify|get_approved|submit|put_you_in|put_that_in|note_that|send_it_up|be_eligible)....
            not_my: (?:not_my_problem|isn't_my_problem|not_our_problem|not_my_concern|not_a_charity|aren't_a_charity|not_running_a_charity|don't_want_to_hear|don't_care|heard_it_all|everyone_has|everybody_has|everybody's_got|everyone's_got|we_all_have|join_the_club|not_an_excuse|no_excuse|that's_an_excuse|excuses|sob_story|cry_me|your_problem|that's_on_you|sounds_like_a_you)....
            all: (?:full|whole|entire|all_of_it|every_penny|in_full)..(?:or_nothing|only_option|no_other|nothing_else|that's_it|nothing_less|period)
            """,
        ),
        confidence=0.75,
        shelters=frozenset(("quoted", "warned", "denied")),
    ),
)
_TAKEN_UP = quick_pattern(
    r"(?:报|转|递|送)(?:给|到)(?:银行|行里|总行|上面|主管|领导)|(?:工作日|天)(?:内)?(?:答复|给您|回复)|(?:帮|给|替)[您你].{0,8}(?:登记|申请|提交|上报|报上去|反映|记录|备注|走流程|测算)|(?:可以|能).{0,4}(?:申请|提交材料|登记)|(?:我|先).{0,4}(?:登记|记录|记下来|报上去|提交上去)|专人(?:联系|评估)|审批|审核|评估"
    r"|\b(?:i'll|i can|i will|let me|we'll|we can|i'm going to|i've)\b.{0,30}\b(?:note|submit|put (?:you|it|that|in)|request|apply|send|review|ask|refer|escalate|look|see|check|set)\b|instead|under review"
)


_NAMES_PLAN = quick_pattern(
    r"分期|困难|协商|减免|延期|宽限|\b(?:plan|hardship|installments?|extension)\b"
)


def _alone(reading: Reading, turn: TurnReading) -> bool:
    """A sentence by itself that names the plea it answers."""
    return not reading.party() and bool(_NAMES_PLAN.search(turn.text))


def find(reading: Reading) -> Iterable[Found]:
    """Refusals that answer a plea and offer nothing in its place."""
    for found in find_kinds(reading, KINDS):
        turn = found[0].turn
        pleaded = said_lately(reading, turn.at, "says_hardship", reach=3) or _alone(reading, turn)
        if pleaded and not _TAKEN_UP.search(turn.text):
            yield found


_IN_PART = quick_pattern(r"先还(?!清)|少还|\b(?:a|per|each) month\b|\bhow much could you\b")


def _offers(reading: Reading, turn: TurnReading) -> bool:
    """A reply that offers terms shuts nobody out."""
    taken_up = _TAKEN_UP.search(turn.text) or _IN_PART.search(turn.text)
    return bool(taken_up) or offers(turn, frames_of(reading))


DETECTOR = Detector(
    code="DENY_HARDSHIP",
    find=with_replies("DENY_HARDSHIP", find, excused=_offers),
    why=Text("拒绝困难申请", "Hardship request denied"),
    rule="HARD-1",
    citation="信用卡办法 70",
)
