"""Photographs, scans and certificates of an encrypted centre in its backup places: what lies there, and what it is."""

import datetime as dt
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop.core.acts import Action
from desktop.core.answers import BackupReason
from desktop.core.file_errors import Unreadable
from desktop.core.paths import DataFolder
from desktop.core.sealing import MARK, Branch, Tree, seal
from desktop.core.storage_errors import FilesLost
from desktop.models import query, vault
from desktop.models.visit import Visit
from desktop.services.centre import centres, entering, unlocking
from desktop.services.keeping import backups, health, kept_files, plain_copies, rehearsing, restoring
from desktop.services.people import photos as certificates
from desktop.services.privacy import personal_copy
from desktop.services.residents import photos
from desktop.services.visits import attachments
from desktop.services.writing.journal import writing
from tests import sealed

FACE = b"\xff\xd8\xff" + "王芳的脸".encode() * 40
PAPER = b"\x89PNG\r\n\x1a\n" + "王芳签字".encode() * 40


@pytest.fixture(autouse=True)
def no_keys():
    with sealed.no_keys_left():
        yield


@pytest.fixture
def elder(actor, person, tmp_path):
    """Somebody with a photograph, a scan and an old picture whose name says nothing of what it is."""
    one = person("王芳")
    photos.store(actor, one, FACE)
    scan = tmp_path / "scan.png"
    scan.write_bytes(PAPER)
    with writing(actor, Action.RECORD_VISIT) as unit:
        visit = unit.add(Visit(resident=one, visited_on=dt.date(2026, 10, 20), method="home", outcome="reached"))
    attachments.attach(actor, "visit", visit.id, scan)
    return one


@pytest.fixture
def certificate(elder, tmp_path):
    """The picture of a contract or certificate, as it is kept."""
    with certificates.keeping(tmp_path / "scan.png") as path:
        return path


@pytest.fixture
def sheet(actor, stick, elder, certificate):
    """An encrypted centre with two places, both of which had everything in clear before; its recovery sheet."""
    backups.back_up(DataFolder(certificate.parents[1]), BackupReason.MANUAL)
    return sealed.seal(actor)


def kept(root: Path) -> dict[str, bytes]:
    """The kept files below a folder, by what they hold."""
    names = (path.relative_to(root).as_posix() for one in kept_files.FOLDERS for path in (root / one).rglob("*.*"))
    return {name: (root / name).read_bytes() for name in sorted(names)}


def places(folder: DataFolder, stick: Path) -> list[Path]:
    return [folder.backups / "files-530114", stick / "files-530114"]


def flip(path: Path) -> None:
    content, stood = bytearray(path.read_bytes()), path.stat()
    content[100] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(stood.st_atime_ns, stood.st_mtime_ns))


def test_every_place_has_the_very_bytes_that_lie_in_the_folder_and_nothing_in_clear(folder, stick, sheet):
    made = backups.back_up(folder, BackupReason.MANUAL)
    assert made.files_error is None and made.second_error is None
    here = kept(folder.root)
    assert len(here) == 3 and all(content.startswith(MARK) for content in here.values())
    for place in places(folder, stick):
        assert kept(place) == here
        assert kept_files.damaged_in(place) == (3, [])
        assert not any("王芳".encode() in path.read_bytes() for path in place.rglob("*") if path.is_file())


def test_once_carried_nothing_is_carried_again(folder, stick, sheet):
    backups.back_up(folder, BackupReason.MANUAL)
    for place in places(folder, stick):
        assert kept_files.carry(folder.root, place, kept_files.ALL) == kept_files.Carried()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_the_ledger_of_an_encrypted_place_is_proved_without_program_and_key(folder, stick, sheet):
    backups.back_up(folder, BackupReason.MANUAL)
    for place in places(folder, stick):
        subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=place, check=True)


@pytest.mark.parametrize("where", [0, 1, 2])
@pytest.mark.parametrize("kind", ["photos", "attachments", "certificates"])
def test_a_flipped_bit_of_a_sealed_file_is_mended_from_where_it_is_whole(folder, stick, sheet, where, kind):
    backups.back_up(folder, BackupReason.MANUAL)
    name = next(one for one in kept(folder.root) if one.startswith(kind))
    copies = [root / name for root in (folder.root, *places(folder, stick))]
    whole = copies[where].read_bytes()
    flip(copies[where])
    assert kept_files.damaged(folder.root) == ([] if where or kind == "certificates" else [name])
    assert backups.back_up(folder, BackupReason.MANUAL).files_error is None
    assert {path.read_bytes() for path in copies} == {whole}


def test_a_sealed_file_that_is_damaged_everywhere_is_named(folder, stick, sheet):
    backups.back_up(folder, BackupReason.MANUAL)
    (photo,) = folder.photos.iterdir()
    for root in (folder.root, *places(folder, stick)):
        flip(root / "photos" / photo.name)
    made = backups.back_up(folder, BackupReason.MANUAL)
    assert made.files_error == FilesLost(1, f"photos/{photo.name}")
    assert {one.name: one.ok for one in health.doctor(folder)}["files"] is False


def test_a_picture_whose_name_says_nothing_is_carried_sealed_and_stays_readable(actor, folder, stick, elder):
    old = folder.photos / "of-version-0.1.jpg"
    old.write_bytes(FACE)
    backups.back_up(folder, BackupReason.MANUAL)
    sealed.seal(actor)
    assert backups.back_up(folder, BackupReason.MANUAL).files_error is None
    for place in places(folder, stick):
        assert (place / "photos" / old.name).read_bytes() == old.read_bytes()
    assert photos.picture(old) == FACE and old.read_bytes().startswith(MARK)


def test_a_photograph_that_somebody_copied_in_in_clear_is_sealed_on_its_way_to_a_place(folder, stick, sheet):
    (photo,) = folder.photos.iterdir()
    photo.write_bytes(FACE)
    backups.back_up(folder, BackupReason.MANUAL)
    assert all(content.startswith(MARK) for place in places(folder, stick) for content in kept(place).values())
    assert photo.read_bytes().startswith(MARK) and photos.picture(photo) == FACE


def test_on_a_new_computer_the_second_place_brings_every_file_back(folder, stick, sheet, tmp_path):
    made = backups.back_up(folder, BackupReason.MANUAL)
    here = kept(folder.root)
    centres.close_centre()
    vault.forget()
    other = DataFolder(tmp_path / "new computer")
    unlocking.unlock_by_sheet(made.second, sheet)
    done = restoring.restore(made.second, other)
    assert done.lost == () and kept(other.root) == here
    assert photos.picture(next(other.photos.iterdir())) == FACE
    assert attachments.read(query.ids("SELECT id FROM attachment")[0]) == PAPER
    centres.close_centre()
    vault.forget()
    entering.enter(other, "主任甲", sealed.WORD)
    assert photos.picture(next(other.photos.iterdir())) == FACE


def test_a_file_of_other_keys_is_sealed_anew_when_it_comes_back(folder, stick, sheet):
    """Else it would be lost with the keys that nobody takes along."""
    backups.back_up(folder, BackupReason.MANUAL)
    (photo,) = folder.photos.iterdir()
    other = Tree.new()
    copy = places(folder, stick)[0] / "photos" / photo.name
    copy.write_bytes(seal(other, Branch.PHOTOS, FACE))
    ledger = copy.parents[1] / "SHA256SUMS"
    digest = hashlib.sha256(copy.read_bytes()).hexdigest()
    lines = [line for line in ledger.read_text().splitlines() if photo.name not in line]
    ledger.write_text("\n".join([*lines, f"{digest}  photos/{photo.name}"]) + "\n")
    photo.unlink()
    vault.hold(other)
    assert kept_files.bring_back(copy.parents[1], folder.root) == []
    centres.close_centre()
    vault.forget()
    entering.enter(folder, "主任甲", sealed.WORD)
    assert photos.picture(photo) == FACE


def test_the_copy_for_the_person_can_be_read_by_the_person(actor, folder, elder, sheet):
    found = personal_copy.make(actor, elder, "本人申请")
    assert sorted(one.content for one in found.files) == sorted([FACE, PAPER])


def test_a_damaged_file_is_missing_in_the_copy_and_costs_the_rest_nothing(actor, folder, elder, sheet):
    flip(next(folder.photos.iterdir()))
    found = personal_copy.make(actor, elder, "本人申请")
    assert [one.content for one in found.files] == [None, PAPER]


def test_pictures_and_scans_are_proved_as_before(actor, folder, certificate, sheet):
    assert certificates.proved(certificate.name) == (certificate, PAPER)
    flip(certificate)
    with pytest.raises(Unreadable):
        certificates.proved(certificate.name)


def test_plain_copies_in_both_places_are_named_until_they_are_replaced(actor, folder, stick, sheet):
    left = plain_copies.found(folder)
    assert sum(one.path.is_relative_to(stick) for one in left) == 4
    assert plain_copies.replace_all(actor) == []
    for place in places(folder, stick):
        assert kept(place) == kept(folder.root)


def test_a_backup_of_an_encrypted_centre_is_tried_like_any_other(actor, folder, sheet):
    backups.back_up(folder, BackupReason.MANUAL)
    tried = rehearsing.rehearse(actor, folder)
    assert len(tried) == 2 and all(one.ok for one in tried), tried
    assert not list(folder.root.glob(".rehearsal-*"))
