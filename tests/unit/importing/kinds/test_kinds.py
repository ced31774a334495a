"""A kind of import is one module: whatever else lists kinds has the same ones."""

from __future__ import annotations

import tomllib

import pytest

from desktop.core.answers import WorkbookKind
from desktop.core.paths import resource
from desktop.importing.kinds import KINDS, table_kinds
from desktop.ui.pages.importing import words

TABLES = [table for kind in KINDS for table in table_kinds(kind)]


@pytest.mark.parametrize("file", ["headings.toml", "blank_templates.toml"])
def test_every_table_of_every_kind_has_its_headings_and_its_blank_form(file):
    with resource("rules", file).open("rb") as found:
        assert sorted(tomllib.load(found)) == sorted(TABLES)


def test_window_and_command_line_know_every_kind():
    assert [*words.PLACES] == [*words.kind_words()] == [*KINDS] == [*WorkbookKind]
    assert [kind for kind in KINDS if KINDS[kind].by_month] == ["services", "meals", "visits"]


def test_only_a_workbook_of_beds_has_two_kinds_of_tables():
    assert {kind: table_kinds(kind) for kind in KINDS} == {
        "residents": ("residents",),
        "beds": ("beds", "stays"),
        "services": ("services",),
        "meals": ("meals",),
        "visits": ("visits",),
        "staff": ("staff",),
        "assessments": ("assessments",),
    }
