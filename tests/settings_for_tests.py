"""The product's own settings, in a home that is thrown away. Loaded before any test file."""

import atexit
import os
import shutil
import tempfile

HOME = tempfile.mkdtemp(prefix="shounuo-test-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["SHOUNUO_HOME"] = HOME
os.environ["SHOUNUO_MODE"] = "test"
for name in ("SHOUNUO_DATABASE_URL", "SHOUNUO_CLOCK", "SHOUNUO_CLOCK_ANCHOR", "SHOUNUO_KEYS_DIR"):
    os.environ.pop(name, None)

from shounuo.settings import *  # noqa: E402, F403
