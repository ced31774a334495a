"""The papers of the food ledger: the kitchen's sheets of a month, the menu for the wall, the list of a trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.words.months import month_text
from desktop.services.centre.centres import centre
from desktop.services.food import trace
from desktop.services.food.weeks import WeekMenu, week_menu
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.form import Form
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.printing import Paper, preview_folder, preview_made

_SIZES = ("A3", "A4")


def preview_sheets(page: Page, month: Month) -> None:
    """Show the kitchen's sheets of a month, to be printed and signed."""
    path = preview_folder(page) / f"kitchen-{month}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.kitchen_sheets import TITLE, write_sheets

        done = write_sheets(month, path, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, done.missing)

    words = translate("FoodPapers", "The kitchen's sheets of {month}").format(month=month_text(month))
    preview_made(page, words, make)


def ask_poster(page: Page, day: dt.date) -> SmallForm | None:
    """Ask on which paper the menu of a week is wanted, and show it; None where nothing is planned, which is said."""
    menu = perform(page, lambda: week_menu(day))
    if menu is None:
        return None
    form = Form()
    form.add("size", translate("FoodPapers", "Paper"), SegmentField({one: one for one in _SIZES}), required=True)

    def make(box: SmallForm) -> bool:
        _preview_poster(page, menu, str(box.form.values()["size"]))
        return True

    box = SmallForm(
        translate("FoodPapers", "The menu of a week for the wall"),
        form,
        translate("FoodPapers", "Preview"),
        make,
        page,
    )
    form.set_values({"size": _SIZES[0]})
    box.begin()
    return box


def preview_trace(page: Page, purchase_ids: Sequence[int]) -> None:
    """Show who may have eaten of some batches as a list to call by; that it was made is logged."""
    path = preview_folder(page) / "trace.pdf"
    actor = page.session.actor

    def make(progress: Progress) -> Paper:
        from desktop.reports.trace_list import TITLE, write_trace

        found = trace.for_paper(actor, purchase_ids)
        done = write_trace(found, path, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, done.missing)

    preview_made(page, translate("FoodPapers", "Making the list of the trace"), make)


def _preview_poster(page: Page, menu: WeekMenu, size: str) -> None:
    path = preview_folder(page) / f"menu-{menu.days[0]}.pdf"

    def make(progress: Progress) -> Paper:
        from desktop.reports.menu_poster import TITLE, render_poster

        done = render_poster(menu, centre().name, path, size=size, printed_on=clock.today(), progress=progress)
        return Paper(path, TITLE, tuple(done.missing))

    preview_made(page, translate("FoodPapers", "Making the menu"), make)
