"""``template check``, ``fill`` and ``names`` on a centre's own workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.core.period import Month
from desktop.reports.months.render import reports_of
from desktop.services.closing import month_close
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from tests.unit.cli.conftest import Shizhu
from tests.unit.reports.own_forms.books import one_cell

MONTH = "2026-10"


@pytest.fixture
def people(actor: Actor, person: Callable[..., int]) -> list[int]:
    """One of the roster was visited, one was not."""
    found = [person("段春梅", flags=["living_alone"]), person("字文慧", flags=["living_alone"])]
    visits.save(actor, VisitDraft(found[0], "2026-10-08", visitors="马丽"))
    return found


def form(path: Path) -> Path:
    return one_cell(
        path, A1="{{centre.name}} {{month}}", A2="{{visits.required}}", A3="{{visits.by_method.电话}}",
        A4="{{#visits.unvisited}}{{.n}}", B4="{{.姓名}}", A5="{{visits.visit_rate}}",
    )  # fmt: skip


def column(path: Path, letter: str = "A") -> list[object]:
    return [cell.value for cell in openpyxl.load_workbook(path).active[letter]]


def test_a_form_is_filled_with_the_month(people: list[int], shizhu: Shizhu, tmp_path: Path) -> None:
    said = shizhu("template", "check", form(tmp_path / "f.xlsx"), "--month", MONTH, "--json")
    assert (said.code, said.json) == (0, {"unknown": []})
    said = shizhu("template", "fill", tmp_path / "f.xlsx", "--month", MONTH, "--out", tmp_path / "o.xlsx", "--json")
    assert (said.code, said.json["file"]) == (0, str(tmp_path / "o.xlsx"))
    assert column(tmp_path / "o.xlsx") == ["示例中心 2026-10", 2, 0, 1, 50]
    assert column(tmp_path / "o.xlsx", "B")[3] == "字文慧"


def test_an_unknown_name_is_told_by_its_cell_and_nothing_is_written(
    people: list[int], shizhu: Shizhu, tmp_path: Path
) -> None:
    bad = one_cell(tmp_path / "f.xlsx", B3="{{visits.requird}}")
    said = shizhu("template", "check", bad, "--month", MONTH, "--json")
    wrong = {"cell": "Sheet!B3", "name": "visits.requird", "why": "unknown", "nearest": "visits.required"}
    assert (said.code, said.json) == (3, {"unknown": [wrong]})
    said = shizhu("template", "fill", bad, "--month", MONTH, "--out", tmp_path / "o.xlsx")
    assert said.code == 1
    assert "Sheet!B3 visits.requird" in said.err
    assert not (tmp_path / "o.xlsx").exists()


def test_a_closed_month_fills_from_what_was_frozen(
    people: list[int], actor: Actor, shizhu: Shizhu, tmp_path: Path
) -> None:
    september = Month(2026, 9)
    month_close.close(actor, september, reports_of, "无人探访")
    book = one_cell(tmp_path / "f.xlsx", A1="{{people.by_flag.独居}}", A2="{{#visits.unvisited}}{{.姓名}}")
    draft = resident_forms.draft_of(people[1])
    draft.flags = []
    resident_forms.save(actor, draft)
    shizhu("template", "fill", book, "--month", str(september), "--out", tmp_path / "o.xlsx")
    assert column(tmp_path / "o.xlsx") == [2, "字文慧", "段春梅"], "as it was, not as it is now"


def test_every_name_can_be_copied_and_filled(people: list[int], shizhu: Shizhu, tmp_path: Path) -> None:
    said = shizhu("template", "names", tmp_path / "names.xlsx", "--month", MONTH, "--json").json
    assert said["figures"]["visits.required"] == {"value": 2, "words": "月探访·应访"}
    assert said["figures"]["visits.visit_rate"]["value"] == "50.00"
    assert "姓名" in said["lists"]["visits.unvisited"]["columns"]
    copied = [cell for cell in column(tmp_path / "names.xlsx") if str(cell).startswith("{{")]
    assert copied == [f"{{{{{name}}}}}" for name in said["figures"]]
    all_of_them = one_cell(tmp_path / "all.xlsx", **{f"A{at}": words for at, words in enumerate(copied, 1)})
    assert shizhu("template", "check", all_of_them, "--month", MONTH, "--json").json == {"unknown": []}


@pytest.mark.parametrize("words", [["check", "f.xlsx"], ["fill", "f.xlsx", "--month", MONTH], ["residents"]])
def test_what_is_left_out_is_wrong_usage(words: list[str], shizhu: Shizhu) -> None:
    with pytest.raises(SystemExit) as ended:
        shizhu("template", *words)
    assert ended.value.code == 2
