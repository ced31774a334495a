"""What a month would come to if somebody left on a day, or had another grade from one on; nothing is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.rates import rate_text
from desktop.core.words.messages import sentence
from desktop.core.words.months import month_text
from desktop.core.words.terms import GRADES
from desktop.services.figures.bed_what_if import Supposed, WhatIf, what_if
from desktop.services.register.snapshot import Register, register
from desktop.services.writing import months
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField
from desktop.ui.widgets.labels import label

WHAT_IF_KEY = "Shift+F8"
_BACK, _AHEAD = 11, 2
# What decides the month that is told.
_DAYS = ("leaves_on", "since")


class WhatIfBox(SmallForm):
    """Tells for what is typed what becomes of the person's month; the button tells it of the whole house."""

    keeps_typing = False

    def __init__(self, widget: QWidget, resident_id: int, name: str, grade: str = "", since: str = "") -> None:
        self._resident, self._days = resident_id, ("", "")
        today = Month.of(clock.today())
        offered = [today.shifted(at) for at in range(_AHEAD, -_BACK - 1, -1)]
        self._offered = {str(one): month_text(one) for one in offered}
        form = Form()
        form.add("leaves_on", translate("WhatIf", "Leaves on"), DateField())
        form.add("grade", translate("WhatIf", "Grade"), PickField(GRADES.shown))
        form.add("since", translate("WhatIf", "From"), DateField())
        form.add("month", translate("WhatIf", "Month told of"), PickField(self._offered))
        self.own, self.house = label(wrap=True), label(role="secondary", wrap=True)
        form.add_wide(self.own)
        form.add_wide(self.house)
        words = translate("WhatIf", "{name}: what if? Nothing is written.").format(name=name)
        super().__init__(words, form, translate("WhatIf", "Of the whole house"), _tell_all, widget)
        form.set_values({"grade": grade, "since": since, "month": str(today)})
        form.changed.connect(self.tell)
        self.tell()

    def reject(self) -> None:
        """Nothing is lost by going back."""
        self.give_up()

    def tell(self) -> None:
        """Say what would become of the person's month; a day that is typed brings its month."""
        self._follow_days()
        self.house.setText("")
        resident = self._resident
        # Of this person alone: the register is not read while somebody types.
        self.own.setText(self._told(lambda: register([resident]), _own_words))

    def tell_house(self) -> None:
        """Say what would become of the month of the whole house."""
        self.house.setText(self._told(register, _house_words))

    def _told(self, known: Callable[[], Register], words: Callable[[WhatIf], str]) -> str:
        month, leaves, since = self._month(), self._day("leaves_on"), self._day("since")
        grade = str(self.form.fields["grade"].value() or "")
        if leaves is None and not grade:
            return translate("WhatIf", "Type a day of leaving, or choose a grade.")
        supposed = Supposed(grade, since or month.first) if grade else None
        found = answer(lambda: what_if(self._resident, month, leaves, supposed, known()))
        if isinstance(found, ShizhuError):
            return sentence(found)
        told = words(found)
        if str(month) in months.closed_months():
            told += " " + translate("WhatIf", "The month is closed: its paper stays as it is.")
        return told

    def _month(self) -> Month:
        return Month.parse(str(self.form.fields["month"].value() or Month.of(clock.today())))

    def _day(self, name: str) -> dt.date | None:
        try:
            return dt.date.fromisoformat(str(self.form.fields[name].value()))
        except ValueError:
            return None

    def _follow_days(self) -> None:
        days = (str(self.form.fields[_DAYS[0]].value()), str(self.form.fields[_DAYS[1]].value()))
        if days == self._days:
            return
        self._days = days
        day = self._day("leaves_on") or self._day("since")
        if day is not None:
            self._offer(Month.of(day))

    def _offer(self, month: Month) -> None:
        field = self.form.fields["month"]
        if str(month) not in self._offered and isinstance(field, PickField):
            self._offered = dict(sorted({**self._offered, str(month): month_text(month)}.items(), reverse=True))
            field.set_options(self._offered)
        field.set_value(str(month))


def ask_what_if(widget: QWidget, resident_id: int, name: str, grade: str = "", since: str = "") -> WhatIfBox:
    """Open the box over a page; a grade that is about to be recorded stands in it."""
    box = WhatIfBox(widget, resident_id, name, grade, since)
    box.begin()
    return box


def _tell_all(box: SmallForm) -> bool:
    if isinstance(box, WhatIfBox):
        box.tell_house()
    return False


def _own_words(found: WhatIf) -> str:
    before, after = found.before, found.after
    if not before.occupied + before.away:
        return translate("WhatIf", "{month}: has no bed of full care, so nothing changes.").format(
            month=month_text(found.month)
        )
    words = translate(
        "WhatIf",
        "{month}: nights present {before} → {after}, on leave {away} → {left};"
        " operating subsidy {was} → {becomes} yuan",
    )
    return words.format(
        month=month_text(found.month),
        before=before.occupied,
        after=after.occupied,
        away=before.away,
        left=after.away,
        was=yuan_text(before.own_fen),
        becomes=yuan_text(after.own_fen),
    )


def _house_words(found: WhatIf) -> str:
    before, after = found.before, found.after
    words = translate(
        "WhatIf",
        "The house: bed-days {before} → {after}, on leave {away} → {left}; occupancy {rate} → {then};"
        " subsidy {was} → {becomes} yuan",
    )
    return words.format(
        before=before.occupied,
        after=after.occupied,
        away=before.away,
        left=after.away,
        rate=rate_text(before.occupancy),
        then=rate_text(after.occupancy),
        was=yuan_text(before.subsidy_fen),
        becomes=yuan_text(after.subsidy_fen),
    )
