"""A centre on a disk that lets nobody write, or has no room: opened by command to be looked at, encrypted or plain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.core.paths import DataFolder
from desktop.models import vault
from desktop.services.centre import accounts, centres, keyring
from desktop.services.keeping import backups
from desktop.services.writing.actor import Actor
from tests import sealed
from tests.disks import fill, moved_to, seal_off
from tests.e2e.running import Ran, run_command

SAID = {seal_off: "不能写入：现在只能查看，不能登记", fill: "所在的磁盘满了：现在只能查看，不能登记"}


@pytest.fixture(params=["plain", "encrypted"])
def centre(
    request: pytest.FixtureRequest, actor: Actor, person: Callable[..., int], folder: DataFolder, small_disk: Path
) -> Iterator[DataFolder]:
    """A centre with 王芳, carried to a small disk and closed; its director signs in."""
    with sealed.no_keys_left():
        person("王芳")
        if request.param == "encrypted":
            sealed.seal(actor)
        else:
            accounts.set_password(actor, actor.name, sealed.WORD)
        backups.back_up(folder, "manual")
        centres.close_centre()
        vault.forget()
        yield moved_to(small_disk, folder)


def asked(there: DataFolder, *words: object, password: str = sealed.WORD) -> Ran:
    return run_command("--user", "主任甲", *words, data=there.root, SHIZHU_PASSWORD=password)


def laid_out(there: DataFolder) -> dict[str, bytes]:
    # SQLite tried to lay its log out, and left the empty name of it.
    found = (path for path in sorted(there.root.rglob("*")) if path.is_file() and not path.name.endswith("-shm"))
    return {str(path): path.read_bytes() for path in found if path.stat().st_size}


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [seal_off, fill])
def test_everything_is_looked_at_by_command_with_the_right_sentence_and_nothing_written(
    centre: DataFolder, small_disk: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(small_disk)
    before = laid_out(centre)
    found = asked(centre, "find", "王芳")
    assert (found.code, SAID[spoil] in found.err) == (0, True), found.err
    assert "王芳" in found.out
    listed = asked(centre, "backup", "list")
    assert listed.code == 0 and SAID[spoil] in listed.err and ".db" in listed.out
    refused = asked(centre, "month", "close", "--month", "2026-09")
    assert refused.code != 0 and "Traceback" not in refused.err and "Traceback" not in refused.out
    assert SAID[spoil] in refused.err
    wrong = asked(centre, "find", "王芳", password="falsch00")
    assert wrong.code != 0 and "Traceback" not in wrong.err and "王芳" not in wrong.out
    assert laid_out(centre) == before


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [seal_off, fill])
@pytest.mark.parametrize("centre", ["encrypted"], indirect=True)
def test_an_encryption_that_was_cut_short_does_not_keep_the_centre_shut(
    centre: DataFolder, small_disk: Path, spoil: Callable[[Path], None]
) -> None:
    keys = vault.keys_beside(centre.database)
    ring = keyring.read(keys)
    keyring.write(keys, keyring.Keyring(**{**vars(ring), "sealing": True}))
    left = centre.root / "photos" / "1.jpg"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"\xff\xd8\xff left in clear")
    spoil(small_disk)
    found = asked(centre, "find", "王芳")
    assert (found.code, SAID[spoil] in found.err) == (0, True), found.err
    assert "王芳" in found.out
