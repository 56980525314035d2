"""Invented people belong to nobody."""

from __future__ import annotations

from datetime import date
from random import Random

from shounuo.lab.nobody import (
    american_nobody,
    american_number,
    chinese_nobody,
    mainland_id,
    mainland_number,
)


def test_the_check_digit_is_that_of_the_standard() -> None:
    """ISO 7064 MOD 11-2, on which GB 11643 rests: the weight of place i is 2^(17-i) mod 11."""
    body = "00000019491231002"
    weights = [pow(2, 17 - i, 11) for i in range(17)]
    expected = "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]
    assert mainland_id(2, date(1949, 12, 31)) == body + expected


def test_numbers_are_in_no_range() -> None:
    """111 begins no mobile number; 555-01XX is kept for fiction."""
    assert mainland_number(7) == "11100000007"
    assert american_number(7)[5:] == "5550107"


def test_the_same_seed_makes_the_same_people() -> None:
    """People differ from each other and not between runs."""
    made = [
        [chinese_nobody(n, random).name for n in range(20)] for random in (Random(1), Random(1))
    ]
    assert made[0] == made[1]
    assert len(set(made[0])) > 10
    assert " " in american_nobody(1, Random(1)).name
