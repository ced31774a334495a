"""Which figure a printed number is: by the report, the table, the column and the line that it stands in.

Reports of closed months are read from what was frozen, so a number is known by its words, not by how it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.core.answers import ReportKind
from desktop.core.document import Row, Section
from desktop.core.words.terms import FLAGS, MEAL_MODES, MEALS, PAYERS, SERVICE_TYPES, VISIT_METHODS
from desktop.reports.words import BAND_WORDS, TOTAL

_SUMMARY = "总体情况"
_FIGURES: Mapping[ReportKind, Mapping[str, str]] = MappingProxyType(
    {
        ReportKind.VISITS: {
            "应访人数": "visits.required",
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
            "就餐人数": "canteen.persons",
            "餐费（元）": "canteen.price",
            "补贴（元）": "canteen.subsidy",
            "实付（元）": "canteen.paid",
            "临时就餐人次": "canteen.guests",
        },
        ReportKind.BEDS: {
            "月末床位数": "beds.beds",
            "护理型占比（%）": "beds.nursing_share",
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
            "建档率（%）": "people.health_record_65",
            "签约率（%）": "people.family_doctor_65",
        },
    }
)
_SERVICE_TOTALS = {
    "人数": "services.persons",
    "时长（分钟）": "services.minutes",
    "收费（元）": "services.fee",
    "补贴（元）": "services.subsidy",
}
_BANDS = {word: band for band, word in BAND_WORDS.items()}
_MEALS_HELP = {
    "助餐服务记录（上门/配送）": "services.person_times.助餐",
    "食堂就餐（堂食、打包、送餐）": "services.canteen_meals",
}
# What a number of a table is, by the first cells of its line and the title of its column; "" for none.
_Named = Callable[[Row, str], str]


def _in(words: Mapping[str, str], word: object) -> bool:
    return word in words.values()


def _by_type(row: Row, column: str) -> str:
    if row[0] == TOTAL:
        return _SERVICE_TOTALS.get(column, "")
    return f"services.person_times.{row[0]}" if column == "人次" and _in(SERVICE_TYPES, row[0]) else ""


def _by_kind_of_meal(row: Row, column: str) -> str:
    if row[0] == TOTAL:
        return f"canteen.by_band.{_BANDS[column]}" if column in _BANDS else ""
    known = _in(MEALS, row[0]) and _in(MEAL_MODES, row[1])
    return f"canteen.meals.{row[0]}/{row[1]}" if column == TOTAL and known else ""


def _by_band(row: Row, column: str) -> str:
    if column != TOTAL:
        return ""
    band = _BANDS.get(str(row[0]))
    return f"people.by_band.{band}" if band else "people.on_register_end" if row[0] == TOTAL else ""


def _by_flag(row: Row, column: str) -> str:
    return f"people.by_flag.{row[0]}" if column == TOTAL and _in(FLAGS, row[0]) else ""


def _by_method(row: Row, column: str) -> str:
    return f"visits.by_method.{column}" if row[0] == "见到本人（次）" and _in(VISIT_METHODS, column) else ""


def _by_payer(_row: Row, column: str) -> str:
    return f"services.by_payer.{column}" if _in(PAYERS, column) else ""


def _help_with_meals(_row: Row, column: str) -> str:
    return _MEALS_HELP.get(column, "")


def _communities_of_visits(row: Row, column: str) -> str:
    named = {
        "应访": "visits.required",
        "实访": "visits.visited",
        "未访": "visits.unvisited",
        "月探访率（%）": "visits.visit_rate",
    }
    return named.get(column, "") if row[0] == TOTAL else ""


def _levels_of_risks(row: Row, column: str) -> str:
    return "visits.risks_open" if row[0] == TOTAL and column == "未办结" else ""


_TABLES: Mapping[tuple[ReportKind, str], _Named] = MappingProxyType(
    {
        (ReportKind.VISITS, "分社区情况"): _communities_of_visits,
        (ReportKind.VISITS, "探访方式"): _by_method,
        (ReportKind.VISITS, "风险办结情况"): _levels_of_risks,
        (ReportKind.SERVICES, "分类型情况"): _by_type,
        (ReportKind.SERVICES, "助餐情况（人次）"): _help_with_meals,
        (ReportKind.SERVICES, "按付费方式（人次）"): _by_payer,
        (ReportKind.CANTEEN, "分餐次、方式和年龄段人次"): _by_kind_of_meal,
        (ReportKind.PEOPLE, "年龄与性别情况（人）"): _by_band,
        (ReportKind.PEOPLE, "特殊困难与经济困难类别（人）"): _by_flag,
    }
)


def figure_of(kind: str, section: Section, line: int, column: int) -> str:
    """The name of the figure that stands there, as the contract has it; the totals are the line behind the last.

    "" for a number that is no figure of the month, such as one of a single community.
    """
    if kind not in tuple(ReportKind) or not (0 <= column < len(section.columns)):
        return ""
    row = section.rows[line] if line < len(section.rows) else section.totals
    title, head = section.title.split("、", 1)[-1], section.columns[column].title
    if row is None:
        return ""
    if title == _SUMMARY:
        return _FIGURES.get(ReportKind(kind), {}).get(head, "")
    named = _TABLES.get((ReportKind(kind), title))
    return named(row, head) if named else ""


def figures_in(kind: str, section: Section, line: int) -> dict[int, str]:
    """The figures of one line by their columns."""
    named = {column: figure_of(kind, section, line, column) for column in range(len(section.columns))}
    return {column: figure for column, figure in named.items() if figure}
