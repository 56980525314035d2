"""What can be wrong with a cell beyond its amount or date, said in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from shounuo.kernel.errors import Problem
from shounuo.kernel.text import Text


def fault_of(name: str, value: str = "") -> Problem:
    """The problem; `value` is what its sentence names."""
    what, then = _FAULTS[name]
    return Problem(name, what.format(value=value[:60]), "", "feeds.rows", then)


_TOTALS = re.compile(r"(总计|合计|小计|总共|共\s*\d|制表|total|sum\b|subtotal)", re.IGNORECASE)


_TOTAL = re.compile(r"(总计|合计|小计|总共|(grand |sub)?totals?|sum)\s*:?", re.IGNORECASE)


def is_totals_line(cells: Sequence[str], *, read: bool) -> bool:
    """A row that begins like the foot of a list. One that could be `read` must begin with nothing but
    the word: no customer's number is one, but a company's name may begin with it."""
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    plain = unicodedata.normalize("NFKC", first)
    return bool(_TOTAL.fullmatch(plain) if read else _TOTALS.match(plain))


_LOOK = Text("看原文件这一格，改好后重放", "Look at this cell in the file, mend it and replay")
_MAP = Text("在映射的 values 里写明它的意思", "Say in the mapping's `values` what it means")
_FAULTS: dict[str, tuple[Text, Text]] = {
    "missing_value": (Text("“{value}”是空的", '"{value}" is empty'), _LOOK),
    "rule_failed": (Text("“{value}”不是整数", '"{value}" holds no whole number'), _LOOK),
    "value_not_mapped": (
        Text("映射没有说明“{value}”的意思", 'The mapping does not say what "{value}" means'),
        _MAP,
    ),
    "lost_digits": (
        Text(
            "“{value}”：号码被表格软件变成了数字，末位已丢",
            '"{value}": a spreadsheet turned the number into a figure and lost its last digits',
        ),
        Text("请机构把这一列存成文本再导出", "Ask the lender to export the column as text"),
    ),
    "wrong_length": (
        Text(
            "号码的位数不对：{value}；也许前面的 0 丢了",
            "The number has the wrong length: {value}; zeros in front may be lost",
        ),
        Text("请机构把这一列存成文本再导出", "Ask the lender to export the column as text"),
    ),
    "too_long": (Text("文字太长：{value}", "The text is too long: {value}"), _LOOK),
    "too_much": (Text("金额“{value}”大得不像话", 'The amount "{value}" is beyond belief'), _LOOK),
    "column_twice": (
        Text(
            "表头有两列“{value}”，这一行里两列不同",
            'The header has "{value}" twice, and they differ in this row',
        ),
        Text(
            "问机构哪一列对，删去另一列",
            "Ask the lender which column is right; leave out the other",
        ),
    ),
    "totals_line": (
        Text("这像是合计行，不是数据", "This looks like a line of totals, not like data"),
        Text("核对合计后丢弃这一行", "Compare the totals, then drop the row"),
    ),
    "no_such_currency": (Text("没有币种“{value}”", 'There is no currency "{value}"'), _LOOK),
    "not_a_count": (Text("“{value}”不是整数", '"{value}" is not a whole number'), _LOOK),
    "credit_below_zero": (
        Text(
            "“{value}”小于零，却不是还款或冲正",
            '"{value}" is below zero, yet neither a payment nor one taken back',
        ),
        Text(
            "问机构这是什么；改类型或金额后重放，或丢弃",
            "Ask the lender what it is; mend kind or amount and replay, or drop the row",
        ),
    ),
    "not_above_zero": (
        Text("付款金额“{value}”不大于零", 'The payment "{value}" is not above zero'),
        Text(
            "若负数是冲正，在映射写 negative: reversal",
            "If below zero means taken back, say negative: reversal in the mapping",
        ),
    ),
    "no_such_kind": (Text("没有付款类型“{value}”", 'There is no kind of payment "{value}"'), _MAP),
    "no_such_choice": (Text("“{value}”不在可选之列", '"{value}" is not one of the choices'), _MAP),
    "no_as_of": (
        Text("不知道是哪一天的数据", "It is not known which day the figures are of"),
        Text("用 --as-of 写明日期", "Name the day with --as-of"),
    ),
    "unknown_account": (
        Text("没有账户“{value}”", 'There is no account "{value}"'),
        Text("先导入账户，再重放这一行", "Import the account first, then replay the row"),
    ),
    "unknown_customer": (
        Text("没有客户“{value}”", 'There is no customer "{value}"'),
        Text("先导入客户，再重放这一行", "Import the customer first, then replay the row"),
    ),
    "other_customer": (
        Text(
            "这个账户在这里不属于客户“{value}”",
            "The account is not customer \"{value}\"'s here, but another's",
        ),
        Text(
            "问机构账户是谁的；改客户号后重放，或丢弃",
            "Ask the lender whose account it is; mend the customer's number and replay, or drop the row",
        ),
    ),
    "unknown_call": (
        Text("没有通话“{value}”", 'There is no call "{value}"'),
        Text("核对通话编号：12 或 contact-12", "Check its number: 12 or contact-12"),
    ),
    "stars_out_of_range": (
        Text("星级“{value}”不在 1 到 5 之间", 'The stars "{value}" are not from 1 to 5'),
        _LOOK,
    ),
    "conflict_same_day": (
        Text(
            "与同一天已有的数不同：{value}",
            "It differs from what the same day already says: {value}",
        ),
        Text(
            "问机构哪个对；确认后可以按新的收，或丢弃",
            "Ask the lender which is right; then take the new one or drop it",
        ),
    ),
    "conflict_payment": (
        Text("同一付款号已有另一内容：{value}", "The same payment number is known with: {value}"),
        Text(
            "问机构哪个对；丢弃，或改付款号",
            "Ask the lender which is right; drop it or renumber it",
        ),
    ),
    "conflict_contact": (
        Text("同一记录号已有另一内容：{value}", "The same contact number is known with: {value}"),
        Text(
            "问机构哪个对；确认后可以按新的收，或改记录号，或丢弃",
            "Ask the party which is right; then take the new one, renumber it or drop it",
        ),
    ),
    "not_placed": (
        Text("没有这一批委案“{value}”", 'The account is in no placement "{value}"'),
        Text("先导入委案", "Import the placement first"),
    ),
    "ends_before_start": (
        Text("结束日早于开始日“{value}”", 'It ends before it starts: "{value}"'),
        _LOOK,
    ),
}
