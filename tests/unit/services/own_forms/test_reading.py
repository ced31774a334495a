"""A file that cannot be filled whole is refused in one sentence before anything opens it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.core.file_errors import Unreadable
from desktop.core.storage_errors import FileMissing
from desktop.core.words.messages import sentence
from desktop.services.own_forms.reading import read_form


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "表.xlsx"
    openpyxl.Workbook().save(path)
    return path


@pytest.fixture
def with_part(plain: Path) -> Callable[[str, bytes], Path]:
    """The plain workbook with one more part."""

    def add(name: str, content: bytes) -> Path:
        with zipfile.ZipFile(plain, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        return plain

    return add


def test_a_plain_workbook_is_taken(plain: Path) -> None:
    assert read_form(plain) == plain.read_bytes()


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        ("xl/vbaProject.bin", b"x", "macros"),
        ("xl/macrosheets/sheet1.xml", b"<a/>", "macros"),
        ("xl/externalLinks/externalLink1.xml", b"<a/>", "external_links"),
        ("xl/connections.xml", b"<a/>", "external_links"),
        ("xl/media/image1.emf", b"x", "drawn_shapes"),
        ("xl/drawings/drawing1.xml", b"<xdr:wsDr><xdr:sp macro=''/></xdr:wsDr>", "drawn_shapes"),
        ("xl/theme/theme9.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "damaged"),
        ("xl/worksheets/sheet9.xml", b"<a>" + b" " * 110_000_000, "too_large"),
        ("xl/worksheets/sheet9.xml", b"<a>" + b"0" * 5_000_000, "too_large"),
    ],
)
def test_what_would_be_lost_or_harm_is_refused_by_name(
    part: str, content: bytes, reason: str, with_part: Callable[[str, bytes], Path]
) -> None:
    with pytest.raises(Unreadable) as refused:
        read_form(with_part(part, content))
    assert refused.value.reason == reason
    assert sentence(refused.value).startswith("表.xlsx could not be read: ")


def test_a_picture_is_kept_and_no_drawn_shape(with_part: Callable[[str, bytes], Path]) -> None:
    assert read_form(with_part("xl/drawings/drawing1.xml", b"<xdr:wsDr><xdr:pic><xdr:spPr/></xdr:pic></xdr:wsDr>"))


def test_a_macro_workbook_by_its_name_is_refused(plain: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read_form(plain.rename(plain.with_suffix(".xlsm")))
    assert refused.value.reason == "macros"


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"%PDF-1.4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook"])
def test_another_kind_of_file_is_no_xlsx(content: bytes, plain: Path) -> None:
    plain.write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        read_form(plain)
    assert refused.value.reason == "not_xlsx"


def test_a_cut_file_is_damaged(plain: Path) -> None:
    plain.write_bytes(plain.read_bytes()[:-200])
    with pytest.raises(Unreadable) as refused:
        read_form(plain)
    assert refused.value.reason == "damaged"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_form(tmp_path / "无.xlsx")
