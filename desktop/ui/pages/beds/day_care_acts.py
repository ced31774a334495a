"""The boxes of the day care: a time by hand, put right, void; the sheet of a month."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.months import month_text
from desktop.services.centre.centres import centre
from desktop.services.closing import staging
from desktop.services.day_care import attendance
from desktop.services.day_care.attendance import DayDraft, DayRow
from desktop.services.day_care.month_sheet import month_sheet
from desktop.services.day_care.scanning import DayScan
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, TimeField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages import papers
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason

_KIND = "day_care"
_PAGES, _BOOK = "pdf", "xlsx"


def ask_new(page: Page, actor: Actor, day: dt.date) -> SmallForm:
    """Who was there on a day, from when to when."""
    form = _form()
    act = Act(
        translate("DayCare", "A time in day care"),
        translate("DayCare", "Save"),
        Drafted(form, DayDraft(day=day.isoformat())),
        lambda given: attendance.add(actor, given),
        Topic.BEDS,
        translate("DayCare", "The time is on record"),
        closed=lambda given: staging.adding(_KIND, given),
    )
    return ask_for(page, act)


def ask_came(page: Page, actor: Actor, found: DayScan) -> SmallForm:
    """When somebody came whom nobody signed in: the scan that let them in was their leaving."""
    assert found.record_id is not None
    record_id = found.record_id
    asked = Ask("came_at", translate("DayCare", "Came"), TimeField(), True)
    act = Act(
        translate("DayCare", "{name} left at {at}: when did they come?").format(name=found.name, at=found.at),
        translate("DayCare", "Save"),
        Texts(asked),
        lambda given: attendance.was_leaving(actor, record_id, given["came_at"]),
        Topic.BEDS,
        translate("DayCare", "{name} came and left").format(name=found.name),
        about=record_id,
    )
    return ask_for(page, act)


def ask_change(page: Page, actor: Actor, row: DayRow) -> SmallForm:
    """Put a time right: when they came, when they left."""
    form = _form()
    act = Act(
        translate("DayCare", "The time of {name}").format(name=row.name),
        translate("DayCare", "Save"),
        Drafted(form, attendance.draft_of(row.id)),
        lambda given: attendance.change(actor, row.id, given),
        Topic.BEDS,
        translate("DayCare", "The time is put right"),
        about=row.id,
        closed=lambda given: staging.changing(_KIND, row.id, given),
    )
    box = ask_for(page, act)
    if not row.left_at:
        form.fields["left_at"].setFocus()
    return box


def ask_void(page: Page, actor: Actor, row: DayRow) -> SmallForm:
    """Why a time was recorded by mistake."""
    words = translate("DayCare", "Void the time of {name}, {came}?")
    act = Act(
        words.format(name=row.name, came=row.came_at),
        translate("DayCare", "Void"),
        Texts(reason()),
        lambda given: attendance.void(actor, row.id, given["reason"]),
        Topic.BEDS,
        translate("DayCare", "It is void"),
        about=row.id,
        closed=lambda given: staging.voiding(_KIND, row.id, given["reason"]),
    )
    return ask_for(page, act)


def ask_sheet(page: Page, month: Month) -> SmallForm:
    """Ask how the sheet of a month is wanted, and make it."""
    title = translate("DayCare", "Attendance of {month}").format(month=month_text(month))
    shapes = {_PAGES: translate("DayCare", "Pages (PDF)"), _BOOK: translate("DayCare", "Workbook (xlsx)")}
    form = Form()
    form.add("shape", translate("DayCare", "As"), SegmentField(shapes), required=True)

    def make(box: SmallForm) -> bool:
        if str(box.form.values()["shape"]) == _PAGES:
            _preview(page, month, title)
            return True
        path = papers.ask_where(box, f"{month}-{title}.xlsx", "Excel (*.xlsx)")
        if path is not None:
            write_workbook(page, month, path)
        return path is not None

    box = SmallForm(title, form, translate("DayCare", "Make it"), make, page)
    form.set_values({"shape": _PAGES})
    box.begin()
    return box


def write_workbook(page: Page, month: Month, path: Path) -> None:
    """Write the sheet as a workbook, as a job."""
    told = Told(done_text=translate("DayCare", "Written: {file}").format(file=path.name))
    perform_job(page, path.stem, lambda progress: _write(month, path, progress), told=told)


def _preview(page: Page, month: Month, title: str) -> None:
    path = preview_folder(page) / f"daycare-{month}.pdf"

    def make(progress: Progress) -> Paper:
        progress.start(0, "")
        return Paper(path, title, _write(month, path, progress))

    preview_made(page, title, make)


def _write(month: Month, path: Path, progress: Progress) -> tuple[str, ...]:
    # Printing loads slowly, and most days nobody prints.
    from desktop.reports import day_care_sheet

    done = day_care_sheet.write(month_sheet(month), centre(), path, printed_on=clock.today(), progress=progress)
    return done.missing


def _form() -> DraftForm[DayDraft]:
    form = DraftForm(DayDraft)
    form.add("resident_id", translate("ServiceForm", "Resident"), ResidentField())
    form.add("day", translate("DayCare", "Day"), DateField())
    form.add("came_at", translate("DayCare", "Came"), TimeField(translate("DayCare", "such as 0830")))
    form.add("left_at", translate("DayCare", "Left"), TimeField(translate("DayCare", "such as 1600")))
    form.add("remark", translate("DayCare", "Remark"), TextField())
    return form
