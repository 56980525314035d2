"""Complaint refused (COMP-2): a complaint is blocked, belittled, punished, or its contact withheld."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._party import last_party
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Found, Kind, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text

KINDS = (
    Kind(
        Text("贬低、阻止或报复投诉", "Belittles, blocks or punishes a complaint"),
        zh=frames(
            "zh",
            """
            useless: (?:投诉|举报|告|反映)(?:到)?(?:哪(?:里|儿)|谁|银保监|金管局|天边|天王老子|我|也|了|都|我们|去哪|多少|几)*..(?:没用|没有用|没人管|白搭|一样|不管用|也是(?:我|这样)|不怕|照样|还是(?:要|得)|该还|照还|无所谓|随便|没意义|浪费|改变不了|都得还|也得还)
            go_ahead: (?:随便|尽管|爱|你去|[您你]去|去吧|有本事|你就|赶紧|欢迎)..(?:投诉|举报|告)(?:啊|吧|去|我|呀|好了|就是)?(?:看|怕|没用|谁怕|随你|我|去吧|谁)?
            if_complain: (?:[您你](?:要是|敢|再|如果|一旦|只要)|敢|再).{0,4}(?:投诉|举报|打|告|报|反映)....(?:更多|后果|马上|就|加|取消|撤|不给|别想|没有|试试|得罪|升级|严|更|走法律|起诉|黑名单)
            dont: (?:别|不要|不用|没必要|劝[您你](?:别|不要)|不建议[您你]?|不准|不许|甭)..(?:去)?(?:投诉|举报|反映)
            not_taken: (?:投诉|举报)..(?:不受理|不接受|受理不了|不归我|没有渠道|没有电话|不给|不能给|没法|登记不了|记不了|不提供|找不到|处理不了|没(?:有)?(?:这个|那个)?(?:部门|电话|渠道)|不成立|撤(?:了|掉|回))
            no_number: (?:工号|名字|全名|主管|领导|投诉电话|投诉渠道|客服电话)..(?:不(?:能|方便|给|告诉|提供|会给|用知道)|没有|没权|没必要|凭什么|无可奉告|保密)
            no_leader: (?:我就是(?:主管|领导|最高|负责人|经理)|没有(?:领导|主管|上级|投诉)|领导不在|主管不在|领导没空|没人(?:能|会)(?:管|处理|接))..
            dodge: (?:工号|编号|投诉电话|邮箱|渠道|热线)..(?:慢慢翻|不用报|不清楚|[您你]去|在短信|自己找|不就行)
            not_up: (?:不记,?记了|不登|登了也|记了也|报不上去|转回(?:到)?我|最后(?:还|也)是我|做业务的不管|当没这回事|当没听见|和气生财|查来查去)..
            block: (?:撤(?:诉|销|回|掉)|取消)..(?:投诉|举报)....(?:才|再|就|否则|不然|先)
            """,
        ),
        en=frames(
            "en",
            """
            useless: (?:complain|complaint|complaints|file|report|cfpb|attorney_general|call_them|write_them|sue_me|go_ahead)..(?:all_you_want|whoever|won't_help|won't_do|won't_change|doesn't_matter|do_nothing|nothing_will|waste|no_good|nobody_reads|no_one_reads|nobody_cares|no_one_cares|don't_care|go_nowhere|goes_nowhere|laugh|be_my_guest|see_where|good_luck|knock_yourself|still_owe|trash)
            dare: (?:go_ahead|be_my_guest|knock_yourself_out|feel_free|good_luck)..(?:complain|report|file|complaint|with_that)....(?:nothing|won't|still|see|care|laugh|anyway)?
            punish: (?:if_you|you)_(?:complain|file|report|call_the|go_to_the)....(?:worse|harder|legal|off_the_table|cancel|pull_the|lose|regret|more|add)
            not_take: (?:we|i)_(?:don't|can't|won't|do_not)_(?:take|handle|accept|do|log|give)..(?:complaints?|supervisor|my_name|last_name|employee|id|that_number|number_for)
            no_boss: (?:there_is_no|there's_no|no|don't_have_a|isn't_a|i'm_the|i_am_the)_(?:supervisor|manager|one_above|one_higher|complaint\\w*_(?:department|line))....
            """,
        ),
        confidence=0.8,
        shelters=frozenset(("quoted", "warned", "denied_after")),
    ),
)


_WANTS = re.compile(
    r"投诉|举报|工号|编号|给我记|记下来|送(?:了)?(?:两|几)?条?烟|领导|主管|1?2378|幺二三七八|银保监|金管局|告你|complain|report you|supervisor|manager|cfpb|attorney general"
)
_TALK = ("投诉", "举报", "12378", "complain", "report you")


def find(reading: Reading) -> Iterable[Found]:
    """Words against a complaint; a withheld name counts only when the customer spoke of complaining."""
    for found in find_kinds(reading, KINDS):
        turn = found[0].turn
        open_talk = any(word in turn.text for word in _TALK)
        if open_talk or any(_WANTS.search(t.text) for t in last_party(reading, turn.at, 2)):
            yield found


DETECTOR = Detector(
    code="REFUSE_COMPLAINT",
    find=with_replies("REFUSE_COMPLAINT", find),
    why=Text("阻碍投诉", "Complaint refused"),
    rule="COMP-2",
    citation="银行业保险业消费投诉处理管理办法; 12 CFR 1006.14(a)",
)
