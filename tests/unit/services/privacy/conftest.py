"""Somebody of whom everything is on record, in months that are closed."""

import datetime as dt

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.period import Month
from desktop.models.resident import Resident
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.residents import photos, states
from desktop.services.visits import attachments
from desktop.services.writing.journal import writing
from tests.unit.services.writing.counted_rows import DAY, MAKE, around

WORDS = ("王桂芳", "13888000111", "高血压", "龙泉路", "王小军", "13999000222", "燃气管老化", "偏咸", "爱唱歌")


@pytest.fixture
def known(person, actor, tmp_path):
    """A person with contacts, words, a photograph, a scan and a row of each event in September; the id."""
    one = person(
        "王桂芳",
        phone="13888000111",
        chronic="高血压",
        address="龙泉路3号",
        room="402",
        remarks="爱唱歌",
        contacts=[],
    )
    other = person("李明", born="1950-01-01", sex="male")
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        from desktop.models.resident import Contact

        unit.add(Contact(resident_id=one, name="王小军", relation="儿子", phone="13999000222"))
        near = around(unit, (Resident.get_by_id(one), Resident.get_by_id(other)))
        made = {table: unit.add(make(near, DAY)) for table, make in MAKE.items()}
    photos.store(actor, one, b"\xff\xd8\xff" + b"0" * 64)
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    attachments.attach(actor, "visit", made["visit"].id, scan)
    return one


@pytest.fixture
def gone(known, actor):
    """The same, who died in September; the month is closed."""
    states.apply(actor, known, "deceased", dt.date(2026, 9, 28), "病故")
    month_close.close(actor, Month(2026, 9), reports_of, "核对用")
    with clock.standing_at(dt.datetime(2032, 3, 1, 9, 0)):
        yield known
