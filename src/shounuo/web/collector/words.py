"""Short words of the collector's pages for codes of the records."""

from __future__ import annotations

from shounuo.kernel.text import Text

METHODS: dict[str, Text] = {
    "app": Text("手机银行 App", "Banking app"),
    "transfer": Text("转账到本卡", "Transfer to the card"),
    "auto_debit": Text("自动扣款", "Automatic debit"),
    "branch": Text("网点柜台", "At a branch"),
    "wechat": Text("微信还款", "WeChat"),
    "alipay": Text("支付宝还款", "Alipay"),
    "other": Text("其他", "Other"),
}

ROLES: dict[str, Text] = {
    "customer": Text("本人", "Customer"),
    "guarantor": Text("担保人", "Guarantor"),
    "supplementary_holder": Text("附属卡持卡人", "Supplementary holder"),
    "supplementary_cardholder": Text("附属卡持卡人", "Supplementary holder"),
    "heir": Text("继承人", "Heir"),
    "volunteer_payer": Text("代偿人", "Payer for the customer"),
    "attorney": Text("律师", "Attorney"),
    "third_party": Text("第三人", "Third party"),
    "spouse": Text("配偶", "Spouse"),
    "parent": Text("父母", "Parent"),
}

CHANNELS: dict[str, Text] = {
    "call": Text("电话", "Call"),
    "text": Text("短信", "Text message"),
    "email": Text("邮件", "E-mail"),
    "mail": Text("信函", "Letter"),
    "visit": Text("外访", "Visit"),
    "app_message": Text("App 消息", "App message"),
}

# The parts of a letter, in the words of the rule that lists them.
LETTER_PARTS: dict[str, Text] = {
    "name_and_balance": Text("姓名及欠款余额", "Name and balance"),
    "reason_and_rules": Text("催收事由及相关法规", "Reason and the rules it rests on"),
    "rights_and_duties": Text("权利义务", "Rights and duties"),
    "query_repay_object": Text(
        "查询、还款、提出异议和提供证据的途径", "How to query, repay, object and give evidence"
    ),
    "contact": Text("联系方式", "Contact details"),
    "official_seal": Text("业务公章", "Official seal"),
}

SAID_IN_IT: dict[str, Text] = {
    "names_institution": Text("写明机构名称", "Names the institution"),
    "discloses_debt": Text("提到债务", "Tells of the debt"),
    "asks_payment": Text("要求还款", "Asks for payment"),
    "debt_collector_disclosure": Text(
        "写明来自债务催收方", "Says that it comes from a debt collector"
    ),
    "initial_disclosure": Text(
        "首次：写明意在收取债务", "The first one says that it is an attempt to collect"
    ),
    "opt_out_notice": Text("写明如何退订", "Says how to stop such messages"),
    "sealed": Text("封装，封面不显示债务", "Sealed; the cover tells of no debt"),
    "threatens_legal_action": Text("提到诉讼", "Announces legal action"),
}

WRITTEN_KINDS: dict[str, Text] = {
    "letter": Text("催收函或消息", "Letter or message"),
    "validation_notice": Text("债务核实通知", "Validation notice"),
    "required_disclosure": Text("法定告知", "Required disclosure"),
    "verification": Text("债务核实材料", "Verification"),
    "original_creditor_information": Text("原债权人信息", "Original creditor's name"),
    "duplicative_dispute_notice": Text("异议重复的告知", "Notice that a dispute is duplicative"),
}

WRITTEN_PURPOSES: dict[str, Text] = {
    "collect": Text("催收", "Collecting"),
    "complaint_reply": Text("答复投诉", "Answering a complaint"),
    "required_notice": Text("法定通知", "A notice the law requires"),
}

VISIT_PLACES: dict[str, Text] = {
    "home": Text("住宅", "Home"),
    "office": Text("单位", "Workplace"),
    "business_premises": Text("经营场所", "Business premises"),
    "public": Text("公共场所", "A public place"),
}

ENDINGS: dict[str, Text] = {
    "sent": Text("已发出", "It went out"),
    "delivered": Text("已送达", "It was delivered"),
    "undelivered": Text("退回，未送达", "It came back"),
    "not_dialled": Text("没有发出", "It was not sent"),
    "connected": Text("见到人", "Somebody was met"),
    "no_answer": Text("无人", "Nobody was there"),
}

RELATIONS: dict[str, Text] = {
    "spouse": Text("配偶", "Spouse"),
    "parent": Text("父母", "Parent"),
    "child": Text("子女", "Child"),
    "sibling": Text("兄弟姐妹", "Sibling"),
    "friend": Text("朋友", "Friend"),
    "colleague": Text("同事", "Colleague"),
    "workplace": Text("单位", "Workplace"),
    "relative": Text("亲属", "Relative"),
}

PLACES: dict[str, Text] = {
    "mobile": Text("手机", "Mobile"),
    "home": Text("住宅", "Home"),
    "work": Text("单位", "Work"),
}

STATUSES: dict[str, Text] = {
    "valid": Text("有效", "Verified"),
    "unverified": Text("未核实", "Not verified"),
    "dead": Text("空号", "Not in use"),
    "wrong": Text("非本人", "Wrong person"),
    "suspended": Text("停机", "Suspended"),
}
