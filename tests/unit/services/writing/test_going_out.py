"""Papers and files that tell of people: with a row in the log, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.core import files
from desktop.core.acts import Action
from desktop.core.errors import NotAllowed
from desktop.core.storage_errors import FileLocked
from desktop.models import query
from desktop.services.writing import going_out, verifying
from desktop.services.writing.actor import Actor
from desktop.services.writing.going_out import Held

ROLL = Held("花名册", 3, 1, "2026年10月")


def rows() -> list[tuple[str, str, dict[str, object]]]:
    """Who took out what, as the log says."""
    found = query.fetch("SELECT staff_name, action, after FROM change_log WHERE table_name = 'paper' ORDER BY id")
    return [(who, action, json.loads(after)) for who, action, after in found]


def write(path: Path, held: Held = ROLL) -> None:
    """A file with something in it."""
    with going_out.leaving(path, held) as part:
        part.write_bytes(b"paper")


def test_a_file_that_goes_out_is_in_the_log_by_what_it_holds(actor, tmp_path):
    with going_out.handed_by(actor):
        write(tmp_path / "王芳 539901194403050525.xlsx")
    assert (tmp_path / "王芳 539901194403050525.xlsx").read_bytes() == b"paper"
    facts = {"title": "花名册", "names": 3, "full_ids": 1, "period": "2026年10月", "file_kind": "xlsx"}
    assert rows() == [("主任甲", "hand_out", facts)], "neither the name of the file nor where it lies"
    assert all(one.ok for one in verifying.verify())


def test_what_is_printed_is_in_the_log(actor):
    with going_out.handed_by(actor):
        going_out.print_out(ROLL)
    assert rows() == [("主任甲", "print", {"title": "花名册", "names": 3, "full_ids": 1, "period": "2026年10月"})]


def test_what_is_only_looked_at_leaves_no_row_but_says_what_it_holds(actor, tmp_path):
    with going_out.handed_by(actor), going_out.looking() as seen:
        write(tmp_path / "a.pdf")
        with pytest.raises(LookupError):
            going_out.print_out(ROLL)
    assert seen == {tmp_path / "a.pdf": ROLL}
    assert rows() == []


@pytest.mark.parametrize("held", [ROLL, Held("花名册", 1), Held("花名册", 0, 1)])
def test_who_may_not_take_names_out_gets_no_file(actor, tmp_path, held):
    visitor = Actor(None, "小马", "visitor", actor.station)
    with going_out.handed_by(visitor):
        with pytest.raises(NotAllowed) as caught:
            write(tmp_path / "a.pdf", held)
        with pytest.raises(NotAllowed):
            going_out.print_out(held)
        assert list(tmp_path.glob("*.pdf")) == []
        write(tmp_path / "b.pdf", Held("价目公示"))
    assert caught.value.action == Action.HAND_OUT_NAMES
    assert [facts["title"] for _who, _action, facts in rows()] == ["价目公示"]


def test_a_file_that_could_not_be_written_is_in_no_log(actor, tmp_path, monkeypatch):
    def held_by_excel(_part: Path, path: Path) -> None:
        raise FileLocked(str(path))

    monkeypatch.setattr(going_out, "take_name", held_by_excel)
    with going_out.handed_by(actor), pytest.raises(FileLocked):
        write(tmp_path / "a.pdf")
    assert rows() == []
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == []
    assert all(one.ok for one in verifying.verify())


def test_without_its_row_there_is_no_file(actor, tmp_path, monkeypatch):
    def taken_and_cut(part: Path, path: Path) -> None:
        files.take_name(part, path)
        query.execute("INSERT INTO month_gate (month) VALUES ('2026-10')")

    monkeypatch.setattr(going_out, "take_name", taken_and_cut)
    with going_out.handed_by(actor), pytest.raises(Exception, match="FOREIGN KEY"):
        write(tmp_path / "a.pdf")
    assert rows() == []
    assert not (tmp_path / "a.pdf").exists()


def test_nobody_writes_a_paper_unasked(actor, tmp_path, monkeypatch):
    monkeypatch.setattr(going_out._around, "hand", None)
    with pytest.raises(LookupError):
        write(tmp_path / "a.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
