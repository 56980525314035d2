"""Rude tone (P5): sarcasm, impatience, blame. Name-calling and belittling are INSULT and are not decided here."""

from __future__ import annotations

from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors import insult
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot
from shounuo.kernel.patterns import quick_pattern
from shounuo.kernel.text import Text

_ZH = quick_pattern(
    r"谁信(?:呢|$|你|得)?|(?:心里|自己)没(?:点)?(?:数|谱)|装(?:什么|啥|糊涂|傻|可怜|聋|穷)|少(?:来这套|废话|跟我|给我|扯|啰嗦|找借口)|废话|(?:别|不要)(?:跟我|给我|在这|再)?(?:扯|装|来这套|废话|讲这些|说这些|找借口|编|演)"
    r"|(?:什么|啥)(?:态度|玩意)|听不懂.{0,3}话|我说(?:了)?(?:几|多少|八百|一百)遍|听(?:不|没)(?:懂|见|明白)(?:吗|是吗|我)|(?:聋|瞎|哑巴)了|有完没完|烦不烦|爱还不还|关我(?:什么|屁|啥)事|早(?:干嘛|干什么|干啥|干吗)(?:去)?了|活该|(?:还|也|怎么)(?:有脸|好意思)|脸皮|(?:你)?(?:以为|当)(?:你|自己)(?:是谁|多)|谁(?:惯|管)(?:着)?你|(?:卖|哭)(?:惨|穷)"
    r"|跟我(?:说|讲)(?:这些|这个)?(?:没|有什么)用|(?:不|没)(?:想|空|兴趣|功夫|时间)听(?:你|您)|磨(?:叽|蹭)|啰嗦|墨迹|(?:故事|借口|理由|这种话)(?:我|我们)?.{0,4}(?:听.{0,2}多|多了|天天)|(?:那)?是(?:你|您)(?:自己)?的事(?![情务实])|丢不丢人|(?:你|您)(?:是)?(?:怎么|咋)(?:当|做)的|(?:连)?(?:这|几|那)(?:点|百|千|万)(?:块)?钱(?:都|也)(?:没有|还不|拿不)|自己(?:签|借|花|刷|欠)的.{0,8}(?:自己)?(?:不看|不认|不知道|心里没)|(?:都|多大|这么大)(?:的)?人了(?:还|连)|(?:别|不要)(?:跟我)?(?:哭|嚎|闹)|哭.{0,3}(?:没用|有(?:什么)?用)|真(?:是)?(?:好笑|可笑|搞笑|逗|有意思)|笑死|呵呵|说得?(?:比唱|轻巧|好听)|(?:你|您)这(?:种|样的)(?:人|客户)|(?<!他)(?<!她)(?:借|花|用|刷|拿)(?:钱|卡)?(?:的)?时候(?:你|您)?.{0,8}(?:怎么(?:不|没)|咋(?:不|没)|想什么|干什么)|(?:你|您)(?:当初|当时)?(?:借|花|用|刷)(?:钱)?(?:的)?时候.{0,6}(?:痛快|爽快|积极)|(?:没|懒得|不想)(?:空|工夫|功夫|闲工夫|兴趣|心情|时间)?听(?:你|您)|(?:你|您)?(?:以为|当)(?:银行|这里|这儿|我们|我|公司)(?:是)?.{0,6}(?:家开|慈善|善堂|提款机|傻|好(?:欺负|糊弄|骗))|爱(?:信不信|听不听)|能不能(?:快|痛快|爽快|干脆)(?:点|一点)"
)
_EN = quick_pattern(
    r"\b(?:give me a break|are you (?:deaf|kidding|serious|even listening)|whatever(?=$| (?:man|pal|lady|dude|sir|you want\b(?! to)))|boo hoo|cry me|sob story|excuses?|not my problem|how hard (?:is it|can it be)|you people|grow up|be an adult|i don't (?:care|have time)|spare me|who (?:believes|do you think you)|save it|come on now|what did you expect|should've thought|should have thought|quit (?:whining|crying)|must be nice|heard (?:it|that) (?:all )?before|i've heard (?:that|it all|them all)|shame on you|good luck with that|that's on you)\b"
)


def _worse(spot: Spot, other: Spot) -> bool:
    """Another stretch of the same turn insults: more than a tone, and reported as such."""
    apart = other.end <= spot.start or other.start >= spot.end
    return other.turn is spot.turn and (apart or len(other.said) == len(spot.turn.text))


def find(reading: Reading) -> Iterable[Spot]:
    insults = [found[0] for found in insult.find(reading)]
    for spot in reading.find(_EN if reading.english else _ZH):
        if not spot.scope.reported and not any(_worse(spot, other) for other in insults):
            yield spot


DETECTOR = Detector(
    code="RUDE_TONE",
    find=find,
    why=Text("讥讽、不耐烦或责备的语气", "Sarcasm, impatience or blame"),
    rule="P5",
)
