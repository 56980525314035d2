"""A call as a negotiation: what lay on the table, who put it there, and what was agreed when the line was cut.

An offer of the customer that the collector takes down stands unless he then says no. What the collector asks for stands
only on a yes. A question, a condition or a guess is an offer that stands only once it is taken down. The last state wins.
"""

from __future__ import annotations

from shounuo.inspection.agreement.agreed import Agreed
from shounuo.inspection.agreement.collectors_turn import collector_speaks
from shounuo.inspection.agreement.customers_turn import customer_speaks
from shounuo.inspection.agreement.left_standing import last_word
from shounuo.inspection.agreement.talk import Talk
from shounuo.inspection.once import once
from shounuo.inspection.reading import Reading


@once
def negotiated(reading: Reading) -> Agreed | None:
    """What lay between them at the end, whether it stands (`stands`) or not; None when no day was spoken of."""
    talk = Talk(reading)
    for turn in reading.turns:
        if turn.is_agent:
            collector_speaks(talk, turn)
        else:
            customer_speaks(talk, turn)
    last_word(talk)
    if talk.agreed is not None and talk.agreed.terms.day is not None:
        return talk.agreed
    theirs = reading.party()
    if talk.table.day is None or not theirs:
        return None
    return Agreed(talk.table, theirs[-1].at, own=False, held=False)
