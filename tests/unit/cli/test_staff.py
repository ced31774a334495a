"""``staff``: people who work here from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shizhu


@pytest.fixture
def yang(made: Shizhu, now: object) -> Shizhu:
    said = made("staff", "add", "杨秀英", "--role", "护理员", "--unit", "一楼", "--since", "2026-03-01", "--json")
    assert said.code == 0
    assert said.json["posts"] == [{"role": "carer", "unit": "一楼", "from": "2026-03-01", "to": None}]
    return made


def test_a_certificate_with_its_picture_is_listed_as_due(yang: Shizhu, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    words = ("--kind", "健康证", "--number", "K-1", "--to", "2026-11-10", "--photo", picture, "--json")
    said = yang("staff", "certificate", "杨秀英", *words).json
    assert (said["name"], said["kind"], said["stage"], said["days_left"], said["photo"]) == (
        *("杨秀英", "health", "within_30", 20, True),
    )
    assert yang("staff", "add", "李建国", "--role", "cook").code == 0
    assert [one["name"] for one in yang("staff", "list", "--json").json["staff"]] == ["杨秀英", "李建国"]
    assert [one["name"] for one in yang("staff", "list", "--due", "--json").json["staff"]] == ["杨秀英"]
    assert [one["name"] for one in yang("staff", "list", "ljg", "--json").json["staff"]] == ["李建国"]
    assert yang("staff", "list", "--left", "--json").json == {"staff": []}
    assert "health certificate 2026-11-10" in yang("staff", "list").out


def test_a_carers_certificate_says_its_level(yang: Shizhu) -> None:
    said = yang("staff", "certificate", "杨秀英", "--kind", "护理员证", "--level", "技师（二级）", "--json")
    assert (said.code, said.json["level"]) == (0, "level_2")


def test_an_account_becomes_the_persons(yang: Shizhu) -> None:
    director = yang("user", "list", "--json").json["users"][0]["name"]
    said = yang("staff", "add", "段春梅", "--role", "管理", "--account", director, "--json")
    assert (said.code, said.json["account"]) == (0, director)


def test_nobody_of_that_name_and_a_wrong_role_are_refused(yang: Shizhu, capsys: pytest.CaptureFixture[str]) -> None:
    said = yang("staff", "certificate", "无此人", "--kind", "健康证")
    assert (said.code, said.out) == (1, "") and "无此人" in said.err
    with pytest.raises(SystemExit) as ended:
        yang("staff", "add", "李建国", "--role", "司机")
    assert ended.value.code == 2
    assert "护理员" in capsys.readouterr().err


def test_another_certificate_has_to_be_called_something(yang: Shizhu) -> None:
    said = yang("staff", "certificate", "杨秀英", "--kind", "other")
    assert said.code == 1 and said.err


def test_a_training_is_entered_with_who_took_part_and_listed(yang: Shizhu) -> None:
    words = ("--title", "岗前安全课", "--on", "2026-10-12", "--hours", "7.5", "--who", "杨秀英", "--json")
    said = yang("staff", "training", "add", "--kind", "岗前", *words).json
    assert {name: said[name] for name in ("kind", "title", "day", "hours")} == {
        "kind": "pre_job",
        "title": "岗前安全课",
        "day": "2026-10-12",
        "hours": "7.50",
    }
    assert said["takers"] == [{"name": "杨秀英", "resident_id": None, "relative": ""}]
    assert yang("staff", "training", "list", "--json").json == {"trainings": [said]}
    assert yang("staff", "training", "list", "--kind", "在职", "--json").json == {"trainings": []}
    assert "7.50 hours, 1 took part" in yang("staff", "training", "list", "--year", "2026").out


def test_a_training_with_a_stranger_is_not_entered_at_all(yang: Shizhu) -> None:
    words = ("--title", "课", "--hours", "1", "--who", "杨秀英", "--who", "无此人")
    said = yang("staff", "training", "add", "--kind", "在职", *words)
    assert (said.code, "无此人" in said.err) == (1, True)
    assert yang("staff", "training", "list", "--json").json == {"trainings": []}


def test_an_account_that_is_not_there_writes_nobody(yang: Shizhu) -> None:
    said = yang("staff", "add", "李建国", "--role", "cook", "--account", "没有")
    assert (said.code, said.out) == (1, "") and "没有" in said.err
    assert [one["name"] for one in yang("staff", "list", "--json").json["staff"]] == ["杨秀英"]
