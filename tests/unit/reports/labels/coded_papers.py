"""Every paper that bears printed codes, each made as the program makes it; a guard holds that none is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.core.answers import ReportKind
from desktop.core.codes import Code, CodeKind
from desktop.core.label_sheets import shipped_sheets
from desktop.reports.forms.attendance_list import render_attendance_list
from desktop.reports.forms.day_list import render_day_lists
from desktop.reports.forms.delivery_list import render_delivery_list
from desktop.reports.forms.route_sheet import render_route_sheet
from desktop.reports.forms.service_sheet import render_service_sheet
from desktop.reports.forms.visit_form import render_visit_form
from desktop.reports.labels.labels import BedLabel, ResidentCard, bed_labels, resident_cards
from desktop.reports.months.render import report_of
from desktop.reports.paper.page import write_pdf
from desktop.services.deliveries import lists
from desktop.services.help_services import attendance, attendance_paper, on_paper, orders
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import ArrangementDraft
from desktop.services.visits import route_sheets
from desktop.services.writing.actor import Actor
from tests.unit.reports import samples

CENTRE = "春晓街道综合养老服务中心"
TODAY = dt.date(2026, 10, 21)
NAMES = "甲乙丙丁戊己"


@dataclass(frozen=True)
class World:
    """An empty centre: who acts, and what makes a resident."""

    actor: Actor
    person: Callable[..., int]

    def people(self) -> list[int]:
        """Six people at one gate."""
        return [
            self.person(f"欧阳{one}", flags=["disabled", "living_alone"], room=str(100 + at))
            for at, one in enumerate(NAMES)
        ]


@dataclass(frozen=True)
class CodedPaper:
    """The module of ``desktop.reports`` that says what the paper is, and what makes one: the codes that it bears."""

    module: str
    make: Callable[[Path, World], list[str]]


def _beds(sheet: str) -> CodedPaper:
    def make(path: Path, world: World) -> list[str]:
        digits = [Code(CodeKind.BED, "539901", 900 + at).digits for at in range(shipped_sheets()[sheet].cells)]
        bed_labels([BedLabel("1号楼 304-2", "nursing", CENTRE, one) for one in digits], shipped_sheets()[sheet], path)
        return digits

    return CodedPaper("labels.labels", make)


def _cards(sheet: str) -> CodedPaper:
    def make(path: Path, world: World) -> list[str]:
        digits = [Code(CodeKind.RESIDENT, "539901", 900 + at).digits for at in range(shipped_sheets()[sheet].cells)]
        resident_cards([ResidentCard("李桂兰", "female", CENTRE, one) for one in digits], shipped_sheets()[sheet], path)
        return digits

    return CodedPaper("labels.labels", make)


def _route_sheet(path: Path, world: World) -> list[str]:
    sheet = route_sheets.make_sheet(world.actor, world.people(), "马丽", "2026-10-22")
    render_route_sheet(sheet, CENTRE, path, printed_on=TODAY)
    return [row.code for row in sheet.rows]


def _visit_form(path: Path, world: World) -> list[str]:
    sheet = route_sheets.make_sheet(world.actor, world.people(), "马丽", "2026-10-22")
    render_visit_form(sheet, sheet.rows[3], CENTRE, path, printed_on=TODAY)
    return [sheet.rows[3].code]


def _delivery_list(path: Path, world: World) -> list[str]:
    for who in world.people():
        arrangements.arrange(world.actor, ArrangementDraft(who, valid_from="2026-10-01", remark="低盐"))
    sheet = lists.make(world.actor, TODAY, "lunch", "马丽")
    render_delivery_list(sheet, CENTRE, path, printed_on=TODAY)
    return [row.code for row in sheet.rows]


def _orders(world: World) -> list[int]:
    drafts = (
        ServiceDraft(resident_id=who, type="bathing", state="dispatched", service_on=TODAY, worker="普建国")
        for who in world.people()
    )
    return [orders.save(world.actor, draft) for draft in drafts]


def _day_list(path: Path, world: World) -> list[str]:
    _orders(world)
    found = on_paper.day_lists(world.actor, TODAY, "普建国")
    render_day_lists(found, CENTRE, path, printed_on=TODAY)
    return [row.code for one in found for row in one.rows]


def _service_sheet(path: Path, world: World) -> list[str]:
    row = on_paper.sheet(world.actor, _orders(world)[2])
    render_service_sheet(row, CENTRE, path, printed_on=TODAY)
    return [row.code]


def _attendance_list(path: Path, world: World) -> list[str]:
    singing = attendance.begin(ServiceDraft(type="recreation", place="centre", service_on="1020", worker="陈志强"))
    for who in world.people():
        attendance.enter(world.actor, who, singing)
    found = attendance_paper.attendance_list(world.actor, singing)
    render_attendance_list(found, CENTRE, path, printed_on=TODAY)
    return [row.code for row in found.rows]


def _report(kind: ReportKind) -> CodedPaper:
    def make(path: Path, world: World) -> list[str]:
        code = Code(CodeKind.REPORT, "539901", 900).digits
        report = report_of(kind, samples.month_figures(), "YLFW-202610", TODAY)
        proof = "台账至 1-1-2345 0a1b2c3d"
        write_pdf(replace(report, code=code, proof=proof), path, TODAY)
        return [code]

    return CodedPaper("months.month_set", make)


PAPERS: dict[str, CodedPaper] = {
    "a sheet of beds": _beds("3x8"),
    "a sheet of cards": _cards("cards"),
    "a thermal label": _beds("60x40"),
    "the smallest thermal label": _beds("40x30"),
    "the smallest card": _cards("40x30"),
    "a route sheet of visits": CodedPaper("forms.route_sheet", _route_sheet),
    "a blank form of a visit": CodedPaper("forms.visit_form", _visit_form),
    "a list of deliveries": CodedPaper("forms.delivery_list", _delivery_list),
    "a day list": CodedPaper("forms.day_list", _day_list),
    "the sheet of a service": CodedPaper("forms.service_sheet", _service_sheet),
    "an attendance list": CodedPaper("forms.attendance_list", _attendance_list),
    "a report upright": _report(ReportKind.SUMMARY),
    "a report across": _report(ReportKind.VISITS),
}
