from pathlib import Path

import yaml
from a_night import published, run
from click.testing import CliRunner
from small_extract import DAY, rows, write

from shounuo.cli import main
from shounuo.strategy.lender_standing import LenderStanding, read_standing
from shounuo.strategy.night_gate import BulkGate

BANK = {
    "country": "CN",
    "kind": "bank",
    "packs": ["cn"],
    "agencies": [],
    "collector": "lender_staff",
    "organisation": "bank",
    "number_source": "contract",
    "line_approved": True,
    "line_private": False,
    "names_institution": True,
    "recording_works": True,
    "debt_kind": "consumer",
    "product": "credit_card",
    "adults": True,
    "other_parties": [],
}


def standing(**changes) -> LenderStanding:
    return LenderStanding(DAY, "Asia/Shanghai", {1: BANK, 2: {**BANK, **changes}})


def test_the_gate_of_the_rules_lets_a_lawful_plan_through(tmp_path):
    """With everything on file the mainland's rules allow the planned hours and the queue fills."""
    summary = run(write(tmp_path / "x", rows(150)), tmp_path, gate=BulkGate(standing()))
    assert summary["queued"] > 0
    assert summary["refused"] == 0


def test_a_lender_whose_recording_fails_is_not_queued(tmp_path):
    """One lender's broken recording keeps its cases out, by rule, and leaves the other's alone."""
    gate = BulkGate(standing(recording_works=False))
    summary = run(write(tmp_path / "x", rows(150)), tmp_path, gate=gate)
    assert {r["lender_id"] for r in published(summary, "queue")} == {1}
    assert all(r["outcome"] == "deny" and r["reason"] for r in published(summary, "refused"))


def test_what_nobody_put_on_file_is_never_allowed(tmp_path):
    """Without a lender's standing every candidate is refused with the rules that ask for it."""
    gate = BulkGate(read_standing(None, DAY))
    summary = run(write(tmp_path / "x", rows(80)), tmp_path, gate=gate)
    assert summary["queued"] == 0
    assert summary["refused"] == summary["asked"] > 0


class Alone(LenderStanding):
    """The same facts, every candidate asked about by itself."""

    def alike(self, row):
        return None


def test_shared_verdicts_are_those_of_each_candidate_alone(tmp_path):
    """Facts alike but for names give the same answers, fewer times asked."""
    extract = write(tmp_path / "x", rows(300))
    for changes in (
        {},
        {"recording_works": False},
        {"number_source": None},
        {"other_parties": None},
    ):
        shared, alone = (
            BulkGate(standing(**changes)),
            BulkGate(Alone(DAY, "Asia/Shanghai", standing(**changes).lenders)),
        )
        one = run(extract, tmp_path / "one", gate=shared)
        two = run(extract, tmp_path / "two", gate=alone)
        assert published(one, "queue") == published(two, "queue")
        assert published(one, "refused") == published(two, "refused")
        assert shared.decided < alone.decided == one["asked"]


def test_workers_answer_as_one_process_does(tmp_path):
    """Two workers give the same answers in the same order as none."""
    extract = write(tmp_path / "x", rows(150))
    pooled = BulkGate(standing(recording_works=False), workers=2)
    try:
        two = run(extract, tmp_path / "two", gate=pooled)
    finally:
        pooled.close()
    one = run(extract, tmp_path / "one", gate=BulkGate(standing(recording_works=False)))
    assert published(two, "queue") == published(one, "queue")
    assert published(two, "refused") == published(one, "refused")


def test_the_command_publishes_from_files(tmp_path: Path):
    """`shounuo nightly` with an extract and a standing file ends with the night's summary."""
    extract = write(tmp_path / "x", rows(60))
    (tmp_path / "standing.yaml").write_text(
        yaml.safe_dump({"zone": "Asia/Shanghai", "lenders": {1: BANK, 2: BANK}})
    )
    result = CliRunner().invoke(
        main,
        [
            "nightly",
            "--extract",
            str(extract),
            "--out",
            str(tmp_path / "n"),
            "--as-of",
            "2026-11-23",
            "--standing",
            str(tmp_path / "standing.yaml"),
            "--json",
        ],
    )
    assert result.exit_code == 0, result.output
    summary = yaml.safe_load(result.stdout.splitlines()[-1])
    assert summary["queued"] > 0
    assert summary["estimates"] == "rule-of-thumb"
    assert [n["code"] for n in summary["notices"]] == ["estimates-fall-back"]
    wrong = CliRunner().invoke(
        main,
        [
            "nightly",
            "--extract",
            str(extract),
            "--out",
            str(tmp_path / "n"),
            "--as-of",
            "2026-11-22",
        ],
    )
    assert wrong.exit_code != 0
    assert "2026-11-23" in wrong.output
