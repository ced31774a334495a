"""Any acts at three stations, exchanged in any order, with and without decisions, lead to one state."""

from __future__ import annotations

import datetime as dt
import json
import random
import shutil

import pytest

from desktop.core.acts import Action
from desktop.core.errors import UserError
from desktop.core.paths import DataFolder
from desktop.exchange import clashes
from desktop.models import query
from desktop.models.bed import Bed, Stay
from desktop.models.meal import Meal
from desktop.models.resident import Resident
from desktop.models.tables import RECORDS
from desktop.models.visit import Excusal
from desktop.services.writing.chain import OF_THE_LOG
from desktop.services.writing.journal import writing
from desktop.services.writing.verifying import require_whole, verify
from tests.conftest import id_number
from tests.unit.exchange.conftest import Stations
from tests.unit.exchange.same import state

ALL = (1, 2, 3)
_ACTS = ("person", "phone", "room", "meal", "stay", "excuse", "void", "leave_bed", "decide", "carry")


class Acts:
    """What somebody may do at a station; refused acts are none."""

    def __init__(self, actor) -> None:
        self.actor = actor

    def do(self, act: str, one: int, other: int) -> None:
        try:
            with writing(self.actor, Action.EDIT_RESIDENT) as unit:
                getattr(self, act)(unit, one, other)
        except UserError:
            pass

    def _person(self, one):
        people = list(Resident.select().where(Resident.voided_at.is_null()).order_by(Resident.uid))
        return people[one % len(people)]

    def person(self, unit, one, other):
        number = id_number("1944-03-05", "female", one)
        unit.add(Resident(name=f"新人{one}", name_key=f"新人{one}", id_number=number, id_written=number))

    def phone(self, unit, one, other):
        unit.change(self._person(one), {"phone": f"1380000000{other}"})

    def room(self, unit, one, other):
        unit.change(self._person(one), {"room": str(other), "building": str(one)})

    def meal(self, unit, one, other):
        day = dt.date(2026, 10, 1 + other)
        unit.add(Meal(resident=self._person(one), eaten_on=day, meal="lunch", mode="dine_in", price_fen=1500))

    def stay(self, unit, one, other):
        bed = list(Bed.select().order_by(Bed.id))[other % 2]
        unit.add(Stay(bed=bed, resident=self._person(one), from_on=dt.date(2026, 10, 1 + one)))

    def leave_bed(self, unit, one, other):
        stays = list(Stay.select().where(Stay.voided_at.is_null(), Stay.to_on.is_null()).order_by(Stay.uid))
        if stays:
            unit.change(stays[one % len(stays)], {"to_on": dt.date(2026, 10, 8 + other)})

    def excuse(self, unit, one, other):
        unit.add(
            Excusal(
                resident=self._person(one),
                month="2026-10",
                reason=("hospital", "away")[other % 2],
                confirmed_by="主任甲",
            )
        )

    def void(self, unit, one, other):
        model = (Meal, Stay, Excusal)[other % 3]
        rows = list(model.select().where(model.voided_at.is_null()).order_by(model.uid))
        if rows:
            unit.void(rows[one % len(rows)], "录错")

    def decide(self, unit, one, other):
        found = clashes.listed(self.actor)
        if found:
            clash = found[one % len(found)]
            clashes.decide(self.actor, clash.kind, clash.uid, clash.field, ("ours", "theirs")[other % 2])


@pytest.fixture
def begun(two, person, actor):
    """Three stations that know the same two people and two beds."""
    person("王芳")
    person("李强", born="1940-01-02")
    with writing(actor, Action.EDIT_BED) as unit:
        for number in ("1", "2"):
            unit.add(Bed(building="1", room="101", number=number, kind="nursing", mode="full"))
    return two(3)


def run(begun: Stations, root, acts) -> None:
    here = Stations(root, DataFolder(root / "1"))
    for number, folder in begun.folders.items():
        shutil.copytree(folder.root, root / str(number))
        here.folders[number] = DataFolder(root / str(number))
    for number, act, one, other in acts:
        if act == "carry":
            if one % 3 + 1 != number:
                here.carry(one % 3 + 1, number)
            continue
        with here.at(number) as somebody:
            Acts(somebody).do(act, one, other)
    for giver, taker in (
        (2, 1),
        (3, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (3, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (1, 2),
        (3, 1),
        (1, 3),
    ):
        here.carry(giver, taker)
    states, open_ones = [], []
    for number in ALL:
        with here.at(number) as somebody:
            require_whole(verify())
            states.append(state())
            assert states[-1] == twin()
            open_ones.append({(one.kind, one.uid, one.field) for one in clashes.listed(somebody)})
    assert states[0] == states[1] == states[2]
    assert open_ones[0] == open_ones[1] == open_ones[2]


def twin() -> dict:
    """The slow way: from nothing, every row of the log in its order, one by one, in the words of whoever wrote it."""
    found = {}
    for table, uid, at, epoch, station, counter, first, after, refs in query.fetch(
        "SELECT table_name, row_uid, at, epoch, station, counter, c.before IS NULL,"
        " CASE WHEN o.change_id IS NULL THEN c.after ELSE o.after END,"
        " CASE WHEN o.change_id IS NULL THEN c.refs ELSE o.refs END"
        " FROM change_log c LEFT JOIN change_origin o ON o.change_id = c.id"
        " WHERE c.after IS NOT NULL ORDER BY lamport, epoch, station, counter"
    ):
        if table not in RECORDS:
            continue
        fields = RECORDS[table]._meta.columns
        if first:
            empty = RECORDS[table]()
            found[table, uid] = {name: _kept(field, empty.__data__.get(field.name)) for name, field in fields.items()}
            found[table, uid] |= {"uid": uid, "created_at": at, "created_station": station}
            del found[table, uid]["id"]
        row, named = found[table, uid], json.loads(refs or "{}")
        for name, value in json.loads(after).items():
            uids = named.get(name) if name not in OF_THE_LOG else None
            row[name] = uids[str(value)] if uids and value is not None else _kept(fields[name], value)
        row |= {"changed_at": at, "epoch": epoch, "station": station, "counter": counter}
    for (table, uid), row in found.items():
        if table == "resident":
            row["name_sort"] = query.text("SELECT name_sort FROM resident WHERE uid = ?", [uid])
        if table == "staff":
            row["password"] = query.text("SELECT password FROM staff WHERE uid = ?", [uid])
    return found


def _kept(field, value):
    found = field.db_value(field.python_value(value))
    return found.isoformat() if isinstance(found, dt.date) else found


@pytest.mark.parametrize("seed", [*range(4), *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(4, 64))])
def test_any_order_converges(begun, tmp_path, seed):
    chance = random.Random(seed)
    acts = [(chance.choice(ALL), chance.choice(_ACTS), chance.randrange(6), chance.randrange(4)) for _ in range(24)]
    run(begun, tmp_path / "run", acts)
