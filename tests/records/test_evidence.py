"""The ledger finds tampering, and an offline stranger finds it too."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from machinery.databases import Database
from records.play import play_a_call
from records.world import NOON, World, make_world
from shounuo.documents.evidence_pack import case_pack
from shounuo.records.actions.erase_person import erase_person
from shounuo.records.actions.seal_day import seal_day
from shounuo.records.models import ChainHead, DailyRoot, Event, PersonalValue
from shounuo.records.queries.evidence import Checked, check_everything
from shounuo.records.queries.roots import exported

DAY = date(2026, 11, 20)


@pytest.fixture
def sealed(django_on_both: Database) -> tuple[World, dict[str, object]]:
    """A day with a promise, sealed; the exported root is held outside."""
    world = make_world(2)
    play_a_call(world)
    return world, exported(seal_day(day=DAY, recorded_at=NOON + timedelta(hours=9)))


def faults(checked: Checked) -> set[str]:
    return {one.code for one in checked.breaks} | {one["code"] for one in checked.root_faults}


def test_an_untouched_ledger_is_whole(sealed: tuple[World, dict[str, object]]) -> None:
    """Nothing was touched and nothing is reported, with the exported root in hand."""
    checked = check_everything([sealed[1]])
    assert checked.whole
    assert checked.roots == 1
    assert checked.events == Event.objects.count()


def test_changed_removed_and_reordered_events_are_found(
    sealed: tuple[World, dict[str, object]],
) -> None:
    """Each kind of tampering in the middle of a chain is found by the walk alone."""
    chain = f"case:{sealed[0].cases[0].pk}"
    second = Event.objects.get(chain=chain, seq=2)
    Event.objects.filter(pk=second.pk).update(actor="9999")
    assert "content" in faults(check_everything())
    Event.objects.filter(pk=second.pk).update(actor=second.actor)
    third = Event.objects.get(chain=chain, seq=3)
    Event.objects.filter(pk=second.pk).update(seq=1000)
    Event.objects.filter(pk=third.pk).update(seq=2)
    Event.objects.filter(pk=second.pk).update(seq=3)
    assert "prev" in faults(check_everything())
    Event.objects.filter(pk=second.pk).delete()
    assert "gap" in faults(check_everything())


def test_tail_truncation_against_exported_root(sealed: tuple[World, dict[str, object]]) -> None:
    """A tail cut with its head row mended passes the walk, and fails against the exported root
    even when the stored root was deleted or recomputed to fit."""
    world, root = sealed
    chain = f"case:{world.cases[0].pk}"
    last = Event.objects.filter(chain=chain).order_by("-seq")[:2]
    cut, before = last[0], last[1]
    PersonalValue.objects.filter(event=cut).delete()
    Event.objects.filter(pk=cut.pk).delete()
    ChainHead.objects.filter(chain=chain).update(seq=before.seq, hash=before.hash)
    assert "tail" in faults(check_everything([root]))
    DailyRoot.objects.all().delete()
    assert check_everything().whole  # nothing inside shows it any more
    assert faults(check_everything([root])) == {"exported_root_missing"}
    seal_day(day=DAY, recorded_at=NOON + timedelta(hours=9))
    assert "exported_root_differs" in faults(check_everything([root]))


def test_erasure_keeps_chain_valid(sealed: tuple[World, dict[str, object]]) -> None:
    """After a lawful erasure the number is gone everywhere and every chain is still whole."""
    world, root = sealed
    customer = world.cases[0].customer
    assert PersonalValue.objects.filter(customer=customer).exists()
    erase_person(
        customer_id=customer.pk,
        actor=world.lead,
        recorded_at=NOON + timedelta(days=1),
        ground="PIPL art. 47, request of the person",
    )
    customer.refresh_from_db()
    assert (customer.name, customer.id_no, customer.ref) == ("", "", "")
    assert not PersonalValue.objects.filter(customer=customer).exists()
    assert check_everything([root]).whole


def unpacked(body: bytes, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(body)).extractall(folder)
    return folder


def verdict(folder: Path, *arguments: str) -> tuple[int, str]:
    """Runs the pack's own script in isolated mode: no package of ours can be imported."""
    line = [sys.executable, "-I", str(folder / "verify.py"), *arguments]
    ran = subprocess.run(line, capture_output=True, text=True, check=False, cwd=folder)
    return ran.returncode, ran.stdout


def test_a_stranger_verifies_the_pack_offline(
    sealed: tuple[World, dict[str, object]], tmp_path: Path
) -> None:
    """The pack is valid with the exported root; one changed digit in an event or a value is found."""
    world, root = sealed
    outside = tmp_path / "root.json"
    outside.write_text(json.dumps(root), encoding="utf-8")
    folder = unpacked(case_pack(world.cases[0].pk, disclose=True), tmp_path / "pack")
    code, said = verdict(folder, "--root", str(outside))
    assert (code, said.strip().splitlines()[-1]) == (0, "VALID")
    assert "1 held from outside" in said
    for name, old, new in [
        ("events.jsonl", "710835", "710834"),
        ("disclosures.jsonl", "1110000", "1110001"),
    ]:
        path = folder / name
        whole = path.read_text(encoding="utf-8")
        assert old in whole
        path.write_text(whole.replace(old, new, 1), encoding="utf-8")
        assert verdict(folder)[0] == 1
        path.write_text(whole, encoding="utf-8")
    events = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    (folder / "events.jsonl").write_text("\n".join(events[:-1]) + "\n", encoding="utf-8")
    assert verdict(folder, "--root", str(outside))[0] == 1


def test_a_withheld_pack_holds_commitments_only(sealed: tuple[World, dict[str, object]]) -> None:
    """Without disclosure no number stands anywhere in the zip."""
    body = case_pack(sealed[0].cases[0].pk, disclose=False)
    archive = zipfile.ZipFile(io.BytesIO(body))
    text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "1110000" not in text
    assert "王建国" not in text


def test_the_command_reports_and_fails(
    sealed: tuple[World, dict[str, object]], django_on_both: Database
) -> None:
    """`shounuo evidence verify --json` ends 0 on a whole ledger and 1 on a changed one."""
    ran = django_on_both.shounuo("evidence", "verify", "--json")
    assert (ran.returncode, json.loads(ran.stdout.splitlines()[-1])["whole"]) == (0, True), (
        ran.stderr
    )
    Event.objects.filter(seq=1).update(actor="9999")
    ran = django_on_both.shounuo("evidence", "verify", "--json")
    assert (ran.returncode, json.loads(ran.stdout.splitlines()[-1])["whole"]) == (1, False)
