"""Scans of signed paper lie in the data folder, and their names say nothing of anybody."""

import pytest

from desktop.core import scans
from desktop.core.errors import NotAllowed, NotFound, ReasonNeeded
from desktop.core.file_errors import Unreadable
from desktop.core.storage_errors import DiskFull, FileMissing
from desktop.services.residents import photos
from desktop.services.visits import attachments
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import journal
from desktop.services.writing.actor import Actor

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.fixture
def visit(person, actor):
    return visits.save(actor, VisitDraft(person("王芳"), "2026-10-08"))


@pytest.fixture
def scan(tmp_path):
    def make(content: bytes = PNG, name: str = "王芳签字.png"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


def test_a_scan_is_copied_by_month_under_a_name_without_a_person(visit, actor, scan, folder):
    one = attachments.attach(actor, "visit", visit, scan())
    (row,) = attachments.attachments_of("visit", visit)
    assert (row.id, row.kind, row.bytes) == (one, "png", len(PNG))
    assert row.path.parent == folder.attachments / "2026-10"
    assert "王芳" not in row.path.name
    assert attachments.read(one) == PNG


def test_what_a_file_is_counts_and_not_what_it_is_called(visit, actor, scan):
    attachments.attach(actor, "visit", visit, scan(b"%PDF-1.7 ...", "扫描.jpg"))
    assert attachments.attachments_of("visit", visit)[0].kind == "pdf"
    with pytest.raises(Unreadable) as caught:
        attachments.attach(actor, "visit", visit, scan(b"MZ...", "扫描.pdf"))
    assert caught.value.reason == "not_a_scan"


def test_a_file_that_is_too_large_or_not_there_is_refused(visit, actor, scan, tmp_path, monkeypatch):
    monkeypatch.setattr(scans, "MOST_BYTES", 50)
    with pytest.raises(Unreadable) as caught:
        attachments.attach(actor, "visit", visit, scan())
    assert caught.value.reason == "scan_too_large"
    with pytest.raises(FileMissing):
        attachments.attach(actor, "visit", visit, tmp_path / "nothing.png")
    with pytest.raises(NotFound):
        attachments.attach(actor, "sheet", 7, scan(PNG[:40]))


def test_a_changed_file_is_not_shown_as_the_signed_one(visit, actor, scan):
    one = attachments.attach(actor, "visit", visit, scan())
    attachments.attachments_of("visit", visit)[0].path.write_bytes(PNG[:-1] + b"1")
    with pytest.raises(Unreadable):
        attachments.read(one)


def test_attached_by_mistake_it_is_voided_with_a_reason(visit, actor, scan):
    one = attachments.attach(actor, "visit", visit, scan())
    with pytest.raises(ReasonNeeded):
        attachments.void(actor, one, "")
    attachments.void(actor, one, "别人的表")
    assert attachments.attachments_of("visit", visit) == []


def test_where_the_row_is_refused_no_scan_without_a_row_is_left(visit, actor, scan, folder, monkeypatch):
    """reliability C3."""
    other = Actor(None, "审核甲", "auditor", 1)
    with pytest.raises(NotAllowed):
        attachments.attach(other, "visit", visit, scan())
    assert not [one for one in folder.attachments.rglob("*") if one.is_file()]

    def full(*_values):
        raise DiskFull(str(folder.root))

    monkeypatch.setattr(journal.Unit, "add", full)
    with pytest.raises(DiskFull):
        attachments.attach(actor, "visit", visit, scan())
    assert not [one for one in folder.attachments.rglob("*") if one.is_file()]


def test_a_picture_that_stood_before_stays_when_its_second_row_is_refused(actor, person, folder):
    """The name of a photograph is that of its content: the first record still shows it."""
    one, jpeg = person("王芳"), b"\xff\xd8\xff" + b"0" * 50
    path = photos.store(actor, one, jpeg)
    with pytest.raises(NotAllowed):
        photos.store(Actor(None, "审核甲", "auditor", 1), one, jpeg)
    assert path.is_file()
    with pytest.raises(NotAllowed):
        photos.store(Actor(None, "审核甲", "auditor", 1), one, jpeg + b"1")
    assert [found.name for found in folder.photos.iterdir()] == [path.name]
