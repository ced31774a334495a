"""The same register as an old workbook, as text in several shapes, and very long."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core.file_errors import Unreadable
from desktop.importing.book import FROZEN_ARGUMENT
from desktop.importing.importer import import_workbook
from desktop.importing.result import ImportResult
from desktop.models import query
from desktop.services.writing.actor import Actor
from tests.conftest import id_number

DATA = Path(__file__).parents[3] / "data" / "workbooks"
HEADS = ["老人姓名", "公民身份号码", "人员类别", "自理能力评估等级", "是否签约家庭医生", "现居住地址"]
ROWS = [
    ["王芳", id_number("1944-03-05", "female", 7), "独居、低保", "半失能", "√", "前卫社区1栋，2单元"],
    ["李𬱖", id_number("1950-01-01", "male", 9), "", "自理", "否", "前卫社区2栋"],
    ["赵五", "", "普通", "", "", ""],
]


def verdicts(result: ImportResult) -> list[tuple[int, str]]:
    return [(row.row, row.verdict) for row in result.verdicts]


def test_an_old_workbook(actor: Actor) -> None:
    result = import_workbook(actor, "residents", DATA / "register.xls")
    assert (result.sheets[0].header_row, verdicts(result)) == (
        2,
        [(3, "imported"), (4, "to_verify"), (5, "to_verify")],
    )
    assert [issue.reason for issue in result.issues] == ["wrong_check_digit", "missing_number"]
    # The community is merged over all three.
    assert query.ids("SELECT DISTINCT community FROM resident") == ["前卫社区"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
def test_text_in_every_encoding_and_shape(actor: Actor, tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "导出.csv"
    table = [[cell.replace("，", "") if delimiter == "，" else cell for cell in row] for row in (HEADS, *ROWS)]
    path.write_bytes("\r\n".join(delimiter.join(row) for row in table).encode(encoding))
    result = import_workbook(actor, "residents", path)
    # Without a birth date and a number nobody knows who 赵五 is.
    assert verdicts(result) == [(2, "imported"), (3, "imported"), (4, "refused")]
    assert [issue.reason for issue in result.issues] == ["missing_born_on"]
    assert query.fetch("SELECT name FROM resident ORDER BY id") == [("王芳",), ("李𬱖",)]
    assert query.fetch("SELECT grade FROM grade ORDER BY id") == [("moderate",), ("intact",)]
    assert query.fetch("SELECT family_doctor FROM resident ORDER BY id") == [(1,), (0,)]


def test_a_frozen_program_parses_in_a_child_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "导出.csv"
    path.write_text("姓名,性别\n王芳,女\n", encoding="utf-8")
    command = [sys.executable, "-m", "desktop", FROZEN_ARGUMENT, str(path), "2000000000"]
    answer = subprocess.run(command, capture_output=True, check=True, cwd=DATA.parents[2])
    assert answer.stdout.decode().splitlines()[1:] == ['["姓名", "性别"]', '["王芳", "女"]', '{"end": true}']


_LONG = """
import sys
from pathlib import Path
from desktop.core.paths import DataFolder
from desktop.importing.importer import import_workbook
from desktop.services.centre import centres
from desktop.services.centre.centres import CentreDraft

folder, file = map(Path, sys.argv[1:])
actor = centres.initialise(DataFolder(folder), CentreDraft("示例中心", "530114", "chenggong", "呈贡区", "主任甲"))
result = import_workbook(actor, "residents", file)
# Of this process alone: the rusage counter begins with the peak of whoever started it.
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(result.total("imported"), result.total("refused"), int(status["VmHWM"].split()[0]) // 1024)
centres.close_centre()
"""


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured as Linux tells it")
def test_fifty_thousand_rows(tmp_path: Path) -> None:
    path = tmp_path / "全区.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("姓名,身份证号,出生日期,社区,现居住地址,联系电话,特殊困难类别,能力等级\n")
        for number in range(50_000):
            # Every 500th stands there twice: a refused row must not make the later ones slower.
            one = number - 1 if number % 500 == 1 else number
            born = f"19{one // 4000 + 30:02d}-{one % 12 + 1:02d}-{one // 12 % 28 + 1:02d}"
            name = f"王{chr(0x4E00 + one % 5000)}{chr(0x4E00 + one // 5000)}"
            file.write(
                f"{name},{id_number(born, 'female', one // 336)},{born},前卫社区,{one}栋,139{one:08d},独居,轻度失能\n"
            )
    command = [sys.executable, "-c", _LONG, str(tmp_path / "data"), str(path)]
    answer = subprocess.run(command, capture_output=True, check=True, cwd=DATA.parents[2], text=True)
    imported, refused, megabytes = map(int, answer.stdout.split())
    assert (imported, refused) == (49_900, 100)
    assert megabytes < 600


@pytest.mark.parametrize("name", ["register.xls", "password.xlsx"])
def test_a_table_of_wps_is_read_by_what_it_is_and_not_by_its_name(actor: Actor, tmp_path: Path, name: str) -> None:
    path = tmp_path / "老人.et"
    path.write_bytes((DATA / name).read_bytes())
    if name == "password.xlsx":
        with pytest.raises(Unreadable) as caught:
            import_workbook(actor, "residents", path)
        assert caught.value.reason == "encrypted"
    else:
        assert len(verdicts(import_workbook(actor, "residents", path))) == 3
