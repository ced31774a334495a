"""The consent form of one person."""

import datetime as dt

import pytest

from desktop.core.errors import NotFound
from desktop.reports.forms.consent import ConsentForm, consent_of, render_consent
from tests.unit.reports.reading import font_files, whole_text

DAY = dt.date(2026, 10, 21)


def test_the_form_bears_the_person_the_centre_and_the_rights(person, tmp_path):
    form = consent_of(person("𬱖秀兰", phone="13888880001", address="彩龙路32号院4幢2单元501室"), number="TY-0001")
    result = render_consent(form, tmp_path / "consent.pdf", printed_on=DAY)
    read = "".join(whole_text(result.path).split())
    for words in ("个人信息处理知情同意书", "𬱖秀兰", "1944年3月5日", "13888880001", "示例中心", "呈贡区", "TY-0001"):
        assert words in read
    assert "********" in read
    assert "撤回同意" in read
    assert "{" not in read
    assert all(font_files(result.path).values())
    assert result.missing == ()


def test_the_whole_number_is_printed_only_when_given(person, tmp_path):
    form = consent_of(person("王芳"), id_number="530121194403051023")
    render_consent(form, tmp_path / "consent.pdf", printed_on=DAY)
    assert "530121194403051023" in whole_text(tmp_path / "consent.pdf")


def test_two_runs_give_the_same_bytes_and_long_facts_fit(tmp_path):
    form = ConsentForm("王芳", "female", None, "", "很长的地址" * 30, "", "中心")
    for name in ("one.pdf", "two.pdf"):
        render_consent(form, tmp_path / name, printed_on=DAY)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert "…" in whole_text(tmp_path / "one.pdf")


def test_nobody_signs_nothing(actor):
    with pytest.raises(NotFound):
        consent_of(77)
