"""收费标准: what bed, care and meals cost whom, and since when; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import PriceState
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown
from desktop.core.words.prices import state_word
from desktop.core.words.stay_fees import FEE_PARTS, FEE_UNITS
from desktop.services.stay_fees import rates
from desktop.services.stay_fees.rates import Listed, Rate
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.beds import fee_rate_acts as acts
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label

_TONES = {PriceState.IN_FORCE: Tone.OK, PriceState.TO_COME: Tone.ACCENT}


class FeeRatesView(PageView):
    """Every rate with whether it holds; the director sets them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("FeeRates", "Rates of stays"))
        self._rates: dict[int, Listed] = {}
        about = translate(
            "FeeRates",
            "The narrower rate goes first: of a person, then of a bed, a room, a class or a grade, then for everybody. "
            "What was charged stays as it was charged.",
        )
        self.about = label(about, "secondary", wrap=True)
        self.table: RecordTable[Listed] = RecordTable(
            translate("FeeRates", "Rates of stays"), _columns(), lambda ids: [self._rates[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is done with rates."""
        return (
            Key("Ctrl+N", translate("FeeRates", "another rate"), self.add),
            Key("F2", translate("FeeRates", "as the chosen one from a day on, changed"), self.change),
            Key("F4", translate("FeeRates", "end the chosen one"), self.end),
            Key("F8", translate("FeeRates", "void the chosen one"), self.void),
        )

    def take_keyboard(self) -> None:
        """The rates."""
        self.table.take_keyboard()

    def refresh(self) -> None:
        """List anew."""
        self._rates = {one.row.id: one for one in rates.listed(clock.today())}
        self.table.set_ids(list(self._rates))
        self.table.model.reload()
        if self._rates and self.table.current_id() is None:
            self.table.select_id(next(iter(self._rates)))

    @asks(Action.SET_PRICE)
    def add(self) -> SmallForm | None:
        """One more."""
        return acts.ask_rate(self.page)

    @asks(Action.SET_PRICE)
    def change(self) -> SmallForm | None:
        """As the chosen one, changed, from a day on."""
        return self._with_chosen(acts.ask_rate)

    @asks(Action.SET_PRICE)
    def end(self) -> SmallForm | None:
        """The chosen one holds up to a day."""
        return self._with_chosen(acts.ask_end)

    @asks(Action.VOID_PRICE)
    def void(self) -> SmallForm | None:
        """The chosen one was a mistake."""
        return self._with_chosen(acts.ask_void)

    def _with_chosen(self, ask: Callable[[Page, Rate], SmallForm]) -> SmallForm | None:
        one = self.table.current_row()
        if one is None:
            self.page.strip.say(translate("FeeRates", "No rate is chosen."), Tone.ATTENTION)
            return None
        return ask(self.page, one.row)

    def _build(self) -> None:
        self.header.set_primary(translate("FeeRates", "Another rate… (Ctrl+N)"), self.add, "add")
        self.table.set_empty(
            translate("FeeRates", "No rate is set yet"),
            translate("FeeRates", "Ctrl+N sets what bed, care and meals cost from a day on."),
            "table",
        )
        told: tuple[tuple[str, Callable[[], object]], ...] = (
            (translate("FeeRates", "Change… (F2)"), self.change),
            (translate("FeeRates", "End… (F4)"), self.end),
            (translate("FeeRates", "Void… (F8)"), self.void),
        )
        self.content.addWidget(self.about)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(FlowRow(*(button(words, call) for words, call in told)))
        self.table.set_keys(translate("FeeRates", "↑↓ choose   Enter change   F4 end   Esc back"))
        self.table.row_activated.connect(lambda _one: self.change())
        self.table.left.connect(self.closed)


def _columns() -> tuple[Column[Listed], ...]:
    return (
        Column(translate("FeeRates", "What for"), lambda one: FEE_PARTS.shown[one.row.part], 90),
        Column(translate("FeeRates", "Of whom"), lambda one: acts.whose(one.row), 160, stretch=True),
        Column(translate("FeeRates", "Amount"), _amount, 150, Align.RIGHT),
        Column(translate("FeeRates", "State"), _state, 110),
        Column(translate("FeeRates", "From"), lambda one: day_text(one.row.valid_from), 120),
        Column(translate("FeeRates", "To"), _to, 120, spare=True),
        Column(translate("FeeRates", "Remark"), lambda one: one.row.remark, 120, stretch=True, spare=True),
    )


def _amount(one: Listed) -> str:
    return f"{yuan_shown(one.row.amount_fen)} {FEE_UNITS.shown[one.row.unit]}"


def _state(one: Listed) -> Chips:
    return Chips((ChipSpec(state_word(one.state), _TONES.get(one.state, Tone.NEUTRAL)),))


def _to(one: Listed) -> str:
    return "" if one.row.valid_to is None else day_text(one.row.valid_to)
