"""Which figure a printed number is: by the report, the table, the column and the line that it stands in.

Reports of closed months are read from what was frozen, so a number is known by its words, not by how it was made.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from desktop.core.answers import ReportKind
from desktop.core.document import Section
from desktop.core.period import Month
from desktop.reports.months.opens_lines import MONTH, Line
from desktop.reports.months.opens_tables import TABLES, summary_figure

_SUMMARY = "总体情况"
_FIGURES: Mapping[ReportKind, Mapping[str, str]] = MappingProxyType(
    {
        ReportKind.VISITS: {
            "应访人数": "visits.required",
            "免访人数": "visits.excused",
            "免访：去世、迁出、注销": "visits.excused_gone",
            "免访：住院、外出": "visits.excused_confirmed",
            "实访人数": "visits.visited",
            "未访人数": "visits.unvisited",
            "月探访率（%）": "visits.visit_rate",
            "实访÷应访（%）": "visits.gross_rate",
            "探访帮扶率（%）": "visits.help_rate",
            "未见到本人次数": "visits.attempts_not_reached",
            "下月起应访的新增": "visits.late_joiners",
        },
        ReportKind.CANTEEN: {
            "就餐人次": "canteen.times",
            "就餐人数": "canteen.persons",
            "餐费（元）": "canteen.price",
            "补贴（元）": "canteen.subsidy",
            "实付（元）": "canteen.paid",
            "临时就餐人次": "canteen.guests",
            "临时实付（元）": "canteen.guest_paid",
        },
        ReportKind.BEDS: {
            "月末床位数": "beds.beds",
            "护理型床位": "beds.nursing_beds",
            "护理型占比（%）": "beds.nursing_share",
            "月末可用床位": "beds.in_service_end",
            "月末在住": "beds.occupied_end",
            "可用床日": "beds.available_bed_days",
            "占用床日": "beds.occupied_bed_days",
            "请假床日": "beds.leave_bed_days",
            "入住率（%）": "beds.occupancy",
            "运营补贴（元）": "beds.operating_subsidy",
        },
        ReportKind.PEOPLE: {
            "月末在册": "people.on_register_end",
            "本月新增": "people.added",
            "本月停止": "people.stopped",
            **{f"本月满{age}岁": f"people.turning.{age}" for age in (80, 90, 100)},
            "待核": "people.to_verify",
            "65岁以上健康档案（份）": "people.health_record_65_held",
            "建档率（%）": "people.health_record_65",
            "65岁以上家庭医生签约": "people.family_doctor_65_held",
            "签约率（%）": "people.family_doctor_65",
        },
    }
)
_MAIN = "主要数字"


def figure_of(kind: str, section: Section, line: int, column: int) -> str:
    """The name of the figure that stands there, with the conditions of its line; totals are the line behind the last.

    "" for a number that nothing makes, such as an age. That of another month has it behind an ``@``.
    """
    if kind not in tuple(ReportKind) or not (0 <= column < len(section.columns)):
        return ""
    found = Line(section, line)
    if not found.cells:
        return ""
    title, head = section.title.split("、", 1)[-1], section.columns[column].title
    if title == _SUMMARY:
        return _FIGURES.get(ReportKind(kind), {}).get(head, "")
    if title == _MAIN:
        return summary_figure(section, line, column) if isinstance(found.cells[column], int | Decimal) else ""
    named = TABLES.get((ReportKind(kind), title))
    return named(found, head) if named else ""


def month_and_figure(named: str, month: Month) -> tuple[Month, str]:
    """The month of a figure, ``month`` where its name does not say another, and the figure by its name alone."""
    figure, _, other = named.partition(MONTH)
    return (Month.parse(other) if other else month), figure


def figures_in(kind: str, section: Section, line: int) -> dict[int, str]:
    """The figures of one line by their columns."""
    named = {column: figure_of(kind, section, line, column) for column in range(len(section.columns))}
    return {column: figure for column, figure in named.items() if figure}
