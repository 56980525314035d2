"""What is true of every settlement, on random books."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.promise.making import POLICY, at, covers, day, paid, promise
from domain.promise.naive_settlement import Wish, coins_of, decide
from shounuo.domain.promise.balance_fall import Snapshot
from shounuo.domain.promise.entries import EntryKind
from shounuo.domain.promise.policy import SettlementPolicy
from shounuo.domain.promise.replay import Book, changed, moments, replay
from shounuo.domain.promise.reversals import standing
from shounuo.domain.promise.terms import Ending, EndKind, Part

ACCOUNTS = ("gold", "silver")
days = st.integers(1, 12)
cents = st.integers(1, 9)
END = at(60)


@st.composite
def promises(draw, plain=False):
    found = []
    for index in range(draw(st.integers(1, 4))):
        made = draw(days)
        due = made + draw(st.integers(0, 5))
        first = Part(day(due), draw(cents))
        parts = [first]
        if not plain and draw(st.booleans()):
            parts.append(Part(day(due + draw(st.integers(1, 4))), draw(cents)))
        cards = (draw(st.sampled_from(ACCOUNTS)),)
        if not plain:
            cards = draw(st.sampled_from([(), ("gold",), ("silver",), ACCOUNTS]))
        one = promise(f"p{index}", made=made, parts=tuple(parts), accounts=cards)
        if not plain and draw(st.integers(0, 4)) == 0:
            kind = draw(st.sampled_from(list(EndKind)))
            when = draw(days)
            one = replace(one, ending=Ending(kind, at(when), at(when + draw(st.integers(0, 3)))))
        found.append(one)
    return found


@st.composite
def entries(draw, plain=False):
    kinds = [EntryKind.PAYMENT] * 4 + ([] if plain else list(EntryKind))
    names = ACCOUNTS if plain else (*ACCOUNTS, "")
    found = []
    for index in range(draw(st.integers(0, 6))):
        on = draw(st.integers(1, 18))
        found.append(
            paid(
                f"e{index}",
                draw(cents),
                on,
                seen=on + draw(st.integers(0, 6)),
                kind=draw(st.sampled_from(kinds)),
                account=draw(st.sampled_from(names)),
            )
        )
    payments = [e for e in found if e.kind is EntryKind.PAYMENT]
    for index in range(draw(st.integers(0, 2)) if payments else 0):
        undone = draw(st.sampled_from(payments))
        seen = draw(st.integers(1, 25))
        back = paid(f"r{index}", draw(cents), seen, kind=EntryKind.REVERSAL, reverses=undone.id)
        found.append(replace(back, account=undone.account))
    return found


@st.composite
def books(draw):
    files = draw(st.lists(st.tuples(days, st.integers(0, 9)), max_size=3))
    falling = draw(st.lists(st.tuples(days, st.sampled_from(ACCOUNTS), cents), max_size=4))
    snaps = tuple(Snapshot(a, "CNY", day(d), c * 3, at(d, 20)) for d, a, c in falling)
    coverage = tuple(covers(d, seen=d + lag) for d, lag in files)
    return Book(tuple(draw(promises())), tuple(draw(entries())), coverage, snaps, ("silver",))


def shuffled(draw, rows):
    return tuple(draw(st.permutations(list(rows))))


policies = st.sampled_from([POLICY, SettlementPolicy(), replace(POLICY, late_days=2)])


@given(st.data(), books(), policies)
def test_settlement_any_arrival_order_same_final_verdict(data, book, policy):
    """However the same facts arrive, and whenever each was recorded, the final verdicts are the same."""
    final = book.settle(policy, END)
    lags = data.draw(
        st.lists(st.integers(0, 20), min_size=len(book.entries), max_size=len(book.entries))
    )
    other = Book(
        shuffled(data.draw, book.promises),
        shuffled(
            data.draw,
            [
                replace(e, recorded_at=at(25 + lag))
                for e, lag in zip(book.entries, lags, strict=True)
            ],
        ),
        shuffled(data.draw, [replace(c, recorded_at=at(30)) for c in book.coverage]),
        shuffled(data.draw, book.snapshots),
        book.card_order,
    )
    assert other.settle(policy, END) == final


@given(books(), policies)
def test_no_cent_is_counted_twice(book, policy):
    """Over all promises a payment gives at most what stands of it, and no part gets more than it needs."""
    for moment in moments(book, policy):
        verdicts = book.settle(policy, moment)
        used = Counter()
        for verdict in verdicts:
            for counted in verdict.payments:
                used[counted.payment_id] += counted.minor
            assert all(p.in_time_minor + p.late_minor <= p.promised_minor for p in verdict.parts)
        known = [e for e in book.entries if e.known_at(policy.zone) <= moment]
        left = standing(known, policy.zone).left
        rows = {name: minor for name, minor in used.items() if not name.startswith("balance:")}
        assert all(minor <= left[name] for name, minor in rows.items())


@given(st.data(), books(), policies)
def test_replay_in_recorded_order_gives_the_same_history(data, book, policy):
    """Settling as each fact arrives, with only the facts so far, writes the history that replay rebuilds."""
    lived, last = [], {}
    for moment in moments(book, policy):
        so_far = Book(
            tuple(p for p in book.promises if p.recorded_at <= moment),
            tuple(e for e in book.entries if e.recorded_at <= moment),
            tuple(c for c in book.coverage if c.recorded_at <= moment),
            tuple(s for s in book.snapshots if s.recorded_at <= moment),
            book.card_order,
        )
        lived += changed(last, so_far.settle(policy, moment))
    mixed = replace(
        book,
        promises=shuffled(data.draw, book.promises),
        entries=shuffled(data.draw, book.entries),
    )
    assert replay(mixed, policy, END) == lived


@given(promises(plain=True), entries(plain=True), st.integers(1, 25), st.one_of(st.none(), days))
def test_a_naive_settlement_agrees(made, lines, today, covered):
    """Counting cents one by one gives the same states on the same cases."""
    files = [] if covered is None else [covers(covered, seen=1)]
    book = Book(tuple(made), tuple(lines), tuple(files))
    moment = at(today, 23)
    known = [e for e in lines if e.recorded_at <= moment]
    undone = Counter()
    for e in known:
        if e.kind is EntryKind.REVERSAL:
            undone[e.reverses] += e.minor
    first = day(1)
    payments = [
        (e.id, e.minor, (e.paid_on - first).days + 1, e.account)
        for e in known
        if e.kind is EntryKind.PAYMENT
    ]
    wishes = [
        Wish(
            p.id,
            p.recorded_minor,
            (p.made_at.date() - first).days + 1,
            (p.due_by - first).days + 1,
            p.accounts[0],
        )
        for p in made
        if p.recorded_at <= moment
    ]
    expected = decide(wishes, coins_of(payments, undone), today, covered, POLICY.late_days)
    assert {v.promise_id: v.state.value for v in book.settle(POLICY, moment)} == expected
