"""Ways of speaking as an authority or a lawyer."""

from __future__ import annotations

from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Kind
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import TurnReading
from shounuo.kernel.text import Text


def _is_true_name(reading: Reading, turn: TurnReading) -> bool:
    """The house itself bears the name (a law firm that collects, a bank's own law department)."""
    own = f"{reading.context.lender}{reading.context.agency or ''}".lower()
    return not any(word in own for word in ("律师", "law ", "attorney", "legal"))


KINDS = (
    Kind(
        Text("自称或暗示为司法、行政机关", "Claims or implies to be an authority"),
        zh=frames(
            "zh",
            """
            claim: {self_claim}..{authority}(?!.{0,4}(?:路|街|县|家属|附近|旁边|对面|隔壁)).{0,12}
            from_office: ^(?:您好|你好|喂)?(?:[^凭什么]{0,4}){authority}(?:的(?:同志|人|工作人员|民警|警官|办案)|这边|这里|打给[您你]|通知[您你]|找[您你])
            joint_by: (?:受|奉|经|按)..{authority}..(?:委托|指派|授权|指令|要求|安排)
            surname: 我姓.{1,2}(?:我)?(?:是)?..{authority}(?:的|就|对|来)
            joint: (?:我们|我|本公司|银行|这边).{0,6}(?:配合|联合|协助|会同|受|代表|和|跟|接到|接|奉|协同)..{authority}.{0,4}(?:委托|授权|指派|办案|联合|通知|指令|要求|一起|共同|下发|的(?:通知|指令|委托|函|命令))
            serve: (?:我|我们|我这边|这边).{0,8}(?:送(?:达)?|递|发)..(?:文书|法律文书|司法文书|传票|法院|司法|公文|起诉书)
            officer: (?:我|我们|本人)(?:姓.|是|叫.{1,3})?.{0,6}(?:警号|办案(?:人员|民警)|警官|执行员|书记员|检察官|法官|民警|专案组|调查员|执法人员)
            office_says: (?:司法所|派出所|街道|经侦|检察院)(?:这边|要求|给的时间|给[您你]的|规定|通知[您你]|定的|限[您你]).{0,16}
            badge: 警号.{2,10}
            case_police: (?:配合|协助)(?:我们)?.{0,4}(?:调查|办案|做笔录|笔录)
            fake_doc: (?:这是|给[您你]发|收到)..(?:协查函|协查通知|立案通知书|逮捕令|拘传|通缉令|法院通知书|行政处罚)
            """,
        ),
        en=frames(
            "en",
            """
            claim: (?:i'm|i_am|this_is|we're|we_are|calling_from|i'm_with|i_work_for|i_work_with|here_with|here_at|calling_on_behalf_of|representing|you've_reached)_(?:\\w+\\s+){0,5}?(?:the_|your_|\\w+_)?{authority}(?!\\s+(?:that|said|says|ruled|will\\s+decide))
            officer: (?:officer|deputy|detective|investigator|agent|sergeant|inspector|marshal|judge|magistrate)_[a-z]+_(?:with|from|here|of|calling|out_of|speaking|badge)
            badge: (?:my_)?badge_number
            legal_process: (?:official|legal|court|government)_(?:notice|documents?|papers|summons|process)_(?:from|for_you|to_serve|to_deliver|with_your|that_i)....
            credit_bureau: (?:this_is|i'm_with|calling_from|we're)_..(?:the_credit_bureau|equifax|experian|transunion)
            """,
        ),
        confidence=0.9,
        shelters=frozenset(("denied", "denied_inside", "quoted", "warned", "address")),
    ),
    Kind(
        Text("非律师冒称律师", "Claims to be a lawyer"),
        zh=frames(
            "zh",
            """
            lawyer: {self_claim}.{0,10}(?:律师|律所|律师事务所|法律顾问)(?!函|费).{0,6}
            case_lawyer: (?:我|我们).{0,6}(?:负责|代理|承办|接手|经办).{0,8}(?:案件|案子|案|诉讼).{0,4}(?:的)?(?:律师|主办)?
            law_dept: {self_claim}.{0,10}(?:诉讼部|诉讼组|诉讼中心|法诉部|法诉中心|诉调中心|诉前调解中心|法律援助|立案中心|执行中心)
            """,
        ),
        en=frames(
            "en",
            """
            lawyer: (?:i'm|i_am|this_is|we're|we_are|calling_from|i'm_with|from|with|on_behalf_of)_(?!(?:\\w+\\s+){0,4}?(?:your|his|her|their|an_attorney_of_your)\\b)(?:\\w+\\s+){0,4}?(?:an_|the_|your_|a_)?(?:attorney|lawyer|law_firm|law_offices?|legal_counsel|litigation_department|litigation_unit|paralegal)(?!\\s+(?:will|may|might|could|decides))
            """,
        ),
        confidence=0.8,
        shelters=frozenset(("denied", "denied_inside", "quoted", "warned", "address")),
        when=_is_true_name,
    ),
)
