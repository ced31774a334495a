"""A forger with plain SQL is found out, and the first write that does not fit is named."""

import hashlib
import sqlite3
from contextlib import closing

import pytest

from desktop.core.acts import Action
from desktop.core.storage_errors import FrozenChanged, LogBroken
from desktop.core.words import messages
from desktop.models import query
from desktop.models.centre import Staff
from desktop.models.month import MonthRow
from desktop.services.centre import centres, tries
from desktop.services.keeping import backups, health, startup
from desktop.services.keeping.restoring import restore
from desktop.services.residents import forms
from desktop.services.writing import chain, epochs, frozen
from desktop.services.writing.actor import Actor
from desktop.services.writing.chain import payload_hash, row_hash
from desktop.services.writing.journal import writing
from desktop.services.writing.verifying import LAST, require_whole, verify


@pytest.fixture
def log(actor, folder):
    """A centre with some forty writes; the numbers of five that are about five visitors."""
    numbers = []
    for name in ("甲", "乙", "丙", "丁", "戊"):
        with writing(actor, Action.EDIT_RESIDENT) as unit:
            row = unit.add(Staff(name=name, role="visitor"))
            numbers.append(unit.counter)
            for role in ("worker", "visitor", "clerk", "visitor"):
                unit.change(row, {"role": role})
    return numbers


@pytest.fixture
def forge(folder, log):
    """Run SQL as a program that takes the triggers off does: ``forge("UPDATE …")``."""

    def run(*statements):
        with closing(sqlite3.connect(folder.database)) as forger, forger:
            for (name,) in forger.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                forger.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                forger.execute(statement)

    return run


def found(last=None):
    """(number, why) of the first misfit in the one chain there is."""
    (state,) = verify(last)
    return None if state.misfit is None else (state.misfit.counter, state.misfit.why)


def test_a_log_as_it_was_written_is_whole(log):
    (state,) = verify()
    assert state.ok and state.rows == query.count("SELECT count(*) FROM change_log") == log[-1] + 4
    assert (state.epoch, state.station) == (chain.head(1).epoch, 1)
    require_whole([state])


def test_a_wrong_password_of_somebody_unknown_is_about_nobody_and_fits(forge, log):
    tries.note_wrong(0, "不认识的人", "", 1)
    assert found() is None
    (wrong,) = query.ids("SELECT counter FROM change_log WHERE action = 'wrong_password'")
    forge(f"UPDATE change_log SET row_id = 1 WHERE counter = {wrong}")
    assert found() == (wrong, "local"), "it is not about whoever has number 1"


def test_an_edited_payload_is_found(forge, log):
    forge(f"UPDATE change_log SET after = replace(after, '丙', '己') WHERE counter = {log[2]}")
    assert found() == (log[2], "payload")


@pytest.mark.parametrize("column", ["staff_name", "reason", "before", "refs"])
def test_every_part_of_what_a_write_says_is_bound(forge, log, column):
    forge(f"UPDATE change_log SET {column} = 'x' WHERE counter = {log[2] + 1}")
    assert found() == (log[2] + 1, "payload")


@pytest.mark.parametrize(
    "change",
    [
        "at = '2020-01-01 00:00:00'",
        "table_name = 'rule'",
        "row_uid = 'x'",
        "action = 'look'",
        "lamport = 900",
        "base_counter = 1",
        "payload_sha256 = zeroblob(32)",
        "hash = zeroblob(32)",
    ],
)
def test_an_edited_row_is_found(forge, log, change):
    forge(f"UPDATE change_log SET {change} WHERE counter = {log[2] + 1}")
    assert found() == (log[2] + 1, "edited")


def test_a_payload_that_was_hashed_anew_is_found(forge, log, folder):
    forge(f"UPDATE change_log SET after = '{{}}' WHERE counter = {log[2]}")
    rehash(folder, log[2])
    assert found() == (log[2] + 1, "replaced"), "the row itself fits, the next one follows another"


def test_a_row_taken_out_is_found(forge, log):
    forge(f"DELETE FROM change_log WHERE counter = {log[2]}")
    assert found() == (log[2] + 1, "missing")


def test_the_first_rows_taken_out_are_found(forge, log):
    forge("DELETE FROM change_log WHERE counter < 4")
    assert found() == (1, "unlogged"), "the record of the centre still says which write made it"


def test_rows_cut_off_the_end_are_found(forge, log):
    forge(f"DELETE FROM change_log WHERE counter >= {log[-1]}")
    assert found() == (log[-1], "cut")


def test_rows_cut_off_are_found_even_when_the_station_was_set_back(forge, log):
    last = log[-1] - 1
    forge(
        f"DELETE FROM change_log WHERE counter > {last}",
        f"UPDATE station SET counter = {last}, head = (SELECT hash FROM change_log WHERE counter = {last})",
    )
    assert found() == (log[-1] + 4, "unlogged"), "the record still says which write made it"


def test_a_log_emptied_altogether_is_found(forge, log):
    forge("DELETE FROM change_log")
    assert found() == (1, "cut")


def test_a_replaced_row_is_found(forge, log):
    columns = [row[1] for row in query.fetch("PRAGMA table_info(change_log)")]
    taken = ", ".join("'别人'" if name == "staff_name" else name for name in columns)
    forge(f"INSERT OR REPLACE INTO change_log SELECT {taken} FROM change_log WHERE counter = {log[1]}")
    assert found() == (log[1], "payload")


def test_two_rows_that_changed_their_places_are_found(forge, log):
    forge(
        f"UPDATE change_log SET counter = 9000 WHERE counter = {log[1]}",
        f"UPDATE change_log SET counter = {log[1]} WHERE counter = {log[1] + 1}",
        f"UPDATE change_log SET counter = {log[1] + 1} WHERE counter = 9000",
    )
    assert found() == (log[1], "edited")


def test_a_write_put_in_is_found(forge, log):
    columns = [row[1] for row in query.fetch("PRAGMA table_info(change_log)")]
    names = ", ".join(columns)
    moved = ", ".join({"id": "NULL", "counter": "counter + 500"}.get(name, name) for name in columns)
    forge(f"INSERT INTO change_log ({names}) SELECT {moved} FROM change_log WHERE counter = {log[-1] + 4}")
    assert found() == (log[-1] + 504, "edited")


def test_a_write_that_points_to_another_record_or_person_is_found(forge, log):
    forge(f"UPDATE change_log SET row_id = 1 WHERE counter = {log[1]}")
    assert found() == (log[1], "local")
    forge(f"UPDATE change_log SET staff_id = 2 WHERE counter = {log[0]}")
    assert found() == (log[0], "local")


def test_a_record_put_in_without_a_write_is_found(forge, log):
    columns = [row[1] for row in query.fetch("PRAGMA table_info(staff)") if row[1] != "id"]
    made = ", ".join({"uid": "substr(uid, 1, 35) || 'x'", "name": "'己'"}.get(name, name) for name in columns)
    forge(f"INSERT INTO staff ({', '.join(columns)}) SELECT {made} FROM staff WHERE name = '戊'")
    assert found() == (log[-1] + 4, "unlogged")


def test_an_epoch_whose_beginning_was_changed_is_found(forge, log):
    forge("UPDATE epoch SET begun_at = '2020-01-01 00:00:00'")
    assert found() == (1, "epoch")


def test_an_epoch_that_is_gone_is_found(forge, log):
    forge("PRAGMA foreign_keys = 0", "DELETE FROM epoch")
    assert found() == (1, "epoch")


def test_the_chain_of_the_epoch_before_a_restore_is_whole_and_bound_to_its_parent(folder, log, forge):
    restore(backups.back_up(folder, "manual").path, folder)
    before, after = verify()
    assert before.ok and after.ok and after.rows > 0
    assert (before.rows, query.count("SELECT max(parent_counter) FROM epoch")) == (log[-1] + 4, log[-1] + 4)
    forge(f"DELETE FROM change_log WHERE counter = {log[-1] + 4}")
    before, after = verify()
    assert (before.misfit.counter, before.misfit.why) == (log[-1] + 4, "cut")


def test_an_epoch_in_which_nothing_was_written_yet_is_whole(log):
    epochs.begin_anew(1)
    assert [(state.rows > 0, state.ok) for state in verify()] == [(True, True), (False, True)]
    assert [state.ok for state in verify(5)] == [True, True]


def test_the_last_rows_alone_are_proved_and_what_is_before_them_is_believed(forge, log):
    forge(f"UPDATE change_log SET reason = 'x' WHERE counter = {log[2]}")
    assert found(5) is None
    assert found(log[-1]) == found(LAST) == (log[2], "payload")
    (state,) = verify(5)
    assert state.rows == 5


def test_numbers_that_version_0_1_used_up_without_a_row_are_no_misfit(forge, log, folder):
    forge("UPDATE station SET counter = counter + 3")
    assert found() is None
    with writing(Actor(None, "主任甲", "director", 1), Action.EDIT_RESIDENT) as unit:
        unit.add(Staff(name="己", role="visitor"))
    assert found() is None


def test_the_doctor_and_the_start_name_the_first_write_that_does_not_fit(forge, folder, log):
    forge(f"UPDATE change_log SET after = '{{}}' WHERE counter = {log[2]}")
    epoch = chain.head(1).epoch
    row = query.count("SELECT row_id FROM change_log WHERE counter = ?", [log[2]])
    broken = LogBroken(epoch, 1, log[2], "payload", "staff", row)
    assert broken in startup.log_troubles()
    (line,) = [one for one in health.doctor(folder) if one.name == "change_log"]
    assert not line.ok and line.text == messages.sentence(broken)
    assert (
        f"write no. {log[2]} of station 1 in epoch {epoch} (account, record no. {row}): what it says was changed."
        in line.text
    )


def test_the_doctor_says_how_many_writes_fit(folder, log):
    lines = {one.name: one for one in health.doctor(folder)}
    assert lines["change_log"].ok and f"{log[-1] + 4} writes" in lines["change_log"].text
    assert lines["frozen"].ok


def test_a_forged_figure_of_a_closed_month_is_found_by_the_doctor(actor, folder, forge):
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        figures = '{"month": "2026-09"}'
        digest = hashlib.sha256(figures.encode()).hexdigest()
        unit.add(MonthRow(month="2026-09", state="closed", figures=figures, sha256=digest, closed_by="甲"))
    assert frozen.require_all_whole() == 1
    forge("UPDATE month SET figures = replace(figures, '2026-09', '2026-08')")
    with pytest.raises(FrozenChanged) as caught:
        frozen.require_all_whole()
    assert caught.value.month == "2026-09"
    (line,) = [one for one in health.doctor(folder) if one.name == "frozen"]
    assert not line.ok and line.text.startswith("The frozen figures of 2026-9 were changed after the close")


def test_a_new_centre_is_whole_from_its_first_write(actor):
    assert [state.ok for state in verify()] == [True]
    centres.set_setting(actor, "text_size", "large")
    assert [state.ok for state in verify()] == [True]


def rehash(folder, counter):
    """Give a row the hashes that fit what it says now."""
    columns = [row[1] for row in query.fetch("PRAGMA table_info(change_log)")]
    with closing(sqlite3.connect(folder.database)) as forger, forger:
        values = forger.execute("SELECT * FROM change_log WHERE counter = ?", [counter]).fetchone()
        row = dict(zip(columns, values, strict=True))
        row["payload_sha256"] = payload_hash(row)
        made = (row["payload_sha256"], row_hash(row), counter)
        forger.execute("UPDATE change_log SET payload_sha256 = ?, hash = ? WHERE counter = ?", made)


@pytest.mark.parametrize("change", ["name = '己'", "role = 'director'", "active = 0", "voided_at = '2026-10-21'"])
def test_a_record_changed_behind_the_log_is_found(forge, log, change):
    forge(f"UPDATE staff SET {change} WHERE name = '戊'")
    assert found() == (log[-1] + 4, "row")


def test_a_record_changed_by_the_program_fits_its_writes(person, actor, forge):
    one = person("王芳", flags=[("living_alone", "2026-01-05")])
    draft = forms.draft_of(one)
    draft.phone, draft.living = "13888886666", "alone"
    draft.flags = []
    forms.save(actor, draft)
    forms.save(actor, forms.draft_of(one))
    assert found() is None
    forge(f"UPDATE resident SET phone = '' WHERE id = {one}")
    assert found()[1] == "row"
