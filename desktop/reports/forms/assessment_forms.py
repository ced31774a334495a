"""老年人能力评估: the forms of GB/T 42195-2022, annexes A (facts), B (items) and C (report).

What the register does not hold is left to be written by hand; without an assessment all of it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.assessment import Area, Item, Worse, items
from desktop.core.person.identity import masked_text
from desktop.core.words.assessments import AREAS, ASSESSMENT_REASONS, RISK_EVENTS
from desktop.core.words.graded import sentence
from desktop.core.words.terms import GRADES, LIVING_ARRANGEMENTS, MARITAL_STATES, SEXES
from desktop.reports.forms.forms import Cell, Line, PaperForm, line, write_forms
from desktop.reports.paper.document import RenderResult, date_text
from desktop.services.centre.centres import centre
from desktop.services.residents.assessment_paper import PaperAssessment

_BOX, _TICK = "□", "■"
_NUMBERS = {Area.SELF_CARE: "B.1", Area.MOVEMENT: "B.2", Area.MIND: "B.3", Area.SENSES: "B.4"}
_EVENTS_MM = 38.0


def render_assessment(about: PaperAssessment, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Print the three forms of an assessment, one PDF."""
    here = centre().name
    return write_forms(
        (_facts(about, here), _items(about), _report(about, here)), here, path, printed_on, Action.PRINT_ASSESSMENT
    )


def _facts(about: PaperAssessment, here: str) -> PaperForm:
    found = about.found
    reason = found.reason if found else None
    contact = about.contacts[0] if about.contacts else None
    events: dict[str, int] = {str(kind): count for kind, count in found.graded.events.items()} if found else {}
    codes = " ".join(found.diagnoses) if found else ""
    happened = (f"{word}：{events.get(kind, 0) if found else '　　'}次" for kind, word in RISK_EVENTS.items())
    return PaperForm(
        "表A 老年人能力评估基本信息表",
        f"单位：{here}",
        f"评估日期：{_day(about)}",
        (
            line(Cell("评估编号", found.report_no if found else ""), Cell("评估机构", found.agency if found else "")),
            line(Cell("评估原因", _ticked(ASSESSMENT_REASONS.items(), reason))),
            line(Cell("姓名", about.name), Cell("性别", SEXES.get(about.sex, "")), Cell("年龄", _number(about.age))),
            line(
                Cell("出生日期", date_text(about.born_on) if about.born_on else ""),
                Cell("证件号码", about.id_masked, share=1.4),
            ),
            line(Cell("民族", about.ethnicity), Cell("婚姻状况", MARITAL_STATES.get(about.marital, ""))),
            line(Cell("居住情况", LIVING_ARRANGEMENTS.get(about.living, "")), Cell("联系电话", about.phone)),
            line(Cell("住址", about.place)),
            line(Cell("身高（cm）"), Cell("体重（kg）"), Cell("文化程度")),
            line(Cell("宗教信仰"), Cell("经济来源"), Cell("医疗费用支付", label_mm=30)),
            line(Cell("近30天照护风险事件", "　".join(happened), label_mm=_EVENTS_MM), height_mm=14),
            line(Cell("信息提供者"), Cell("与老年人关系", label_mm=30)),
            line(
                Cell("联系人", contact.name if contact else ""),
                Cell("关系", contact.relation if contact else ""),
                Cell("联系电话", contact.phone if contact else ""),
            ),
            line(
                Cell("疾病诊断（ICD-10）", codes, label_mm=_EVENTS_MM),
                height_mm=14,
            ),
            line(Cell("慢性病（档案）", masked_text(about.chronic), label_mm=_EVENTS_MM), height_mm=12),
            line(Cell("用药情况", label_mm=_EVENTS_MM), height_mm=22),
            line(Cell("昏迷", _ticked((("yes", "是"), ("no", "否")), _coma(about)), label_mm=_EVENTS_MM)),
        ),
        note="未登记的项目由评估人员填写。证件号码只显示前后几位。",
    )


def _items(about: PaperAssessment) -> PaperForm:
    rows: list[Line] = []
    for area in Area:
        among = [one for one in items() if one.area == area]
        rows += (_two(pair, about) for pair in _pairs(among))
        score = _number(about.found.graded.scores.get(area)) if about.found else ""
        most = sum(one.most for one in among)
        rows.append(line(Cell(f"{_NUMBERS[area]} {AREAS[area]} 得分", f"{score}（满分 {most}）", label_mm=68)))
    total = _number(about.found.graded.total) if about.found else ""
    most = sum(one.most for one in items())
    rows.append(line(Cell("总分", f"{total}（满分 {most}）", label_mm=68)))
    return PaperForm(
        "表B 老年人能力评估表",
        f"姓名：{about.name}",
        f"评估日期：{_day(about)}",
        tuple(rows),
        note="每项填得分，括号中为该项最高分；各分值的判定标准见 GB/T 42195-2022。",
    )


def _report(about: PaperAssessment, here: str) -> PaperForm:
    found = about.found
    scores = found.graded.scores if found else {}
    by_points, grade = (found.graded.by_points, found.graded.grade) if found else (None, None)
    why = sentence(found.graded) if found else ""
    signed = "、".join(found.assessors) if found else ""
    return PaperForm(
        "表C 老年人能力评估报告",
        f"单位：{here}",
        f"评估日期：{_day(about)}",
        (
            line(
                Cell("姓名", about.name),
                Cell("性别", SEXES.get(about.sex, ""), share=0.7),
                Cell("证件号码", about.id_masked, share=1.3),
            ),
            line(*(Cell(AREAS[area], _number(scores.get(area)), label_mm=34) for area in list(Area)[:2])),
            line(*(Cell(AREAS[area], _number(scores.get(area)), label_mm=34) for area in list(Area)[2:])),
            line(Cell("初步等级得分", _number(found.graded.total) if found else "", label_mm=34)),
            line(Cell("能力初步等级", _ticked(GRADES.items(), by_points), label_mm=34), height_mm=14),
            line(Cell("等级变更依据", _grounds(about), label_mm=34), height_mm=22),
            line(
                Cell("能力最终等级", _ticked(GRADES.items(), grade), label_mm=34),
                height_mm=14,
            ),
            line(Cell("结论", why, label_mm=34), height_mm=12),
            line(Cell("有效期至", date_text(found.valid_to) if found else "", label_mm=34), Cell("评估地点")),
            line(Cell("评估人员", signed or (f"{found.agency} {found.report_no}" if found else ""), label_mm=34)),
            line(Cell("评估人员签名", label_mm=34), Cell("评估人员签名", label_mm=34), height_mm=18),
            line(Cell("信息提供者签名", label_mm=34), Cell("日期"), height_mm=18),
        ),
    )


def _grounds(about: PaperAssessment) -> str:
    """Each ground of the standard for another grade with a tick where it holds."""
    why = about.found.graded.why if about.found else ()
    words = {
        Worse.DEMENTIA: "确诊认知障碍/痴呆（F00～F03），上调一级",
        Worse.MENTAL: "其他精神和行为障碍（F04～F99），上调一级",
        Worse.EVENTS: "近30天内发生2次及以上照护风险事件，上调一级",
        Worse.COMA: "处于昏迷状态，直接评定为完全失能",
    }
    return "\n".join(f"{_TICK if one in why else _BOX} {text}" for one, text in words.items())


def _pairs(among: list[Item]) -> Iterable[list[Item]]:
    return (among[at : at + 2] for at in range(0, len(among), 2))


def _two(pair: list[Item], about: PaperAssessment) -> Line:
    cells = [_item(one, about) for one in pair]
    return line(*cells) if len(cells) > 1 else line(cells[0], Cell(""))


def _item(one: Item, about: PaperAssessment) -> Cell:
    points = about.found.answers.get(one.key) if about.found else None
    return Cell(one.name, f"{_number(points)}（{one.most}）", label_mm=50)


def _ticked(words: Iterable[tuple[str, str]], chosen: str | None) -> str:
    return "  ".join(f"{_TICK if code == chosen else _BOX}{word}" for code, word in words)


def _coma(about: PaperAssessment) -> str | None:
    if about.found is None:
        return None
    return "yes" if about.found.coma else "no"


def _day(about: PaperAssessment) -> str:
    return date_text(about.found.day) if about.found else "　　　年　　月　　日"


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
