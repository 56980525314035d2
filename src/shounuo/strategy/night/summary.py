"""What the published night tells of itself."""

from __future__ import annotations

from typing import Any

import ibis
import pyarrow.compute as pc

from shounuo.strategy import identities
from shounuo.strategy.night.work import Work
from shounuo.strategy.vocabulary import DECISIONS


def summary(work: Work) -> dict[str, Any]:
    """Raises `NightRefused` where not every account has a decision."""
    decisions = _decisions(work)
    accounts = work.manifest.totals["accounts"]["rows"]
    work.refuse(identities.equal("cases.rows", accounts, sum(decisions.values())))
    return {
        "as_of": work.manifest.as_of,
        "strategy": f"{work.night.strategy.name} v{work.night.strategy.version} {work.night.strategy.digest}",
        "challenger": work.night.challenger.digest if work.night.challenger else "",
        "estimates": work.night.estimates.name,
        "accounts": accounts,
        "decisions": decisions,
        "asked": work.filled.asked,
        "queued": work.queue.num_rows,
        "refused": work.refused.num_rows,
        "capacity_seconds": sum(work.capacity.values()),
        "queued_seconds": pc.sum(work.queue["expected_seconds"]).as_py() or 0,
        "queued_value_cents": pc.sum(work.queue["value_cents"]).as_py() or 0,
        "notices": [
            {"code": n.code, "zh": n.line("zh"), "en": n.line("en")} for n in work.night.notices
        ],
    }


def _decisions(work: Work) -> dict[str, int]:
    bound = ibis.table(work.case_schema, name="cases")
    grouped = bound.group_by("decision").agg(n=bound.count())
    rows = work.engine.fetch("decisions", grouped).to_pylist()
    found = {row["decision"]: row["n"] for row in rows}
    return {name: found.get(code, 0) for code, name in enumerate(DECISIONS)}
