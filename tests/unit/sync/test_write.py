"""What goes into a sync file, and its place in the chain."""

import datetime as dt
import hashlib
import json
import sqlite3
import zipfile
import zlib
from contextlib import closing

import pytest

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import Cancelled, DateRefused, NotAllowed, StorageError
from desktop.core.file_errors import FullExportDue
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.storage_errors import DiskFull, FrozenChanged, StorageTrouble
from desktop.models import query
from desktop.models.meal import Meal
from desktop.models.resident import Contact
from desktop.reports.months.render import reports_of
from desktop.services import figures
from desktop.services.canteen import meals as canteen
from desktop.services.canteen import scanning
from desktop.services.closing import exports, month_close
from desktop.services.keeping import backups
from desktop.services.keeping.restoring import restore
from desktop.services.writing import frozen
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing
from desktop.sync.format import MANIFEST, PARTS
from desktop.sync.read import read, verify
from desktop.sync.write import export_full, export_month

SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)


def names(file, kind):
    return sorted(row["name"] for row in file.rows(kind))


def counts(file):
    return {entry.name.removesuffix(".jsonl"): entry.rows for entry in file.manifest.parts if entry.rows}


def test_the_file_is_named_after_centre_period_and_number(exported):
    assert exported.path.name == "SZ-530114-2026-10-0001.shizhu"
    assert [path.name for path in exported.path.parent.iterdir()] == [exported.path.name]
    assert exported.sha256 == hashlib.sha256(exported.path.read_bytes()).hexdigest()


def test_any_zip_program_reads_it(exported):
    with zipfile.ZipFile(exported.path) as archive:
        assert archive.testzip() is None
        assert tuple(archive.namelist()) == (MANIFEST, *exported.manifest.part_names)
        manifest = json.loads(archive.read("manifest.json"))
        residents = [json.loads(line) for line in archive.read("residents.jsonl").splitlines()]
    assert (manifest["format"], manifest["centre"]["number"], manifest["enc"]) == (3, "530114", None)
    assert "王芳" in [row["name"] for row in residents]


def test_a_month_holds_its_own_rows_with_void_marks(exported, actor, centre, tmp_path):
    file = read(exported.path)
    assert counts(file) == {
        **{"residents": 4, "external_ids": 1, "register_events": 4, "visits": 1, "visitors": 1, "visit_needs": 1},
        **{"risks": 2, "help_services": 1, "meals": 2, "meal_prices": 2, "subsidy_rules": 3, "beds": 1, "stays": 1},
        **{"leaves": 1, "excusals": 1, "staff": 1, "figures.json": 1},
    }
    assert exported.rows == file.manifest.rows == sum(counts(file).values()) - 1
    meal = Meal.get(Meal.resident_id == centre["王芳"], Meal.eaten_on == dt.date(2026, 10, 8))
    scanning.take_back(actor, meal.id)
    voided = [row for row in read(export_month(actor, OCTOBER, tmp_path).path).rows("meals") if row["voided_at"]]
    assert [(row["uid"], row["void_reason"]) for row in voided] == [(meal.uid, "undo")]


def test_rows_refer_by_uid_and_say_true_and_false(exported):
    file = read(exported.path)
    people = {row["uid"]: row for row in file.rows("residents")}
    rules = {row["uid"] for row in file.rows("subsidy_rules")}
    eaten = next(row for row in file.rows("meals") if row["resident"])
    assert people[eaten["resident"]]["name"] == "王芳"
    assert eaten["rule"] in rules and "rule_id" not in eaten
    assert [row["resident"] for row in file.rows("meals")].count(None) == 1
    assert [row["insured"] for row in file.rows("beds")] == [True]
    assert len(people[eaten["resident"]]["id_number"]) == 18
    assert "password" not in next(file.rows("staff"))


def test_later_files_hold_those_who_appear_and_those_who_changed(actor, centre, exported, tmp_path):
    with clock.standing_at(dt.datetime(2026, 11, 10, 9)), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Contact(resident_id=centre["钱丽"], name="钱二", phone="13800000000"))
    with clock.standing_at(dt.datetime(2026, 11, 20, 9)):
        canteen.save(actor, canteen.MealDraft(centre["李强"], "2026-11-03"))
        file = read(export_month(actor, NOVEMBER, tmp_path).path)
        # 王芳: her risk is still open. 李强: a meal. 赵敏: the bed. 钱丽: a new contact.
        assert names(file, "residents") == ["李强", "王芳", "赵敏", "钱丽"]
    with clock.standing_at(dt.datetime(2027, 1, 20, 9)):
        canteen.save(actor, canteen.MealDraft(centre["李强"], "2027-01-03"))
        file = read(export_month(actor, Month(2027, 1), tmp_path).path)
    assert names(file, "residents") == ["李强", "王芳", "赵敏"]
    assert {entry.name for entry in file.manifest.parts if entry.rows} >= {"meal_prices.jsonl", "staff.jsonl"}


def test_a_change_between_two_files_is_in_the_later_one(actor, centre, exported, tmp_path):
    with clock.standing_at(dt.datetime(2026, 10, 25, 9)), writing(actor, Action.EDIT_RESIDENT) as unit:
        unit.add(Contact(resident_id=centre["钱丽"], name="钱二"))
    with clock.standing_at(dt.datetime(2026, 11, 20, 9)):
        file = read(export_month(actor, NOVEMBER, tmp_path).path)
    assert names(file, "contacts") == ["钱二"]


def test_a_full_file_holds_everything(actor, centre, tmp_path):
    file = read(export_full(actor, tmp_path).path)
    assert file.manifest.file_name == "SZ-530114-full-0001.shizhu"
    for part in PARTS:
        rows = query.count(f"SELECT count(*) FROM {part.table}")
        assert next(one.rows for one in file.manifest.parts if one.name == part.name) == rows, part.name


def test_the_figures_are_those_of_the_screen(exported):
    [found] = read(exported.path).figures
    assert found == json.loads(json.dumps(figures.as_json(figures.figures_of(OCTOBER))))


def test_a_closed_month_carries_its_frozen_figures(actor, centre, tmp_path):
    with clock.standing_at(dt.datetime(2026, 11, 2, 9)):
        for ended in (SEPTEMBER, OCTOBER):
            month_close.close(actor, ended, reports_of, "演示")
        month = read(export_month(actor, OCTOBER, tmp_path).path)
        full = read(export_full(actor, tmp_path).path)
    assert [row["state"] for row in month.rows("months")] == ["closed"]
    assert month.figures == full.figures[1:]
    assert month.figures[0]["canteen"]["meals"] == {"午/堂食": 1}
    assert "roster" not in month.figures[0]


def test_each_file_names_the_one_before(actor, centre, tmp_path):
    first = export_month(actor, OCTOBER, tmp_path)
    second = export_full(actor, tmp_path)
    third = export_month(actor, OCTOBER, tmp_path)
    manifests = [verify(one.path) for one in (first, second, third)]
    assert [one.sequence for one in manifests] == [1, 2, 3]
    assert [one.previous_sha256 for one in manifests] == ["", first.sha256, second.sha256]
    assert [(row.sequence, row.file_name, row.received_at) for row in exports.listed()] == [
        (3, "SZ-530114-2026-10-0003.shizhu", ""),
        (2, "SZ-530114-full-0002.shizhu", ""),
        (1, "SZ-530114-2026-10-0001.shizhu", ""),
    ]


def test_the_export_leaves_a_trace_in_the_change_log(exported):
    assert query.fetch_one("SELECT staff_name, action FROM change_log WHERE table_name = 'sync_export'") == (
        "主任甲",
        "add",
    )


def test_two_exports_of_the_same_data_differ_in_their_manifest_only(actor, centre, tmp_path):
    first, second = (read(export_month(actor, OCTOBER, tmp_path).path) for _ in range(2))
    same = {name for name in first.members if first.members[name].content() == second.members[name].content()}
    assert set(first.members) - same == {"manifest.json"}


def test_a_cancelled_export_leaves_nothing_and_takes_no_number(actor, centre, tmp_path):
    progress = Progress(lambda done, total, what: progress.cancel() if done == 5 else None)
    with pytest.raises(Cancelled):
        export_month(actor, OCTOBER, tmp_path / "out", progress)
    assert not (tmp_path / "out").exists()
    assert exports.next_place() == exports.Place(1, "")


def test_a_file_that_does_not_read_back_is_not_reported(actor, centre, tmp_path, monkeypatch):
    def other_bytes(path):
        path.write_bytes(b"PK\3\4 what the stick made of it")
        return read(path)

    monkeypatch.setattr("desktop.sync.write.read", other_bytes)
    with pytest.raises(StorageTrouble):
        export_month(actor, OCTOBER, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
    assert exports.listed() == []


def test_a_full_disk_costs_neither_the_number_nor_an_older_file(actor, centre, tmp_path, monkeypatch):
    older = tmp_path / "SZ-530114-2026-10-0001.shizhu"
    older.write_bytes(b"an older file")

    def full(part):
        raise OSError(28, "No space left on device", str(part))

    monkeypatch.setattr("desktop.core.files._sync", full)
    with pytest.raises(DiskFull):
        export_month(actor, OCTOBER, tmp_path)
    assert older.read_bytes() == b"an older file"
    assert exports.listed() == []


def test_a_folder_that_cannot_be_made_is_said_to_be_one(actor, centre, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError):
        export_month(actor, OCTOBER, tmp_path / "file" / "out")


def test_only_director_and_clerk_carry_id_numbers_out(actor, clerk, centre, tmp_path):
    assert export_month(clerk, OCTOBER, tmp_path).sequence == 1
    with pytest.raises(NotAllowed):
        export_month(Actor(None, "护理员", "worker"), OCTOBER, tmp_path)


def test_after_a_restored_backup_the_next_file_is_a_full_one(actor, centre, folder, tmp_path):
    backup = backups.back_up(folder, "manual")
    restore(backup.path, folder)
    with pytest.raises(FullExportDue):
        export_month(actor, OCTOBER, tmp_path)
    export_full(actor, tmp_path)
    assert export_month(actor, OCTOBER, tmp_path).sequence == 2


def test_scanning_goes_on_while_a_file_is_read_from_the_database(actor, centre, folder, tmp_path):
    def scan(done, total, what):
        if done == 5:
            with closing(sqlite3.connect(folder.database, timeout=0)) as other, other:
                other.execute("UPDATE setting SET value = 'x' WHERE key = 'nothing'")

    assert export_month(actor, OCTOBER, tmp_path, Progress(scan)).sequence == 1


def test_a_forged_frozen_figure_is_not_handed_in(actor, centre, folder, tmp_path):
    with clock.standing_at(dt.datetime(2026, 11, 2, 9)):
        for ended in (SEPTEMBER, OCTOBER):
            month_close.close(actor, ended, reports_of, "演示")
        kept = frozen.document(frozen.latest(OCTOBER), "figures").replace(
            '"午/堂食":1'.encode(), '"午/堂食":9'.encode()
        )
        digest = hashlib.sha256(kept).hexdigest()
        with closing(sqlite3.connect(folder.database)) as forger, forger:
            for (name,) in forger.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                forger.execute(f"DROP TRIGGER {name}")
            forger.execute(
                "UPDATE month_document SET content = ?, sha256 = ? WHERE kind = 'figures' AND version_id = ?",
                (zlib.compress(kept), digest, frozen.latest(OCTOBER).id),
            )
            assert forger.execute("SELECT changes()").fetchone() == (1,)
        for export in (lambda: export_month(actor, OCTOBER, tmp_path), lambda: export_full(actor, tmp_path)):
            with pytest.raises(FrozenChanged) as caught:
                export()
            assert caught.value.month == "2026-10"
    assert list(tmp_path.glob("*.shizhu")) == []


def test_a_month_that_has_not_begun_is_not_exported_and_takes_no_number(actor, centre, tmp_path):
    """rules.md B16."""
    with pytest.raises(DateRefused):
        export_month(actor, Month.of(clock.today()).shifted(1), tmp_path)
    assert list(tmp_path.rglob("*.shizhu")) == []
    assert exports.next_place().sequence == 1
