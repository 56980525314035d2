import json

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, roc_auc_score

from shounuo.lab.history import live
from shounuo.lab.house import house_strategy
from shounuo.lab.world import World
from shounuo.strategy import estimates
from shounuo.strategy.learning import TooThinError, as_data, edges_of, learn, told
from shounuo.strategy.quality import calibration_error, drift, fairness, psi, quality
from shounuo.strategy.scorecard import Bins, Scorecard
from shounuo.strategy.training import USED, train

PRYING = {"sex", "age", "marriage", "education", "ethnicity", "religion"}


def drawn(n: int, seed: int):
    """x, a noise column, and an outcome whose logit is −1 below 5, 0 below 10, +1 from 10."""
    rng = np.random.default_rng(seed)
    x, noise = rng.integers(0, 15, n), rng.integers(0, 9, n)
    logit = np.select([x < 5, x < 10], [-1.0, 0.0], 1.0)
    outcome = (rng.random(n) < 1 / (1 + np.exp(-logit))).astype(np.int64)
    return {"x": x, "noise": noise}, outcome


def test_a_learned_card_finds_the_truth_it_was_drawn_from():
    """With known chances of 26.9%, 50% and 73.1% the card tells each within two points of a hundred."""
    columns, outcome = drawn(60_000, 1)
    card = learn(columns, outcome, edges={"x": (5, 10), "noise": (4,)})
    later, _ = drawn(1_000, 2)
    chance = told(card, later)
    for low, high, truth in ((0, 5, 0.269), (5, 10, 0.5), (10, 15, 0.731)):
        rows = (later["x"] >= low) & (later["x"] < high)
        assert chance[rows] == pytest.approx(truth, abs=0.02)


def test_calibration_on_later_cases_sets_the_level():
    """Where later outcomes are rarer, the calibrated card tells the later rate."""
    columns, outcome = drawn(20_000, 1)
    later, happened = drawn(20_000, 2)
    rarer = happened * (np.random.default_rng(3).random(20_000) < 0.5)
    card = learn(columns, outcome, calibrate=(later, rarer))
    assert told(card, later).mean() == pytest.approx(rarer.mean(), abs=0.01)


def test_columns_and_single_rows_tell_the_same():
    """`told` on many rows equals `Scorecard.score` on each."""
    columns, outcome = drawn(3_000, 4)
    card = learn(columns, outcome)
    chance = told(card, columns)
    for i in range(0, 3_000, 97):
        assert round(chance[i] * 10_000) == card.score({n: int(v[i]) for n, v in columns.items()})


def test_reasons_are_points_against_the_average_account():
    """A reason says how far this row's bin lies from the average, the strongest first."""
    card = Scorecard(0, {"a": Bins((5,), (10, -10)), "b": Bins((1,), (0, 40))}, {"a": 4, "b": 0})
    found = card.reasons({"a": 9, "b": 2})
    assert [(r.feature, r.points) for r in found] == [("b", 40), ("a", -14)]


def test_too_few_outcomes_are_refused():
    """Below fifty of either outcome nothing is learned."""
    with pytest.raises(TooThinError):
        learn({"x": np.arange(1000)}, (np.arange(1000) < 49).astype(np.int64))


def test_edges_rise_and_leave_the_lowest_value_a_bin_of_its_own():
    """Mostly-zero counts give rising edges above zero."""
    edges = edges_of(np.array([0] * 80 + list(range(1, 21))))
    assert edges
    assert edges[0] > 0
    assert list(edges) == sorted(set(edges))


def test_a_rare_flag_and_a_rare_count_keep_their_bins():
    """A flag of one in twenty gets its edge; of 900 zeros, 60 ones and 40 twos, ones and twos stand apart."""
    assert edges_of(np.repeat([0, 1], [950, 50])) == (1,)
    assert edges_of(np.repeat([0, 1, 2], [900, 60, 40])) == (1, 2)
    assert edges_of(np.repeat([0, 1], [951, 49])) == ()  # fewer than fifty tell nothing


def test_a_learned_card_tells_a_rare_flag():
    """Of one in twenty the chance is 10%, of the others 50%: both are told within two points of a hundred."""
    rng = np.random.default_rng(6)
    flag = (rng.random(40_000) < 0.05).astype(np.int64)
    outcome = (rng.random(40_000) < np.where(flag == 1, 0.1, 0.5)).astype(np.int64)
    card = learn({"flag": flag}, outcome)
    assert told(card, {"flag": np.array([0, 1])}) == pytest.approx([0.5, 0.1], abs=0.02)


def test_the_rule_of_thumb_counts_age_and_amount_once():
    """In whether a promise is kept and in self-cure, not again in contact, promise and share.

    A step of past due from 1,000 to 4,472 yuan (the middles of two bins) is 0.274 · ln 4.472 · 50 = 20.5 points.
    """
    cards = estimates.prior().cards
    for once in ("days_past_due", "past_due_cents"):
        assert [target for target, card in cards.items() if once in card.bins] == [
            "kept",
            "self_cure",
        ]
    assert len(set(estimates.prior().amount_share_bp.bins.points)) == 1
    for target in ("kept", "self_cure"):
        assert np.diff(cards[target].bins["past_due_cents"].points) == pytest.approx(-20.5, abs=1)


def test_bins_without_one_more_point_are_refused():
    """Bins need one more point than edges, and rising edges."""
    for edges, points in (((1, 2), (0, 0)), ((2, 1), (0, 0, 0))):
        with pytest.raises(ValueError, match="bins"):
            Bins(edges, points)


def test_psi_by_hand():
    """(0.8−0.5)·ln(0.8/0.5) + (0.2−0.5)·ln(0.2/0.5) = 0.1410 + 0.2749 = 0.4159."""
    assert psi([50, 50], [80, 20]) == pytest.approx(0.4159, abs=1e-4)
    assert [drift(v) for v in (0.05, 0.10, 0.25)] == ["steady", "watch", "act"]


def test_quality_is_that_of_scikit_learn_equal_chances_too():
    """The AUC, its interval from the same draws, and the Brier score of 500 cases with 11 chances among them."""
    rng = np.random.default_rng(3)
    chance = rng.integers(0, 11, 500) / 10
    truth = (rng.random(500) < chance).astype(int)
    found, draws = quality(truth, chance, seed=7), np.random.default_rng(7)
    samples = [draws.integers(0, 500, 500) for _ in range(200)]
    theirs = [roc_auc_score(truth[rows], chance[rows]) for rows in samples]
    assert found["auc"] == pytest.approx(roc_auc_score(truth, chance), abs=1e-12)
    assert found["auc_95"] == pytest.approx(np.quantile(theirs, (0.025, 0.975)), abs=1e-12)
    assert found["brier"] == pytest.approx(brier_score_loss(truth, chance), abs=1e-12)


def test_quality_by_hand():
    """Four cases, one pair of four misordered: AUC ¾; squares 0.01, 0.36, 0.16, 0.04 mean 0.1425."""
    found = quality(np.array([0, 0, 1, 1]), np.array([0.1, 0.6, 0.6 - 1e-9, 0.8]))
    assert found["auc"] == pytest.approx(0.75)
    assert found["brier"] == pytest.approx(0.1425, abs=1e-6)
    assert calibration_error(np.array([0, 1]), np.array([0.5, 0.5])) == pytest.approx(0.5)


def test_fairness_leaves_out_groups_without_both_outcomes():
    """A group in which nothing differs cannot be ranked and is not reported."""
    groups = {"all": np.array([True] * 4), "one": np.array([True, False, False, False])}
    found = fairness(np.array([0, 1, 0, 1]), np.array([0.1, 0.9, 0.2, 0.8]), groups)
    assert list(found) == ["all"]
    assert found["all"]["told"] == pytest.approx(0.5)


def test_no_estimate_looks_at_who_somebody_is():
    """Neither the learned nor the rule-of-thumb cards use a guarded attribute."""
    prior = {name for card in estimates.prior().cards.values() for name in card.bins}
    assert not (prior | {n for names in USED.values() for n in names}) & PRYING


def test_training_learns_from_a_houses_nights_and_judges_on_the_last(lived, tmp_path):
    """From simulated nights a model file is written that loads, with its card and an honest origin."""
    nights, extract = lived
    found = train(nights, extract, tmp_path / "model.json")
    loaded, problem = estimates.load(tmp_path / "model.json")
    assert problem is None
    assert loaded.trained_through == found["trained_through"]
    for target, figures in found["targets"].items():
        assert figures["origin"].startswith(("learned", "rule of thumb"))
        if figures["origin"] == "learned":
            assert figures["learned"]["brier"] < figures["rule_of_thumb"]["brier"]
            assert as_data(loaded.cards[target])["average"]
    counted = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))["seen"]
    for target, histogram in counted.items():
        assert bool(histogram) == (found["targets"][target]["origin"] == "learned")
    assert "Never used" in (tmp_path / "model.md").read_text(encoding="utf-8")
    assert (
        json.loads((tmp_path / "model.json").read_text())["quality"].keys() == loaded.cards.keys()
    )


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """A simulated house's forty nights with a good deal of chance in whom it called, and what followed."""
    rng = np.random.default_rng(5)

    def mixed(seen):
        scores = house_strategy()(seen)
        return np.where(rng.random(len(scores)) < 0.3, rng.random(len(scores)) * 1e7, scores)

    return live(World(1500, 40, 25_000, 9), mixed, tmp_path_factory.mktemp("lived"))


def test_a_model_that_cannot_be_bettered_stays_as_it_is(lived, tmp_path):
    """Trained again on the same nights nothing is better: the file keeps every byte, the card says so."""
    out = tmp_path / "model.json"
    assert train(*lived, out)["changed"]
    before = out.read_bytes()
    again = train(*lived, out)
    assert not again["changed"]
    assert out.read_bytes() == before
    learned = json.loads(before)["quality"]
    for target, told_ in again["targets"].items():
        was = learned[target]["origin"]
        assert told_["origin"].partition(":")[0] == (
            "kept" if was == "learned" else "rule of thumb"
        )
    assert "stays as it was" in out.with_suffix(".md").read_text(encoding="utf-8")


def test_a_held_card_that_tells_worse_gives_way_and_the_others_stay(lived, tmp_path):
    """With one card's level shifted by four logits that card is learned anew; what was good is kept."""
    out = tmp_path / "model.json"
    train(*lived, out)
    data = json.loads(out.read_text(encoding="utf-8"))
    good = dict(data["cards"])
    part = next(t for t, own in data["quality"].items() if own["origin"] == "learned")
    data["cards"][part] = {**good[part], "base": good[part]["base"] + 200}
    out.write_text(json.dumps(data), encoding="utf-8")
    found = train(*lived, out)
    after = json.loads(out.read_text(encoding="utf-8"))
    assert found["changed"]
    assert found["targets"][part]["origin"] == "learned"
    assert after["cards"] == good
    assert after["seen"][part] == data["seen"][part]


def test_nothing_learned_writes_no_model(lived, tmp_path, monkeypatch):
    """With outcomes too few for every part there is a card that says so and no model file."""
    monkeypatch.setattr("shounuo.strategy.learning.MINIMUM_EVENTS", 10**9)
    monkeypatch.setattr("shounuo.strategy.sizes.MINIMUM", 10**9)
    found = train(*lived, tmp_path / "model.json")
    assert not found["changed"]
    assert not (tmp_path / "model.json").exists()
    assert "rule of thumb" in (tmp_path / "model.md").read_text(encoding="utf-8")


def test_examples_are_bounded_and_the_same_each_time(lived, tmp_path, monkeypatch):
    """At most so many a night, of different accounts on different nights, the same at every run."""
    from shounuo.strategy.examples import gather

    monkeypatch.setattr("shounuo.strategy.examples.MOST_A_NIGHT", 20)
    once, again = (
        gather(*lived, "self_cure", tmp_path, ("past_due_cents", "account_id")) for _ in range(2)
    )
    assert max(np.unique(once.day, return_counts=True)[1]) == 20
    assert (once.columns["account_id"] == again.columns["account_id"]).all()
    assert len(set(once.columns["account_id"].tolist())) > 40
