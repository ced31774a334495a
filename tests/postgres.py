"""A PostgreSQL of the tests' own: Debian's package, a scratch folder, a socket in it and no port."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
MISSING = "the package postgresql is not installed"


def there() -> bool:
    """Whether a server can be started."""
    return bool(_BINARIES) and (os.getuid() != 0 or shutil.which("setpriv") is not None)


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty server, which is gone afterwards, with its folder."""
    # Beside the folders of the tests: nobody else may look into those, and the path of a socket is short.
    place = Path(tempfile.mkdtemp(prefix="shizhu-pg-"))
    about = ["-D", str(place / "data")]
    if os.getuid() == 0:
        # The server refuses root.
        shutil.chown(place, "nobody")
    try:
        _run("initdb", *about, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        yield from _started(place, about)
    finally:
        shutil.rmtree(place)


def _started(place: Path, about: list[str]) -> Iterator[str]:
    options = f"-c listen_addresses= -c unix_socket_directories={place} -c fsync=off -c shared_buffers=32MB"
    _run("pg_ctl", *about, "-w", "-o", options, "-l", str(place / "log"), "start")
    try:
        yield f"postgresql:///postgres?host={place}&user=postgres"
    finally:
        _run("pg_ctl", *about, "-w", "-m", "immediate", "stop")


def _run(binary: str, *arguments: str) -> None:
    as_nobody = ["setpriv", "--reuid=nobody", "--clear-groups"] if os.getuid() == 0 else []
    command = [*as_nobody, str(_BINARIES[-1].with_name(binary)), *arguments]
    # What it says goes to a file: the server holds a pipe open as long as it lives.
    told = Path(arguments[1]).parent / f"{binary}.out"
    with told.open("ab") as out:
        done = subprocess.run(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd="/", check=False)
    assert done.returncode == 0, told.read_text(errors="replace")
