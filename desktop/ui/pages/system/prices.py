"""餐价与补贴: what meals cost and who is subsidised, from which day on; changed and tried out by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.services.canteen import hours, price_lists
from desktop.services.canteen.price_lists import Listed
from desktop.services.canteen.prices import Price, Subsidy
from desktop.services.writing import permissions, rules
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system import price_forms as forms
from desktop.ui.pages.system.price_columns import limit_words, price_columns, subsidy_columns
from desktop.ui.pages.system.rule_dialog import change_rule
from desktop.ui.pages.system.rule_words import rule_words
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label

_PRICES, _SUBSIDIES = "prices", "subsidies"


class PricesSection(SystemSection):
    """The prices, or the subsidies; who may not set them reads them and tries them out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Prices",
            "What meals cost and who is subsidised. Nothing is overwritten: another price holds from a day on, "
            "and meals on record keep what they cost.",
        )
        super().__init__(session, translate("Prices", "Prices and subsidies"), about, parent)
        self._prices: dict[int, Listed[Price]] = {}
        self._subsidies: dict[int, Listed[Subsidy]] = {}
        self._build()
        self._connect()

    @property
    def shows_subsidies(self) -> bool:
        """Whether the subsidies are shown."""
        return self.part.value() == _SUBSIDIES

    def refresh(self) -> None:
        """List anew."""
        prices, subsidies = price_lists.listed(clock.today())
        self._prices = {one.row.id: one for one in prices}
        self._subsidies = {one.row.id: one for one in subsidies}
        self.table.set_ids([one.row.id for one in prices])
        self.subsidies.set_ids([one.row.id for one in subsidies])
        for table, lines in ((self.table, prices), (self.subsidies, subsidies)):
            if lines and table.current_id() is None:
                table.select_id(lines[0].row.id)
        times = rule_words(hours.RULE, rules.value(hours.RULE, clock.today()))
        self._times.setText(translate("Prices", "Meal times: {times}").format(times=times))
        self._next.setText(_next_words(bool(prices), bool(subsidies)))
        self._next.setVisible(bool(self._next.text()) and self._may(Action.SET_PRICE))
        self._show_current()

    def keys(self) -> tuple[Key, ...]:
        """The section by keys."""
        return (
            Key("F6", translate("Prices", "from the prices to the subsidies, and back"), self.turn),
            Key("Ctrl+N", translate("Prices", "another price, or subsidy"), self.add),
            Key("F2", translate("Prices", "change the chosen one from a day on"), self.change),
            Key("F4", translate("Prices", "end the chosen one"), self.end),
            Key("F8", translate("Prices", "void the chosen one"), self.void),
            Key("F3", translate("Prices", "price the meals that have no price yet"), self.price_meals),
            Key("F11", translate("Prices", "when lunch and dinner begin, from a day on"), self.meal_times),
            Key("F7", translate("Prices", "try out what somebody would pay, and why"), self.try_out),
            Key("Ctrl+P", translate("Prices", "the notice for the wall: prices and subsidies of today"), self.notice),
        )

    def turn(self) -> None:
        """From the prices to the subsidies, or back."""
        self.part.choose(_PRICES if self.shows_subsidies else _SUBSIDIES)

    @asks(Action.SET_PRICE)
    def add(self) -> SmallForm | None:
        """One more price or subsidy."""
        if not self._may(Action.SET_PRICE):
            return None
        ask = forms.ask_subsidy if self.shows_subsidies else forms.ask_price
        return ask(self, self.session.actor)

    @asks(Action.SET_PRICE)
    def change(self) -> SmallForm | None:
        """As the chosen one from a day on, with something else in it."""
        price, subsidy = self.table.current_row(), self.subsidies.current_row()
        if not self._may(Action.SET_PRICE):
            return None
        if self.shows_subsidies:
            return forms.ask_subsidy(self, self.session.actor, subsidy.row) if subsidy else None
        return forms.ask_price(self, self.session.actor, price.row) if price else None

    @asks(Action.SET_PRICE)
    def end(self) -> SmallForm | None:
        """The chosen one holds up to a day and no longer."""
        thing, line = self._chosen()
        if line is None or not self._may(Action.SET_PRICE):
            return None
        return forms.ask_end(self, self.session.actor, thing, line.row)

    @asks(Action.VOID_PRICE)
    def void(self) -> SmallForm | None:
        """作废: the chosen one was recorded by mistake."""
        thing, line = self._chosen()
        if line is None or not self._may(Action.VOID_PRICE):
            return None
        return forms.ask_void(self, self.session.actor, thing, line.row)

    def try_out(self) -> SmallForm:
        """What somebody would pay, and why."""
        box = forms.TryBox(self)
        box.begin()
        return box

    @asks(Action.PRICE_MEALS)
    def price_meals(self) -> SmallForm | None:
        """Price the meals of a month that were recorded before there was a price."""
        if not self._may(Action.PRICE_MEALS):
            return None
        box = forms.ask_price_meals(self, self.session.actor)
        if box is None:
            self.say(translate("Prices", "Every meal has its price."))
        return box

    @asks(Action.SET_RULE)
    def meal_times(self) -> SmallForm | None:
        """餐次时间: when lunch and dinner begin, from a day on; which meal a scan proposes follows from it."""
        return change_rule(self.session, hours.RULE, self) if self._may(Action.SET_RULE) else None

    def notice(self) -> None:
        """公示: what holds today, as a paper for the wall."""
        from desktop.reports import price_notice

        day, folder = clock.today(), preview_folder(self)

        def make(progress: Progress) -> Paper:
            made = price_notice.write_notice(day, folder / "price-notice.pdf", printed_on=day, progress=progress)
            return Paper(made.path, price_notice.TITLE, made.missing)

        preview_made(self, translate("Prices", "Writing the notice"), make)

    # How it is made.

    def _build(self) -> None:
        prices, subsidies = translate("Prices", "Prices"), translate("Prices", "Subsidies")
        self.part = SegmentField({_PRICES: prices, _SUBSIDIES: subsidies})
        self.part.set_name(translate("Prices", "Prices or subsidies"))
        self.part.set_value(_PRICES)
        self.table: RecordTable[Listed[Price]] = RecordTable(
            prices, price_columns(), lambda ids: [self._prices[one] for one in ids]
        )
        self.subsidies: RecordTable[Listed[Subsidy]] = RecordTable(
            subsidies, subsidy_columns(), lambda ids: [self._subsidies[one] for one in ids]
        )
        hint = translate("Prices", "Ctrl+N sets the first one.")
        self.table.set_empty(translate("Prices", "No price is set yet"), hint, "canteen")
        self.subsidies.set_empty(translate("Prices", "Nobody is subsidised yet"), hint, "canteen")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.subsidies)
        self._whole = label(role="secondary", wrap=True)
        self._times = label(role="secondary", wrap=True)
        self._next = label(role="strong", wrap=True)
        self.add_button = button(translate("Prices", "New price… (Ctrl+N)"), self.add, "primary", "add")
        self.change_button = button(translate("Prices", "Change… (F2)"), self.change)
        self.end_button = button(translate("Prices", "End… (F4)"), self.end)
        self.void_button = button(translate("Prices", "Void… (F8)"), self.void)
        self.try_button = button(translate("Prices", "Try out… (F7)"), self.try_out)
        self.late_button = button(translate("Prices", "Price late meals… (F3)"), self.price_meals)
        self.times_button = button(translate("Prices", "Meal times… (F11)"), self.meal_times)
        self.notice_button = button(translate("Prices", "Notice… (Ctrl+P)"), self.notice)
        foot = FlowRow(gap=10)
        at_chosen = self.change_button, self.end_button, self.void_button
        for made in (*at_chosen, self.late_button, self.try_button, self.times_button, self.notice_button):
            foot.add(made)
        # At the top: on a low screen the foot is scrolled to.
        head = FlowRow(gap=16)
        head.add(self.part)
        head.add(self.add_button)
        self.content.addWidget(head)
        self.content.addWidget(self._next)
        self.content.addWidget(self._stack, 1)
        self.content.addWidget(self._whole)
        self.content.addWidget(self._times)
        self.content.addWidget(foot)

    def _connect(self) -> None:
        self.part.changed.connect(self._on_part)
        for table in (self.table, self.subsidies):
            table.current_changed.connect(lambda _now: self._show_current())
            table.row_activated.connect(lambda _one: self.change())
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    # What happens.

    def _on_part(self) -> None:
        table = self.subsidies if self.shows_subsidies else self.table
        self._stack.setCurrentWidget(table)
        self._show_current()
        table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self) -> None:
        _thing, line = self._chosen()
        limits = limit_words(line.row) if line is not None and isinstance(line.row, Subsidy) else ""
        self._whole.setText(limits)
        self._whole.setVisible(bool(limits))
        sets = self._may(Action.SET_PRICE)
        for made in (self.add_button, self.change_button, self.end_button):
            made.setVisible(sets)
        self.void_button.setVisible(self._may(Action.VOID_PRICE))
        self.times_button.setVisible(self._may(Action.SET_RULE))
        self.late_button.setVisible(self._may(Action.PRICE_MEALS))
        new = translate("Prices", "New subsidy… (Ctrl+N)"), translate("Prices", "New price… (Ctrl+N)")
        self.add_button.setText(new[0] if self.shows_subsidies else new[1])
        for made in (self.change_button, self.end_button, self.void_button):
            made.setEnabled(line is not None)

    def _chosen(self) -> tuple[Thing, Listed[Price] | Listed[Subsidy] | None]:
        if self.shows_subsidies:
            return Thing.SUBSIDY_RULE, self.subsidies.current_row()
        return Thing.MEAL_PRICE, self.table.current_row()

    def _may(self, action: Action) -> bool:
        return permissions.may(self.session.actor.role, action)


def _next_words(prices: bool, subsidies: bool) -> str:
    """What a new centre does next."""
    if not prices:
        return translate("Prices", "First: Ctrl+N sets what a meal costs.")
    if not subsidies:
        return translate("Prices", "Next: F6 goes to the subsidies, Ctrl+N sets one. Without any, F9 starts scanning.")
    return ""
