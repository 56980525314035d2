"""The tree over the heads: every leaf climbs to the top, and no other leaf does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shounuo.ledger.root import Head, climb, leaf, proof, tree_top

heads = st.integers(1, 40).map(
    lambda n: [Head(f"case:{i:03}", i + 1, f"{i:064x}") for i in range(n)]
)


@given(heads, st.data())
def test_each_head_climbs_to_the_top_and_a_changed_one_does_not(
    known: list[Head], data: st.DataObject
) -> None:
    """A proof carries its own head to the tree's top; the same head one event shorter ends elsewhere."""
    head = data.draw(st.sampled_from(known))
    steps = proof(known, head.chain)
    assert climb(leaf(head), steps) == tree_top(known)
    shorter = Head(head.chain, head.seq - 1, head.hash)
    assert climb(leaf(shorter), steps) != tree_top(known)
