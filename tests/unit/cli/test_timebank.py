"""``timebank``: hours in and out from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.reading import page_texts


@pytest.fixture
def ma(made: Shizhu, now: object) -> Shizhu:
    assert made("staff", "add", "马丽", "--role", "志愿者", "--since", "2026-03-01").code == 0
    return made


def test_hours_come_in_go_out_and_are_certified(ma: Shizhu, tmp_path: Path) -> None:
    said = ma("timebank", "马丽", "--in", "2.5", "--on", "2026-10-20", "--whom", "王奶奶", "--remark", "陪聊", "--json")
    assert (said.code, said.json["in"], said.json["out"], said.json["balance"]) == (0, "2.50", "0.00", "2.50")
    said = ma("timebank", "马丽", "--out", "1", "--whom", "马丽的母亲", "--pdf", tmp_path / "证明.pdf", "--json")
    assert (said.json["in"], said.json["out"], said.json["balance"]) == ("2.50", "1.00", "1.50")
    last = said.json["entries"][0]
    assert (last["kind"], last["hours"], last["balance"], last["whom"], last["day"]) == (
        *("hours_out", "-1.00", "1.50", "马丽的母亲", "2026-10-21"),
    )
    assert "余1.50小时" in page_texts(tmp_path / "证明.pdf")[0].replace("\n", "")
    ma("timebank", "马丽", "--correct", str(last["id"]), "--reason", "没有来")
    assert "in 2.50, out 0.00, left 2.50 hours" in ma("timebank", "马丽").out


def test_too_many_hours_and_nobody_of_that_name_are_refused(ma: Shizhu) -> None:
    said = ma("timebank", "马丽", "--out", "1", "--whom", "母亲")
    assert (said.code, "0.00 hours are left" in said.err) == (1, True)
    assert ma("timebank", "无此人").code == 1


def test_hours_of_services_are_listed_and_booked(person: Callable[..., int], shizhu: Shizhu) -> None:
    person("王芳")
    assert shizhu("staff", "add", "马丽", "--role", "志愿者", "--since", "2026-03-01").code == 0
    plan = ("--type", "助洁", "--planned", "2026-10-20", "--start", "9:00", "--end", "10:30", "--payer", "志愿")
    for worker in ("马丽", "过路人"):
        uid = shizhu("order", "add", "王芳", *plan, "--worker", worker, "--json").json["uid"]
        assert shizhu("order", "done", uid, "--on", "2026-10-20").code == 0
    said = shizhu("hours", "list", "--month", "2026-10", "--json")
    assert (said.code, said.json["month"], said.json["booked"]) == (3, "2026-10", 0)
    first, other = said.json["services"]
    assert (first["worker"], first["name"], first["type"], first["hours"], first["why"]) == (
        *("马丽", "王芳", "cleaning", "1.50", None),
    )
    assert (other["worker"], other["why"]) == ("过路人", "worker_unknown")
    assert (shizhu("hours", "book", "--month", "2026-09", "--json").json["services"]) == []
    said = shizhu("hours", "book")
    assert (said.code, said.out.splitlines()[0]) == (3, "1 services booked, 1.50 hours; 1 not booked")
    [entry] = shizhu("timebank", "马丽", "--json").json["entries"]
    assert (entry["hours"], entry["whom"], entry["service"]) == ("1.50", "王芳", first["uid"])
    back = shizhu("void", "service", first["uid"], "--reason", "录错")
    assert (back.code, shizhu("timebank", "马丽", "--json").json["balance"]) == (0, "0.00")
