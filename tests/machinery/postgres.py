"""A PostgreSQL server of our own: a fresh cluster, a socket in the session's folder, no network, no password."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any

from machinery import session


def program(name: str) -> str:
    """The newest installed `initdb` or `pg_ctl`; Debian keeps them off PATH."""
    found = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"),
        key=lambda p: int(p.parts[4]),
        reverse=True,
    )
    path = str(found[0]) if found else shutil.which(name)
    if path is None:
        raise AssertionError(f"PostgreSQL is not installed ({name}): apt-get install postgresql")
    return path


def server() -> str:
    """The socket folder of the session's server, started by whoever asks first."""
    with session.only_one("postgres"):
        place = session.folder() / "pg"
        if not (place / "ready").exists():
            _start(place)
        return str(place)


def stop() -> None:
    """Stops the server if the session has one."""
    place = session.folder() / "pg"
    if (place / "ready").exists():
        _run([program("pg_ctl"), "-D", str(place / "data"), "-m", "immediate", "-w", "stop"])


def url(name: str) -> str:
    """The URL of the database `name` on the session's server."""
    return f"postgresql:///{name}?host={server()}&user=shounuo"


def execute(statement: str) -> None:
    """One statement outside a transaction (CREATE DATABASE …), by the superuser."""
    import psycopg

    with psycopg.connect(url("postgres"), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]


def _start(place: Path) -> None:
    place.mkdir(mode=0o700)
    if user := _other_user():
        os.chown(place, user.pw_uid, user.pw_gid)
    data = str(place / "data")
    _run(
        [
            program("initdb"),
            "-D",
            data,
            "-U",
            "shounuo",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ]
    )
    # The machine does not lose power in a test; the product's processes die, the server does not.
    options = f"-c listen_addresses= -c unix_socket_directories={place} -c fsync=off -c max_connections=300"
    log = str(place / "log")
    _run([program("pg_ctl"), "-D", data, "-o", options, "-l", log, "-w", "start"])
    (place / "ready").touch()


def _other_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: Debian's own user for it, else nobody."""
    if os.getuid() != 0:
        return None
    names = {user.pw_name: user for user in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(line: list[str]) -> None:
    user = _other_user()
    manner: dict[str, Any] = (
        {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    )
    # A file, not a pipe: the server inherits it and would hold a pipe open for ever.
    with (session.folder() / "pg-output").open("a+") as output:
        done = subprocess.run(line, stdout=output, stderr=output, cwd="/", check=False, **manner)
        output.seek(0)
        assert done.returncode == 0, f"{line[0]} failed:\n{output.read()[-3000:]}"
