"""离院: from when on the bed is free and why; beneath, what the month comes to for that day, what is to be settled."""

from __future__ import annotations

import datetime as dt

from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.core.words.stay_fees import leaving_words
from desktop.services.beds.places import BedRow
from desktop.services.figures.bed_what_if import WhatIf, what_if
from desktop.services.register.snapshot import register
from desktop.services.stay_fees.leaving import leaving
from desktop.ui.answer import answer
from desktop.ui.frame.page import Page
from desktop.ui.pages.acts import ActBox
from desktop.ui.pages.beds import acts
from desktop.ui.widgets.labels import label


class DischargeBox(ActBox):
    """Tells for each day that is typed what the person's nights and operating subsidy of its month become."""

    def __init__(self, page: Page, row: BedRow, stay: int) -> None:
        self._resident = row.resident_id
        act = acts.discharge(page.session.actor, row, stay)
        self.outcome = label(role="secondary", wrap=True)
        act.asked.form.add_wide(self.outcome)
        super().__init__(page, act)
        self.form.changed.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say what would follow; nothing for what is no day of a stay."""
        self.outcome.setText(self._words())

    def _words(self) -> str:
        try:
            day = dt.date.fromisoformat(str(self.form.fields["to_on"].value()))
        except ValueError:
            return ""
        resident = self._resident
        if resident is None:
            return ""
        month = Month.of(day)
        # Of this person alone: the register is not read while somebody types.
        found = answer(lambda: what_if(resident, month, day, known=register([resident])))
        if isinstance(found, ShizhuError):
            return ""
        settled = answer(lambda: leaving(resident, day))
        told = [] if settled is None or isinstance(settled, ShizhuError) else leaving_words(settled)
        return "\n".join([self._counted(month, found), *told])

    def _counted(self, month: Month, found: WhatIf) -> str:
        words = translate(
            "Beds", "{month}: nights present {before} → {after}; operating subsidy {was} → {becomes} yuan"
        )
        return words.format(
            month=month_text(month),
            before=found.before.occupied,
            after=found.after.occupied,
            was=yuan_text(found.before.own_fen),
            becomes=yuan_text(found.after.own_fen),
        )
