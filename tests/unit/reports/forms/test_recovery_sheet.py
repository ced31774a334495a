"""The recovery sheet is typed from, scanned from and read back; what opens the data is nowhere else in the file."""

import dataclasses
import datetime as dt
import re

import pypdf
import pytest

from desktop.core.answers import NumbersWanted
from desktop.core.office_keys import CentreKey, DistrictKey
from desktop.core.recovery import groups_of, new_secret, secret_of
from desktop.reports.forms.key_page import KeyPage, render_key_page
from desktop.reports.forms.recovery_sheet import RecoverySheet, read_back, render_recovery_sheet
from tests.unit.reports.reading import inked, overlapping, seen_codes, whole_text

SECRET = new_secret()
SHEET = RecoverySheet("示例街道综合养老服务中心", "530114", dt.date(2026, 10, 21), "主任甲", groups_of(SECRET))


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    path = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    made = render_recovery_sheet(SHEET, path)
    assert (made.pages, made.missing) == (1, ())
    return path


def test_the_groups_stand_on_it_in_their_order_each_with_its_number(paper):
    text = whole_text(paper)
    found = dict(re.findall(r"\b(\d{1,2})\s+(\d{4})\b", text))
    assert [found[str(place)] for place in range(1, 25)] == list(SHEET.groups)
    assert secret_of(read_back(paper)) == SECRET


def test_the_code_holds_the_same_digits_and_nothing_of_anybody(paper):
    (code,) = seen_codes(paper)
    assert code.digits == "".join(SHEET.groups)
    assert secret_of(code.digits) == SECRET


def test_it_says_where_it_belongs_what_it_is_for_and_that_there_is_no_other_key(paper):
    text = re.sub(r"\s", "", whole_text(paper))
    for words in ("数据恢复单", "示例街道综合养老服务中心", "530114", "2026年10月21日", "保险柜", "随即作废"):
        assert words in text
    assert "密码和本单都没有了，数据就再也打不开" in text


def test_it_is_one_page_with_its_words_inside_and_nothing_over_another(paper):
    left, top, right, bottom = inked(paper)
    assert left >= 15 and top >= 15 and right <= 195 and bottom <= 282
    assert overlapping(paper, 842) == []


def test_the_file_names_and_describes_no_secret(paper):
    facts = pypdf.PdfReader(paper).metadata
    assert not any("".join(SHEET.groups[at : at + 2]) in str(facts) for at in range(23))
    assert paper.stat().st_mode & 0o077 == 0


def test_what_is_no_digit_is_never_printed(paper, tmp_path):
    other = RecoverySheet(SHEET.centre, SHEET.number, SHEET.made_on, SHEET.made_by, (*SHEET.groups[:-1], "x"))
    path = tmp_path / "other.pdf"
    with pytest.raises(ValueError, match="can not be represented"):
        render_recovery_sheet(other, path)


def test_the_sheet_of_what_the_district_keeps_says_so_on_one_page(tmp_path):
    path = tmp_path / "copy.pdf"
    made = render_recovery_sheet(dataclasses.replace(SHEET, of_copy=True), path)
    text = re.sub(r"\s", "", whole_text(path))
    assert (made.pages, made.missing) == (1, ()) and "区级备份恢复单" in text and "区民政局也看不到" in text
    left, top, right, bottom = inked(path)
    assert left >= 15 and top >= 15 and right <= 195 and bottom <= 282
    assert overlapping(path, 842) == [] and secret_of(read_back(path)) == SECRET


def test_the_page_of_the_keys_has_both_fingerprints_inside_its_margins(tmp_path):
    page = KeyPage(
        *(CentreKey("", "530114", "示例街道综合养老服务中心", "", ""), "1234 5678 9012 3456 7890 1234"),
        *(DistrictKey("呈贡区民政局", "530114", NumbersWanted.HASHED, "", ""), "4321 8765 2109 6543 0987 4321"),
        *(dt.date(2026, 10, 21), "主任甲"),
    )
    path = tmp_path / "page.pdf"
    made = render_key_page(page, path)
    text = re.sub(r"\s", "", whole_text(path))
    assert (made.pages, made.missing) == (1, ())
    for words in ("123456789012345678901234", "432187652109654309874321", "只报代号", "主任甲", "2026年10月21日"):
        assert words in text
    left, top, right, bottom = inked(path)
    assert left >= 15 and top >= 15 and right <= 195 and bottom <= 282
    assert overlapping(path, 842) == []
