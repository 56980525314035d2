"""One night: extract → features → estimates → rank → gate → publish, each stage resumable.

`as_of` is the civil day the queues are for; everything before it counts. The same extract, strategy and
estimates give the same night, row for row. Any broken identity raises `Refused` before the switch.
"""

from shounuo.strategy.night.night import STAGES, Night
from shounuo.strategy.night.work import NightRefused

__all__ = ["STAGES", "Night", "NightRefused"]
