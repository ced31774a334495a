"""``undo`` over starts of the program: each command is a start of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.acts import Action
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.models import query
from desktop.services.centre import accounts, centres
from desktop.services.residents import forms, merging
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.visits import recording
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import done, months
from desktop.services.writing.actor import Actor
from tests.conftest import id_number
from tests.unit.cli.conftest import Shizhu
from tests.unit.cli.test_imports import LI, WANG, book

PASSWORD = "一二三四五六七八"


@pytest.fixture
def desk(actor: Actor, shizhu: Shizhu) -> Shizhu:
    """The commands beside a window in which the director sits."""
    return shizhu


def resident(actor: Actor, name: str, serial: int) -> int:
    number = id_number("1944-03-05", "female", serial)
    return forms.save(actor, ResidentDraft(name=name, born_on="1944-03-05", sex="female", id_number=number))


def again(folder: DataFolder) -> None:
    """The centre of a folder, which a command has closed behind itself."""
    centres.open_centre(folder)


def test_the_last_act_is_taken_back_and_then_the_one_before(desk: Shizhu, actor: Actor, folder: DataFolder) -> None:
    resident(actor, "王芳", 60)
    resident(actor, "李强", 61)
    said = desk("undo")
    assert (said.code, said.out) == (0, "Taken back: Resident · added · 李强 (2026-10-21 11:30:00)\n")
    assert (desk("find", "李强", "--json").json["count"], desk("find", "王芳", "--json").json["count"]) == (0, 1)
    assert desk("undo", "--json").json["taken_back"]["what"] == "Resident · added · 王芳"
    assert desk("find", "王芳", "--json").json["count"] == 0
    again(folder)


def test_the_last_ten_are_told_and_one_is_chosen(desk: Shizhu, actor: Actor, folder: DataFolder) -> None:
    people = [resident(actor, f"王{sign}", 60 + at) for at, sign in enumerate("一二三四五六七八九十甲乙")]
    assert len(people) == 12
    acts = desk("undo", "--list", "--json").json["acts"]
    assert [one["what"] for one in acts] == [f"Resident · added · 王{sign}" for sign in "乙甲十九八七六五四三"]
    assert {one["action"] for one in acts} == {Action.EDIT_RESIDENT}
    assert desk("undo", "--act", acts[4]["act"]).code == 0
    assert "Resident · added · 王八" not in desk("undo", "--list").out
    assert desk("find", "王八", "--json").json["count"] == 0
    # What is no longer among them is nothing that a number takes back.
    refused = desk("undo", "--act", acts[4]["act"])
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("There is nothing there that can be taken back.")
    again(folder)


def test_what_something_later_stands_on_stays(desk: Shizhu, actor: Actor, folder: DataFolder) -> None:
    one = resident(actor, "王芳", 60)
    colleague = Actor(None, "前台乙", "clerk", actor.station)
    recording.save(colleague, VisitDraft(resident_id=one, visited_on="2026-10-20", method="home", outcome="reached"))
    said = desk("undo")
    assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert desk("find", "王芳", "--json").json["count"] == 1
    again(folder)


def test_what_a_month_counts_that_is_closed_since_stays(desk: Shizhu, actor: Actor, folder: DataFolder) -> None:
    one = resident(actor, "王芳", 60)
    recording.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-20", method="home", outcome="reached"))
    months.close(actor, Month(2026, 9), "{}")
    closed = desk("undo")
    assert closed.code == 1 and closed.err.startswith("No command takes back “month close”")
    visit = next(act for act in desk("undo", "--list", "--json").json["acts"] if act["action"] == Action.RECORD_VISIT)
    refused = desk("undo", "--act", visit["act"])
    assert refused.code == 1 and refused.err.startswith("2026-9 is closed")
    again(folder)


def test_everybody_takes_back_their_own(
    desk: Shizhu, actor: Actor, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.set_password(actor, actor.name, PASSWORD)
    accounts.add_account(actor, "前台乙", "clerk", PASSWORD)
    monkeypatch.setenv("SHIZHU_PASSWORD", PASSWORD)
    clerk = accounts.sign_in("前台乙", PASSWORD)
    resident(clerk, "王芳", 60)
    resident(actor, "李强", 61)
    assert [one["what"] for one in desk("undo", "--list", "--user", "前台乙", "--json").json["acts"]] == [
        "Resident · added · 王芳"
    ]
    assert desk("undo", "--user", "前台乙").code == 0
    nothing = desk("undo", "--user", "前台乙")
    assert (nothing.code, nothing.out) == (1, "")
    assert desk("find", "李强", "--user", "前台乙", "--json").json["count"] == 1
    again(folder)


def test_whose_role_is_another_by_now_takes_back_what_it_may(
    desk: Shizhu, actor: Actor, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.set_password(actor, actor.name, PASSWORD)
    accounts.add_account(actor, "前台乙", "clerk", PASSWORD)
    clerk = accounts.sign_in("前台乙", PASSWORD)
    resident(clerk, "王芳", 60)
    accounts.set_role(actor, "前台乙", "auditor")
    monkeypatch.setenv("SHIZHU_PASSWORD", PASSWORD)
    assert desk("undo", "--user", "前台乙").code == 1
    assert desk("find", "王芳", "--user", "前台乙", "--json").json["count"] == 1
    again(folder)


def test_an_import_is_an_act_and_is_taken_back_once(made: Shizhu, tmp_path: Path) -> None:
    first = made("import", "residents", book(tmp_path / "一.xlsx", WANG), "--json").json["import_id"]
    made("import", "residents", book(tmp_path / "二.xlsx", LI))
    assert made("undo", first).code == 0
    assert made("undo", "--json").json["taken_back"]["action"] == Action.IMPORT
    assert made("find", "李强", "--json").json["count"] == 0
    # The first import was taken back by its number: nothing is left.
    assert made("undo", "--list", "--json").json == {"acts": []}


def test_a_merge_undone_in_its_own_place_is_passed_over(actor: Actor) -> None:
    one, two = resident(actor, "王芳", 60), resident(actor, "王方", 61)
    merging.undo_merge(actor, merging.merge(actor, one, two, {}), "两个人")
    assert done.last_standing(actor, 1)[0].action == Action.EDIT_RESIDENT


def test_the_acts_kept_are_bounded(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(done, "KEPT", 3)
    monkeypatch.setattr(done, "SWEPT", 1)
    for at in range(5):
        resident(actor, f"王{at}", 60 + at)
    assert query.count("SELECT count(*) FROM act") == 3
    assert len(done.last_standing(actor, 10)) == 3
