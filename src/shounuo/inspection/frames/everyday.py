"""Fixed expressions that say something else than the words in them: 放血豆腐 is a dish, 饭碗砸了 no violence.

They are blanked before frames are matched. Only expressions whose everyday sense is plain from their own words stand
here; what needs the call to be told apart is a detector's matter.
"""

from __future__ import annotations

from functools import lru_cache

from shounuo.kernel.patterns import quick_pattern

_ELSEWISE = quick_pattern(
    # Dishes and work with animals.
    r"放?血(?:豆腐|旺|肠)|杀(?:年)?(?:猪|鸡|鱼|羊|鸭|牛)|剁(?:椒|馅|辣椒)|泼(?:水节|辣)"
    # A livelihood, a bottom line of a contract, papers looked up, a thumb's print.
    r"|饭碗.{0,3}砸|砸.{0,3}饭碗|(?:协议|合同|约定|原则|规矩|最低)(?:就)?是底线|(?:合同|协议|手里|抽屉|单子|短信|记录|账单).{0,8}翻出来|手印"
    # The collector of himself: 姐脸上有光, 我叫某某，跑得了和尚.
    r"|(?<![你您他她找问跟])(?:给|替|听|信|陪|帮|为)姐(?!姐|夫|妹)|(?<![你您他她找问跟的])姐(?:脸上|这边|跟[你您]|给[你您]|等[你您]|也|就|可|都)|我(?:叫|姓).{0,14}跑得了和尚.{0,4}庙"
    # How people feel, not people called: 叫人心疼.
    r"|(?:叫|让)人(?:念叨|笑话|心疼|担心|着急|难受|心寒|放心|省心|佩服|羡慕)|留个(?:电话|联系|地址|话)"
    # Nothing has been accepted; a card was used, long ago.
    r"|不(?:予|会|能)?受理|[那这]张卡刷[了的]"
    # Word sent, not money; an account in the house's own name.
    r"|给我(?:来|回)个?(?:信|电话|电|消息|话)|我给[您你]的对公|账面.{0,4}好看"
)


@lru_cache(maxsize=8192)
def blanked(text: str) -> str:
    """`text` with such expressions as blanks of the same length."""
    return _ELSEWISE.sub(lambda found: "〇" * len(found.group()), text)
