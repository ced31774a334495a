"""转介单: a risk handed on to the community, a hospital or the police, with a slip for their answer."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core.acts import Action
from desktop.core.words.terms import FLAGS, REFERRAL_TARGETS, RISK_LEVELS, SEXES, VISIT_BLOCKS, VISIT_METHODS
from desktop.reports.forms.forms import Cell, PaperForm, line, write_form
from desktop.reports.paper.document import RenderResult, date_text
from desktop.services.visits.referrals import ReferralNote

TITLE = "老年人风险转介单"
_TOLD = {"attention": "需关注", "risk": "风险"}


def render_referral_note(note: ReferralNote, centre: str, path: Path, *, printed_on: dt.date) -> RenderResult:
    """Print a referral note."""
    return write_form(form_of(note, centre), centre, path, printed_on, Action.REFER)


def form_of(note: ReferralNote, centre: str) -> PaperForm:
    """The note as data."""
    person, risk = note.person, note.risk
    age = "" if person.age is None else str(person.age)
    flags = "、".join(FLAGS.get(flag, flag) for flag in person.flags)
    contacts = "；".join(f"{one.name}（{one.relation}）{one.phone}" for one in note.contacts)
    due = date_text(risk.due_on) if risk.due_on else ""
    return PaperForm(
        TITLE,
        f"转介单位：{centre}",
        f"编号：{note.number}",
        (
            line(Cell("转介至", REFERRAL_TARGETS[note.target]), Cell("转介日期", date_text(note.written_on))),
            line(Cell("姓名", person.name), Cell("性别", SEXES.get(person.sex, "")), Cell("年龄", age)),
            line(Cell("证件号码", person.id_masked), Cell("联系电话", person.phone)),
            line(Cell("住址", f"{person.community} {person.address.removeprefix(person.community)}".strip())),
            line(Cell("特殊困难类别", flags)),
            line(Cell("紧急联系人", contacts)),
            line(Cell("风险情况", risk.what), height_mm=22),
            line(
                Cell("等级", RISK_LEVELS.get(risk.level, risk.level)),
                Cell("发现日期", date_text(risk.found_on)),
                Cell("应办日期", due),
            ),
            line(Cell("已采取措施", risk.action), height_mm=18),
            line(Cell("最近探访", _last(note)), height_mm=18),
            line(Cell("请求事项", note.request), height_mm=26),
            line(Cell("经办人", note.written_by), Cell("单位（盖章）"), height_mm=20),
            line(Cell("接收意见"), height_mm=26),
            line(Cell("接收人"), Cell("接收日期"), height_mm=12),
        ),
        note="本单一式两份，转介单位与接收单位各存一份。内含个人信息，仅用于本次转介。",
    )


def _last(note: ReferralNote) -> str:
    last = note.last
    if last is None:
        return ""
    told = [
        f"{VISIT_BLOCKS[block]}{_TOLD[state]}{'（' + last.words[block] + '）' if block in last.words else ''}"
        for block, state in last.blocks.items()
        if state in _TOLD
    ]
    who = "  ".join((date_text(last.visited_on), VISIT_METHODS.get(last.method, ""), last.visitors))
    return "；".join((who.strip(), *told))
