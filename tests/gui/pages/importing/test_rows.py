"""The place in a row that its verdict speaks of, which is where the cursor goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.importing import staging
from desktop.services.writing.actor import Actor
from desktop.ui.pages.importing.rows import JudgedRows
from tests.unit.importing.sheets import Rows, write

STAYS: dict[str, Rows] = {
    "床位": [["楼栋", "房号", "床号", "床位类型"], ["1号楼", 101, 3, "普通型"]],
    "入住": [
        ["楼栋", "房号", "床号", "姓名", "入住日期", "离院日期"],
        ["1号楼", "101", "3", "李四", "2026-10-05", "2026-10-01"],
    ],
}


def test_a_stay_that_ends_before_it_starts_is_about_its_days(
    actor: Actor, person: Callable[..., int], tmp_path: Path
) -> None:
    person("李四", sex="male")
    checked = staging.check(actor, staging.propose(staging.open_book(write(tmp_path / "床位.xlsx", STAYS)), "beds"))
    row = next(one for one in checked.verdicts if Reason.ENDS_BEFORE_START in one.reasons)
    assert JudgedRows(checked, Progress()).spoken_of(row) == "from_on"
