"""Limitation (HARD-5; 12 CFR 1006.26(b)): misled about the effect of time, of a token payment or of a signature.

Judged where the debt is old, or where either side has spoken of three years, of time running out or of starting anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shounuo.inspection.detector import Detector
from shounuo.inspection.detectors._party import last_party
from shounuo.inspection.detectors._reply_ear import with_replies
from shounuo.inspection.frames import frames
from shounuo.inspection.frames.kinds import Found, Kind, find_kinds
from shounuo.inspection.reading import Reading
from shounuo.inspection.spots import Spot, TurnReading
from shounuo.kernel.text import Text

# Three years of days (民法典 188); a United States period is shorter or longer by State and is asked of the flag.
_OLD_DAYS = 1000
_TOPIC = re.compile(
    r"时效|三年|3年|两年|过期|诉讼期|好几年|多少年|几年|五年|这么多年|那么多年|老账|陈年|二十年|认账|重新(?:算|计|起算)|从头算"
    r"|statute|limitation|time.barred|years? (?:old|ago)|can't (?:even )?sue|too old|seven years|six years|four years|five years|start (?:it )?over|restart|reset|old (?:debt|loan|card|account)|\b20(?:0\d|1\d)\b|twenty (?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_WHY = Text(
    "对时效、部分还款或签字的效果作误导",
    "Misleads about limitation, or about what a token payment or a signature does",
)
_HONEST = re.compile(
    r"(?:可能|会)(?:导致|引起|构成|使)?.{0,6}(?:时效)?(?:中断|重新计算|重新起算|视为)|时效(?:抗辩|中断)|咨询律师|抗辩(?:权)?|可以不还|有权(?:拒绝|主张)|法律援助|(?:may|could|can|might|would) (?:restart|revive|reset|start)|won't sue|will not sue|can't sue you|cannot sue you|not sue|legal advice|talk to a lawyer"
)


def _speaks_of_time(reading: Reading, turn: TurnReading) -> bool:
    """The debt is old, or time has been spoken of by now."""
    context = reading.context
    if "time_barred" in context.open_flags or (context.days_past_due or 0) >= _OLD_DAYS:
        return not _HONEST.search(turn.text)
    said = any(_TOPIC.search(t.text) for t in reading.turns[: turn.at + 1])
    old = context.days_past_due is None or context.days_past_due >= 365
    return said and old and not _HONEST.search(turn.text)


KINDS = (
    Kind(
        _WHY,
        zh=frames(
            "zh",
            """
            token: (?:先|随便|就|多少|哪怕|只要|象征性|意思).{0,6}(?:还|交|存|打|转|换|付).{0,4}(?:个|一|点|几|十|五|两|二|三|百|\\d).{0,6}(?:块|元|百|十|钱|点).{0,14}(?:心意|诚意|态度|表示|意思|证明|就行|就好|就可以|活跃|没事|不影响|样子|应付|销|停)
            no_matter: (?:跟|和|与|对)(?:你|您)?(?:那|这|那个|这个|说的)*(?:三年|时效|五年|几年|诉讼|年限).{0,6}(?:没关系|没有关系|一点关系|无关|不影响|不搭界|不相干|两码事|没啥关系)
            not_affect: (?:不|没)(?:会)?(?:影响|等于|算|代表|改变|牵扯|涉及)..(?:什么|时效|认账|承认|重新|三年|诉讼|任何|[您你]什么|别的)
            just_sign: (?:签(?:个|一下|了|上)?(?:字|名|个字|个名)?|按(?:个)?手印|盖(?:个)?章).{0,14}(?:走(?:个)?(?:形式|过场|流程)|就行|没事|没关系|不影响|交差|回执|证明.{0,6}来过|应付|不代表|不算|手续|完事)
            sign_rev: (?:回执|走(?:个)?(?:形式|过场|流程)|格式|交差|手续|证明.{0,6}来过|应付(?:一下)?(?:领导|检查)?|例行公事).{0,24}签
            no_limit: (?:时效|三年|年限|过期|诉讼期|过了).{0,12}(?:没用|不管用|没有用|无所谓|不存在|没有这回事|骗人|谣言|都是假|不算|也(?:要|得|照样|必须|一样)|照样|一样(?:要|得|告|起诉)|作废|永远|没有时效|不适用|管不着|随时(?:都)?(?:能|可以))
            bank_none: (?:银行|贷款|信用卡|欠款|国家的钱|公家|债|账|我们).{0,6}(?:没有|不讲|不看|不受|不存在|不管|不认).{0,4}(?:时效|三年|年限|过期|期限|限制)
            sue_anyway: (?:三年|时效|多少年|几年|过了).{0,10}(?:法院|起诉|告|官司).{0,8}(?:照样|一样|都|还是|随时|也)(?:能|会|可以|判|受理|赢|管|支持|要)
            law_must: 法律.{0,4}(?:规定)?(?:必须|一定|都要|永远|照样).{0,6}(?:还|赖不掉|追)
            think_more: (?:想多了|想那么多|没那么复杂|没那(?:个)?说法|没这(?:个)?说法|别听(?:人|他|网上|这|那|别人)|网上(?:都|瞎|乱)|那(?:都)?是(?:瞎说|胡说|骗|谣言|误解))
            """,
        ),
        en=frames(
            "en",
            """
            token: (?:just|only|even|little|send|put|pay|give|get|do)_(?:\\w+_){0,3}(?:five|ten|twenty|twenty-five|fifty|hundred|couple|few|something|little|\\$?\\d+)_?(?:dollars|bucks|fifty|five|something)?....(?:good_faith|show|freeze|hold|stop|keep_it|active|open|off_your_back|gesture|token|nothing|no_harm|won't_hurt|settle_things)
            nothing: (?:nothing|nah|no|doesn't|does_not|won't|not|never|don't_worry)..(?:restart|start_over|start_it_over|start_anything|reset|revive|change_anything|affect|hurt|matter|mean_anything|count|clock|that's_a_myth|myth)
            no_expire: (?:doesn't|does_not|don't|never|no|isn't)_(?:just_|ever_|really_|exactly_)?(?:expire|go_away|evaporate|disappear|time_limit|statute|run_out|limit|expiration|how_it_works|quite_how|matter_how_old|an_expiration)
            sue_anyway: (?:still|can|could|they'll|we'll|will|going_to|gonna|might|always)_(?:\\w+_){0,3}(?:sue|sued|suing|court|in_front_of_a_judge|judgment|legal|lawsuit|file_on_you|file_suit|garnish\\w*)
            sign: (?:just|only)_(?:sign|initial|confirm|acknowledge|say_yes|agree)....(?:formality|receipt|nothing|for_my|records|doesn't|that_we_talked)
            """,
        ),
        confidence=0.75,
        shelters=frozenset(("quoted", "warned")),
        when=_speaks_of_time,
    ),
)
_ASKS_EFFECT = re.compile(
    r"(?:等于|算|是不是|会不会|就).{0,8}(?:认账|承认|重新|从头|没事|起算)|(?:影响|关系).{0,6}(?:吗|么|不)|start (?:it|the clock|everything|that) over|restart|reset|change anything|admit|revive"
)
_SOOTHES = re.compile(
    r"^(?:不会|不算|不等于|没有|没事|不影响|怎么会|哪会|放心|想多了|您放心|你放心|别多想|当然不|no\b|nah\b|nope\b|not at all|of course not|don't worry|doesn't)"
)


def find_misled(reading: Reading) -> Iterable[Found]:
    """Misleading words on time, and a soothing "no" to a straight question about their effect."""
    yield from find_kinds(reading, KINDS)
    for turn in reading.agent():
        asked = next(iter(last_party(reading, turn.at)), None)
        if (
            asked is None
            or not _ASKS_EFFECT.search(asked.text)
            or not _speaks_of_time(reading, turn)
        ):
            continue
        match = _SOOTHES.search(turn.text)
        if match:
            yield Spot(turn, match.start(), match.end()), _WHY, 0.8


DETECTOR = Detector(
    code="LIMITATION_MISLEAD",
    find=with_replies("LIMITATION_MISLEAD", find_misled),
    why=_WHY,
    rule="HARD-5",
    citation="民法典 188/192/195; 12 CFR 1006.26(b)",
)
