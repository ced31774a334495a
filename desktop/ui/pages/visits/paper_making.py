"""Papers of the visits room: route sheets, blank forms, referral notes; each is previewed and printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.terms import REFERRAL_TARGETS
from desktop.services.centre.centres import centre
from desktop.services.people import names
from desktop.services.visits import attachments, referrals, route_sheets
from desktop.services.visits import recording as visits
from desktop.services.visits.attachments import AttachmentRow
from desktop.services.visits.route_sheets import Sheet
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import DateField, MemoField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform, perform_job
from desktop.ui.frame.pictures import show_kept
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for


def ask_sheet(page: Page, people: Sequence[int], visitor: str = "") -> SmallForm | None:
    """Ask who walks when, keep the sheet, and show it for printing."""
    if not people:
        return None
    walks = visitor or names.own(page.session.actor)
    who = NameField(names.VISITING, visits.known_visitors())
    act = Act(
        translate("Paper", "Route sheet for {count} people, in walking order").format(count=len(people)),
        translate("Paper", "Make and preview"),
        Texts(
            Ask("visitor", translate("Paper", "Who walks"), who, value=walks),
            Ask("day", translate("Paper", "Day of the walk"), DateField(), required=True, value=clock.today()),
        ),
        lambda typed: route_sheets.make_sheet(page.session.actor, people, typed["visitor"], typed["day"]),
        Topic.VISITS,
        then=lambda made: preview_sheet(page, made),
        about=tuple(people),
    )
    return ask_for(page, act)


def preview_sheet(page: Page, sheet: Sheet) -> None:
    """Show a route sheet for printing."""
    path = preview_folder(page) / f"route-{sheet.id}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.route_sheet import TITLE, render_route_sheet

        done = render_route_sheet(sheet, centre().name, path, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("Paper", "Making the route sheet"), make)


def preview_form(page: Page, resident_id: int) -> None:
    """Keep a sheet of one person and show its blank form."""
    visitor, today = names.own(page.session.actor), clock.today()
    sheet = perform(
        page, lambda: route_sheets.make_sheet(page.session.actor, [resident_id], visitor, today), Topic.VISITS
    )
    if sheet is None:
        return
    path = preview_folder(page) / f"form-{sheet.id}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.visit_form import TITLE, render_visit_form

        progress.start(0, TITLE)
        done = render_visit_form(sheet, sheet.rows[0], centre().name, path, printed_on=today)
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("Paper", "Making the form"), make)


def ask_referral(page: Page, risk_id: int, words: str) -> SmallForm:
    """Ask to whom a risk is handed on and what is asked of them, then show the note."""
    asked = Ask("request", translate("Paper", "What is asked of them"), MemoField(3), required=True)
    act = Act(
        words,
        translate("Paper", "Write the note"),
        Texts(Ask("target", translate("Paper", "To whom"), SegmentField(REFERRAL_TARGETS.shown), required=True), asked),
        lambda typed: referrals.refer(page.session.actor, risk_id, typed["target"], typed["request"]),
        Topic.VISITS,
        then=lambda made: preview_referral(page, made),
        about=risk_id,
    )
    return ask_for(page, act)


def preview_referral(page: Page, referral_id: int) -> None:
    """Show a referral note for printing."""
    path = preview_folder(page) / f"referral-{referral_id}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.referral_note import TITLE, render_referral_note

        progress.start(0, TITLE)
        note = referrals.note(referral_id)
        done = render_referral_note(note, centre().name, path, printed_on=clock.today())
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("Paper", "Making the note"), make)


def ask_attachment(page: Page, owner: str, owner_id: int) -> None:
    """Choose a photograph or scan and keep it with a sheet, visit or round."""
    title = translate("Paper", "Choose the photograph or scan")
    chosen, _kind = QFileDialog.getOpenFileName(page, title, "", "JPG PNG PDF (*.jpg *.jpeg *.png *.pdf)")
    if chosen:
        attach(page, owner, owner_id, Path(chosen))


def attach(page: Page, owner: str, owner_id: int, file: Path) -> None:
    """Keep a file with a sheet, visit or round."""
    perform(
        page,
        lambda: attachments.attach(page.session.actor, owner, owner_id, file),
        Topic.VISITS,
        translate("Paper", "Kept: {file}").format(file=file.name),
    )


def show_attachment(page: Page, row: AttachmentRow) -> None:
    """Show a kept file, proved against its hash."""

    def proved(_progress: Progress) -> bytes:
        return attachments.read(row.id)

    perform_job(page, translate("Paper", "Opening the scan"), proved, lambda content: _show(page, row, content))


def _show(page: Page, row: AttachmentRow, content: bytes) -> None:
    show_kept(page, row.path, content, translate("Paper", "Signed paper of {day}").format(day=row.added_at[:10]))
