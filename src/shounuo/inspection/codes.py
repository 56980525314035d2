"""The catalogue of findings: one severity and one name per code. The code decides, never the detector.

Critical: unlawful conduct that harms somebody. Major: unlawful or seriously misleading. Minor: quality.
"""

from __future__ import annotations

from typing import Literal

from shounuo.kernel.text import Text

Severity = Literal["critical", "major", "minor"]

CRITICAL: dict[str, Text] = {
    "DISCLOSE_TO_THIRD_PARTY": Text("向第三人透露欠款", "Debt disclosed to a third party"),
    "DEMAND_THIRD_PARTY": Text("向第三人催讨", "Payment demanded from a third party"),
    "CONTINUE_AFTER_REFUSAL": Text("第三人拒绝后继续", "Continued after a third party refused"),
    "DISCLOSE_BEFORE_VERIFY": Text("未核身先说欠款", "Debt disclosed before identity was verified"),
    "THREAT": Text("威胁恐吓", "Threat"),
    "INSULT": Text("辱骂贬损", "Insult"),
    "IMPERSONATION": Text("冒充身份", "Impersonation"),
    "FALSE_CONSEQUENCE": Text("虚构后果", "False consequence"),
    "BORROW_TO_PAY": Text("诱导借债还款", "Pushed to borrow in order to pay"),
    "PRIVATE_PAYMENT": Text("要求付款至私人", "Payment asked into private hands"),
    "PUBLIC_EXPOSURE": Text("公开曝光", "Public exposure"),
    "SELF_HARM_MISHANDLED": Text("轻生表述处置失当", "Self-harm statement mishandled"),
    "CEASE_IGNORED": Text("要求停止后继续催收", "Request to stop ignored"),
    "COLLECT_DURING_PLAN": Text("履约分期期间催收", "Collected while a plan is performed"),
}
MAJOR: dict[str, Text] = {
    "FALSE_AMOUNT": Text("金额有误", "Wrong amount stated"),
    "FALSE_PROMISE": Text("虚假承诺", "Unauthorised promise"),
    "CONCEAL_IDENTITY": Text("隐瞒身份", "Identity concealed"),
    "PRIVATE_CHANNEL": Text("转私人渠道", "Moved to a private channel"),
    "IGNORE_DISPUTE": Text("不理异议", "Dispute ignored"),
    "REFUSE_COMPLAINT": Text("阻碍投诉", "Complaint refused"),
    "DENY_HARDSHIP": Text("拒绝困难申请", "Hardship request denied"),
    "LIMITATION_MISLEAD": Text("时效误导", "Misled about the limitation period"),
    "MISSING_US_DISCLOSURE": Text("缺少美国法定告知", "United States disclosure missing"),
}
MINOR: dict[str, Text] = {
    "APOLOGISE_FOR_ASKING": Text("为提出还款而道歉", "Apologised for asking"),
    "BEGGING": Text("哀求客户", "Begging"),
    "FILLERS": Text("口头语过多", "Too many fillers"),
    "REPEATED_PRESSURE": Text("同一要点反复施压", "Same pressure point three times"),
    "AMOUNT_UNCLEAR": Text("金额不清", "Amount unclear"),
    "DATE_UNCLEAR": Text("日期不清", "Date unclear"),
    "LENDER_NAME_MISSING_AT_CONFIRM": Text("复核未说行名", "Lender's name missing at confirmation"),
    "PROMISE_NOT_CONFIRMED": Text("承诺未复核", "Promise not confirmed"),
    "INTERRUPTION": Text("打断客户", "Interrupted the customer"),
    "RUDE_TONE": Text("语气不敬", "Rude tone"),
    "ENTANGLED": Text("纠缠过久", "Entangled"),
    "RECORD_MISMATCH": Text("登记与通话不符", "Record does not match the call"),
}
BY_SEVERITY: dict[Severity, dict[str, Text]] = {
    "critical": CRITICAL,
    "major": MAJOR,
    "minor": MINOR,
}
NAMES: dict[str, Text] = {**CRITICAL, **MAJOR, **MINOR}
SEVERITY: dict[str, Severity] = {c: s for s, group in BY_SEVERITY.items() for c in group}
