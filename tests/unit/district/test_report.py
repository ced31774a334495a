"""The district's report: made of the centres' own papers, told without names."""

import dataclasses
import datetime as dt
from decimal import Decimal

import openpyxl
import pytest

from desktop.core.progress import Progress
from desktop.district import answers, enrolling, figures, intake, printing, since, store
from desktop.district.answers import Engine
from desktop.district.opening import opened
from desktop.district.report import report_of
from desktop.services.centre import centres
from desktop.services.figures.contract import leaves
from desktop.services.visits import recording as visits
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import frozen
from desktop.sync.write import export_month
from tests.unit.district.conftest import SEPTEMBER, Brought, manifest
from tests.unit.reports.golden import agrees
from tests.unit.reports.reading import whole_text

KNOWN = {"530114": "甲中心", "530115": "乙中心", "530116": "丙中心", "530117": "丁中心"}
NUMBER = "530114194403050021"


@pytest.fixture
def documents(person, actor, canteen_prices, closed_documents):
    """September of a centre: two reached of three to visit, one service, closed."""
    people = [person(f"甲{at}", born=f"194{at}-03-05", flags=["living_alone"]) for at in range(3)]
    for one in people[:2]:
        visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10", visitors="何云"))
    return closed_documents()


def bring(place, documents, second_version=1):
    """Two centres with the same papers, the later corrected; one open, one without a file."""
    late = [row | {"version": second_version} for row in documents]
    people = {"residents": [{"uid": "p", "id_number": NUMBER, "id_state": "valid", "register_state": "on_register"}]}
    months = {"months": [{"uid": "m", "month": "2026-09", "closed_at": "2026-10-05 18:00:00"}]}
    overdue = {"months": [{"uid": "m", "month": "2026-09", "closed_at": "2026-10-06 08:00:00"}]}
    for number, version, parts in (
        ("530114", 1, people | months | {"frozen": documents}),
        ("530115", second_version, people | overdue | {"frozen": late}),
        ("530116", 0, people),
    ):
        told = manifest(number, closed={"2026-09": version} if version else {}, centre_name=KNOWN[number])
        store.put(place, number, "2026-09", store.parts_of(Brought(told, parts)))


def found_in(place):
    with figures.counting(place, SEPTEMBER, Engine.DUCKDB) as engine:
        return figures.figures_of(figures.ask(engine, SEPTEMBER), SEPTEMBER, KNOWN)


def test_the_sums_are_those_of_the_centres_own_papers(tmp_path, documents):
    bring(tmp_path, documents, 2)
    found = found_in(tmp_path)
    told = figures.as_json(found)
    own = dict(leaves(frozen.figures(SEPTEMBER)))
    summed = {name: value for name, value in told["total"].items() if name not in found.rates}
    assert len(summed) > 80
    for name, value in summed.items():
        if isinstance(value, int):
            assert value == (own[name] if name.endswith("longest") else own[name] * 2), name
        else:
            assert Decimal(value) == Decimal(own[name]) * 2, name
    assert {name for name, value in own.items() if type(value) is int} <= summed.keys()
    rates = {name: value for name, value in told["total"].items() if name in found.rates}
    assert rates == {name: own[name] for name in rates} and {"visits.visit_rate", "beds.occupancy"} <= rates.keys()
    by_flag = {"visited": 4, "unvisited": 2}
    assert told["roster_by_flag"]["living_alone"] == by_flag
    assert sum(by_flag.values()) == told["total"]["visits.required"]
    [rate] = [one for one in told["indicators"] if one["name"] == "特殊困难老年人月探访率"]
    assert (rate["numerator"], rate["denominator"], rate["value"], rate["met"]) == (4, 6, "66.67", False)
    assert rate["by_centre"] == {"530114": "66.67", "530115": "66.67"}


def test_the_report_says_all_of_it(tmp_path, documents):
    bring(tmp_path, documents)
    before = found_in(tmp_path)
    since.remember(tmp_path, before)
    changed = [
        row | {"content": row["content"] | {"visits": row["content"]["visits"] | {"visited": 1, "unvisited": 2}}}
        if row["kind"] == "figures"
        else row
        for row in documents
    ]
    bring(tmp_path, changed, 2)
    found = dataclasses.replace(found_in(tmp_path), sha256="f" * 64)
    report = report_of("呈贡区民政局", found, since.changed(tmp_path, found))
    assert agrees(report, "district", "month")
    words = "\n".join(report.texts())
    assert NUMBER not in words and "甲0" not in words


def test_it_is_printed_and_read_back(tmp_path, documents, now):
    bring(tmp_path, documents)
    folders = printing.Folders(tmp_path / "pdf", tmp_path / "xlsx")
    written = printing.write_report(tmp_path, "呈贡区民政局", found_in(tmp_path), folders, Progress())
    text = whole_text(written.pdf.path)
    for words in ("区级养老服务汇总月报", "呈贡区民政局", "未收到文件的中心", "丁中心", "530114********0021", "66.67"):
        assert words in text
    assert not written.pdf.missing
    book = openpyxl.load_workbook(written.xlsx.path)
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "530114********0021" in cells and not any(NUMBER in str(one) for one in cells)
    assert written.since.mended == ()


def test_corrections_are_those_since_the_last_report_however_often_it_is_written(tmp_path, documents):
    bring(tmp_path, documents)
    first = found_in(tmp_path)
    assert since.changed(tmp_path, first).mended == (), "there was no last one"
    since.remember(tmp_path, first)
    assert since.changed(tmp_path, first).mended == ()
    bring(tmp_path, documents, 2)
    second = found_in(tmp_path)
    for _ in range(2):
        [one] = since.changed(tmp_path, second).mended
        assert (one.month, one.centre, one.before, one.now, one.figure) == ("2026-09", "530115 乙中心", 1, 2, "")
        since.remember(tmp_path, second)
    store.drop(tmp_path, "530114", "2026-09")
    gone = since.changed(tmp_path, found_in(tmp_path)).mended
    assert [(one.centre, one.before, one.now) for one in gone] == [("530114 甲中心", 1, 0)]
    (tmp_path / "reported" / "2026-09.json").write_text("{}")
    assert since.changed(tmp_path, second).mended == ()


def test_the_last_day_in_time_is_the_fifth(tmp_path, documents):
    bring(tmp_path, documents)
    assert [one.punctual for one in found_in(tmp_path).centres] == [True, False, None, None]
    assert dt.date(2026, 10, 5).isoformat() == answers.due(SEPTEMBER)


def test_a_file_that_a_centre_exports_brings_its_papers(
    place, person, actor, canteen_prices, closed_documents, tmp_path
):
    one = person("甲一", flags=["living_alone"])
    person("乙二", flags=["disabled"], born="1950-01-01")
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-09-10", visitors="何云"))
    closed_documents()
    done = export_month(actor, SEPTEMBER, tmp_path / "out")
    number = centres.centre().number
    with opened(place) as desk:
        enrolling.register(desk, number, "甲中心")
        assert intake.merge(desk, [done.path]).refused == []
    found = found_in(place.root)
    [centre] = [one for one in found.centres if one.number == number]
    assert (centre.version, centre.lines, centre.sha256) == (1, True, frozen.latest(SEPTEMBER).sha256)
    assert centre.roster == {"visited": 1, "unvisited": 1}
    own = dict(leaves(frozen.figures(SEPTEMBER)))
    assert {name: own[name] for name in centre.figures if type(own[name]) is int}.items() <= centre.figures.items()
    assert found.persons["roster"] == (2, 2)
    stored = b"".join(path.read_bytes() for path in place.store.rglob("*.parquet"))
    assert "甲一".encode() not in stored and "乙二".encode() not in stored
