"""The lists that offices ask for, on paper and as workbooks."""

import datetime as dt

import openpyxl
import pytest

from desktop.reports import register_lists
from desktop.services.register.as_of import AsOfQuery
from desktop.services.residents import states
from tests.unit.reports import golden
from tests.unit.reports.reading import whole_text

DAY = dt.date(2026, 10, 21)


@pytest.fixture
def village(person, actor):
    person("段春梅", born="1940-05-01", flags=["living_alone"], community="春晓社区", registered_on="2026-10-03")
    person("普建国", born="1925-01-01", sex="male", flags=["dementia", "minimum_living"], community="南亭社区")
    person("欧阳正华", born="1946-10-30", sex="male", community="南亭社区", grade="mild", living="alone")
    gone = person("字文慧", born="1950-01-01", community="南亭社区")
    states.apply(actor, gone, "moved_out", dt.date(2026, 10, 10), "随子女迁往昆明")


def rows(kind: str, section: int = 0, day: dt.date = DAY, wanted: AsOfQuery | None = None):
    return register_lists.report_of(kind, day, wanted).sections[section].rows


def test_the_roll_names_everybody_on_the_register_that_day(village):
    assert [(row[0], row[1], row[6], row[11]) for row in rows("roll")] == [
        (1, "普建国", "南亭社区", "失智、低保、高龄"),
        (2, "欧阳正华", "南亭社区", ""),
        (3, "段春梅", "春晓社区", "独居、高龄"),
    ]
    assert [row[1] for row in rows("roll", day=dt.date(2026, 10, 2))] == ["字文慧", "普建国", "欧阳正华"]
    assert [row[1] for row in rows("roll", wanted=AsOfQuery(community="春晓社区"))] == ["段春梅"]
    assert all("********" in str(row[5]) for row in rows("roll"))


def test_who_came_and_who_left_is_listed_with_the_reason(village):
    assert [(row[1], row[7]) for row in rows("changes")] == [("段春梅", "2026-10-03")]
    assert [(row[1], row[8]) for row in rows("changes", 1)] == [("字文慧", "随子女迁往昆明")]


def test_the_old_are_listed_by_band_and_who_turns_80(village):
    assert [[row[1] for row in rows("elders", section)] for section in range(4)] == [
        ["段春梅"],
        [],
        ["普建国"],
        ["欧阳正华"],
    ]
    titles = [section.title for section in register_lists.report_of("elders", DAY).sections]
    assert titles[0] == "一、80—89岁（1人）"


def test_people_are_counted_by_community_and_flag(village):
    (section,) = register_lists.report_of("communities", DAY).sections
    living_alone = [column.title for column in section.columns].index("独居")
    assert [(row[0], row[1], row[living_alone]) for row in section.rows] == [("南亭社区", 2, 0), ("春晓社区", 1, 1)]
    assert section.totals is not None
    assert section.totals[:2] == ("合计", 3)


@pytest.mark.parametrize("kind", register_lists.KINDS)
def test_every_list_goes_on_paper_and_into_a_workbook(village, tmp_path, kind):
    report = register_lists.report_of(kind, DAY)
    for ext in ("pdf", "xlsx"):
        path = tmp_path / register_lists.default_name(kind, DAY, ext)
        result = register_lists.write_list(kind, DAY, path, printed_on=DAY)
        assert result.pages >= 1
    read = "".join(whole_text(tmp_path / register_lists.default_name(kind, DAY, "pdf")).split())
    names = {str(row[1]) for section in report.sections for row in section.rows if kind != "communities"}
    assert all(name in read for name in names)
    assert report.title in read
    book = openpyxl.load_workbook(tmp_path / register_lists.default_name(kind, DAY, "xlsx"))
    assert len(book.sheetnames) >= 1


@pytest.mark.parametrize("kind", register_lists.KINDS)
def test_a_list_says_exactly_this(village, kind):
    assert golden.agrees(register_lists.report_of(kind, DAY), "register", kind)
