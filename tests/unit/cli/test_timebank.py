"""``timebank``: hours in and out from the command line."""

from __future__ import annotations

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
