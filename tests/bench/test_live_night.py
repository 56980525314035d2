"""The bench of the live night runs on a desk of its own and tells its parts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from shounuo.strategy.night import STAGES


def test_a_small_live_night_is_measured_whole(tmp_path: Path) -> None:
    """Every account is decided, the stages add up to the time told, and the same night changes nothing."""
    line = [sys.executable, "-m", "shounuo", "bench", "live-night", "--accounts", "1000", "--json"]
    environment = {**os.environ, "SHOUNUO_HOME": str(tmp_path)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    assert sum(found["decisions"].values()) == found["accounts"] == 1000
    assert 0 < found["queued"] <= found["asked"]
    assert set(found["stages"]) == {*STAGES, "publish_to_cases"}
    assert abs(sum(found["stages"].values()) - found["seconds"]) < 0.1
    assert found["again_changed_nothing"]
    assert not list(tmp_path.iterdir())  # the bench has a home of its own, gone afterwards
