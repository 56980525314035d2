"""Whether a turn of the collector goes on collecting: asks, names sums, offers terms, presses, announces calls."""

from __future__ import annotations

import re

from shounuo.inspection.detectors._party import language
from shounuo.inspection.frames import Hit, find, frames
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading

ASKS = {
    "zh": frames(
        "zh",
        """
        ask_when: (?:什么时候|啥时候|几号|哪天|今天|今晚|明天|后天|月底|这周|本周|下周|下午|晚上|几点|多久|马上|现在)..(?:能|可以|来|先|就|把|给|得|必须|要|准备|打算|之前|以前|前)*..(?:还|换|处理|解决|到账|打进|存|转|交|付|结清|补|缴|压|清|凑|拿|弄|落实)
        give_time: (?:说|给|定|报)(?:个|一个|我个)?..(?:还款)?(?:时间|日期|准话|准信|说法|准日子|日子|准数)
        how_much: (?:能|可以|先|最多|最少|至少|打算|还|换|处理|弄|拿|凑)..(?:多少|几千|几百|一部分|一点|一些|[一二两三四五六七八九十\\d]+(?:百|千|万)(?:块|元)?)
        pay_now: (?:先|得|要|必须|赶紧|尽快|还是|最好|抓紧|请[您你]?|麻烦[您你]?|希望[您你]?|[您你]把)..(?:还(?![有是没会可])|换(?!个|人|卡)|处理|结清|付|交|存|打进来|转进来|补上|凑|压|缴|清)(?:掉|了|上|进来|清|一下|一部分|款|钱|一点|下来|过来|[一二两三四五六七八九十\\d])
        prepare: [您你]把..(?:[一二两三四五六七八九十\\d]+(?:百|千|万)|钱|款|欠).{0,6}(?:准备|凑|弄|处理|还|存|压|安排|拿|给|转)
        then_no_calls: [您你]把?..(?:还了?|结清|处理|弄|打过来|给了)....(?:不打|不找|不联系|停)
        greet_daily: (?:每天|天天|照样|还是).{0,6}(?:问候|打|联系|拨|找)
        or_else: (?:不还|再不|还不|一直不|不处理|拖着|拖下去|再拖|继续拖)....(?:征信|起诉|违约金|罚息|利息|法院|上报|后果|诉讼|上门|影响|滚)
        offer: (?:减免|打折|优惠|分期|分[一二两三四五六七八九十\\d]+期|一次性|方案)....(?:还|结清|处理|考虑|可以|要不要|申请|做)
        """,
    ),
    "en": frames(
        "en",
        """
        ask: (?:can|could|would|will|when|how_much|what|which|are)_(?:you|can_you|could_you|day|do_you|we|works|you_able|you_going)..(?:pay|send|do|put|afford|make|take_care|get|come_up|settle|handle|works?|today|start|set)
        what_then: (?:what_time|what_can_you_do|what_are_we_doing|card_number|so_what_day)....
        when_paid: (?:until|when|once)_(?:this|it|you|the_balance|that)..(?:paid|pay|does|is_paid|clears?)
        calls_go_on: calls_(?:stop|end|quit)_when....
        offer: (?:settlement|settle|plan|discount|knock|take_it_down|down_to|lower|arrangement|offer|installments?|half)..(?:today|approved|dollars|bucks|hundred|month|for|you|payment|off|with|of)
        terms: (?:hundred|dollars|bucks|\\$\\s*\\d+|fifty|twenty)..(?:today|tonight|by|a_month|down|now|friday|monday|this_week|to_start|starting|payment|would|on)
        pay: (?:pay|payment|payments|debit_card|checking_account|routing)..(?:today|now|by|tonight|this|first|over_the_phone|right|works|on|before|dollars|still|need)
        still_owe: (?:still|you|doesn't_change|fact)..(?:owe|owed|on_the_hook|have_to_pay|got_to_pay|due|balance)
        or_else: (?:if_you_don't|otherwise|or|before_it|until)..(?:credit|legal|attorney|court|sue|lawsuit|bureaus|interest|report)
        work_out: (?:work_something_out|work_this_out|work_out_something|get_this_done|knock_this_out|checking_account|routing_number|debit_card|card_handy)....
        while_here: (?:while_i|since_i|before_i|before_you|one_last|just_real_quick|real_quick)..(?:have_you|got_you|you_on|let_you_go|go|hang_up)....
        """,
    ),
}
_AGAIN = {
    "zh": re.compile(
        r"(?:再|还会|还要|继续|改天|下次|回头|明天|后天|下午|晚上|下周.?|过几天|过两天|随后|后续|接着|照样|一直|每天|天天).{0,6}(?:给[您你])?(?:打(?!扰)|联系[您你]|来电|拨|找[您你])"
    ),
    "en": re.compile(
        r"\b(?:call|calling|try|trying|ring|check)\b.{0,14}\b(?:back|again|tomorrow|next week|later|friday|monday|tuesday|wednesday|thursday|saturday|tonight|in the morning|every|keep)\b|\b(?:keep|continue) (?:calling|trying)|we'll be in touch|talk (?:to you )?(?:tomorrow|friday|monday|next week)"
    ),
}


def collecting(reading: Reading, turn: TurnReading) -> tuple[int, int] | None:
    """The stretch of the turn that goes on collecting, or None."""
    tongue = language(reading)
    hit: Hit | None = next(find(turn.text, tongue, ASKS[tongue]), None)
    return (hit.start, hit.end) if hit else None


def announces_call(reading: Reading, turn: TurnReading) -> tuple[int, int] | None:
    """The stretch that announces another call, or None."""
    match = _AGAIN[language(reading)].search(turn.text)
    return (match.start(), match.end()) if match else None
