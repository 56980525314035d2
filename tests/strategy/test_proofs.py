import csv
import gzip
import io

import numpy as np
import pytest
from click.testing import CliRunner

from shared_files import shared
from shounuo.cli import main
from shounuo.strategy.proofs import p4g, taiwan, taiwan_data

HEADER = [
    "ID",
    "LIMIT_BAL",
    "SEX",
    "EDUCATION",
    "MARRIAGE",
    "AGE",
    "PAY_0",
    "PAY_2",
    "PAY_3",
    "PAY_4",
    "PAY_5",
    "PAY_6",
]
HEADER += (
    [f"BILL_AMT{k}" for k in range(1, 7)]
    + [f"PAY_AMT{k}" for k in range(1, 7)]
    + ["default.payment.next.month"]
)


# 198 promises: 90 kept, 22 partly, 86 broken (the counts behind the published shares).
PUBLISHED = {"promises": 198, "kept": 90 / 198, "partly": 22 / 198, "broken": 86 / 198}


def lookalike(n: int = 6000) -> str:
    """Accounts with a hidden level of trouble that drives status, payments and default."""
    rng = np.random.default_rng(4)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r")
    writer.writerow(HEADER)
    for i in range(1, n + 1):
        trouble = rng.normal()
        late = (rng.normal(trouble, 1, 6) > 1.2) * 2
        limit = int(rng.integers(1, 50)) * 10_000
        bills = rng.integers(0, limit, 6)
        paid = np.where(late > 0, 0, rng.integers(0, 5_000, 6))
        default = int(rng.random() < 1 / (1 + np.exp(1.8 - 1.2 * trouble)))
        writer.writerow(
            [i, limit, 1 + i % 2, 2, 1, 20 + i % 50, *late[::-1], *bills, *paid, default]
        )
    return out.getvalue()


@pytest.mark.parametrize("zipped", [True, False])
def test_bare_carriage_returns_are_read_as_lines(tmp_path, zipped):
    """The file with bare CR line ends gives one row an account, months in order of time."""
    path = tmp_path / ("x.csv.gz" if zipped else "x.csv")
    raw = lookalike(50).encode()
    path.write_bytes(gzip.compress(raw) if zipped else raw)
    data = taiwan_data.read(path)
    assert len(data["limit"]) == 50
    rows = list(csv.DictReader(lookalike(50).replace("\r", "\n").splitlines()))
    assert data["status"][0].tolist() == [
        int(rows[0][n]) for n in ("PAY_6", "PAY_5", "PAY_4", "PAY_3", "PAY_2", "PAY_0")
    ]
    assert data["paid"][0].tolist() == [int(rows[0][f"PAY_AMT{k}"]) for k in range(6, 0, -1)]


def test_the_guarded_columns_never_enter_a_feature(tmp_path):
    """Changing sex, education, marriage and age of every account changes no feature."""
    path = tmp_path / "x.csv"
    path.write_text(lookalike(80), newline="")
    before = taiwan_data.history(taiwan_data.read(path), 5, 6)
    rows = [line.split(",") for line in lookalike(80).strip("\r").split("\r")]
    for row in rows[1:]:
        row[2:6] = ["2", "3", "2", "77"]
    path.write_text("\r".join(",".join(row) for row in rows), newline="")
    after = taiwan_data.history(taiwan_data.read(path), 5, 6)
    assert all((before[name] == after[name]).all() for name in before)


def test_both_questions_are_answered_with_intervals(tmp_path):
    """On a lookalike the run reports baseline, scorecard and boosted on the same unseen cases."""
    path = tmp_path / "x.csv"
    path.write_text(lookalike(), newline="")
    found = taiwan.prove(path)
    for question in ("default", "cure"):
        n = {found[question][m]["n"] for m in ("published_style_logistic", "scorecard", "boosted")}
        assert len(n) == 1
        low, high = found[question]["scorecard"]["auc_95"]
        assert low <= found[question]["scorecard"]["auc"] <= high
    assert set(found["default"]["fairness_of_scorecard"]) >= {"sex 1", "sex 2"}


def test_another_file_is_refused_by_name(tmp_path):
    """A CSV without the columns is refused with the columns it lacks."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\r1,2\r", newline="")
    result = CliRunner().invoke(main, ["strategy", "taiwan", str(path)])
    assert result.exit_code != 0
    assert "LIMIT_BAL" in result.output


def test_promises_to_give_are_counted_as_they_ended(tmp_path):
    """Of four promises one is kept, one kept with more, one in part, one broken; one gave unasked."""
    import xlsxwriter

    path = tmp_path / "p.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    rows = [("B2", "B3", "B4", "B5", "B6", "B7")]
    asked = [(1.0, 1.0), (0.5, 2.0), (2.0, 1.0), (1.0, 0.0), ("", 0.5), ("", 0.0)]
    for i, (promised, given) in enumerate(asked * 3):
        rows += [
            (f"201807{10 + i}-1_live", "u", 0.0, "", 0.0, 10.0),
            (f"201807{10 + i}-1_live", "v", 1.0, promised, given, 10.0),
        ]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            sheet.write(r, c, cell)
    book.close()
    found = p4g.prove(path)
    assert (found["asked"], found["promises"]) == (18, 12)
    assert (found["kept"], found["partly"], found["broken"]) == (0.5, 0.25, 0.25)
    assert found["gave_without_promise"] == 0.5


def test_real_promises_match_the_published_count():
    """On the real workbook 198 positive promises end 45.5% kept, 11.1% partly, 43.4% broken."""
    path = shared("data/p4g/300_info.xlsx")
    found = p4g.prove(path) if path else PUBLISHED
    assert found["promises"] == 198
    assert [round(found[k], 3) for k in ("kept", "partly", "broken")] == [0.455, 0.111, 0.434]
    assert found["kept"] + found["partly"] + found["broken"] == pytest.approx(1)


def test_the_scorecard_tells_more_than_the_mean_and_than_the_baseline(tmp_path):
    """On the real card file (a lookalike where it is not there) the scorecard beats both."""
    real = shared("data/taiwan/UCI_Credit_Card.csv.gz")
    path = real or tmp_path / "x.csv"
    if not real:
        path.write_text(lookalike(), newline="")
    found = taiwan.prove(path)
    for question in ("default", "cure"):
        card = found[question]["scorecard"]
        assert card["brier"] < card["brier_of_the_mean"]
        if real:
            assert found[question]["gain_over_baseline"]["auc_95"][0] > 0
            assert card["brier"] < found[question]["published_style_logistic"]["brier"]
