"""A file is received by its receipt, and by nothing else."""

import peewee
import pytest

from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.models import query
from desktop.models.month import SyncExport
from desktop.services.closing import exports, receipts
from desktop.services.closing.exports import Place
from desktop.services.closing.receipts import ReceiptDraft
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

A, B = "a" * 64, "b" * 64
WHEN, LATER = "2026-11-03 09:00:00", "2026-11-04 10:00:00"


def draft(sha256=A, when=WHEN, content="{}\n"):
    return ReceiptDraft(sha256, "2026-10", 1, when, "呈贡区民政局", content)


@pytest.fixture
def file(actor):
    with writing(actor, Action.EXPORT) as unit:
        exports.store(unit, "2026-10", Place(1, ""), "SZ-530114-2026-10-0001.shizhu", A)


def received():
    return [one.received_at for one in exports.listed()]


def test_a_receipt_lets_its_file_be_received_once(actor, file):
    assert received() == [""]
    assert receipts.keep(actor, draft())
    assert received() == [WHEN]
    assert not receipts.keep(actor, draft()), "read in again"
    (row,) = receipts.listed()
    assert (row.file_sha256, row.file_name, row.district) == (A, "SZ-530114-2026-10-0001.shizhu", "呈贡区民政局")
    assert receipts.of(A) == row and receipts.of(B) is None
    written = query.fetch("SELECT action, staff_name FROM change_log WHERE table_name = 'receipt'")
    assert written == [("add", actor.name)]


def test_another_receipt_of_the_file_takes_its_place(actor, file):
    receipts.keep(actor, draft())
    assert receipts.keep(actor, draft(when=LATER, content='{"x":1}\n'))
    assert received() == [LATER]
    assert [one.content for one in receipts.listed()] == ['{"x":1}\n']


def test_another_one_of_the_same_moment_is_another_one_all_the_same(actor, file):
    receipts.keep(actor, draft())
    assert receipts.keep(actor, draft(content='{"x":2}\n'))
    assert [one.content for one in receipts.listed()] == ['{"x":2}\n']


def test_a_receipt_of_a_file_that_is_not_known_is_kept_and_receives_nothing(actor, file):
    assert receipts.keep(actor, draft(B))
    assert received() == [""]
    assert [(one.file_sha256, one.file_name) for one in receipts.listed()] == [(B, "")]


@pytest.mark.parametrize("role", ["visitor", "worker", "auditor"])
def test_a_receipt_is_the_offices(actor, file, role):
    somebody = Actor(None, "某某", role, actor.station)
    with pytest.raises(NotAllowed):
        receipts.require_may(somebody)
    with pytest.raises(NotAllowed):
        receipts.keep(somebody, draft())
    assert received() == [""]


def test_the_front_desk_may(clerk, file):
    assert receipts.keep(clerk, draft())


def test_no_other_hand_sets_received(actor, file):
    for when in (WHEN, "2026-11-09 09:00:00"):
        (row,) = SyncExport.select()
        with pytest.raises(peewee.PeeweeException), writing(actor, Action.EXPORT) as unit:
            unit.change(row, {"received_at": when})
    with pytest.raises(peewee.PeeweeException):
        query.execute("UPDATE sync_export SET received_at = ?", [WHEN])
    assert received() == [""]
    with pytest.raises(peewee.PeeweeException), writing(actor, Action.EXPORT) as unit:
        unit.add(SyncExport(period="2026-11", sequence=2, file_name="x", sha256=B, previous_sha256=A, received_at=WHEN))
    receipts.keep(actor, draft())
    with pytest.raises(peewee.PeeweeException):
        query.execute("UPDATE sync_export SET received_at = ?", [LATER])


def test_rows_are_found_by_uid(actor, person):
    number = person("王芳")
    (uid,) = (row[0] for row in query.fetch("SELECT uid FROM resident WHERE id = ?", [number]))
    flag = query.fetch_one("SELECT uid, id FROM flag")
    assert flag is None
    found = receipts.mends([("resident", uid), ("visit", uid), ("nothing", uid), ("staff", uid)])
    assert [(one.table, one.row_id, one.resident_id) for one in found] == [
        ("resident", number, number),
        ("visit", None, None),
        ("nothing", None, None),
        ("staff", None, None),
    ]
    assert receipts.residents() == {uid: number}
