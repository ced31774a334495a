"""The district's report of a month: who handed in, every indicator by centre and in sum, people of several centres.

No name of a person and no whole ID number stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from desktop.core.answers import IntakeState
from desktop.core.document import Cell, Heading, Report, Section
from desktop.core.figures.series import Unit
from desktop.core.money import to_yuan
from desktop.core.rates import AIM_SIGNS
from desktop.core.words.district import INTAKE_STATES
from desktop.core.words.figures import figure_word_on_paper
from desktop.core.words.terms import FLAGS, PAYERS, PLANS, REGISTER_STATES, SERVICE_TYPES
from desktop.district import told
from desktop.district.answers import DUE_DAY, Centre, Found, Indicator, Rate, Shared, SharedAt
from desktop.district.since import Mended, Since
from desktop.reports.columns import Table, added, amount, centred, headed, text
from desktop.reports.words import BAND_WORDS, hours, month_words, word

TITLE = "区级养老服务汇总月报"
# So many columns of indicators stand beside each other on paper.
_ABREAST = 5
_ACTS = {"roster": "应访名单", "stays": "入住", "services": "十助服务（次）", "canteen": "就餐（次）"}
_SUMS = (
    "口径：合计为已月结中心月报数之和，草稿和未报的中心不计入；率按合计的人数（床位数）计算，不是各中心百分数的平均。"
)


def report_of(district: str, found: Found, since: Since) -> Report:
    """The report as data; ``since`` is what the last one of the district said."""
    return Report(
        title=TITLE,
        centre=district,
        period=month_words(found.month),
        sections=tuple(_sections(found, since)),
        landscape=True,
        number=f"{found.month.year}{found.month.number:02d}-{found.sha256[:8]}",
    )


def _sections(found: Found, since: Since) -> Iterator[Section]:
    counted = [one for one in found.centres if one.counts]
    first, then = headed(_first(found)), headed(_then(found, since, counted), len(_first(found)))
    # As many as the plans have indicators: they bear no number of their own.
    yield from (*first, *_by_centre(found, counted), *then)


def _first(found: Found) -> list[Section]:
    missing = [one for one in found.centres if one.state is IntakeState.MISSING]
    return [
        _SUMMARY.of([found.centres]),
        _CENTRES.of(found.centres),
        *([_MISSING.of(missing)] if missing else []),
        _INDICATORS.of(found.indicators),
    ]


def _then(found: Found, since: Since, counted: Sequence[Centre]) -> Iterator[Section]:
    yield _VISITS.of(counted, total=_all(found))
    yield _FLAGS.of(sorted(found.roster_by_flag.items()))
    yield _WORK.of(counted, total=_all(found))
    yield _SERVICES.of(_services(found))
    yield _PAYERS.of(_payers(found))
    yield _BANDS.of([found])
    yield _PERSONS.of([_Persons(_ACTS[what], *found.persons[what]) for what in _ACTS if what in found.persons])
    if found.shared:
        yield _SHARED.of(_at(one, each) for one in found.shared for each in one.at)
    yield _MENDED.of(since.mended)


class _Persons(NamedTuple):
    what: str
    of_centres: int
    persons: int


class _Service(NamedTuple):
    name: str
    person_times: int
    persons: int
    minutes: int
    fee_fen: int
    subsidy_fen: int


class _At(NamedTuple):
    person: str
    at: SharedAt


def _at(one: Shared, each: SharedAt) -> _At:
    return _At(told.handle(one.number), each)


def _all(found: Found) -> Centre:
    """All closed centres as one, for the line beneath."""
    return Centre("合计", "", IntakeState.CLOSED, found.month, 1, figures=found.figures, rates=found.rates)


def _figure(*names: str) -> Callable[[Centre], Cell]:
    return lambda one: sum(one.figures.get(name, 0) for name in names)


def _below(start: str) -> Callable[[Centre], Cell]:
    return lambda one: sum(number for name, number in one.figures.items() if name.startswith(start))


def _yuan(name: str) -> Callable[[Centre], Cell]:
    return lambda one: to_yuan(one.figures.get(name, 0))


def _rate(name: str) -> Callable[[Centre], Cell]:
    def percent(one: Centre) -> Decimal | None:
        known: Rate | None = one.rates.get(name)
        return None if known is None else known.percent

    return percent


def _of_band(band: str) -> Callable[[Found], Cell]:
    return lambda found: found.counts.get(("bands", band, "", "", ""), 0)


def _times(what: str) -> Callable[[_At], Cell]:
    return lambda one: one.at.acts.get(what)


def _day(text_of: str) -> Cell:
    return text_of[:10] or None


def _in_time(one: Centre) -> Cell:
    return None if one.punctual is None else "按时" if one.punctual else "逾期"


def _having(*states: IntakeState) -> Callable[[Sequence[Centre]], Cell]:
    return lambda every: sum(one.state in states for one in every)


def _met(one: Indicator) -> Cell:
    if not one.has_source:
        return "暂无数据来源"
    if one.numerator is None:
        return "缺数"
    if one.target is None:
        return "无目标值"
    if not one.has_whole:
        return "按中心"
    if one.met is None:
        return "请核对" if one.value is not None else "分母为0"
    return "达标" if one.met else "未达标"


def _aim(one: Indicator) -> Cell:
    if one.target is None:
        return None
    return f"{AIM_SIGNS.get(one.direction, '')}{one.target.normalize():f}{one.unit}"


_COUNTED = (IntakeState.CLOSED, IntakeState.CORRECTED)
_SUMMARY: Table[Sequence[Centre]] = Table(
    "报送总体情况",
    (
        centred("中心", len),
        centred("已月结", _having(*_COUNTED)),
        centred("其中已更正", _having(IntakeState.CORRECTED)),
        centred("草稿（未月结）", _having(IntakeState.DRAFT)),
        centred("未收到文件", _having(IntakeState.MISSING)),
        centred("按时", lambda every: sum(one.punctual is True for one in every)),
        centred("逾期", lambda every: sum(one.punctual is False for one in every)),
    ),
    f"口径：次月{DUE_DAY}日（含）前月结为按时，按中心月结的日期计，更正不改变原来的日期。",
)
_CENTRES: Table[Centre] = Table(
    "各中心报送情况",
    (
        centred("编号", lambda one: one.number),
        text("中心", lambda one: one.name),
        centred("状态", lambda one: word(INTAKE_STATES, one.state)),
        centred("版本", lambda one: f"V{one.version}" if one.version else None),
        centred("月结日期", lambda one: _day(one.closed_at)),
        centred("是否按时", _in_time),
        centred("更正日期", lambda one: _day(one.corrected_at)),
        centred("文件序号", lambda one: one.sequence or None),
        centred("文件日期", lambda one: _day(one.created_at)),
        centred("人员明细", lambda one: ("有" if one.lines else "无（旧格式）") if one.counts else None),
    ),
    numbered=True,
)
_MISSING: Table[Centre] = Table(
    "未收到文件的中心",
    (centred("编号", lambda one: one.number), text("中心", lambda one: one.name)),
    "请催报。收到后重新统计，本表数字随之变化。",
    numbered=True,
)
_INDICATORS: Table[Indicator] = Table(
    "指标完成情况（合计）",
    (
        text("计划", lambda one: word(PLANS, one.plan)),
        text("指标", lambda one: one.name),
        centred("目标", _aim),
        amount("完成", lambda one: one.value),
        centred("单位", lambda one: one.unit),
        centred("是否达标", _met),
        amount("分子", lambda one: one.numerator),
        amount("分母", lambda one: one.denominator),
        centred("有数的中心", lambda one: f"{one.with_numbers}/{one.centres}"),
        centred("达标的中心", lambda one: one.centres_met if one.target is not None else None),
    ),
    f"{_SUMS}分子、分母只合计两数都有的中心；没有分母的指标（如床位数）不汇总判定，看达标的中心数。",
    numbered=True,
)
_VISITS: Table[Centre] = Table(
    "月探访",
    (
        text("中心", lambda one: f"{one.number} {one.name}".strip()),
        amount("应访", _figure("visits.required")),
        amount("免访", _figure("visits.excused_gone", "visits.excused_confirmed")),
        amount("实访", _figure("visits.visited")),
        amount("未访", _figure("visits.unvisited")),
        amount("月探访率（%）", _rate("visits.visit_rate")),
        amount("实访÷应访（%）", _rate("visits.gross_rate")),
        amount("探访帮扶率（%）", _rate("visits.help_rate")),
        amount("未销风险", _figure("visits.risks_open")),
    ),
    f"{_SUMS}月探访率＝实访÷（应访−免访）。",
)
_FLAGS: Table[tuple[str, Mapping[str, int]]] = Table(
    "月探访按特殊困难类别",
    (
        text("类别", lambda one: word(FLAGS, one[0])),
        amount("应访", lambda one: sum(one[1].values())),
        amount("免访", lambda one: one[1].get("excused", 0)),
        amount("实访", lambda one: one[1].get("visited", 0)),
        amount("未访", lambda one: one[1].get("unvisited", 0)),
    ),
    "口径：一人有几个类别的，在每个类别里各计一次。旧格式文件没有人员明细，不在本表。",
)
_WORK: Table[Centre] = Table(
    "十助服务、幸福食堂、床位、在册",
    (
        text("中心", lambda one: f"{one.number} {one.name}".strip()),
        amount("十助人次", _below("services.person_times.")),
        amount("十助补贴（元）", _yuan("services.subsidy")),
        amount("就餐人次", _below("canteen.meals.")),
        amount("就餐补贴（元）", _yuan("canteen.subsidy")),
        amount("全托床位", _figure("beds.beds")),
        amount("护理型占比（%）", _rate("beds.nursing_share")),
        amount("入住率（%）", _rate("beds.occupancy")),
        amount("运营补贴（元）", _yuan("beds.operating_subsidy")),
        amount("月末在册", _figure("people.on_register_end")),
    ),
    _SUMS,
)
_SERVICES: Table[_Service] = Table(
    "十助服务按类型",
    (
        text("类型", lambda one: one.name),
        added("人次", lambda one: one.person_times),
        amount("人数（各中心之和）", lambda one: one.persons),
        added("时长（小时）", lambda one: hours(one.minutes)),
        added("收费（元）", lambda one: to_yuan(one.fee_fen)),
        added("补贴（元）", lambda one: to_yuan(one.subsidy_fen)),
    ),
)
_PAYERS: Table[tuple[str, int]] = Table(
    "十助服务按付费方式",
    (text("付费方式", lambda one: word(PAYERS, one[0])), added("人次", lambda one: one[1])),
)
_BANDS: Table[Found] = Table(
    "月末在册按年龄",
    tuple(centred(words, _of_band(band)) for band, words in BAND_WORDS.items()),
)
_PERSONS: Table[_Persons] = Table(
    "跨中心去重",
    (
        text("项目", lambda one: one.what),
        amount("各中心人数之和", lambda one: one.of_centres),
        amount("去重后人数", lambda one: one.persons),
        amount("重复", lambda one: one.of_centres - one.persons),
    ),
    "口径：证件号码核验有效的，同一号码在几家中心只计一人；待核的按各中心登记计。",
)
_SHARED: Table[_At] = Table(
    "同时在几家中心的人",
    (
        centred("标识", lambda one: one.person),
        centred("中心", lambda one: one.at.centre),
        centred("登记状态", lambda one: word(REGISTER_STATES, one.at.state)),
        *(centred(words, _times(what)) for what, words in _ACTS.items()),
    ),
    "不印姓名。标识是遮盖的证件号码或比对码前12位；由所列中心各自按登记编号核对，重复享受的按规定处理。",
)
_MENDED: Table[Mended] = Table(
    "上次汇总后的更正",
    (
        centred("月份", lambda one: one.month),
        text("中心", lambda one: one.centre),
        centred("上次", lambda one: f"V{one.before}" if one.before else "未计入"),
        centred("本次", lambda one: f"V{one.now}" if one.now else "未计入"),
        text("指标数", lambda one: figure_word_on_paper(one.figure) if one.figure else ""),
        amount("上次数", lambda one: _shown(one.number_before, one.unit)),
        amount("本次数", lambda one: _shown(one.number_now, one.unit)),
    ),
    "上次指本区上一次生成本月汇总月报；第一次生成时没有上次。",
)


def _shown(number: int | None, unit: Unit) -> Cell:
    return to_yuan(number) if number is not None and unit is Unit.YUAN else number


def _services(found: Found) -> list[_Service]:
    measures = ("person_times", "persons", "minutes", "fee_fen", "subsidy_fen")
    return [
        _Service(words, *(found.counts.get(("services", code, "", "", measure), 0) for measure in measures))
        for code, words in SERVICE_TYPES.items()
    ]


def _payers(found: Found) -> list[tuple[str, int]]:
    told_of = {key[1]: number for key, number in found.counts.items() if key[0] == "payers"}
    return [(code, told_of[code]) for code in (*PAYERS, *sorted(told_of.keys() - PAYERS.keys())) if code in told_of]


def _by_centre(found: Found, counted: Sequence[Centre]) -> Iterator[Section]:
    """Every indicator of each centre, some columns abreast."""
    for start in range(0, len(found.indicators), _ABREAST):
        some = found.indicators[start : start + _ABREAST]
        heads = (Heading("中心"), *(Heading(f"{one.name}{_aim(one) or ''}", "right") for one in some))
        rows = tuple((f"{one.number} {one.name}", *(_at_centre(each, one.number) for each in some)) for one in counted)
        totals = ("合计", *(one.value for one in some))
        span = f"{start + 1}—{start + len(some)}" if len(some) > 1 else f"{start + 1}"
        title = f"各中心指标（第{span}项）"
        yield Section(title, heads, rows, totals, "未达标的数后加“×”；空的为缺数或该中心的计划没有这项指标。")


def _at_centre(one: Indicator, number: str) -> Cell:
    at = one.by_centre.get(number)
    if at is None or at.value is None:
        return ""
    return f"{at.value} ×" if at.met is False else at.value
