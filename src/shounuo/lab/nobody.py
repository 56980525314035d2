"""People who do not exist: names, numbers and ids for the demo, tests and files without any.

Numbers can belong to nobody: mainland ones begin with 111, which is no mobile range and no service
code; United States ones are 555-0100 to 555-0199, kept for fiction. Ids begin with 000000, which is
no region; the rest follows the form (birth date, sequence, check digit of GB 11643).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建国文华志远雨桐子涵欣怡浩然晓东海燕立新春梅"
FIRST = [
    "James",
    "Mary",
    "Robert",
    "Linda",
    "Michael",
    "Susan",
    "David",
    "Karen",
    "Richard",
    "Nancy",
    "Thomas",
    "Lisa",
    "Daniel",
    "Betty",
    "Paul",
    "Sandra",
    "Mark",
    "Ashley",
    "Donald",
    "Kim",
    "Steven",
    "Emily",
    "Andrew",
    "Donna",
    "Joshua",
    "Carol",
    "Kevin",
    "Amanda",
]
LAST = [
    "Carter",
    "Hughes",
    "Foster",
    "Bryant",
    "Russell",
    "Griffin",
    "Hayes",
    "Myers",
    "Ford",
    "Hamilton",
    "Graham",
    "Sullivan",
    "Wallace",
    "Woods",
    "Cole",
    "West",
    "Jordan",
    "Owens",
    "Reynolds",
    "Fisher",
    "Ellis",
    "Harrison",
    "Gibson",
    "McDonald",
    "Cruz",
    "Marshall",
]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999, check digit
CHECK = "10X98765432"


@dataclass(frozen=True, slots=True)
class Nobody:
    """One invented person."""

    name: str
    title: str
    id_no: str
    phone: str


def mainland_number(n: int) -> str:
    """An 11-digit number in no range; `n` below 10⁸."""
    return f"111{n % 10**8:08d}"


def american_number(n: int) -> str:
    """+1 NPA 555 01XX with an area code of the north-east."""
    area = (201, 203, 207, 215, 302, 315, 401, 413, 508, 603)[n // 100 % 10]
    return f"+1{area}55501{n % 100:02d}"


def mainland_id(n: int, born: date) -> str:
    """18 characters of the right form in a region that does not exist."""
    body = f"000000{born:%Y%m%d}{n % 1000:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + CHECK[total % 11]


def chinese_nobody(n: int, random: Random) -> Nobody:
    given = "".join(random.sample(GIVEN, random.choice((1, 2, 2))))
    born = date(random.randint(1958, 2004), random.randint(1, 12), random.randint(1, 28))
    title = random.choice(("先生", "女士"))
    name = random.choice(SURNAMES) + given
    return Nobody(name, title, mainland_id(n, born), mainland_number(n))


def american_nobody(n: int, random: Random) -> Nobody:
    name = f"{random.choice(FIRST)} {random.choice(LAST)}"
    return Nobody(name, random.choice(("Mr", "Ms")), f"000-00-{n % 10000:04d}", american_number(n))
