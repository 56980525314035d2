"""The dated facts that some rule asks about and that no other record tells: what a desk may record.

A fact of another kind would bind nobody. `details` are the words in which the rules ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shounuo.kernel.text import Text


class About(StrEnum):
    """What a fact belongs to besides the customer."""

    CUSTOMER = "customer"
    POINT = "point"  # one number, address or person
    ANY_POINT = "any_point"  # one, or none in particular
    DEBT = "debt"  # one debt, or all


class Form(StrEnum):
    """How a detail is given. A yes or no that nobody gave stays not known."""

    YES_NO = "yes_no"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Detail:
    name: str
    words: Text
    form: Form = Form.YES_NO
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """`channelled`: says by which channel it happened."""

    words: Text
    group: str
    about: About = About.CUSTOMER
    details: tuple[Detail, ...] = ()
    channelled: bool = False


IN_WRITING = Detail("in_writing", Text("以书面提出", "made in writing"), needed=True)
IN_PERIOD = Detail(
    "within_validation_period", Text("在核实期内提出", "made within the validation period")
)
NEW = Detail(
    "new_material_information", Text("有新的重要信息", "brings new and material information")
)

GROUPS: dict[str, Text] = {
    "notice": Text("告知与函件", "Notices"),
    "dispute": Text("异议与答复", "Disputes and answers"),
    "address": Text("号码与地址的来历", "Where a number or address comes from"),
    "person": Text("人", "The person"),
    "debt": Text("债务", "The debt"),
}

KINDS: dict[str, Kind] = {
    "initial_communication": Kind(
        Text("首次就债务沟通", "first communication about the debt"), "notice",
        details=(Detail("validation_info_given", Text("其中已含核实信息", "held the validation information")),),
        channelled=True,
    ),
    "validation_notice_mailed": Kind(Text("寄出核实通知", "validation notice posted"), "notice"),
    "validation_notice_sent": Kind(Text("电子发送核实通知", "validation notice sent electronically"), "notice"),
    "letter_mailed": Kind(Text("寄出就债务的信函", "letter about the debt posted"), "notice"),
    "undeliverable": Kind(Text("退回，无法投递", "came back undeliverable"), "notice", About.ANY_POINT),
    "told_before_credit_report": Kind(
        Text("报送征信前已告知", "told before a credit report"), "notice", About.DEBT
    ),
    "furnished": Kind(Text("已报送征信机构", "furnished to a consumer reporting agency"), "notice"),
    "dispute": Kind(Text("提出异议", "disputes the debt"), "dispute", About.DEBT, (IN_WRITING, IN_PERIOD, NEW)),
    "original_creditor_request": Kind(
        Text("询问原债权人", "asks for the original creditor"), "dispute", About.DEBT, (IN_WRITING, IN_PERIOD)
    ),
    "verification_sent": Kind(Text("寄出债务核实材料", "verification sent"), "dispute"),
    "judgment_sent": Kind(Text("寄出判决副本", "copy of the judgment sent"), "dispute"),
    "original_creditor_sent": Kind(Text("告知原债权人", "original creditor's name sent"), "dispute"),
    "duplicative_dispute_notice_sent": Kind(
        Text("告知异议重复及理由", "told that the dispute is duplicative, with reasons"), "dispute"
    ),
    "debt_paid": Kind(Text("债务已清偿", "debt paid"), "debt", About.DEBT),
    "limitation_ends": Kind(
        Text("诉讼时效届满日", "end of the limitation period"), "debt", About.DEBT,
        (Detail("on", Text("届满日", "last day"), Form.DATE, needed=True),),
    ),
    "student_loan_account": Kind(
        Text("取得债务时的学贷服务账号", "student loan account number when obtained"), "debt", About.DEBT,
        (Detail("servicing_account_at_obtain", Text("账号", "account number"), Form.TEXT, needed=True),),
    ),
    "consumer_message": Kind(Text("客户发来消息", "the customer wrote"), "person", channelled=True),
    "consumer_call": Kind(Text("客户打来电话", "the customer called"), "person"),
    "consumer_says_inconvenient_now": Kind(
        Text("客户说现在不方便", "the customer said that now is inconvenient"), "person"
    ),
    "knows_consumer_moved": Kind(Text("得知客户已搬离", "the customer is known to have moved"), "person"),
    "located_at": Kind(
        Text("客户可能所在地", "a place where the customer may be"), "person",
        details=(
            Detail("zone", Text("时区", "time zone"), Form.TEXT, needed=True),
            Detail("country", Text("国家代码", "country code"), Form.TEXT),
            Detail("region", Text("州或省代码", "state or province code"), Form.TEXT),
            Detail("source", Text("如何得知", "how it is known"), Form.TEXT),
        ),
    ),
    "employer_prohibits": Kind(
        Text("单位不许在工作地点联系", "the employer forbids contact at work"), "person"
    ),
    "is_minor": Kind(Text("客户未成年", "the customer is a minor"), "person"),
    "attorney_details": Kind(
        Text("律师的情况", "about the attorney"), "person",
        details=(
            Detail("name_address_known", Text("已知姓名地址", "name and address are known")),
            Detail("failed_to_respond_reasonable_time", Text("合理时间内未回复", "did not respond within a reasonable time")),
            Detail("consents_to_direct_contact", Text("同意直接联系客户", "consents to direct contact")),
        ),
    ),
    "location_answer_incomplete": Kind(
        Text("此人此前所说的住址有误或不全，现已知情", "this person's earlier answer was wrong or incomplete"),
        "person", About.POINT,
        (
            Detail("earlier_response_erroneous_or_incomplete", Text("此前回答有误或不全", "earlier answer wrong or incomplete"), needed=True),
            Detail("now_has_correct_or_complete", Text("现在知道正确信息", "now has the correct information"), needed=True),
        ),
    ),
    "learned_number_not_persons": Kind(
        Text("得知号码不是此人的", "the number was learned not to be the person's"), "address", About.POINT
    ),
    "consumer_wrote_from": Kind(
        Text("客户用此号码或邮箱写来", "the customer wrote from it about the debt"), "address", About.POINT
    ),
    "creditor_address_notice": Kind(
        Text("债权人已告知将移交此邮箱", "the creditor's notice about this address"), "address", About.POINT,
        (
            Detail("opt_out_by", Text("可拒绝至", "may opt out until"), Form.DATE, needed=True),
            Detail("domain_public", Text("公共邮箱域名", "domain open to the public"), needed=True),
            Detail("opted_out", Text("已拒绝", "has opted out"), needed=True),
            Detail("creditor_used_for_account", Text("债权人曾用于此账户", "the creditor used it for the account")),
            Detail("asked_creditor_to_stop", Text("曾要求债权人停用", "asked the creditor to stop using it")),
        ),
    ),
    "prior_collector_address": Kind(
        Text("前一催收方取得并使用", "obtained and used by the prior collector"), "address", About.POINT,
        (
            Detail("obtained_under", Text("取得的依据", "obtained under"), Form.TEXT, needed=True),
            Detail("used", Text("前一催收方使用过", "used by the prior collector"), needed=True),
            Detail("opt_out", Text("客户曾拒绝", "the customer opted out"), needed=True),
        ),
    ),
    "employer_provided_address": Kind(
        Text("单位提供的邮箱", "provided by the employer"), "address", About.POINT
    ),
    "seen_by_others": Kind(
        Text("得知他人能看到", "known to reach somebody else"), "address", About.POINT
    ),
    "number_checked_not_reassigned": Kind(
        Text("已查，未转给他人", "checked, not reassigned"), "address", About.POINT
    ),
    "number_reassigned": Kind(Text("号码已转给他人", "number reassigned"), "address", About.POINT),
}  # fmt: skip
