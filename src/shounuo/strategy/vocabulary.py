"""The words a strategy file may use: what a condition can ask about, what a segment can order."""

from __future__ import annotations

from shounuo.kernel.text import Text

# Everything a condition may name, with its meaning and unit in both languages.
FACTS: dict[str, Text] = {
    "lender_id": Text("委托机构编号", "lender number"),
    "balance_cents": Text("全部欠款（分）", "everything owed, cents"),
    "due_cents": Text("应还总额 DUE（分）", "DUE, cents"),
    "past_due_cents": Text("逾期最低额 PD（分）", "past due PD, cents"),
    "days_past_due": Text("逾期天数", "days past due"),
    "months_on_book": Text("开户月数", "months on book"),
    "times_in_collection": Text("历史入催次数", "earlier spells in collection"),
    "hardship": Text("困难或弱势标记（1/0）", "hardship or vulnerability on file (1/0)"),
    "attempts_7": Text("近7天拨打次数", "calls tried in 7 days"),
    "attempts_30": Text("近30天拨打次数", "calls tried in 30 days"),
    "attempts_90": Text("近90天拨打次数", "calls tried in 90 days"),
    "right_30": Text("近30天接通本人次数", "reached in 30 days"),
    "right_90": Text("近90天接通本人次数", "reached in 90 days"),
    "dead_30": Text("近30天空号停机次数", "dead numbers in 30 days"),
    "days_since_right": Text("距上次接通天数（9999=从未）", "days since reached (9999: never)"),
    "days_since_payment": Text("距上次还款天数（9999=从未）", "days since a payment (9999: never)"),
    "paid_90_cents": Text("近90天净还款（分）", "net paid in 90 days, cents"),
    "payments_90": Text("近90天还款笔数", "payments in 90 days"),
    "promises_made": Text("近180天承诺数", "promises in 180 days"),
    "promises_kept": Text("其中兑现数", "of them kept"),
    "promises_broken": Text("其中落空数", "of them broken"),
    "promises_open": Text("其中未到期数", "of them still open"),
    "contact_bp": Text("预计接通率（万分之）", "estimated contact, basis points"),
    "promise_bp": Text("预计承诺率（万分之）", "estimated promise given contact, basis points"),
    "kept_bp": Text("预计兑现率（万分之）", "estimated kept given promise, basis points"),
    "self_cure_bp": Text("不联系自愈率（万分之）", "estimated self-cure, basis points"),
    "value_cents": Text("预计增量回款（分）", "expected incremental money, cents"),
    "value_per_hour_cents": Text(
        "每小时增量回款（分）", "expected incremental money per hour, cents"
    ),
}

OPERATORS = ("is", "at_least", "at_most", "above", "below", "one_of")
# What happens to the account tonight. `call` needs the gate; the others reach nobody by themselves.
ACTIONS = ("call", "letter", "help", "leave", "stop")
ASKS = ("due", "past_due", "plan", "none")
CHANNELS = ("call", "sms", "letter", "visit")
# How cases stand within a tier. Every order is descending.
ORDERS: dict[str, Text] = {
    "value_per_hour": Text("每小时增量回款高者先", "highest incremental value per hour first"),
    "oldest": Text("逾期最久者先", "longest past due first"),
    "largest": Text("金额最大者先", "largest balance first"),
    "smallest": Text("金额最小者先", "smallest balance first"),
    "days_times_balance": Text("逾期天数×欠款大者先", "days past due times balance first"),
    "likely": Text("最可能兑现者先", "likeliest to keep a promise first"),
}

# Codes of `decision` in the cases table; the order is the order of precedence, but for `paid`, which comes first
# and stands last so that the codes of past nights stay.
DECISIONS = (
    "held",
    "credit",
    "no_team",
    "open_promise",
    "holdout",
    "stop",
    "help",
    "leave",
    "letter",
    "call",
    "paid",
)
SLOT_NAMES = ("any", "morning", "afternoon", "evening")
