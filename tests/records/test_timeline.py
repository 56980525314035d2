"""The timeline tells the case's story; who took it for a call and put it back is the call itself."""

from __future__ import annotations

from datetime import timedelta

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, make_world
from shounuo.records.actions.claim_next_case import claim_case
from shounuo.records.actions.release_case import release_case
from shounuo.records.queries.timeline import timeline


def test_a_claim_without_a_call_shows_and_one_with_a_call_does_not(
    django_on_both: Database,
) -> None:
    """Anna calls and puts back: one contact. Bao only looks: taken and put back."""
    world = make_world()
    play_a_call(world)
    case = world.cases[0].pk
    release_case(
        case_id=case, actor=world.anna, recorded_at=NOON + timedelta(minutes=5), reason="done"
    )
    words = [entry.word.zh for entry in timeline(world.case())]
    assert words == ["未到期", "承诺还款", "立案"]
    later = NOON + timedelta(hours=2)
    assert claim_case(case_id=case, staff=world.bao, recorded_at=later) is not None
    release_case(
        case_id=case, actor=world.bao, recorded_at=later + timedelta(minutes=1), reason="done"
    )
    assert [entry.word.zh for entry in timeline(world.case())][:2] == ["放回", "领取"]
