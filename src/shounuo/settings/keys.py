"""Secrets: given by the environment, or made once into files only this user can read.

`SHOUNUO_KEYS_DIR` lets them live outside the data folder, so that a copied database alone opens nothing.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from shounuo.settings import place

BYTES = 32


def keys_dir() -> Path:
    """The folder of key files, made with mode 0700."""
    given = os.environ.get("SHOUNUO_KEYS_DIR")
    path = Path(given).resolve() if given else place.home() / "keys"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def text(name: str) -> str:
    """A key as URL-safe base64: `SHOUNUO_<NAME>_KEY`, else the file `<name>.key`."""
    return os.environ.get(f"SHOUNUO_{name.upper()}_KEY") or _from_file(keys_dir() / f"{name}.key")


def raw(name: str) -> bytes:
    """The key's 32 bytes; anything else is refused rather than stretched."""
    try:
        key = base64.urlsafe_b64decode(text(name))
    except (binascii.Error, ValueError) as error:
        raise ImproperlyConfigured(f"the {name} key is not URL-safe base64") from error
    if len(key) != BYTES:
        raise ImproperlyConfigured(f"the {name} key has {len(key)} bytes; {BYTES} are needed")
    return key


def _from_file(path: Path) -> str:
    if not path.exists():
        # Django signs sessions with it and asks for more than a cipher key's length.
        _create(path, 2 * BYTES if path.stem == "secret" else BYTES)
    return path.read_text("ascii").strip()


def _create(path: Path, length: int) -> None:
    """Writes a whole new key or leaves the one another process made first."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")  # mkstemp gives 0600
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(base64.urlsafe_b64encode(secrets.token_bytes(length)).decode() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(temporary)
