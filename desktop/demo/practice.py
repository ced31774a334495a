"""Opening the practice centre and beginning it anew: made by a process of its own, for a program has one store open."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.files import make_folder, storage_error
from desktop.core.i18n import language
from desktop.core.paths import DataFolder
from desktop.core.progress import Progress
from desktop.core.storage_errors import StorageTrouble
from desktop.services.centre import practice
from desktop.services.keeping import restoring
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor

_ROOT = Path(__file__).resolve().parents[2]
_LOOK_SECONDS = 0.1
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def is_there(folder: DataFolder) -> bool:
    """Whether the practice centre beside this folder was made already."""
    return folder.practice.database.is_file()


def make(folder: DataFolder, progress: Progress) -> DataFolder:
    """The practice centre beside this folder: it stands there whole or not at all."""
    if is_there(folder):
        return folder.practice
    home = folder.practice.root.parent
    with _Anew(home, progress) as backup:
        made = backup.parent.parent
        try:
            made.replace(folder.practice.root)
        except OSError as error:
            raise storage_error(error, home) from error
    return folder.practice


def prepare(folder: DataFolder, progress: Progress) -> Path:
    """A fresh practice centre beside the one of this folder, as a backup to begin anew with."""
    return _build(folder.root.parent, progress)


def begin_anew(actor: Actor, folder: DataFolder, backup: Path) -> None:
    """Put the fresh one in the place of what was practised with; nothing of that is kept."""
    permissions.reading(actor, Action.RESTORE)
    if not practice.is_practice():
        raise LookupError("only a practice centre begins anew")
    done = restoring.restore(backup, folder, by=actor)
    with suppress(OSError):
        for one in (*folder.root.glob("replaced-*"), *folder.backups.glob("*.db*")):
            one.unlink()
        for place in (folder.drafts, folder.exports, _beside(folder.root.parent)):
            shutil.rmtree(place, ignore_errors=True)
    for needed in (folder.drafts, folder.exports):
        make_folder(needed)
    assert done.backup.path == backup


class _Anew:
    """The fresh practice centre while it is taken from; its folder goes away again."""

    def __init__(self, home: Path, progress: Progress) -> None:
        self._home, self._progress = home, progress

    def __enter__(self) -> Path:
        return _build(self._home, self._progress)

    def __exit__(self, *_told: object) -> None:
        shutil.rmtree(_beside(self._home), ignore_errors=True)


def _beside(home: Path) -> Path:
    return home / "anew"


def _build(home: Path, progress: Progress) -> Path:
    """Let a child make it; its backup. Cancelled, nothing of it remains."""
    make_folder(home)
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, *(() if frozen else ("-m", "desktop")), "--lang", language(), "demo", "--practice"]
    child = subprocess.Popen(
        [*command, "--out", str(_beside(home)), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        cwd=None if frozen else _ROOT,
        creationflags=_NO_WINDOW,
        encoding="utf-8",
    )
    try:
        while child.poll() is None:
            progress.check()
            time.sleep(_LOOK_SECONDS)
        said, trouble = child.communicate()
    except BaseException:
        child.kill()
        child.communicate()
        shutil.rmtree(_beside(home), ignore_errors=True)
        raise
    if child.returncode:
        raise StorageTrouble(str(home), trouble.strip().rsplit("\n", 1)[-1])
    return Path(json.loads(said)["backup"])
