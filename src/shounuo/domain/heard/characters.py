"""One character for one: full-width, traditional and banker's numerals become the plain ones.

Length never changes, so a span found here is a span in the sentence as it was heard.
"""

from __future__ import annotations

from shounuo.kernel.script import Rewritten

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BANKER = dict(
    zip(
        "壹贰叁肆伍陆柒捌玖拾佰仟萬億圆貳參陸兩點塊",
        "一二三四五六七八九十百千万亿元二三六两点块",
        strict=True,
    )
)
# Radio digits, as on the floor: 幺 1, 洞 0, 拐 7, 勾 9; 〇 and ○ are 零. 俩 and 仨 are read as 两 and 三.
_RADIO = {"幺": "一", "〇": "零", "○": "零", "俩": "两", "仨": "三", "￥": "¥"}
_TABLE = Rewritten(
    {ord(heard): ord(written) for heard, written in (_WIDE | _BANKER | _RADIO).items()}
)


def plain(text: str) -> str:
    """The sentence in plain numerals, the same length as `text`."""
    return text.translate(_TABLE)
