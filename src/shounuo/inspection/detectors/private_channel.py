"""Private channel (COND-6, REC-4): the talk is moved to the collector's own telephone or account, or off the record."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._frames import private_payment
from shounuo.inspection.detectors._overlap import apart_from
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Found, Kind, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.kernel.text import Text

KINDS = (
    Kind(
        Text("要求转到私人社交账号或私人手机", "Moves the talk to a private account or telephone"),
        zh=frames(
            "zh",
            """
            add_me: (?:加|加一下|加个|添加)(?:我)?(?:的|一下|个|个人|私人|自己)*(?:微信|qq|企鹅|好友|抖音|陌陌)(?!公众号|客服|银行).{0,10}
            my_wx: 我(?:的|个人|私人|自己|自己的)*(?:微信|手机|号码|手机号|私人号|个人号|qq|小号)(?:号)?..(?:就是|是|加|打|聊|说|联系|发|私|跟[您你]|给[您你]打|你存|你记)
            my_phone: (?:用|拿|打|换)我(?:的|个人|私人|自己|自己的|这)*(?:手机|电话|私人号|号码|微信|小号|私人手机|私人电话).{0,8}
            talk_private: (?:私下|私底下|私聊|下班(?:后|以后|了)|单独|线下)..(?:聊|说|谈|联系|打|加|商量|沟通|见)
            not_here: (?:别|不要|不方便|没法|不好)(?:在)?(?:这(?:个)?|公司|座机|工作)(?:电话|线路|号|手机)?(?:里|上)?(?:说|聊|讲|谈|打).{0,10}
            off_record: (?:这(?:个|通)?|咱们|我们)?(?:电话|通话)?(?:没有?|不|未|关了|停了|不在)录音..(?:的|跟[您你]|说|实话|放心|悄悄|方便|我|咱)?
            recorded_so: (?:有录音|录着音|录音).{0,6}(?:不方便|不好说|不能说|没法说|不便|换个)
            avatar: 头像(?:是|就是).{0,8}
            own_number: (?:拿|用|加)(?:一下)?我?(?:自己的|平时用的|私人|那个小|小)..号
            let_in: (?:你|您)?(?:通过一下|通过就好|点个通过)|加一下(?:不亏|没事|方便|又不)|省得走公司
            send_wx: (?:发|拍|传)(?:给)?(?:到)?我(?:的|个人)*(?:微信|手机|qq|私人)..
            """,
        ),
        en=frames(
            "en",
            """
            my_cell: (?:my|my_own)_(?:personal_|private_|own_)?(?:cell|cellphone|cell_phone|mobile|personal_number|personal_phone|whatsapp|telegram|facebook|messenger|gmail|personal_email|instagram|signal|snapchat)
            off_line: (?:off_the_record|not_recorded|isn't_recorded|off_the_recorded|off_this_line|unrecorded|another_line|not_on_this_line|recording_is_off|turn_off_the_recording|stop_the_recording)....
            add_me: (?:add|find|message|dm|text|hit)_me_(?:on|at|up_on)_(?:my_)?(?:whatsapp|facebook|telegram|instagram|messenger|signal|snapchat)
            private: (?:talk|text|message|chat|call|reach|hit_me_up|meet)..(?:privately|in_private|on_the_side|after_hours|after_my_shift|on_whatsapp|on_facebook|on_messenger|on_telegram)
            """,
        ),
        confidence=0.8,
        shelters=frozenset(("denied", "denied_inside", "denied_after", "quoted", "warned")),
    ),
)


def find(reading: Reading) -> Iterable[Found]:
    """Invitations to a private channel. The lender's own official account is not one."""
    elsewhere = find_kinds(reading, private_payment.KINDS)
    for found in apart_from(find_kinds(reading, KINDS), elsewhere, whole_turn=True):
        if not any(
            word in found[0].turn.text
            for word in ("企业微信", "官方微信", "公众号", "官微", "小程序")
        ):
            yield found


DETECTOR = Detector(
    code="PRIVATE_CHANNEL",
    find=find,
    why=Text("转私人渠道", "Moved to a private channel"),
    rule="COND-6",
    citation="CBA 指引; 12 CFR 1006.100(b)",
)
