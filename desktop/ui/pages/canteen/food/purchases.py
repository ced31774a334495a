"""进货: batches with supplier, date and certificate; what has expired stands first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown
from desktop.services.food import pictures, purchases
from desktop.services.food.purchases import PurchaseRow
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform, reading
from desktop.ui.frame.pictures import show_kept
from desktop.ui.frame.rights import asks
from desktop.ui.pages.canteen.food import purchase_acts as acts
from desktop.ui.pages.canteen.food.part import LedgerPart
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.labels import label, set_tone


class PurchasesPart(LedgerPart):
    """All batches, or those that a text means."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._rows: dict[int, PurchaseRow] = {}
        self.search = TextField(translate("Purchases", "Part of a name, a batch number or a supplier"))
        self.search.set_name(translate("Purchases", "Find a batch"))
        self.said = label(role="secondary", wrap=True)
        self.table: RecordTable[PurchaseRow] = RecordTable(
            translate("Purchases", "Batches"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self._build()

    def own_keys(self) -> tuple[Key, ...]:
        """What is done with batches, by keys."""
        return (
            Key("Ctrl+N", translate("Purchases", "a batch that came"), self.add),
            Key("F2", translate("Purchases", "put the batch right"), self.change),
            Key("F8", translate("Purchases", "nothing is left of the batch: used up, thrown away, returned"), self.end),
            Key("F7", translate("Purchases", "a licence of the supplier of the batch"), self.licence),
            Key("Ctrl+O", translate("Purchases", "the picture of the certificate"), self.picture),
            Key("F12", translate("Purchases", "void a batch that was never bought"), self.void),
            Key("Ctrl+F", translate("Purchases", "find a batch"), self._to_search),
        )

    def read(self) -> None:
        """Those that a text means; what has expired and is still here first."""
        today = clock.today()
        found = purchases.batches(str(self.search.value()))
        found.sort(key=lambda one: not (one.ended_on is None and one.expired(today)))
        self._rows = {one.id: one for one in found}
        self.fill(self.table, list(self._rows))
        self._show_current()

    def open_count(self) -> int:
        """The batches that have expired and are still here."""
        return len(purchases.expired(clock.today()))

    def take_keyboard(self) -> None:
        """The list."""
        self.table.take_keyboard()

    @asks(Action.RECORD_PURCHASE)
    def add(self) -> SmallForm | None:
        """A batch that came."""
        return acts.ask_purchase(self.page, self.session.actor) if self.may(Action.RECORD_PURCHASE) else None

    @asks(Action.RECORD_PURCHASE)
    def change(self) -> SmallForm | None:
        """Put the chosen one right."""
        one = self._chosen(Action.RECORD_PURCHASE)
        return acts.ask_purchase(self.page, self.session.actor, one) if one else None

    @asks(Action.RECORD_PURCHASE)
    def end(self) -> SmallForm | None:
        """Nothing is left of the chosen one."""
        one = self._chosen(Action.RECORD_PURCHASE)
        return acts.ask_end(self.page, self.session.actor, one) if one else None

    @asks(Action.VOID_FOOD)
    def void(self) -> SmallForm | None:
        """The chosen one was never bought."""
        one = self._chosen(Action.VOID_FOOD)
        return acts.ask_void(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_CERTIFICATE)
    def licence(self) -> SmallForm | None:
        """A licence of the supplier of the chosen one."""
        one = self._chosen(Action.EDIT_CERTIFICATE)
        return acts.ask_licence(self.page, self.session.actor, one.supplier) if one else None

    @asks(Action.RECORD_PURCHASE)
    def picture(self) -> None:
        """Show the picture of the certificate; without one, choose it."""
        one = self.table.current_row()
        if one is None:
            return
        if not one.photo:
            self.choose_picture()
            return
        found = perform(self, lambda: pictures.read(one.id))
        if found is not None:
            show_kept(self.page, *found, acts.called(one))

    def choose_picture(self) -> None:
        """Ask for the file of the picture."""
        if self._chosen(Action.RECORD_PURCHASE) is None:
            return
        title = translate("Purchases", "Choose the picture of the certificate")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", "JPG PNG PDF (*.jpg *.jpeg *.png *.pdf)")
        if chosen:
            self.keep_picture(Path(chosen))

    def keep_picture(self, file: Path) -> None:
        """Keep a file as the picture of the certificate of the chosen batch."""
        one = self.table.current_row()
        if one is not None:
            done = translate("Purchases", "The picture is kept")
            perform(self, lambda: pictures.keep(self.session.actor, one.id, file), Topic.MEALS, done)

    def _chosen(self, action: Action) -> PurchaseRow | None:
        return self.chosen(self.table, action, translate("Purchases", "Choose a batch first."))

    def _to_search(self) -> None:
        self.search.grab_keyboard()

    def _show_current(self) -> None:
        one = self.table.current_row()
        words, tone = acts.licence_words(one.supplier) if one is not None else ("", None)
        self.said.setText(f"{one.supplier} · {words}" if one is not None else "")
        if tone is not None:
            set_tone(self.said, tone)

    def _build(self) -> None:
        self.column.addWidget(self.search)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.said)
        self.add_acts(
            (
                (translate("Purchases", "New batch… (Ctrl+N)"), self.add, "add"),
                (translate("Purchases", "Edit… (F2)"), self.change, "edit"),
                (translate("Purchases", "Nothing left… (F8)"), self.end, ""),
                (translate("Purchases", "Licence… (F7)"), self.licence, ""),
                (translate("Purchases", "Picture… (Ctrl+O)"), self.picture, ""),
                (translate("Purchases", "Void… (F12)"), self.void, ""),
            )
        )
        what = translate("Purchases", "Ctrl+N writes down what came.")
        self.table.set_empty(translate("Purchases", "No batch is on record"), what, "canteen")
        self.table.set_keys(translate("Purchases", "↑↓ choose   Enter edit   F8 nothing left   Esc back"))
        self.search.changed.connect(lambda: reading(self, self.read))
        self.search.finished.connect(self.table.take_keyboard)
        self.table.row_activated.connect(lambda _one: self.change())
        self.table.current_changed.connect(lambda _one: self._show_current())
        self.table.left.connect(self.left)


def _columns() -> tuple[Column[PurchaseRow], ...]:
    return (
        Column(translate("Purchases", "Came on"), lambda one: day_text(one.received_on), 110),
        Column(translate("Purchases", "What"), lambda one: one.name, 110, stretch=True),
        Column(translate("Purchases", "Batch number"), lambda one: one.batch, 110, spare=True),
        Column(translate("Purchases", "Quantity"), lambda one: one.quantity, 90, Align.RIGHT),
        Column(
            translate("Purchases", "Price of one"),
            lambda one: yuan_shown(one.unit_price_fen),
            80,
            Align.RIGHT,
            spare=True,
        ),
        Column(translate("Purchases", "Supplier"), lambda one: one.supplier, 130, stretch=True),
        Column(translate("Purchases", "State"), _state, 140),
        Column(translate("Purchases", "In dishes"), lambda one: str(one.dishes or "—"), 60, Align.RIGHT, spare=True),
    )


def _state(one: PurchaseRow) -> Chips:
    words, tone = acts.end_words(one, clock.today())
    return Chips((ChipSpec(words, tone),))
