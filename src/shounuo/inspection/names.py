"""Whether an institution or a person was named, by characters or by sound.

A Chinese institution is named by its core (泽沃 of 泽沃消费金融有限公司) since nobody says the whole; an English one by the
words that are its own (Prairie Union of Prairie Union Credit).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from shounuo.inspection.sounds import sound_of
from shounuo.inspection.spelled import whole_words

_GENERIC = re.compile(
    r"(?:股份)?有限(?:责任)?公司|信用卡(?:中心|事业部|部)?|(?:个人)?(?:信贷|贷款|零售|小微)(?:业务)?部|分行|支行|中心|公司|集团|(?:农村)?(?:商业|农商|村镇)?银行|农商行|农商|农信社|农村信用(?:合作)?(?:联)?社|信用(?:合作)?(?:联)?社|合作银行"
    r"|消费金融|小额贷款|小贷|汽车金融|融资租赁|融资担保|金融|信息(?:服务|咨询|科技|技术)?|企业(?:服务|管理|咨询)?|服务外包|外包|资产(?:管理)?|商务(?:服务|咨询)?|法务|咨询|科技|服务|管理|网络|数据|技术"
)
_GENERIC_EN = {
    "bank", "credit", "union", "finance", "financial", "services", "service", "recovery", "group", "associates", "llc", "inc",
    "company", "co", "corp", "receivables", "solutions", "collections", "partners", "capital", "lending", "loans", "the", "and",
    "of", "card", "cards", "national", "federal", "management", "agency", "accounts", "&",
    "account", "asset", "assets", "debt", "legal", "law", "firm", "recoveries", "receivable", "resolution", "resolutions", "portfolio",
    "outsourcing", "billing", "servicing",
}  # fmt: skip

# Surnames of two characters, as far as they are still common.
_DOUBLE = frozenset(
    ("欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "宇文", "端木", "贺兰", "呼延")
)  # fmt: skip
_TITLES = ("先生", "女士", "小姐", "老师", "师傅", "老板", "总", "哥", "姐", "叔", "婶", "姨")


def addressed(name: str) -> tuple[str, ...]:
    """The forms a person is spoken of by: the whole name; in Chinese the surname with each title, in English
    the first and the last word. Two people's forms stand in the same order."""
    if name.isascii():
        words = name.split()
        return (name, words[0], words[-1]) if len(words) > 1 else (name,)
    surname = name[:2] if name[:2] in _DOUBLE else name[:1]
    return (name, *(surname + title for title in _TITLES))


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """The part of a Chinese name that is its own; the name itself when nothing else is left."""
    bare = _GENERIC.sub("", name)
    return bare if len(bare) >= 2 else name[:4]


def own_words(name: str) -> list[str]:
    """The words of an English name that are its own; all of them when none is."""
    words = re.findall(r"[a-z']+", name.lower().replace("&", " and "))
    return [w for w in words if w not in _GENERIC_EN] or words


@lru_cache(maxsize=4096)
def _english_core(name: str) -> re.Pattern[str] | None:
    own = own_words(name)
    joined = r" (?:(?:and|&) )?".join(map(re.escape, own[:2]))
    return re.compile(rf"\b{joined}\b") if own else None


def places(name: str, text: str, *, english: bool) -> Iterator[tuple[int, int]]:
    """Stretches of flat `text` that name the institution."""
    if not name:
        return
    if english:
        pattern = _english_core(name)
        yield from (m.span() for m in pattern.finditer(text)) if pattern else ()
        return
    wanted, heard = sound_of(core(name)), sound_of(text)
    at = heard.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = heard.find(wanted, at + 1)


def named(name: str, text: str, *, english: bool) -> bool:
    return next(places(name, text, english=english), None) is not None


def person_named(name: str, text: str, *, english: bool) -> bool:
    """The whole name by sound, or in English its first or last word."""
    if not name:
        return False
    if english:
        parts = (part for part in name.lower().split() if len(part) > 1)
        return any(next(whole_words(part, text), None) for part in parts)
    return sound_of(name) in sound_of(text)
