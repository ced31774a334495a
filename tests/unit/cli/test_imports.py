"""``import``, ``undo`` and ``template`` on workbooks of a few rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import id_number
from tests.unit.cli.conftest import Shizhu
from tests.unit.importing.sheets import write

HEADINGS = ["姓名", "性别", "身份证号", "社区", "联系电话"]
WANG = ["王芳", "女", id_number("1944-03-05", "female", 60), "前卫社区", "13800000001"]
LI = ["李强", "男", id_number("1950-01-01", "male", 61), "前卫社区", ""]
BAD = ["赵六", "女", id_number("1950-01-01", "female", 62)[:-1] + "Y", "前卫社区", ""]


def book(path: Path, *rows: list[str], headings: list[str] | None = None) -> Path:
    return write(path, {"花名册": [headings or HEADINGS, *rows]})


def test_rows_are_taken_in_and_taken_back(made: Shizhu, tmp_path: Path) -> None:
    said = made("import", "residents", book(tmp_path / "册.xlsx", WANG, LI), "--json")
    assert (said.code, said.json["rows"], said.json["imported"], said.json["refused"]) == (0, 2, 2, 0)
    assert made("find", "王芳", "--json").json["count"] == 1
    undone = made("undo", said.json["import_id"], "--json")
    assert (undone.code, undone.json["import_id"]) == (0, said.json["import_id"])
    assert made("find", "王芳", "--json").json["count"] == 0
    again = made("undo", said.json["import_id"])
    assert (again.code, again.out, len(again.err.splitlines())) == (1, "", 1)


def test_a_row_that_needs_a_person_is_named_with_exit_3(made: Shizhu, tmp_path: Path) -> None:
    report = tmp_path / "结果.xlsx"
    said = made("import", "residents", book(tmp_path / "册.xlsx", WANG, BAD, WANG), "--report", report)
    assert said.code == 3
    lines = said.out.splitlines()
    assert any(line.startswith("Row 3: ") for line in lines)
    assert any(line.startswith("册.xlsx: ") and " of 3 rows taken in" in line for line in lines)
    assert lines[-1] == "To take it back: shizhu undo 1"
    assert report.is_file()
    assert BAD[2] not in said.out + said.err


def test_a_dry_run_says_the_same_and_writes_nothing(made: Shizhu, tmp_path: Path) -> None:
    path = book(tmp_path / "册.xlsx", WANG, LI)
    dry = made("import", "residents", path, "--dry-run", "--json")
    assert (dry.code, dry.json["imported"], dry.json["import_id"]) == (0, 2, None)
    assert made("find", "王芳", "--json").json["count"] == 0
    assert "undo" not in made("import", "residents", path, "--dry-run").out


def test_rows_about_people_on_record_change_them_where_that_is_asked_for(made: Shizhu, tmp_path: Path) -> None:
    made("import", "residents", book(tmp_path / "一.xlsx", WANG))
    moved = [*WANG[:4], "13900000009"]
    refused = made("import", "residents", book(tmp_path / "二.xlsx", moved), "--json")
    assert (refused.code, refused.json["imported"]) == (3, 0)
    said = made("import", "residents", book(tmp_path / "三.xlsx", moved), "--update")
    assert "1 residents on record were changed." in said.out.splitlines()
    assert made("find", "王芳", "--json").json["residents"][0]["phone"] == "13900000009"


def test_a_column_named_by_hand_is_remembered(made: Shizhu, tmp_path: Path) -> None:
    headings = ["老人", *HEADINGS[1:]]
    first = book(tmp_path / "一.xlsx", WANG, headings=headings)
    said = made("import", "residents", first, "--map", "老人=name", "--json")
    assert (said.code, said.json["imported"]) == (0, 1)
    again = made("import", "residents", book(tmp_path / "二.xlsx", LI, headings=headings))
    assert again.code == 0
    assert "The columns were read as they were named by hand before." in again.out.splitlines()


def test_a_column_is_left_out_by_hand(made: Shizhu, tmp_path: Path) -> None:
    """files.md 22."""
    said = made("import", "residents", book(tmp_path / "一.xlsx", WANG), "--map", f"{HEADINGS[4]}=", "--json")
    assert (said.code, said.json["imported"]) == (0, 1)
    assert made("find", WANG[0], "--json").json["residents"][0]["phone"] == ""


LEDGER = [
    ["服务日期", "姓名", "服务项目", "服务人员", "状态"],
    ["2026-10-01", "王芳", "助洁", "小马", ""],
    ["2026-10-02", "王芳", "助浴", "小马", ""],
    ["2026-10-03", "王芳", "助洁", "陈静", "取消"],
    ["2026-10-04", "王芳", "助洁", "临时工", ""],
]


def test_names_of_workers_are_asked_about_and_answered(made: Shizhu, tmp_path: Path) -> None:
    made("import", "residents", book(tmp_path / "册.xlsx", WANG))
    made("lists", "people", "add", "马丽", "何云")
    path = write(tmp_path / "服务.xlsx", {"十月": LEDGER})
    dry = made("import", "services", path, "--dry-run", "--json")
    assert (dry.code, dry.json["imported"]) == (3, 4)
    question = {"field": "worker", "several": False, "sheet": "十月", "answer": None}
    assert dry.json["questions"] == [
        question | {"text": "小马", "likely": ["马丽"], "row": 2, "rows": 2},
        question | {"text": "陈静", "likely": [], "row": 4, "rows": 1},
        question | {"text": "临时工", "likely": [], "row": 5, "rows": 1},
    ]
    lines = made("import", "services", path, "--dry-run").out.splitlines()
    assert (
        "Worker “小马” (2 rows, from row 2) is not in the list; perhaps 马丽."
        " --worker 小马=NAME, 小马=new, or 小马= for none"
    ) in lines
    assert "Row 4: Comes in as a cancelled order and never counts as done. Why it was cancelled: 取消（导入）." in lines
    answers = ("--worker", "小马=马丽", "--worker", "陈静=new:志愿者", "--worker", "临时工=")
    said = made("import", "services", path, *answers, "--json")
    assert (said.code, [one["answer"] for one in said.json["questions"]]) == (0, ["take", "register", "nobody"])
    entries = {one["name"]: one["aliases"] for one in made("lists", "people", "list", "--json").json["entries"]}
    assert entries == {"马丽": ["小马"], "何云": [], "陈静": []}
    assert made("lists", "people", "unknown", "--json").json["unknown"] == []
    listed = made("order", "list", "--month", "2026-10", "--json").json["orders"]
    assert sorted((one["day"], one["state"], one["worker"]) for one in listed) == [
        ("2026-10-01", "done", "小马"),
        ("2026-10-02", "done", "小马"),
        ("2026-10-03", "cancelled", "陈静"),
        ("2026-10-04", "done", ""),
    ]


@pytest.mark.parametrize("answer", ["小马=何云", "小马=new:厨娘"])
def test_an_answer_that_means_nobody_is_refused(made: Shizhu, tmp_path: Path, answer: str) -> None:
    path = write(tmp_path / "服务.xlsx", {"十月": LEDGER})
    said = made("import", "services", path, "--worker", answer)
    assert (said.code, said.out) == (1, "")


@pytest.mark.parametrize("pair", ["老人", "=name", "="])
def test_a_pair_needs_a_heading(made: Shizhu, capsys: pytest.CaptureFixture[str], pair: str) -> None:
    with pytest.raises(SystemExit) as ended:
        made("import", "residents", "册.xlsx", "--map", pair)
    assert ended.value.code == 2
    assert "is no pair" in capsys.readouterr().err


def test_a_template_is_ready_to_be_filled_in_without_a_centre(shizhu: Shizhu, tmp_path: Path) -> None:
    said = shizhu("template", "residents", tmp_path / "花名册.xlsx")
    assert (said.code, said.out) == (0, "花名册.xlsx is ready to be filled in.\n")
    meals = shizhu("template", "meals", tmp_path / "就餐.xlsx", "--month", "2026-10", "--json")
    assert meals.json == {"kind": "meals", "file": str(tmp_path / "就餐.xlsx")}
    assert (tmp_path / "花名册.xlsx").read_bytes()[:2] == b"PK" == (tmp_path / "就餐.xlsx").read_bytes()[:2]
