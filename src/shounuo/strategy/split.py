"""Who is drawn: a salted permutation of account ids, the same in Python, DuckDB and Spark.

x → ((x mod p)·a + b)⁵ mod p with p = 2³¹−1. Five is prime to p−1, so raising to the fifth permutes the
residues: every bucket has its fair share, and no product leaves 63 bits. Not cryptography: it only has
to be fair, repeatable, and unrelated between salts.
"""

from __future__ import annotations

import hashlib

import ibis.expr.types as ir

PRIME = 2**31 - 1
MILLION = 1_000_000


def _salts(salt: str) -> tuple[int, int]:
    digest = hashlib.sha256(salt.encode()).digest()
    a = int.from_bytes(digest[:8], "big") % (PRIME - 1) + 1
    return a, int.from_bytes(digest[8:16], "big") % PRIME


def draw(account_id: int, salt: str) -> int:
    """0–999,999, uniform over accounts for each salt."""
    a, b = _salts(salt)
    x = ((account_id % PRIME) * a + b) % PRIME
    square = (x * x) % PRIME
    return ((square * square) % PRIME * x) % PRIME % MILLION


def draw_column(account_id: ir.IntegerValue, salt: str) -> ir.IntegerValue:
    """The same draw as a column."""
    a, b = _salts(salt)
    x = ((account_id % PRIME) * a + b) % PRIME
    square = (x * x) % PRIME
    return ((square * square) % PRIME * x) % PRIME % MILLION
