"""``privacy`` as it is scripted against."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.services.privacy.incident import Lost
from tests.unit.cli.conftest import Shizhu


def test_the_retention_list_takes_other_years_and_keeps_them(made: Shizhu) -> None:
    said = made("privacy", "retention", "--json").json
    assert (said["years"], said["people"]) == (5, [])
    assert made("privacy", "retention", "--keep-years", "8", "--json").json["years"] == 8
    assert made("privacy", "retention", "--json").json["years"] == 8
    refused = made("privacy", "retention", "--keep-years", "0")
    assert (refused.code, refused.out) == (1, "") and "1–50" in refused.err


def test_an_incident_sheet_counts_and_is_printed(made: Shizhu, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    words = ("--lost", Lost.BACKUP, "--words", "U 盘丢失", "--pdf", file, "--json")
    said = made("privacy", "incident", *words)
    assert said.code == 0 and said.json["people"] == said.json["kinds"]["name"] == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_what_was_lost_is_told_in_words(person: Callable[..., int], shizhu: Shizhu) -> None:
    person("王芳", flags=("living_alone",))
    said = shizhu("privacy", "incident", "--lost", Lost.COMPUTER, "--words", "电脑被盗").out
    assert "1 people" in said and "ID number  1" in said
    assert "_" not in said, "no record goes by the name of its table"
