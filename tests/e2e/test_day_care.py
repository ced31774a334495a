"""Two doors of one day care: the same card at the same moment is one coming, whichever program writes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.e2e.running import SAMPLE, Run


def test_two_programs_that_scan_one_person_at_once_let_them_in_once(shizhu: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shizhu("init", "--centre", "甲中心", "--centre-no", "530114", "--plan", "xishan", data=data)
    shizhu("import", "residents", SAMPLE / "residents.xlsx", data=data)
    who = shizhu("find", "李", "--json", "--limit", "1", data=data).json["residents"][0]["code"]
    with ThreadPoolExecutor(2) as doors:
        ran = list(doors.map(lambda _door: shizhu("daycare", "scan", who, "--json", data=data), range(2)))
    assert [one.code for one in ran] == [0, 0], [one.err for one in ran]
    assert sorted(one.json["kind"] for one in ran) == ["again", "recorded"]
    assert [one.json["came"] for one in ran] == [True, True]
    listed = shizhu("daycare", "list", "--json", data=data).json["attendances"]
    assert [row["left"] for row in listed] == [None]
