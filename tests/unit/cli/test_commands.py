"""What the commands print and end with, on a small centre."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core import clock
from desktop.core.paths import DataFolder
from desktop.core.period import Month
from desktop.core.storage_errors import DiskFull, FileLocked
from desktop.services.centre import accounts, centres
from desktop.services.register import listing as residents
from desktop.services.writing import months
from tests.unit.cli.conftest import Shizhu

MONTH = "2026-10"


def test_init_tells_where_the_centre_lies(shizhu: Shizhu, folder: DataFolder) -> None:
    said = shizhu("init", "--centre", "甲中心", "--centre-no", "530114", "--plan", "yimen", "--json")
    assert said.json["data"] == str(folder.root)
    assert (said.json["centre"], said.json["centre_no"], said.json["plan"]) == ("甲中心", "530114", "yimen")
    assert folder.database.is_file()


def test_init_refuses_a_number_that_is_none(shizhu: Shizhu, folder: DataFolder) -> None:
    said = shizhu("init", "--centre", "甲", "--centre-no", "53", "--plan", "yimen")
    assert said.code == 1
    assert "six digits" in said.err
    assert not folder.database.exists()


def test_an_empty_centre_has_figures_and_dashes(made: Shizhu) -> None:
    found = made("figures", "--month", MONTH, "--json").json
    assert found["visits"]["required"] == 0
    assert found["visits"]["visit_rate"] == "—"
    assert "visits.visit_rate —" in made("figures", "--month", MONTH).out.splitlines()


def test_labels_of_no_bed_are_refused(made: Shizhu, tmp_path: Path) -> None:
    said = made("codes", "beds", "--pdf", tmp_path / "x.pdf")
    assert (said.code, said.out) == (1, "")
    assert not (tmp_path / "x.pdf").exists()


def test_an_unknown_layout_is_wrong_usage(made: Shizhu, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        made("codes", "beds", "--pdf", "x.pdf", "--sheet-layout", "5x5")
    assert ended.value.code == 2
    assert "3x8" in capsys.readouterr().err


def test_an_unknown_card_is_queued_and_then_stands_in_the_way_of_the_close(made: Shizhu) -> None:
    said = made("scan", "1 530114 0000 0077 00", "--at", "2026-10-08 11:42", "--json")
    assert (said.code, said.json["result"], said.json["resident"]) == (3, "queued", None)
    check = made("month", "check", "--month", MONTH, "--json")
    assert check.code == 3
    [finding] = check.json["findings"]
    assert (finding["kind"], finding["count"], finding["blocks"]) == ("queued_scans", 1, True)
    assert (finding["weight"], finding["where"], finding["explained"]) == ("explain", "canteen", None)
    with clock.standing_at(clock.now().replace(year=2027)):
        assert made("month", "close", "--month", MONTH).code == 1
        assert made("month", "close", "--month", MONTH, "--explain", "卡已作废").code == 0
        assert made("month", "close", "--month", MONTH, "--explain", "再来一次").code == 1
        status = made("month", "status", "--month", MONTH, "--json").json
    assert (status["state"], status["version"], status["frozen_later"]) == ("closed", 1, False)
    assert (len(status["sha256"]), status["differences"]) == (64, [])


def test_the_first_command_after_an_upgrade_freezes_what_was_closed_before(made: Shizhu, folder: DataFolder) -> None:
    centres.open_centre(folder)
    with clock.standing_at(clock.now().replace(year=2027)):
        months.close(accounts.system_actor(), Month.parse(MONTH), '{"visits": {"visited": 7}}')
        centres.close_centre()
        status = made("month", "status", "--month", MONTH, "--json").json
        assert (status["version"], status["frozen_later"]) == (1, True)
        assert status["differences"] == [{"figure": "visits.visited", "before": 7, "now": 0}]
        assert "visits.visited: 7 → 0" in made("month", "status", "--month", MONTH).out


def test_a_month_that_was_changed_behind_the_program_is_refused_by_every_command(
    made: Shizhu, folder: DataFolder, tmp_path: Path
) -> None:
    with clock.standing_at(clock.now().replace(year=2027)):
        assert made("month", "close", "--month", MONTH, "--explain", "无").code == 0
        with closing(sqlite3.connect(folder.database)) as other, other:
            other.execute("DROP TRIGGER month_document_stands")
            other.execute("UPDATE month_document SET content = x'00'")
        for words in (
            ("report", "all", "--month", MONTH, "--pdf", tmp_path / "pdf"),
            ("month", "status", "--month", MONTH),
            ("export", "--month", MONTH, "--out", tmp_path / "out"),
        ):
            said = made(*words)
            assert said.code != 0
            assert MONTH in said.err
        assert made("doctor").code == 3
    assert not list((tmp_path / "pdf").glob("*"))
    assert not list((tmp_path / "out").glob("*.shizhu"))


def test_somebody_who_is_not_there_is_refused_at_the_canteen(made: Shizhu) -> None:
    said = made("scan", "王芳", "--json")
    assert (said.code, said.json["result"]) == (1, "refused")
    assert said.err.strip()


def test_a_backup_is_listed_proven_and_restored(made: Shizhu, folder: DataFolder, tmp_path: Path) -> None:
    file = made("backup", "now", "--json").json["file"]
    assert [one["file"] for one in made("backup", "list", "--json").json["backups"]] == [file]
    assert made("backup", "verify", "--json").json["backups"][0]["whole"] is True
    restored = made("backup", "restore", file, "--json")
    assert restored.code == 0
    assert Path(restored.json["aside"]).is_file()
    assert made("month", "status", "--month", MONTH).code == 0


def test_no_backup_is_nothing_to_prove(made: Shizhu) -> None:
    assert made("backup", "verify").code == 1


def test_doctor_wants_a_backup(made: Shizhu) -> None:
    said = made("doctor", "--json")
    found = {one["name"]: one["ok"] for one in said.json["findings"]}
    assert (said.code, found["backups"], found["integrity"]) == (3, False, True)


@pytest.mark.parametrize("error", [DiskFull("D:/"), FileLocked("花名册.xlsx")])
def test_trouble_with_the_disk_is_one_calm_sentence(
    made: Shizhu, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(query: object) -> list[int]:
        raise error

    monkeypatch.setattr(residents, "find_ids", fail)
    said = made("find", "李")
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1


def test_ctrl_c_is_a_sentence_too(made: Shizhu, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(folder: DataFolder) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(centres, "open_centre", interrupt)
    said = made("find", "李")
    assert (said.code, said.out) == (1, "")
    assert "nothing was changed" in said.err


def test_a_password_comes_from_the_environment_the_directors_first(
    made: Shizhu, monkeypatch: pytest.MonkeyPatch
) -> None:
    director = made("user", "list", "--json").json["users"][0]["name"]
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", "abcdefgh")
    refused = made("user", "add", "小王", "--role", "clerk")
    assert refused.code == 1 and "director a password first" in refused.err
    said = made("user", "password", director)
    assert said.code == 0 and "abcdefgh" not in said.out
    monkeypatch.setenv("SHIZHU_PASSWORD", "abcdefgh")
    assert made("user", "add", "小王", "--role", "clerk", "--user", director).code == 0
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", "ghijklmn")
    assert made("user", "password", "小王", "--user", "小王").code == 0
    assert made("user", "password", director, "--user", "小王").code == 1


def test_the_director_is_told_of_wrong_passwords_by_name_and_nobody_else(
    made: Shizhu, monkeypatch: pytest.MonkeyPatch
) -> None:
    director = made("user", "list", "--json").json["users"][0]["name"]
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", "abcdefgh")
    monkeypatch.setenv("SHIZHU_PASSWORD", "abcdefgh")
    assert made("user", "password", director).code == 0
    assert made("user", "add", "小王", "--role", "clerk", "--user", director).code == 0
    monkeypatch.setenv("SHIZHU_PASSWORD", "falsch00")
    said = [made("find", "李", "--user", "小王") for _ in range(4)]
    assert {one.code for one in said} == {1} and "falsch00" not in "".join(one.err for one in said)
    monkeypatch.setenv("SHIZHU_PASSWORD", "abcdefgh")
    paused = made("find", "李", "--user", "小王")
    assert paused.code == 1 and "Several wrong passwords. Please wait" in paused.err
    told = {one["name"]: one for one in made("user", "list", "--user", director, "--json").json["users"]}
    assert (told["小王"]["wrong_tries"], told["小王"]["last_sign_in"]) == (4, None)
    assert told["小王"]["last_wrong"] and (told[director]["wrong_tries"], told[director]["last_wrong"]) == (0, None)
    assert "wrong passwords: 4" in made("user", "list", "--user", director).out
    monkeypatch.setenv("SHIZHU_NEW_PASSWORD", "ghijklmn")
    assert made("user", "password", "小王", "--user", director).code == 0
    monkeypatch.setenv("SHIZHU_PASSWORD", "ghijklmn")
    others = made("user", "list", "--user", "小王", "--json").json["users"]
    assert {one["wrong_tries"] for one in others} == {None}
