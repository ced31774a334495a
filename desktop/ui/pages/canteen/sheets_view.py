"""就餐月矩阵 and 就餐日登记表: people and days, or the meals of one day, with marks typed in the cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from desktop.core import clock, meal_marks
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft, ShizhuError
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import MealKind
from desktop.core.words import terms
from desktop.core.words.messages import sentence
from desktop.core.words.months import month_text
from desktop.services.canteen import marking, sheets
from desktop.services.canteen.sheets import MatrixLine
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.form import Form
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Refused, succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen import sheet_papers
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.cell_grid import CellGrid, GridLine
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label

MONTH, DAY = "month", "day"
# The first letters of the marks, for hands that do not change the input method: √ 早 晚 送 打.
_LETTERS = str.maketrans({"v": "√", "z": "早", "w": "晚", "s": "送", "d": "打"})


class SheetsView(PageView):
    """The month of the room, or one of its days."""

    def __init__(self, page: Page, month: Month) -> None:
        super().__init__(page, translate("Sheets", "Day sheet and month matrix"))
        self.month = month
        self._more: set[int] = set()
        self._lines: dict[int, MatrixLine] = {}
        self.shape = SegmentField(
            {MONTH: translate("Sheets", "Month matrix"), DAY: translate("Sheets", "Day sheet")},
        )
        self.day = DateField()
        self.shape.set_name(translate("Sheets", "Month or day"))
        self.hint = label(role="secondary", wrap=True)
        self.grid = CellGrid(translate("Sheets", "Meals of people and days"), self._put)
        self._build()
        install(self, self.keys())
        self.shape.set_value(MONTH)
        today = clock.today()
        self.day.set_day(today if today in month else month.last)
        self._more = set(sheets.usual(month))
        self.refresh()
        if self._lines:
            self.grid.go_to(next(iter(self._lines)), self._day().day - 1)

    def keys(self) -> tuple[Key, ...]:
        """How the cells are typed, and what is done with the sheet, by keys."""
        return (
            Key("F3", translate("Sheets", "from the month to the day, and back"), self.turn),
            Key("Ctrl+N", translate("Sheets", "a line for somebody who has none yet"), self.add_person),
            Key("Ctrl+P", translate("Sheets", "print the sheet shown, or write its workbook"), self.print),
            Key("Enter", translate("Sheets", "takes what was typed and goes on to the next person")),
            Key("Delete", translate("Sheets", "empties the cell; Ctrl+Z gives it back")),
        )

    def take_keyboard(self) -> None:
        """The cells."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the month anew; what was typed and refused stays in its cell."""
        found = sheets.matrix(self.month, self._more)
        self._lines = {line.person.resident_id: line for line in found.lines}
        if self._of_day():
            heads = [terms.MEALS.shown[meal] for meal in MealKind]
            heads += [translate("Sheets", "Price"), translate("Sheets", "Subsidy"), translate("Sheets", "Paid")]
            lines = self._day_lines()
            meals = found.on(self._day())
            title = day_text(self._day())
        else:
            heads = [str(day.day) for day in self.month]
            heads += [translate("Sheets", "Meals"), translate("Sheets", "Paid")]
            lines = [self._month_line(line) for line in found.lines]
            meals, title = sum(line.meals for line in found.lines), month_text(self.month)
        words = translate("Sheets", "{when}: {meals} meals of {people} people, {guests} guests in the month")
        people = sum(bool(line.meals) for line in found.lines)
        self.header.set_subtitle(words.format(when=title, meals=meals, people=people, guests=found.guests))
        self.grid.show_lines(heads, lines)

    def turn(self) -> None:
        """The other of the two sheets; the day is that of the current cell."""
        at = self.grid.currentIndex()
        if not self._of_day() and at.isValid() and at.column() < self.month.days:
            self.day.set_day(self.month.day(at.column() + 1))
        self.shape.set_value(MONTH if self._of_day() else DAY)
        self._turned()

    @asks(Action.RECORD_MEAL)
    def add_person(self) -> SmallForm:
        """Ask whose line is wanted, and go to it."""
        form = Form()
        form.add("resident", translate("Sheets", "Person"), ResidentField(), required=True)
        title = translate("Sheets", "A line for somebody")
        box = SmallForm(title, form, translate("Sheets", "Show"), self._add, self.page)
        box.begin()
        return box

    def print(self) -> SmallForm:
        """The sheet shown, as pages or as a workbook."""
        return sheet_papers.ask(self.page, self._day() if self._of_day() else self.month)

    def _add(self, box: SmallForm) -> bool:
        errors = box.form.missing()
        who = box.form.values()["resident"]
        if errors or not isinstance(who, int):
            box.show_errors(errors)
            return False
        self._more.add(who)
        self.refresh()
        self.grid.go_to(who, self.grid.currentIndex().column() if self.grid.currentIndex().isValid() else 0)
        return True

    def _put(self, who: int, column: int, typed: str) -> str:
        """What was typed becomes what somebody had; the sentence of a refusal, "" where it was taken."""
        day = self._day() if self._of_day() else self.month.day(column + 1)
        meal = list(MealKind)[column] if self._of_day() else ""
        seen = dict(self._lines[who].days.get(day, {}))
        trouble: list[str] = []

        def by_fields(fields: list[FieldError]) -> None:
            trouble.append(_said(fields, typed))
            self._say(f"{name} {day_text(day)}：{trouble[-1]}")

        def otherwise(error: ShizhuError) -> Mapping[str, Callable[[], object]]:
            trouble.append(sentence(error))
            return {}

        name = self._lines[who].person.name
        done = translate("Sheets", "{name}, {day}: {mark}")
        mark = typed.translate(_LETTERS) or translate("Sheets", "nothing")
        told = done.format(name=name, day=day_text(day), mark=mark)
        refused = Refused(by_fields, otherwise)

        def call() -> None:
            marking.put(self.session.actor, who, day, _wanted(typed, meal, seen), seen)

        return "" if succeeds(self, call, Topic.MEALS, told, refused) else trouble[-1]

    def _say(self, words: str) -> None:
        self.page.strip.say(words, Tone.DANGER)
        self.page.strip.refused = True

    def _day_lines(self) -> list[GridLine]:
        served = sheets.day_sheet(self._day()).lines
        lines = []
        for who, line in self._lines.items():
            mine = [one.served for one in served if one.person is not None and one.person.resident_id == who]
            modes = {one.meal: one.mode for one in mine}
            cells = [meal_marks.written({MealKind.LUNCH: modes[meal]}) if meal in modes else "" for meal in MealKind]
            sums = (sum(one.price for one in mine), sum(one.subsidy for one in mine), sum(one.paid for one in mine))
            lines.append(GridLine(who, line.person.name, cells, [yuan_text(fen) if mine else "" for fen in sums]))
        return lines

    def _month_line(self, line: MatrixLine) -> GridLine:
        cells = [meal_marks.written(line.days.get(day, {})) for day in self.month]
        behind = [str(line.meals), yuan_text(line.paid_fen)]
        return GridLine(line.person.resident_id, line.person.name, cells, behind)

    def _of_day(self) -> bool:
        return self.shape.value() == DAY

    def _day(self) -> dt.date:
        day = self.day.day()
        return day if day is not None and day in self.month else self.month.first

    def _turned(self) -> None:
        self.grid.cells.refused.clear()
        self.day.setVisible(self._of_day())
        self.refresh()
        self.take_keyboard()

    def _build(self) -> None:
        self.header.set_primary(translate("Sheets", "Print or workbook… (Ctrl+P)"), self.print, "print")
        add = button(translate("Sheets", "Add a person… (Ctrl+N)"), self.add_person, icon="add")
        self.content.addWidget(FlowRow(self.shape, self.day, add))
        self.hint.setText(
            translate(
                "Sheets",
                "v is lunch eaten here, s delivered, d takeaway; z breakfast, w dinner; vw is both, ws dinner sent.",
            )
        )
        self.content.addWidget(self.hint)
        self.content.addWidget(self.grid, 1)
        self.day.hide()
        self.shape.changed.connect(self._turned)
        self.day.changed.connect(self.refresh)
        self.grid.left.connect(self.closed)


def _wanted(typed: str, meal: str, seen: Mapping[str, str]) -> dict[str, str]:
    """What a day is to be; a cell of the day sheet says one meal, and leaves the others."""
    read = meal_marks.read(typed.translate(_LETTERS), meal or MealKind.LUNCH)
    if read is None or (meal and any(one != meal for one, _mode in read)):
        raise InvalidDraft([FieldError("mark", Reason.UNKNOWN_WORD, typed)])
    others = {one: mode for one, mode in seen.items() if meal and one != meal}
    return others | dict(read)


def _said(fields: list[FieldError], typed: str) -> str:
    if any(one.name == "mark" for one in fields):
        return translate("Sheets", "“{mark}” is no mark; the keys stand above the table.").format(mark=typed)
    return sentence(InvalidDraft(fields))
