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
