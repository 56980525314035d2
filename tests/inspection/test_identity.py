"""When the one who listens is known for the one sought: one reading, for the call's findings and the live desk."""

from __future__ import annotations

import pytest

from inspection.dialogue import reading
from shounuo.inspection.identity import identity_of
from shounuo.inspection.live import listen
from shounuo.inspection.report import inspect_call

ASKED = {"zh": "A: 您好，请问是陈一帆先生吗？", "en": "A: Hi, may I speak to Lena Ortiz?"}


@pytest.mark.parametrize(
    ("lang", "answer", "known"),
    [
        ("zh", "嗯", True),
        ("zh", "我是，你说", True),
        ("zh", "是我，我不是跟你们签了延期协议了吗", True),
        ("zh", "上次说过不要上班时间打", True),
        ("zh", "我不是，你打错了", False),
        ("zh", "陈一帆是我老公，他上个月走了", False),
        ("zh", "我是他媳妇，你说吧", False),
        ("zh", "我一个女的，怎么会是陈一帆", False),
        ("zh", "你谁啊", False),
        ("en", "Speaking.", True),
        ("en", "Nobody here by that name.", False),
        ("en", "This is her brother, go ahead.", False),
        ("en", "Who's calling?", False),
    ],
)
def test_an_answer_tells_whether_it_is_the_one_sought(lang: str, answer: str, known: bool) -> None:
    read = reading(f"{ASKED[lang]}\nP: {answer}", lang)
    assert (identity_of(read).confirmed_at == 1) is known


def test_who_denied_it_is_not_known_by_a_mere_yes_but_by_owning_the_name() -> None:
    denied = f"{ASKED['zh']}\nP: 不是，你打错了\nA: 这个号码是您本人在用吗？\nP: 是我在用啊"
    assert identity_of(reading(denied)).confirmed_at is None
    owned = identity_of(reading(f"{denied}\nA: 真不是陈一帆？\nP: 行吧，我是陈一帆"))
    assert (owned.denied_at, owned.confirmed_at) == (1, 5)


def test_asked_by_name_alone_counts_for_the_findings_and_for_the_live_desk() -> None:
    """Before, the live desk still warned that identity was open where the finding held it confirmed."""
    read = reading("A: 陈一帆是吧，远山银行的，有录音\nP: 嗯\nA: 逾期三十五天了，四千五百六十七块")
    codes = {finding.code for finding in inspect_call(read.call).findings}
    assert "DISCLOSE_BEFORE_VERIFY" not in codes
    assert listen(read.call).verified


def test_asking_whether_it_is_not_about_him_is_not_saying_that_it_is_not_he() -> None:
    """是不是他欠钱了 asks; only 不是他 says that the number is another's."""
    play = "A: 您好，请问是陈一帆先生吗？\nP: 他洗澡呢，那是不是他网上借钱了？\nA: 这个我没法回答，回头再联系，再见"
    assert inspect_call(reading(play, callee_role="unknown").call).disposition != "WRONG_PERSON"
