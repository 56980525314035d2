"""The consents and agreements that some rule names; any other would open nothing."""

from __future__ import annotations

from dataclasses import dataclass

from shounuo.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """`needs_about`: without the person it is about it says nothing."""

    name: Text
    needs_about: bool = False


CONSENTS: dict[str, Kind] = {
    "night_contact": Kind(Text("同意在夜间时段联系", "agrees to contact at night")),
    "frequency_agreement": Kind(Text("另行约定联系次数", "another agreement on frequency")),
    "disclose_amounts": Kind(
        Text("同意向此人透露金额", "consents to this person hearing amounts"), needs_about=True
    ),
    "representation": Kind(Text("委托此人代理", "is represented by this person"), needs_about=True),
    "volunteers_to_pay": Kind(Text("自愿代偿", "offers to pay for the customer")),
    "joint_liability": Kind(Text("书面同意共同还款", "agrees in writing to repay jointly")),
    "enter_premises": Kind(Text("同意进入住所", "consents to entering the premises")),
    "calls": Kind(Text("同意再次致电", "consents to further calls")),
    "time": Kind(Text("同意这一时间联系", "consents to this time")),
    "email_address": Kind(Text("同意用此邮箱联系", "consents to e-mail at this address")),
    "text_number": Kind(Text("同意向此号码发短信", "consents to texts to this number")),
    "third_party": Kind(Text("同意与此人联系", "consents to contact with this person")),
}
