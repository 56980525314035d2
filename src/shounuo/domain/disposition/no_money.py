"""Does a quote say only that there is no money? Then it is no evidence of insincerity (P12).

A lack of money is named and nothing in the quote refuses, mocks or evades. "It is not that I won't pay" does
not refuse. What is not recognised as a lack of money is left to the person who quotes it.
"""

from __future__ import annotations

import re
import unicodedata

_LACK = re.compile(
    r"没有?(什么)?(钱|现金|收入|工作|生意|活干|进账)|[没未](有)?发(工资|薪)|工资(还)?[没未]|还不起|还不上|拿不出|凑不[出齐够]"
    r"|付不起|交不起|周转不|失业|下岗|被裁|停工|破产|倒闭|亏(本|损|了|钱)|住院|看病|生病|紧张|困难|手头紧|揭不开锅|身无分文"
    r"|沒(有)?錢|失業|還不(起|上)"
    r"|no (money|cash|income|job)|can'?t (afford|pay)|cannot (afford|pay)|could ?n'?t (afford|pay)|\bbroke\b"
    r"|lost my job|laid off|out of work|unemployed|(not|n't) (been|get|got|gotten) paid|behind on (rent|everything)|don'?t have (the|any|it|money)",
    re.IGNORECASE,
)
_NOT_A_REFUSAL = re.compile(
    r"(不是|没说|没有说|不会|从来没|并非)(我)?(不还|不想还|不愿意?还|赖账)|not (that I )?(refusing|that I won'?t( pay)?)",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"不还|不想还|不愿意?还|不打算还|懒得|随便(你|你们|吧|怎么)?|爱咋|爱怎么|无所谓|告(我|去|吧)|你们?看着办|赖|凭什么|有钱也不"
    r"|管不着|少来|别烦|won'?t pay|not (going to|gonna) pay|refuse|sue me|do ?n'?t care|whatever|leave me alone|even if I (had|have)",
    re.IGNORECASE,
)


def only_no_money(quote: str) -> bool:
    """True when the customer's words name a lack of money and nothing else that would matter."""
    said = unicodedata.normalize("NFKC", quote).replace("’", "'")
    said = _NOT_A_REFUSAL.sub(" ", said)
    return bool(_LACK.search(said)) and not _REFUSES.search(said)
