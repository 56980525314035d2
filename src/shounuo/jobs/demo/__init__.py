"""The demo floor: a lender, its people, an invented portfolio, and two months of work on it.

Everything is done through the same actions as real work; only the people and their luck are invented
(`lab`). Seeded: the same demo twice is the same demo.
"""
