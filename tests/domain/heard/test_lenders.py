"""Lender names: the registered one, its short form, what sounds alike, and the pattern."""

from datetime import date

from shounuo.domain.heard import hear

KNOWN = ["朔风银行信用卡中心", "泽沃消费金融有限公司", "Harbor & Pine Finance"]


def lenders(text: str) -> list[tuple[str, str, str]]:
    found = hear(text, date(2026, 11, 23), lender_names=KNOWN).lenders
    return [(item.span.text, item.name, item.how) for item in found]


def test_known_names() -> None:
    """A registered name is exact, without its legal suffix it is short, misheard it sounds alike."""
    assert lenders("这里是朔风银行信用卡中心") == [("朔风银行信用卡中心", KNOWN[0], "exact")]
    assert lenders("泽沃消费金融的贷款") == [("泽沃消费金融", KNOWN[1], "short")]
    assert lenders("硕风银行打来的") == [("硕风银行", KNOWN[0], "sound_alike")]
    assert lenders("with harbor & pine finance") == [("harbor & pine finance", KNOWN[2], "exact")]


def test_unknown_names_by_their_shape() -> None:
    """A name that is not in the list is still heard when it is shaped like a lender's."""
    assert lenders("您在白鹭洲银行信用卡中心的卡") == [
        ("白鹭洲银行信用卡中心", "白鹭洲银行信用卡中心", "pattern")
    ]


def test_a_bank_in_general_is_no_name() -> None:
    """网上银行 and 别的银行 name no lender."""
    assert lenders("我在网上银行转，别的银行也行") == []
