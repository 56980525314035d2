"""The evidence pack of one case, from the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shounuo.ledger.pack import write_pack
from shounuo.ledger.root import Head, climb, leaf, proof, tree_top
from shounuo.records.models import Case, DailyRoot, PersonalValue
from shounuo.records.queries.evidence import chained
from shounuo.records.queries.roots import exported, heads_of

ROOTS_IN_PACK = 400


def case_pack(case_id: int, *, disclose: bool) -> bytes:
    """The zip. With `disclose`, personal values go in with their salts; without, commitments only."""
    case = Case.objects.select_related("lender").get(pk=case_id)
    chain = f"case:{case.pk}"
    return write_pack(
        summary=_summary(case),
        events=chained(chain),
        disclosures=_disclosures(chain) if disclose else (),
        roots=list(_roots(chain)),
    )


def _summary(case: Case) -> dict[str, Any]:
    return {
        "case": case.pk,
        "lender": case.lender.full_name,
        "chain": f"case:{case.pk}",
        "opened_at": case.opened_at.isoformat(),
        "closed_at": case.closed_at.isoformat() if case.closed_at else None,
        "state": case.state,
    }


def _disclosures(chain: str) -> Iterator[dict[str, Any]]:
    values = PersonalValue.objects.filter(event__chain=chain).select_related("event")
    for row in values.order_by("event__seq", "name"):
        yield {"seq": row.event.seq, "name": row.name, "salt": row.salt, "value": row.value}


def _roots(chain: str) -> Iterator[dict[str, Any]]:
    """Each daily root under which this chain moved, and the newest one, with its proof."""
    newest = DailyRoot.objects.order_by("-day").first()
    for root in DailyRoot.objects.order_by("day")[:ROOTS_IN_PACK]:
        moved = any(entry[0] == chain for entry in root.moved)
        if moved or root == newest:
            heads = heads_of(root)
            yield from _proved(root, heads, chain)


def _proved(root: DailyRoot, heads: list[Head], chain: str) -> Iterator[dict[str, Any]]:
    head = next((one for one in heads if one.chain == chain), None)
    if head is None:
        return
    steps = proof(heads, chain)
    assert climb(leaf(head), steps) == tree_top(heads)
    yield {
        **exported(root),
        "chain": chain,
        "seq": head.seq,
        "head": head.hash,
        "proof": [list(step) for step in steps],
    }
