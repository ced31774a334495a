"""The contract of a stay by keys, and what a day of leaving comes to while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.services.beds import contracts, places, stays
from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.residents import forms
from desktop.services.residents.drafts import ContactDraft
from desktop.services.writing.actor import Actor
from desktop.ui.pages.beds import contract_acts
from desktop.ui.pages.beds.discharge_box import DischargeBox
from desktop.ui.pages.beds.page import BedsPage
from tests.gui.desk import Desk

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 50


def lodger(actor: Actor, person: Callable[..., int]) -> tuple[int, int]:
    """李桂兰, who has a son, in bed 101-1 since 1 September; her id and the bed's."""
    bed = places.save(actor, BedDraft(building="1号楼", room="101", number="1"))
    one = person("李桂兰")
    draft = forms.draft_of(one)
    draft.contacts = [ContactDraft("李强", "儿子", "13800000000")]
    forms.save(actor, draft)
    stays.admit(actor, StayDraft(one, bed, "2026-09-01"))
    return one, bed


def test_a_contract_is_recorded_put_right_and_its_picture_kept(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    one, bed = lodger(actor, person)
    here = desk("beds")
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    page.table.select_id(bed)
    page.table.take_keyboard()
    here.key(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    here.type("2026-09-01")
    here.enter(2)
    here.type("RZ-1")
    here.enter()
    here.type("12")
    here.control(Qt.Key.Key_S)
    [row] = contracts.of_resident(one)
    assert (row.number, row.signed_by, row.capacity, str(row.from_on)) == ("RZ-1", "李强", "agent", "2026-09-01")
    box = page.contract()
    assert box is not None
    assert box.form.values()["number"] == "RZ-1"
    box.form.fields["to_on"].set_value("2027-08-31")
    box.press()
    [row] = contracts.of_resident(one)
    assert contract_acts.words_of(row) == "RZ-1 2026-09-01 – 2027-08-31 李强 委托代理人"
    assert any(contract_acts.words_of(row) in one.text() for one in page.detail.findChildren(QLabel))
    paper = tmp_path / "协议.png"
    paper.write_bytes(PICTURE)
    contract_acts.keep_picture(page, actor, row, paper)
    [row] = contracts.of_resident(one)
    assert row.photo.endswith(".png") and "李" not in row.photo
    assert "照片" in here.window.toast.text


def test_a_discharge_tells_what_its_day_comes_to(
    actor: Actor, person: Callable[..., int], desk: Callable[[str], Desk]
) -> None:
    _one, bed = lodger(actor, person)
    here = desk("beds")
    page = here.window.page("beds")
    assert isinstance(page, BedsPage)
    page.table.select_id(bed)
    page.table.take_keyboard()
    here.key(Qt.Key.Key_F8)
    box = next(iter(page.findChildren(DischargeBox)))
    here.type("2026-09-16")
    here.enter()
    assert box.outcome.text() == "2026年9月：在住 30 → 15 天；运营补贴 50.00 → 25.00 元"
    box.form.fields["to_on"].set_value("2026-08-01")
    box.tell()
    assert box.outcome.text() == ""
    box.give_up()
