"""Ways of asking somebody who does not owe to pay, chip in or answer for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detectors._third_party import third_party_turns
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Found, Kind, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text

KINDS = (
    Kind(
        Text(
            "要求不负债务的人还款、垫付或承担",
            "Asks somebody who does not owe to pay or answer for it",
        ),
        zh=frames(
            "zh",
            """
            pays: {third_pays}
            you_pay: (?:[您你](?:们)?|家里|家人|一家人|做父母的?|当(?:爸|妈|爹|娘|父母|哥|姐)的?|做(?:老婆|老公|儿女|子女|哥|姐)的?|单位|公司)..(?:能不能|可以|先|来|得|应该|也|总|就|帮|看看|要不|最好|愿不愿意|肯不肯|有没有|能)..(?:还|垫|付|出|凑|拿|交|掏|承担|担|顶|解决|处理|填|转|给)(?:一下|点|些|一部分|多少|几|个|上|掉|清|钱|款|三|五|一|两|[千百万])
            duty: (?:[您你](?:们)?|家里|家人|父母|子女|配偶|夫妻|一家人|家属|老婆|老公|当妈的?|当爸的?|做父母的?|单位|公司).{0,10}(?:有(?:责任|义务)|脱不了干系|跑不了|也(?:要|得|该)(?:还|负责|承担|担)|负责到底|不能不管|不能看着|总不能(?:看着|不管)|忍心|连带|共同(?:债务|偿还)|是(?:一|同一)(?:家人|本账)(?=.{0,10}(?:还|帮|担|出|管|凑|垫|分)))
            wages: (?:从|把|由)?(?:他|她)?(?:的)?(?:工资|薪水|奖金|货款|工钱|分红)(?:里|中)?..(?:扣|代扣|划|抵|转).{0,6}
            who_pays: (?:两口子|一家人?|夫妻|你们家)..谁(?:来)?(?:还|付|出)
            his_share: (?:把)?(?:他|她)(?:的)?那(?:一)?份..(?:打|给|扣|转|付|交)
            do_it: (?:手机银行|银行卡|支付宝|微信|卡号)..(?:打开|报给我|报一下|给我|拿出来|准备)..(?:转|付|还|教[您你]|跟[您你]说|操作)?
            how_much: (?:[您你](?:们)?|家里).{0,10}(?:能|可以|先|拿得出|出得起)..(?:多少|几千|几百|一万|五千|三千|两千|一千|一点|一部分|点)
            """,
        ),
        en=frames(
            "en",
            """
            pays: {third_pays}
            you_pay: (?:can|could|would|will|why_don't|would_you_be_able_to|are_you_able_to|maybe)_(?:you|your_family|the_family|y'all|you_guys)..(?:pay|cover|help|chip|put|send|make_a_payment|lend|loan|handle|take_care|contribute|front|spot)..(?:it|this|bill|payment|him|her|something|balance|some|half|part|debt|account|a_little)
            somebody: (?:somebody|someone)..(?:has_to|needs_to|got_to|gotta|should)_(?:pay|cover|take_care|handle)
            duty: (?:you're|you_are|you're_his|you're_her|as_his|as_her|since_you're|being_his|being_her)..(?:responsible|on_the_hook|liable|wife|husband|mother|father|spouse|mom|dad|family|parent|employer)....(?:pay|cover|help|responsible|step_up|take_care|share|liable|on_the_hook|handle)
            wages: (?:deduct|take_it_out|hold_back|withhold|dock|garnish|pull_it)..(?:check|pay|paycheck|wages|salary)
            """,
        ),
        confidence=0.85,
    ),
)


# That he himself should act is a message, not a demand.
_HIS_PART = re.compile(r"[让叫请通知告诉][他她]|have (?:him|her)|tell (?:him|her)|ask (?:him|her)")


# 您还记得, 您还有: 还 is "still" there. Copies and certificates are handed in, not paid.
_STILL = re.compile(r"^[您你](?:先)?还(?:记|认|有|在|是|会|没|要|好|不|想|敢|能|真|得了|年轻)")
_PAPERS = re.compile(r"(?:复印件|证明|户口本|材料|公证书|公正书).{0,6}(?:先给|给到|带|寄|交)")
# To ring up is not to pay (还得打给您), and what is left to the other side is not asked of them.
_RINGS = re.compile(r"(?:得|要|会|再|还)打|打(?:给[您你]|电话|过来|回)|再打|联系[您你]|听[您你]")
_OF_FREE_WILL = re.compile(r"[您你](?:要是)?(?:自己)?愿意|自愿|由[您你]|证明|看[您你]")


def demands(reading: Reading) -> Iterable[Found]:
    """Demands in turns heard by somebody who does not owe."""
    for found in find_kinds(reading, KINDS, third_party_turns(reading)):
        spot = found[0]
        said = spot.turn.text[max(0, spot.start - 4) : spot.end + 6]
        if _STILL.search(spot.turn.text[spot.start :]) or _PAPERS.search(spot.turn.text):
            continue
        if not (_HIS_PART.search(spot.said) or _RINGS.search(said) or _OF_FREE_WILL.search(said)):
            yield found
