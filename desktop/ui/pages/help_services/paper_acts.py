"""Orders to paper: whose list of a day is asked for, and shown for printing; the sheet of one order."""

from __future__ import annotations

import datetime as dt

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services.centre.centres import centre
from desktop.services.help_services import on_paper
from desktop.services.help_services.on_paper import DayList
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for

_ALL, _ONE = "all", "of:"


def ask_lists(page: Page, day: dt.date) -> SmallForm | None:
    """Whose list of the day is printed: everybody's, or one; None where nothing is open for the day."""
    waiting = on_paper.waiting(day)
    if not waiting:
        return None
    many, one = translate("OrderPaper", "Everybody, a list each ({count})"), translate("OrderPaper", "{name} ({count})")
    nobody = translate("OrderPaper", "nobody sent yet")
    options = {_ALL: many.format(count=sum(len(found.rows) for found in waiting))}
    options |= {
        f"{_ONE}{found.visitor}": one.format(name=found.visitor or nobody, count=len(found.rows)) for found in waiting
    }
    who = Ask("who", translate("OrderPaper", "Whose list"), PickField(options), required=True, value=_ALL)

    def made(typed: dict[str, str]) -> list[DayList]:
        worker = None if typed["who"] == _ALL else typed["who"].removeprefix(_ONE)
        return on_paper.day_lists(page.session.actor, day, worker)

    act = Act(
        translate("OrderPaper", "The day list of {day}").format(day=day_text(day)),
        translate("OrderPaper", "Preview"),
        Texts(who),
        made,
        Topic.SERVICES,
        then=lambda lists: _preview_lists(page, lists),
        about=day.isoformat(),
    )
    return ask_for(page, act)


def preview_sheet(page: Page, service_id: int) -> None:
    """Show the sheet of an order for printing."""
    row = perform(page, lambda: on_paper.sheet(page.session.actor, service_id), Topic.SERVICES)
    if row is None:
        return
    path = preview_folder(page) / f"order-{service_id}.pdf"

    def make(_progress: Progress) -> Paper:
        from desktop.reports.forms.service_sheet import TITLE, render_service_sheet

        done = render_service_sheet(row, centre().name, path, printed_on=clock.today())
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("OrderPaper", "Making the service sheet"), make)


def _preview_lists(page: Page, lists: list[DayList]) -> None:
    path = preview_folder(page) / f"day-list-{lists[0].day.isoformat()}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.day_list import TITLE, render_day_lists

        done = render_day_lists(lists, centre().name, path, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("OrderPaper", "Making the day list"), make)
