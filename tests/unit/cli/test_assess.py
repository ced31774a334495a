"""``assess``: a file with 26 answers becomes an assessment with its grade; what is wrong is told item by item."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.core import clock
from desktop.core.assessment import items
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import whole_text

Person = Callable[..., int]


def file(tmp_path: Path, total: int = 62, **more: Any) -> Path:
    """A file as others write it, with the names of the standard; answers that add up to so many points."""
    answers = {}
    for one in items():
        answers[one.name] = min(one.most, total)
        total -= answers[one.name]
    said = {"date": "2026-10-08", "reason": "首次", "assessors": ["李明", "王琴"], "agency": None, "items": answers}
    path = tmp_path / "f.json"
    path.write_text(json.dumps(said | more, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_file_becomes_an_assessment_and_a_grade(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    assert person("王芳")
    about = {"events": {"跌倒": 2}, "diagnoses": ["I10"], "coma": False}
    told = shizhu("assess", "王芳", "--file", file(tmp_path, **about), "--json").json
    uid, grade_uid = told.pop("uid"), told.pop("grade_uid")
    assert told == {
        **{"date": "2026-10-08", "reason": "first", "assessors": ["李明", "王琴"], "agency": None, "report_no": None},
        "scores": {"自理能力": 32, "基础运动": 15, "精神状态": 15, "感知觉与社会参与": 0, "total": 62},
        **{"grade": "severe", "valid_to": "2027-10-07"},
        "sentence": "62 points, moderate; in 30 days fall × 2, one level worse → severe",
    }
    (listed,) = shizhu("assess", "王芳", "--json").json["assessments"]
    assert listed == told | {"uid": uid, "grade_uid": grade_uid}
    (grade,) = shizhu("grade", "list", "王芳", "--json").json["grades"]
    assert (grade["uid"], grade["grade"], grade["bare"]) == (grade_uid, "severe", False)
    assert "until 2027-10-07  李明、王琴" in shizhu("assess", "王芳").out
    assert shizhu("void", "grade", grade_uid, "--reason", "录错").code == 0
    assert shizhu("assess", "王芳", "--json").json["assessments"] == []


def test_every_result_goes_on_paper_in_a_row(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    assert person("王芳")
    path = tmp_path / "历次.pdf"
    told = shizhu("assess", "王芳", "--history", path, "--json").json
    assert told == {"path": str(path), "pages": 1, "results": 0, "valid_to": None}
    shizhu("assess", "王芳", "--file", file(tmp_path, 80, date="2025-10-09"))
    shizhu("assess", "王芳", "--file", file(tmp_path))
    told = shizhu("assess", "王芳", "--history", path, "--json").json
    assert (told["results"], told["valid_to"]) == (2, "2027-10-07")
    text = "".join(whole_text(path).split())
    for words in ("历次能力评估记录", "2025-10-09", "2026-10-08", "两次逐项对照", "下次评估：2027年10月7日以前"):
        assert words in text
    (newest,) = shizhu("audit", "show", "--table", "paper", "--limit", "1", "--json").json["changes"]
    assert (newest["action"], newest["after"]["title"], newest["after"]["names"]) == ("hand_out", "历次能力评估记录", 1)


def test_results_go_out_as_a_workbook_and_in_again(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    assert person("王芳")
    shizhu("assess", "王芳", "--file", file(tmp_path), "--json")
    path = tmp_path / "结果.xlsx"
    assert shizhu("assess", "--xlsx", path, "--json").json == {"path": str(path), "results": 1, "bare": 0}
    (grade,) = shizhu("grade", "list", "王芳", "--json").json["grades"]
    again = shizhu("import", "assessments", path, "--json")
    assert (again.code, again.json["duplicates"], again.json["mapping"]["item.eating"]) == (3, 1, "进食")
    assert shizhu("void", "grade", grade["uid"], "--reason", "试").code == 0
    told = shizhu("import", "assessments", path, "--json").json
    assert (told["imported"], told["refused"], told["issues"]) == (1, 0, [])
    assert shizhu("assess", "王芳", "--json").json["assessments"][0]["scores"]["total"] == 62


def test_an_agency_and_somebody_in_coma(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    assert person("王芳")
    path = file(tmp_path, assessors=[], agency="春城评估", report_no="7", items={}, coma=True)
    told = shizhu("assess", "王芳", "--file", path, "--json").json
    assert (told["agency"], told["report_no"], told["scores"], told["grade"]) == (
        *("春城评估", "7"),
        *({"total": None}, "complete"),
    )


def test_what_is_wrong_is_told_item_by_item(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    assert person("王芳")
    path = file(tmp_path, assessors=["李明"])
    said = json.loads(path.read_text("utf-8"))
    del said["items"]["进食"]
    said["items"]["上下楼梯"] = 4
    path.write_text(json.dumps(said), encoding="utf-8")
    refused = shizhu("assess", "王芳", "--file", path)
    assert refused.code == 1 and refused.out == ""
    assert [line.split(":")[0] for line in refused.err.strip().split("; ")] == ["Second assessor", "Stairs", "Eating"]
    assert shizhu("assess", "王芳", "--json").json["assessments"] == []


def test_a_file_that_says_something_else_is_refused(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    assert person("王芳")
    for more in ({"points": 62}, {"coma": "no"}, {"assessors": ["甲", "乙", "丙"]}, {"items": {"飞行": 4}}):
        assert shizhu("assess", "王芳", "--file", file(tmp_path, **more)).code == 1
    path = tmp_path / "f.json"
    path.write_text("[1]", encoding="utf-8")
    assert "f.json" in shizhu("assess", "王芳", "--file", path).err
    assert shizhu("assess", "王芳", "--file", tmp_path / "no.json").code == 1
    assert shizhu("assess", "谁", "--file", file(tmp_path)).code == 1
    assert shizhu("assess", "王芳", "--json").json["assessments"] == []


def test_who_is_due(person: Person, shizhu: Shizhu, tmp_path: Path) -> None:
    who = person("王芳")
    last_year = clock.today().replace(year=clock.today().year - 2, day=1)
    shizhu("assess", "王芳", "--file", file(tmp_path, date=last_year.isoformat()))
    (due,) = shizhu("assess", "--due", "--json").json["due"]
    assert (due["resident_id"], due["grade"], due["stage"], due["bare"]) == (who, "moderate", "ended", False)
    shizhu("assess", "王芳", "--file", file(tmp_path, date=clock.today().isoformat(), reason="常规"))
    assert shizhu("assess", "--due", "--json").json["due"] == []


def test_the_newest_is_printed_and_empty_forms_where_there_is_none(
    person: Person, shizhu: Shizhu, tmp_path: Path
) -> None:
    assert person("王芳")
    paper = tmp_path / "out.pdf"
    told = shizhu("assess", "王芳", "--pdf", str(paper), "--json").json
    assert told == {"path": str(paper), "pages": 3, "assessment": None}
    assert "总分（满分90）" in "".join(whole_text(paper).split())
    made = shizhu("assess", "王芳", "--file", file(tmp_path), "--json").json
    assert shizhu("assess", "王芳", "--pdf", str(paper), "--json").json["assessment"] == made["uid"]
    assert "总分62（满分90）" in "".join(whole_text(paper).split())
