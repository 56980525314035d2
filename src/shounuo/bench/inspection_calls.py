"""A floor's day of invented calls for measuring speed: no two alike, about twenty turns and five hundred characters each."""

from __future__ import annotations

import random
from datetime import datetime

from shounuo.inspection.model import Call, Context, Turn

_AS_OF = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
_OPENING = (
    "您好，我是{lender}的工作人员，工号{no}，本次通话有录音，请问是{name}先生本人吗？",
    "喂你好{lender}信用卡中心通话录音请问{name}是您吗",
)
_AGENT = (
    "您的信用卡到今天逾期{days}天了，应还{cents}元，最低还款{least}元。",
    "您看今天能不能先处理一下，或者先把{least}还上？",
    "方便说一下这个月是什么原因没有按时还吗？",
    "不还的话违约金还要接着算，逾期情况也会如实上报征信。",
    "您这个情况可以申请个性化分期，需要提交收入证明，批不批以审批为准。",
    "理解您的难处，那您最快哪天可以安排？",
    "那个，您之前答应的上周五也没还，嗯，今天怎么安排呢？",
    "您可以通过手机银行或者柜台还款，不要转账给任何个人账户。",
    "我们不是公安也不是法院，您放心，这是民事纠纷。",
    "材料上礼拜已经递过去了，您再拖下去后果自己承担。",
)
_PARTY = (
    "我知道啊，厂里三个月没开工资了，我也着急。",
    "是我，你说吧。",
    "房租一交就没剩多少了，一个月工资才五千。",
    "那我后天发工资了先还{least}吧，手机上还。",
    "我上个月已经还过了呀，你们没收到吗？",
    "能不能分几期慢慢还，一次拿不出来。",
    "你们别一天到晚打电话行不行，我在上班呢。",
    "行行行，知道了，今天晚上弄。",
)
_CLOSING = (
    "跟您确认一下，{lender}，明天，{least}元，手机银行还，对吗？",
    "好的，感谢您的配合，再见。",
)
_NAMES = [
    "陈一帆",
    "周海燕",
    "孙丽华",
    "吴国强",
    "郑晓东",
    "冯春梅",
    "褚卫民",
    "卫家兴",
    "蒋玉兰",
    "沈志刚",
]
_LENDERS = ["远山银行", "青石消费金融", "望岳银行", "临溪农商银行", "云帆小贷"]


def floor_day(calls: int, seed: int = 20261112) -> list[Call]:
    """`calls` invented calls; the same seed gives the same day."""
    chance = random.Random(seed)  # noqa: S311 (a workload, not a secret)
    return [_call(n, chance) for n in range(calls)]


def _call(number: int, chance: random.Random) -> Call:
    due = chance.randrange(50_000, 9_000_000)
    least = chance.randrange(10_000, due)
    words = {
        "lender": chance.choice(_LENDERS),
        "name": chance.choice(_NAMES),
        "no": chance.randrange(1000, 9999),
        "days": chance.randrange(1, 400),
        "cents": f"{due / 100:.2f}",
        "least": f"{least / 100:.2f}",
    }
    lines = [chance.choice(_OPENING), _PARTY[1]]
    for _ in range(8):
        lines += [chance.choice(_AGENT), chance.choice(_PARTY)]
    lines += [_CLOSING[0], "对", _CLOSING[1]]
    turns = tuple(
        Turn(k, "party" if k % 2 else "agent", line.format(**words), k * 6.0, k * 6.0 + 5)
        for k, line in enumerate(lines)
    )
    context = Context(
        "debtor",
        lender=str(words["lender"]),
        debtor_name=str(words["name"]),
        due_cents=due,
        past_due_cents=least,
    )
    return Call(f"day-{number}", "zh", _AS_OF, context, turns)
