"""Files that people really have, each with what it comes to: tests/data/cases."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from desktop.core.errors import UserError
from desktop.core.words.messages import sentence
from desktop.importing.importer import import_workbook
from desktop.models import query

CASES = Path(__file__).resolve().parents[2] / "data" / "cases"
EXPECTED = CASES / "expected.json"
FILES = sorted(path for path in CASES.glob("*/*") if path.suffix in {".xls", ".xlsx", ".csv"})
COUNTS = ("rows", "imported", "to_verify", "normalised", "refused", "duplicates", "skipped")
# What a file of events or a saved list of verdicts needs on record: these people are in no other file twice.
REGISTERS = {"核对.xlsx": "名册.xlsx", "核对2.xlsx": "名册2.xlsx"}
EVERYBODY = CASES / "12-two-up" / "名册.xlsx"


def kind_of(path: Path) -> str:
    for word, kind in (("探访", "visits"), ("服务", "services"), ("就餐", "meals"), ("晚餐", "meals")):
        if word in path.name:
            return kind
    return "residents"


def on_record(kind: str) -> dict[str, list[list[object]]]:
    tables = {
        "residents": {
            "residents": "SELECT name, id_number, id_state, born_on, community, address, phone, remarks FROM resident",
            "contacts": "SELECT r.name, c.name, c.relation, c.phone FROM contact c"
            " JOIN resident r ON r.id = c.resident_id",
            "flags": "SELECT r.name, f.kind FROM flag f JOIN resident r ON r.id = f.resident_id",
        },
        "visits": {
            "visits": "SELECT r.name, v.visited_on, v.method, v.outcome, v.health, v.spirit, v.safety, v.hygiene"
            " FROM visit v JOIN resident r ON r.id = v.resident_id",
            "needs": "SELECT visit_id, type FROM visit_need",
        },
        "services": {
            "services": "SELECT r.name, s.service_on, s.type, s.started, s.ended, s.minutes, s.state"
            " FROM help_service s JOIN resident r ON r.id = s.resident_id",
        },
        "meals": {
            "meals": "SELECT r.name, m.meal, m.mode, count(*), min(m.eaten_on), max(m.eaten_on) FROM meal m"
            " JOIN resident r ON r.id = m.resident_id GROUP BY r.name, m.meal, m.mode",
        },
    }
    return {name: sorted([list(row) for row in query.fetch(sql)], key=str) for name, sql in tables[kind].items()}


def outcome(actor, path: Path) -> dict[str, object]:
    kind = kind_of(path)
    if path.name in REGISTERS:
        import_workbook(actor, "residents", path.with_name(REGISTERS[path.name]))
    elif kind != "residents":
        import_workbook(actor, "residents", EVERYBODY)
        for own in sorted(path.parent.glob("名册-*.xlsx")):
            import_workbook(actor, "residents", own)
    try:
        answer = import_workbook(actor, kind, path).as_json()
    except UserError as error:
        return {"refused": sentence(error)}
    issues = [[one["row"], one["verdict"], one["reason"], one["value"]] for one in answer["issues"]]
    return {"counts": {name: answer[name] for name in COUNTS}, "issues": issues, **on_record(kind)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_file_that_people_have_comes_to_what_it_should(actor, path: Path) -> None:
    found = json.loads(json.dumps(outcome(actor, path), ensure_ascii=False))
    name = f"{path.parent.name}/{path.name}"
    expected = json.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.exists() else {}
    if os.environ.get("GOLDEN") == "write":
        expected[name] = found
        text = json.dumps(dict(sorted(expected.items())), ensure_ascii=False, indent=1)
        EXPECTED.write_text(text + "\n", encoding="utf-8")
    assert found == expected[name]


def test_no_whole_number_stands_in_a_sentence_about_a_row(actor) -> None:
    answer = import_workbook(actor, "residents", CASES / "25-look-alikes" / "名册.xlsx").as_json()
    for issue in answer["issues"]:
        assert "19430506212" not in issue["text"] and "1950120312" not in issue["text"]
