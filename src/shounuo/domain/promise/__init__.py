"""Promises to pay: their terms, their limits, and how payments settle them.

Decided here, each point stated where it is coded:
- A promise is kept when the money counted for it is at least the recorded amount, to one minor unit (P16).
- Transaction time decides whether money came in time; the later of posting and recording decides when
  we knew of it. A date-only payment counts as made at the end of its day for "after the promise" and
  as made on that day for "in time": both readings favour the customer (`entries`).
- One cent serves one promise. Money made inside a promise's days goes first to the promise whose last
  day comes first, then by the lender's card order, then the earlier made, then id. Only what is left
  may complete older promises late, oldest last day first (`allocation`).
- Money above a promise flows on to the next one in that order; what no promise takes stays free and is
  never saved for a promise made later (`allocation`).
- Who paid is kept beside the money and changes nothing in the verdict (代偿).
- Refunds, waivers (减免) and instalment conversions are credits: shown, never counted (`entries`).
- A reversed payment never happened, from the moment the reversal is known (`reversals`).
- Without payment rows a balance fall stands in for them and the verdict is provisional (`balance_fall`).
- A promise is not broken before every expected source covers its last day (`coverage`); an empty file
  covers. Paid in full is kept at once.
- A plan of several dated parts fails at its first failed part (`fold`).
- A cancellation after the last day changes nothing: a promise cannot be taken back once it is due.

Refused here: law (`rules`), storage, the clock. The settlement sees one customer at one lender.
"""

from __future__ import annotations

RULE_VERSION = "settlement-1"
