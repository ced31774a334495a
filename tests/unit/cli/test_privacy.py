"""``privacy`` as it is scripted against."""

from __future__ import annotations

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
