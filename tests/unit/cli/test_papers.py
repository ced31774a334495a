"""Reports, labels, cards and route sheets of a small centre: the files, what is told of them, and the exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from desktop.core.answers import ReportKind
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu

MONTH = "2026-10"


@pytest.fixture
def centre(actor: Actor, person: Callable[..., int], shizhu: Shizhu) -> Shizhu:
    """Two required people, one of them reached, and one bed."""
    one = person("王芳", flags=["disabled"], community="江尾村")
    person("李强", flags=["living_alone"], community="前卫社区")
    visits.save(actor, VisitDraft(one, "2026-10-08", visitors="马丽"))
    beds.save(actor, BedDraft(building="1号楼", room="304", number="1"))
    return shizhu


def test_all_reports_are_written_as_pdf_and_workbook(centre: Shizhu, tmp_path: Path) -> None:
    said = centre("report", "all", "--month", MONTH, "--pdf", tmp_path / "纸", "--xlsx", tmp_path / "表", "--json")
    assert (said.code, said.err, said.json["month"]) == (0, "", MONTH)
    kinds = [one["kind"] for one in said.json["reports"]]
    assert kinds == [*map(str, ReportKind)]
    for one in said.json["reports"]:
        assert Path(one["pdf"]).read_bytes()[:5] == b"%PDF-"
        assert Path(one["xlsx"]).read_bytes()[:2] == b"PK"
        assert one["pages"] >= 1
        assert one["missing_characters"] == []
        assert one["number"].startswith("530114-202610-")


def test_one_report_as_one_kind_of_file_is_one_line(centre: Shizhu, tmp_path: Path) -> None:
    said = centre("report", "beds", "--month", MONTH, "--pdf", tmp_path)
    (line,) = said.out.splitlines()
    assert said.code == 0 and line.endswith("2 pages")
    assert [path.suffix for path in tmp_path.glob("*.*")] == [".pdf"]
    said = centre("report", "beds", "--month", MONTH, "--xlsx", tmp_path / "表", "--json")
    (report,) = said.json["reports"]
    assert (report["pdf"], report["pages"]) == (None, None)
    assert Path(report["xlsx"]).is_file()


def test_csv_and_the_book_of_all_reports(centre: Shizhu, tmp_path: Path) -> None:
    said = centre("report", "all", "--month", MONTH, "--csv", tmp_path / "表", "--book", tmp_path / "册", "--json")
    tables = [Path(path) for one in said.json["reports"] for path in one["csv"]]
    assert len(tables) == len(list((tmp_path / "表").iterdir())) > 20
    assert tables[0].name.endswith("-01-总体情况.csv")
    assert tables[0].read_bytes().startswith(b"\xef\xbb\xbf")
    assert said.json["book"]["pages"] == len(pypdf.PdfReader(said.json["book"]["pdf"]).pages)


def test_a_book_of_one_report_is_wrong_usage(centre: Shizhu, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        centre("report", "beds", "--month", MONTH, "--book", tmp_path)
    assert ended.value.code == 2


def test_a_report_without_a_place_to_write_to_is_wrong_usage(
    centre: Shizhu, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        centre("report", "beds", "--month", MONTH)
    assert ended.value.code == 2
    assert "--pdf" in capsys.readouterr().err


def test_a_character_that_no_font_has_is_named_with_exit_3(
    centre: Shizhu, person: Callable[..., int], tmp_path: Path
) -> None:
    # A hieroglyph stands for the rare characters that are in no font.
    person("王\U00013080", flags=["disabled"])
    said = centre("report", "visits", "--month", MONTH, "--pdf", tmp_path, "--json")
    (report,) = said.json["reports"]
    assert said.code == 3
    assert report["missing_characters"] == ["\U00013080"]
    assert "U+13080" in said.err and "by hand" in said.err


def test_labels_and_cards_are_one_code_each(centre: Shizhu, tmp_path: Path) -> None:
    cards = centre("codes", "residents", "--pdf", tmp_path / "卡" / "卡.pdf", "--json")
    assert (cards.code, cards.json["count"], cards.json["pages"], cards.json["sheet_layout"]) == (0, 2, 1, "cards")
    assert sorted(code[0] for code in cards.json["codes"]) == ["1", "1"]
    labels = centre("codes", "beds", "--pdf", tmp_path / "签.pdf", "--start-cell", 3, "--offset-mm", "0.5,-1")
    assert (labels.code, labels.out) == (0, f"1 codes on 1 pages: {tmp_path / '签.pdf'}\n")
    assert (tmp_path / "卡" / "卡.pdf").is_file() and (tmp_path / "签.pdf").is_file()


@pytest.mark.parametrize("offset", ["999,999", "-20.1,0", "nan,0"])
def test_an_offset_that_leaves_the_sheet_is_refused(
    centre: Shizhu, capsys: pytest.CaptureFixture[str], offset: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        centre("codes", "beds", "--pdf", "x.pdf", "--offset-mm", offset)
    assert ended.value.code == 2
    assert "20 mm" in capsys.readouterr().err


@pytest.mark.parametrize("offset", ["1", "a,b", "1,2,3"])
def test_an_offset_is_two_numbers(centre: Shizhu, capsys: pytest.CaptureFixture[str], offset: str) -> None:
    with pytest.raises(SystemExit) as ended:
        centre("codes", "beds", "--pdf", "x.pdf", "--offset-mm", offset)
    assert ended.value.code == 2
    assert "0.5,-1" in capsys.readouterr().err


def test_a_route_sheet_has_a_row_for_everybody_who_is_due(centre: Shizhu, tmp_path: Path) -> None:
    said = centre("codes", "roster", "--pdf", tmp_path / "路线" / "单.pdf", "--json")
    assert (said.code, said.json["kind"], said.json["day"]) == (0, "roster", "2026-10-21")
    assert (said.json["count"], said.json["pages"], said.json["sheet_layout"]) == (1, 1, "A4")
    (code,) = said.json["codes"]
    assert code[0] == "3" and len(code) == 17
    again = centre("codes", "roster", "--pdf", tmp_path / "单.pdf", "--day", "10-22", "--community", "前卫社区")
    assert again.out == f"1 codes on 1 pages: {tmp_path / '单.pdf'}\n"
    rows = centre("audit", "show", "--table", "route_sheet", "--json").json["changes"]
    assert [one["after"]["day"] for one in rows] == ["2026-10-22", "2026-10-21"]


def test_a_route_sheet_of_a_day_that_is_none_is_wrong_usage(
    centre: Shizhu, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        centre("codes", "roster", "--pdf", tmp_path / "单.pdf", "--day", "八号")
    assert ended.value.code == 2
    assert "八号 is no date" in capsys.readouterr().err


def test_the_demo_does_the_whole_job_in_a_fresh_folder(shizhu: Shizhu, tmp_path: Path) -> None:
    out = tmp_path / "演示"
    out.mkdir()
    (out / "旧文件.txt").write_text("x", encoding="utf-8")
    refused = shizhu("demo", "--out", out)
    assert (refused.code, refused.out) == (1, "")
    assert len(refused.err.splitlines()) == 1
