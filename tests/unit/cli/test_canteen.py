"""``scan`` of a small centre: the meal of the hour, the second scan, and names that several bear."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable

import pytest

from desktop.core import clock, drives
from desktop.core.paths import DataFolder
from desktop.models import driver
from tests.unit.cli.conftest import Shizhu


@pytest.fixture
def line(person: Callable[..., int], canteen_prices: None, shizhu: Shizhu) -> Shizhu:
    """Three at the canteen, of whom two bear one name."""
    person("王芳", born="1944-03-05")
    person("李强", born="1950-01-01", sex="male")
    person("李强", born="1960-01-01", sex="male")
    return shizhu


def code_of(shizhu: Shizhu, name: str) -> str:
    return str(shizhu("find", name, "--json").json["residents"][0]["code"])


def test_the_meal_is_that_of_the_hour_unless_it_is_named(line: Shizhu) -> None:
    card = code_of(line, "王芳")
    noon = line("scan", card, "--at", "2026-10-08 11:42", "--json")
    assert (noon.code, noon.json["result"], noon.json["meal"], noon.json["mode"]) == (0, "recorded", "午", "堂食")
    assert (noon.json["price"], noon.json["subsidy"], noon.json["paid"]) == ("15.00", "5.00", "10.00")
    assert noon.json["resident"]["name"] == "王芳"
    named = line("scan", card, "--at", "2026-10-08 11:43", "--meal", "晚", "--mode", "送餐", "--json")
    assert (named.json["result"], named.json["meal"], named.json["mode"]) == ("recorded", "晚", "送餐")
    again = line("scan", card, "--at", "2026-10-08 11:44", "--json")
    assert (again.code, again.json["result"]) == (0, "again")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (dt.datetime(2026, 4, 1, 11, 30), "behind the last record of"),
        (dt.datetime(2030, 4, 1, 11, 30), "days ahead of the last record of"),
    ],
)
@pytest.mark.parametrize("words", [("scan", "15301140000000100", "--meal", "午"), ("backup", "now")])
def test_a_command_that_writes_speaks_of_a_clock_that_can_hardly_be_right(
    line: Shizhu, now: dt.datetime, said: str, words: tuple[str, ...]
) -> None:
    assert "the last record of" not in line("scan", "15301140000000200", "--meal", "午").err
    with clock.standing_at(now):
        assert said in line(*words).err


def test_each_answer_is_a_sentence(line: Shizhu) -> None:
    card = code_of(line, "王芳")
    recorded, again = (line("scan", card, "--at", f"2026-10-08 11:4{minute}") for minute in (2, 3))
    assert (recorded.code, again.code, recorded.err, again.err) == (0, 0, "", "")
    assert "王芳" in recorded.out and "王芳" in again.out and recorded.out != again.out
    unknown = line("scan", "1 530114 0000 0077 00", "--at", "2026-10-08 11:42")
    assert (unknown.code, unknown.out) == (3, "Unknown card: eat first, it is recorded later.\n")


def test_of_two_with_one_name_somebody_has_to_choose(line: Shizhu) -> None:
    said = line("scan", "李强", "--at", "2026-10-08 11:42", "--json")
    assert (said.code, said.json["result"], said.json["resident"]) == (3, "choose", None)
    assert [one["age"] for one in said.json["choices"]] in ([76, 66], [66, 76])
    assert "李强、李强" in line("scan", "李强", "--at", "2026-10-08 11:42").out
    assert line("figures", "--month", "2026-10", "--json").json["canteen"]["meals"] == {}


@pytest.mark.parametrize(
    "scanned", ["530114194309113354", "]Q1530114194309113354", "53011419430911335x", "530114 19430911 3354"]
)
def test_no_whole_id_number_is_printed_of_a_scan(line: Shizhu, scanned: str) -> None:
    """files.md 31b: neither on the screen nor on standard error."""
    for json in ((), ("--json",)):
        said = line("scan", scanned, "--at", "2026-10-08 11:42", *json)
        for text in (said.out, said.err):
            assert "19430911" not in text.replace(" ", "")


def test_companions_are_guests_who_came_with_whom_was_scanned(line: Shizhu) -> None:
    card = code_of(line, "王芳")
    said = line("scan", card, "--at", "2026-10-08 11:42", "--companions", 2, "--json")
    assert (said.code, said.json["result"], said.json["companions"]) == (0, "recorded", 2)
    stranger = line("scan", "15301149999999900", "--at", "2026-10-08 11:43", "--companions", 3, "--json")
    assert (stranger.code, stranger.json["companions"]) == (3, 0)
    found = line("figures", "--month", "2026-10", "--json").json["canteen"]
    assert (found["persons"], found["guests"]) == (1, 2)


def test_a_data_folder_on_a_network_drive_is_refused_in_one_sentence(
    made: Shizhu, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "mounted", lambda: [(folder.root.parent, "nfs4")])
    said = made("scan", "15301149999999900")
    assert (said.code, said.out) == (1, "")
    (line,) = said.err.splitlines()
    assert line.startswith(f"The data folder {folder.root} is on a network drive")


def test_what_somebody_says_of_a_meal_is_typed_with_its_day(line: Shizhu) -> None:
    card = code_of(line, "王芳")
    eaten = line("scan", card, "--at", "2026-10-08 11:42", "--json").json["meal_id"]
    said = line("canteen", "rate", "王芳", "4", "--day", "2026-10-08", "--json")
    assert (said.code, said.json) == (0, {"meal_id": eaten, "rating": 4})
    assert line("canteen", "rate", "王芳", "5", "--day", "2026-10-08", "--meal", "午").code == 0, "said anew"
    figures = line("figures", "--month", "2026-10", "--json").json["canteen"]["ratings"]
    assert figures == {"count": 1, "average": "5.00", "by_score": {"1": 0, "2": 0, "3": 0, "4": 0, "5": 1}}
    missing = line("canteen", "rate", "王芳", "4", "--day", "2026-10-09")
    assert missing.code == 1 and missing.err
    with pytest.raises(SystemExit) as usage:
        line("canteen", "rate", "王芳", "6")
    assert usage.value.code == 2


def test_on_a_full_disk_what_is_asked_is_answered_and_what_is_recorded_refused(
    line: Shizhu, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = driver.Store._connect

    def without_room(store: driver.Store) -> sqlite3.Connection:
        if "immutable" not in store.database:
            raise sqlite3.OperationalError("database or disk is full")
        return connect(store)

    monkeypatch.setattr(driver.Store, "_connect", without_room)
    for words in (("find", "王芳"), ("figures", "--month", "2026-10"), ("backup", "list")):
        asked = line(*words)
        assert asked.code == 0 and "records can be looked at, nothing can be recorded" in asked.err
    assert "王芳" in line("find", "王芳").out
    refused = line("scan", "王芳")
    assert refused.code != 0 and "is full, so nothing was written" in refused.err
