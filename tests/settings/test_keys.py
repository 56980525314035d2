"""Secrets are made once, privately, and never guessed."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from shounuo.settings import keys


@pytest.fixture(autouse=True)
def _own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOUNUO_KEYS_DIR", str(tmp_path / "elsewhere"))


def test_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    """The second asking gives the first answer; file 0600, folder 0700, nothing else left behind."""
    first = keys.raw("data")
    assert len(first) == 32
    assert keys.raw("data") == first
    assert keys.raw("hash") != first
    folder = tmp_path / "elsewhere"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(f.stat().st_mode) for f in folder.iterdir()} == {0o600}
    assert sorted(f.name for f in folder.iterdir()) == ["data.key", "hash.key"]


def test_racing_first_uses_agree() -> None:
    """Many that ask at once get one key."""
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(lambda _: keys.text("data"), range(64)))) == 1


def test_environment_wins_and_a_short_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key given by the environment is used as it is, or refused."""
    monkeypatch.setenv("SHOUNUO_DATA_KEY", "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=")
    assert keys.raw("data") == b"A" * 32
    monkeypatch.setenv("SHOUNUO_DATA_KEY", "c2hvcnQ=")
    with pytest.raises(ImproperlyConfigured, match="5 bytes"):
        keys.raw("data")
