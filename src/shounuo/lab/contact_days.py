"""Random days of one customer with hostile timing: what happened, and what the gate is shown of it.

The gate decides each proposal on what was known at that moment: calls still in flight, outcomes that
never came, other parties' calls that nobody imported. The auditor is told the truth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from shounuo.lab.auditor import Day, Made
from shounuo.rules.facts import Facts
from shounuo.rules.past import Basis, Coverage, PastContact
from shounuo.rules.proposed import (
    Address,
    Channel,
    Collector,
    CollectorKind,
    Content,
    Direction,
    Line,
    Proposed,
    Role,
)
from shounuo.rules.standing import (
    Consent,
    Creditor,
    Customer,
    Debt,
    Hold,
    Location,
    Placement,
    Request,
)

DAY = date(2026, 6, 17)
MIDNIGHT = datetime(2026, 6, 16, 16, 0, tzinfo=UTC)  # 2026-06-17 00:00 in Beijing
# Minutes of the Beijing day at which mistakes are made.
EDGES = (0, 1, 479, 480, 481, 540, 720, 900, 1310, 1314, 1315, 1316, 1318, 1319, 1320, 1439)
NUMBERS = (Address("n1", source="contract"), Address("n2", source="left_by_customer"))
THIRD = Address("t1", source="left_by_customer")
Decide = Callable[[Facts], bool]


@dataclass(frozen=True)
class Truth:
    """A contact as it was, and as the gate is shown it: `seen` None is not shown at all."""

    made: Made
    seen: PastContact | None


def _moment(random: Random, day: int = 0) -> datetime:
    edge = random.choice(EDGES) if random.random() < 0.6 else random.randrange(480, 1320)
    seconds = random.choice((0, 0, 1, 59))
    return MIDNIGHT + timedelta(days=day, minutes=edge, seconds=seconds)


def _past(random: Random, day: int, shown: bool, organisation: str, answers: float = 0.45) -> Truth:
    """One earlier contact: mostly a call on one of two numbers, sometimes answered, told or not."""
    when, number = _moment(random, day), random.choice(NUMBERS)
    inbound, voice = random.random() < 0.05, random.random() < 0.9
    connected = inbound or (voice and random.random() < answers)
    told = connected if random.random() < 0.85 else None
    made = Made(when, "c1", number.id, voice, connected, 3, inbound)
    seen = PastContact(
        when,
        Channel.CALL if voice else Channel.TEXT,
        Direction.INBOUND if inbound else Direction.OUTBOUND,
        "c1",
        address_id=number.id if random.random() < 0.95 else None,
        connected=told,
        organisation=organisation,
    )
    return Truth(made, seen if shown else None)


@dataclass(frozen=True)
class Scene:
    """One customer's circumstances."""

    agency: bool
    coverage: str
    business: bool
    consent: bool
    refused: datetime | None
    died: bool
    held: bool
    placed: bool
    performing: bool


def _scene(random: Random) -> Scene:
    def rarely(chance: float) -> bool:
        return random.random() < chance

    return Scene(
        rarely(0.5),
        random.choice(("alone", "imported", "stale", "attested", "quota", "nobody")),
        rarely(0.05),
        rarely(0.1),
        _moment(random, -1) if rarely(0.3) else None,
        rarely(0.05),
        rarely(0.05),
        not rarely(0.05),
        rarely(0.05),
    )


def _coverage(scene: Scene, own: str, now: datetime) -> tuple[Coverage, ...]:
    day = MIDNIGHT + timedelta(days=1)
    if scene.coverage == "imported":
        return (Coverage("other", Basis.IMPORTED, now),)
    if scene.coverage == "stale":
        return (Coverage("other", Basis.IMPORTED, now - timedelta(minutes=1)),)
    if scene.coverage == "attested":
        return (Coverage("other", Basis.ATTESTATION, day, evidence="a1"),)
    if scene.coverage == "quota":
        share = Coverage(own, Basis.QUOTA, day, evidence="q1")
        return (replace(share, connected_share=2, attempts_share=4),)
    return ()


def _proposed(random: Random, scene: Scene, own: str, when: datetime, key: str) -> Proposed:
    third = random.random() < 0.2
    channel = Channel.CALL if random.random() < 0.85 else Channel.TEXT
    kind = CollectorKind.AGENCY if scene.agency else CollectorKind.LENDER_STAFF
    return Proposed(
        when,
        channel,
        "t1" if third else "c1",
        Role.THIRD_PARTY if third else Role.CUSTOMER,
        Collector(kind, own, "s1"),
        ("d1",),
        purpose="locate" if third else "collect",
        contact_id=key,
        address=THIRD if third else random.choice(NUMBERS),
        line=Line("l1", approved=True),
        content=Content(discloses_debt=not third),
        expected_duration=timedelta(minutes=random.choice((1, 2, 5, 12))),
        recording_works=random.choice((True, True, True, False, None)),
        first_contact=False,
    )


def _facts(scene: Scene, proposed: Proposed, known: list[PastContact]) -> Facts:
    own, when = proposed.collector.organisation, proposed.when
    always = MIDNIGHT - timedelta(days=90)
    others = {"alone": (), "nobody": None}.get(scene.coverage, ("other",))
    plan = "performing" if scene.performing else "none"
    kind = "business" if scene.business else "consumer"
    consent = Consent("night_contact", "c1", always, "r1") if scene.consent else None
    return Facts(
        proposed,
        Creditor("lender", "CN", "bank", frozenset({"agency", "other"})),
        Customer("c1", (Location("Asia/Shanghai", country="CN"),), NUMBERS, deceased=scene.died),
        (Debt("d1", kind, "credit_card", settled=False, plan=plan),),
        tuple(known),
        others,
        _coverage(scene, own, when),
        holds=(Hold("complaint", always),) if scene.held else (),
        requests=(Request("third_party_refuses", "t1", scene.refused),) if scene.refused else (),
        consents=(consent,) if consent else (),
        placements=(Placement("agency", always, None, ("d1",)),) if scene.placed else (),
    )


def _history(random: Random, scene: Scene, own: str) -> list[Truth]:
    """Earlier days and this one. Others' calls are shown only where they are imported."""
    past = [_past(random, -1 - random.randrange(3), True, own) for _ in range(random.randrange(5))]
    answers = random.choice((0.05, 0.4, 0.8))
    many = random.choice((0, 1, 2, 2, 3, 6, 9))
    past += [_past(random, 0, True, own, answers) for _ in range(many)]
    shown = scene.coverage == "imported"
    if scene.coverage in ("imported", "stale", "nobody"):
        past += [_past(random, 0, shown, "other") for _ in range(random.randrange(4))]
    return past


def _quota_truths(random: Random, scene: Scene) -> list[Truth]:
    """The other party keeps to its own share: one connected call and two tries a number."""
    if scene.coverage != "quota" or random.random() < 0.3:
        return []
    found = [_past(random, 0, False, "other") for _ in range(2)]
    first, second = (truth.made for truth in found)
    return [
        Truth(replace(first, connected=True, voice=True, inbound=False), None),
        Truth(replace(second, connected=False, voice=True, inbound=False), None),
    ]


def contact_days(seed: int, count: int, decide: Decide, proposals: int = 2) -> Iterator[Day]:
    """`count` days, each with up to `proposals` contacts put to `decide`, reproducible by `seed`."""
    random = Random(seed)
    for _ in range(count):
        yield _one_day(random, decide, random.randint(1, proposals))


def _one_day(random: Random, decide: Decide, proposals: int) -> Day:
    scene = _scene(random)
    own = "agency" if scene.agency else "lender"
    truths = _history(random, scene, own) + _quota_truths(random, scene)
    for at, when in enumerate(sorted(_moment(random) for _ in range(proposals))):
        proposed = _proposed(random, scene, own, when, f"k{at}")
        # Later rows of the same day are shown too: clocks differ, and a row is a row.
        known = [truth.seen for truth in truths if truth.seen is not None]
        random.shuffle(known)
        if decide(_facts(scene, proposed, known)):
            truths.append(_made(random, scene, proposed))
    return Day(
        [truth.made for truth in truths],
        scene.business,
        scene.consent,
        scene.refused,
        scene.died,
        scene.held,
        scene.placed or not scene.agency,
        scene.performing,
    )


def _made(random: Random, scene: Scene, proposed: Proposed) -> Truth:
    """The contact as made: its end may still be out when the next one is proposed."""
    voice, third = proposed.channel is Channel.CALL, proposed.role is Role.THIRD_PARTY
    connected, in_flight = voice and random.random() < 0.5, random.random() < 0.5
    lasts = proposed.expected_duration or timedelta(0)
    assert proposed.address is not None
    made = Made(
        proposed.when,
        proposed.person_id,
        proposed.address.id,
        voice,
        connected,
        int(lasts.total_seconds() // 60),
        ours=True,
        recorded=proposed.recording_works is True,
        third_party=third,
        to_customer=not third,
    )
    seen = PastContact(
        proposed.when,
        proposed.channel,
        Direction.OUTBOUND,
        proposed.person_id,
        proposed.role,
        proposed.address.id,
        connected=None if in_flight else connected,
        in_flight=in_flight,
        organisation=proposed.collector.organisation,
        contact_id=proposed.contact_id,
    )
    return Truth(made, seen)
