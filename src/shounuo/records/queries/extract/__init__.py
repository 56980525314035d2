"""The nightly extract: one consistent snapshot of a lender's open work, as Parquet for `strategy`.

Carries settled verdicts and the ageing that `domain` computes; decides nothing. Rows hold ids, civil
days, counts and minor units: no name, number, address, note or reference leaves the database.
"""

from shounuo.records.queries.extract.run import extract

__all__ = ["extract"]
