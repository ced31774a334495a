"""What others script against: exit codes, one sentence on standard error, JSON and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.running import SAMPLE, Ran, Run, Sample

MONTH = "2026-10"


def is_one_chinese_sentence(text: str) -> bool:
    lines = text.strip().splitlines()
    return len(lines) == 1 and lines[0].endswith("。") and any("一" <= char <= "鿿" for char in lines[0])


def assert_refused(ran: Ran) -> None:
    assert ran.code == 1
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert is_one_chinese_sentence(ran.err), ran.err


@pytest.fixture(scope="module")
def own(shizhu: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of this module's own, with the sample's people and prices, to write into."""
    data = tmp_path_factory.mktemp("own") / "data"
    shizhu("init", "--centre", "甲中心", "--centre-no", "530114", "--plan", "xishan", data=data)
    for kind in ("residents", "meals"):
        shizhu("import", kind, SAMPLE / f"{kind}.xlsx", data=data)
    return data


def test_a_folder_without_a_centre_is_refused_in_one_sentence(shizhu: Run, tmp_path: Path) -> None:
    assert_refused(shizhu("figures", "--month", MONTH, data=tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def test_a_second_centre_in_the_same_folder_is_refused(shizhu: Run, own: Path) -> None:
    assert_refused(shizhu("init", "--centre", "乙", "--centre-no", "530114", "--plan", "yunnan", data=own))


def test_a_file_that_is_no_workbook_is_refused(shizhu: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "花名册.xlsx").write_bytes(b"this is not a workbook")
    assert_refused(shizhu("import", "residents", tmp_path / "花名册.xlsx", "--json", data=own))
    assert_refused(shizhu("import", "residents", tmp_path / "没有.xlsx", data=own))


def test_errors_speak_english_where_that_is_asked_for(shizhu: Run, tmp_path: Path) -> None:
    ran = shizhu("--lang", "en", "figures", "--month", MONTH, data=tmp_path)
    assert ran.code == 1
    assert "holds no centre yet" in ran.err


def test_wrong_usage_ends_with_2(shizhu: Run, own: Path) -> None:
    ran = shizhu("figures", "--month", "October", data=own)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("where", ["before", "after"])
def test_shared_options_stand_before_or_after_the_command(shizhu: Run, own: Path, where: str) -> None:
    options = ("--data", own, "--json", "--lang", "en")
    words = ("month", "status", "--month", MONTH)
    ran = shizhu(*options, *words) if where == "before" else shizhu(*words, *options)
    assert ran.code == 0, ran.err
    assert ran.json == {"month": MONTH, "state": "open", "sha256": None, "version": None}


def test_json_is_one_object_and_standard_error_is_empty(shizhu: Run, own: Path) -> None:
    ran = shizhu("find", "李", "--json", "--limit", "2", data=own)
    assert isinstance(json.loads(ran.out), dict)
    assert ran.err == ""
    assert len(ran.json["residents"]) == 2 < ran.json["count"]


def test_import_answers_with_the_keys_of_the_contract(sample: Sample) -> None:
    report = sample.imports["residents"].json
    keys = {
        *("import_id", "kind", "file", "sheet", "header_row", "mapping", "rows", "imported", "to_verify"),
        *("normalised", "refused", "duplicates", "skipped", "issues"),
    }
    assert keys <= report.keys()
    assert all(issue.keys() == {"row", "verdict", "reason", "text", "value"} for issue in report["issues"])


def test_no_issue_shows_a_whole_id_number(sample: Sample) -> None:
    for ran in sample.imports.values():
        for issue in ran.json["issues"]:
            assert not any(part.isdigit() and len(part) > 14 for part in (issue["value"], *issue["text"].split()))


def test_beds_are_counted_by_sheet(sample: Sample, expected: Any) -> None:
    report = sample.imports["beds"].json
    assert (report["beds"], report["stays"]) == (expected["import"]["beds"], expected["import"]["stays"])


def test_figures_answer_with_the_keys_of_the_contract(shizhu: Run, sample: Sample) -> None:
    found = shizhu("figures", "--month", MONTH, "--json", data=sample.data).json
    assert {"month", "rules", "visits", "services", "canteen", "beds", "people", "indicators"} <= found.keys()
    for one in found["indicators"]:
        assert {"name", "plan", "value", "direction", "target", "met"} <= one.keys()
        assert one["plan"] == "chenggong"


def test_the_canteen_counts_a_second_scan_once(shizhu: Run, own: Path) -> None:
    person = shizhu("find", "李秀红", "--json", data=own).json["residents"][0]
    scan = ("scan", person["code"], "--meal", "早", "--at", "2026-11-02 08:10", "--json")
    first, second = shizhu(*scan, data=own), shizhu(*scan, data=own)
    assert (first.code, first.json["result"]) == (0, "recorded")
    assert (second.code, second.json["result"]) == (0, "again")
    meals = shizhu("figures", "--month", "2026-11", "--json", data=own).json["canteen"]["meals"]
    assert meals == {"早/堂食": 1}


def test_an_unknown_card_needs_a_person(shizhu: Run, own: Path) -> None:
    ran = shizhu("scan", "1 530114 9999 9999 00", "--at", "2026-11-02 11:40", "--json", data=own)
    assert (ran.code, ran.json["result"]) == (3, "queued")


def test_a_blocker_needs_an_explanation_and_then_the_month_stands(shizhu: Run, sample: Sample, tmp_path: Path) -> None:
    data = tmp_path / "copy"
    assert shizhu("backup", "now", data=sample.data).code == 0
    backup = shizhu("backup", "list", "--json", data=sample.data).json["backups"][0]
    assert shizhu("backup", "restore", backup["file"], data=data).code == 0
    check = shizhu("month", "check", "--month", MONTH, "--json", data=data)
    assert check.code == 3
    blocks = {one["kind"]: (one["count"], one["blocks"]) for one in check.json["findings"]}
    assert blocks["unvisited"] == (59, True)
    assert_refused(shizhu("month", "close", "--month", MONTH, data=data))
    closed = shizhu("month", "close", "--month", MONTH, "--explain", "已逐户说明", "--json", data=data)
    assert closed.code == 0, closed.err
    status = shizhu("month", "status", "--month", MONTH, "--json", data=data).json
    assert (status["state"], status["sha256"]) == ("closed", closed.json["sha256"])
    again = shizhu("import", "visits", SAMPLE / "visits.xlsx", "--json", data=data)
    assert (again.code, again.json["imported"]) == (3, 0)
    assert_refused(shizhu("undo", sample.imports["visits"].json["import_id"], data=data))
    number = shizhu("report", "beds", "--month", MONTH, "--pdf", tmp_path, "--json", data=data).json["reports"][0]
    assert number["number"].endswith(closed.json["sha256"][:8])


def test_a_month_that_is_not_over_is_not_closed(shizhu: Run, own: Path) -> None:
    assert_refused(shizhu("month", "close", "--month", "2099-01", data=own))


def test_a_backup_with_a_changed_byte_is_refused(shizhu: Run, own: Path, tmp_path: Path) -> None:
    made = Path(shizhu("backup", "now", "--json", data=own).json["file"])
    assert shizhu("backup", "verify", made).code == 0
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    for path in (made, made.with_name(made.name + ".sha256")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / made.name).write_bytes(content)
    assert_refused(shizhu("backup", "verify", tmp_path / made.name))
    assert_refused(shizhu("backup", "restore", tmp_path / made.name, data=tmp_path / "data"))


def test_every_write_is_on_record(shizhu: Run, own: Path) -> None:
    found = shizhu("audit", "show", "--limit", "5", "--json", data=own).json
    assert len(found["changes"]) == 5
    assert found["total"] > 600
    assert {"at", "staff", "station", "table", "row_id", "action", "before", "after"} <= found["changes"][0].keys()


def test_doctor_has_a_line_for_each_thing(shizhu: Run, own: Path) -> None:
    ran = shizhu("doctor", "--json", data=own)
    found = {one["name"]: one for one in ran.json["findings"]}
    assert {"integrity", "clock", "backups", "fonts", "sqlite", "program"} <= found.keys()
    assert ran.code == (0 if ran.json["ok"] else 3)


def test_accounts_ask_for_a_name_and_a_password(shizhu: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    director = {"SHIZHU_PASSWORD": "很长的密码一二三"}
    made = shizhu(
        *("init", "--centre", "甲", "--centre-no", "530114", "--plan", "kunming", "--director", "段主任"),
        data=data,
        **director,
    )
    assert made.code == 0, made.err
    assert_refused(shizhu("find", "李", data=data))
    assert_refused(shizhu("find", "李", "--user", "段主任", data=data, SHIZHU_PASSWORD="不对"))
    assert shizhu("find", "李", "--user", "段主任", data=data, **director).code == 0
    clerk = {"SHIZHU_PASSWORD": "前台的密码四五六"}
    add = ("user", "add", "小王", "--role", "clerk", "--user", "段主任")
    assert shizhu(*add, data=data, **director, SHIZHU_NEW_PASSWORD=clerk["SHIZHU_PASSWORD"]).code == 0
    assert_refused(shizhu("month", "close", "--month", MONTH, "--user", "小王", data=data, **clerk))
    assert shizhu("user", "role", "小王", "visitor", "--user", "段主任", data=data, **director).code == 0
    users = shizhu("user", "list", "--json", "--user", "段主任", data=data, **director).json["users"]
    clerks = next(one for one in users if one["name"] == "小王")
    assert (clerks["role"], clerks["active"]) == ("visitor", True)
    assert shizhu("user", "disable", "小王", "--user", "段主任", data=data, **director).code == 0
    assert_refused(shizhu("find", "李", "--user", "小王", data=data, **clerk))
    log = shizhu("audit", "show", "--table", "staff", "--json", "--user", "段主任", data=data, **director)
    assert "scrypt" not in log.out and "argon2" not in log.out
