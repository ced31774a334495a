"""定期服务: what was agreed for certain weekdays beside the orders that it asks for; one key makes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.routes import StandingSubject
from desktop.core.words.offers import offer_words
from desktop.core.words.routes import LEFT_OUT
from desktop.services.help_services import definitions, doubts, standing_orders
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.standing_orders import Due
from desktop.services.standing.calendar import Agreed
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.captions import caption
from desktop.ui.forms.text_fields import DateField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.agreed_view import AgreedView, days, until
from desktop.ui.pages.help_services.acts import doubt_sentence
from desktop.ui.pages.help_services.agreement_form import ask_service
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.strips import MessageStrip
from desktop.ui.widgets.turning import Turning

# How many of what there is to look at stand above the tables.
_TOLD = 4


class StandingView(AgreedView):
    """What was agreed, and what of the days to come has no order yet."""

    subject = StandingSubject.HELP_SERVICE

    def __init__(self, page: Page) -> None:
        self._drifts: dict[int, int] = {}
        super().__init__(page, translate("Standing", "Standing services"), _agreed_columns(self._drifts))
        self._due: list[Due] = []
        self.until, self.said = DateField(), MessageStrip()
        self.due: RecordTable[Due] = RecordTable(
            translate("Standing", "To be made"), _due_columns(), lambda ids: [self._due[one] for one in ids]
        )
        self._build()
        install(self, self.keys())
        self.until.set_value(clock.today() + dt.timedelta(days=standing_orders.WEEK - 1))
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is agreed, and its orders."""
        return (
            Key("F3", translate("Standing", "make the orders of the days to come"), self.make),
            Key("F9", translate("Standing", "bring open orders in line with what is agreed now"), self.align),
            *self.agreed_keys(),
        )

    def take_keyboard(self) -> None:
        """What was agreed."""
        self.agreed.take_keyboard()

    def refresh(self) -> None:
        """Read what was agreed and what is due anew."""
        today = clock.today()
        self._drifts.clear()
        left = standing_orders.drifts()
        self._drifts.update({one: len(found.not_asked) + len(found.otherwise) for one, found in left.items()})
        self.read_agreed()
        self._due = standing_orders.due(today, self._last())
        self.due.set_ids(range(len(self._due)))
        self.due.model.reload()
        open_ones = sum(one.left_out is None for one in self._due)
        words = translate("Standing", "{count} agreed, {due} orders to be made until {day}")
        self.header.set_subtitle(words.format(count=len(self._agreed), due=open_ones, day=day_text(self._last())))

    @asks(Action.RECORD_SERVICE)
    def make(self) -> None:
        """Make what is due; one act, which Ctrl+Z takes back."""
        actor, last = self.session.actor, self._last()
        made = perform(
            self,
            lambda: standing_orders.make(actor, clock.today(), last),
            Topic.SERVICES,
            translate("Standing", "The orders until {day} are made").format(day=day_text(last)),
        )
        if made is None:
            return
        told = _told(made)
        words = translate("Standing", "{count} orders are made").format(count=len(made))
        if told:
            look = translate("Standing", "{made}; to look at ({count}):").format(made=words, count=len(told))
            rest = translate("Standing", "The others: board of orders (F4), by worker or by day.")
            words = "\n".join((look, *told[:_TOLD], *((rest,) if len(told) > _TOLD else ())))
        self.said.say(words, Tone.ATTENTION if told else Tone.OK)

    def ask(self, one: Agreed | None) -> SmallForm:
        """The service, and all that its orders are made with."""
        return ask_service(self.page, self.session.actor, one)

    def tell(self, words: str, tone: Tone) -> None:
        """In the strip."""
        self.said.say(words, tone)

    @asks(Action.RECORD_SERVICE)
    def align(self) -> None:
        """The open orders of the chosen one become what is agreed now."""
        one = self.chosen()
        if one is None:
            return
        found = perform(
            self,
            lambda: standing_orders.align(self.session.actor, one.id),
            Topic.SERVICES,
            translate("Standing", "The orders of {name} are in line").format(name=one.name),
        )
        if found is not None:
            words = translate("Standing", "{cancelled} orders are cancelled, {changed} changed")
            told = words.format(cancelled=len(found.not_asked), changed=len(found.otherwise))
            self.said.say(told, Tone.OK)

    def _last(self) -> dt.date:
        # Never further than orders are made at once, and never before today.
        today = clock.today()
        longest = today + dt.timedelta(days=standing_orders.LONGEST - 1)
        return min(max(self.until.day() or today, today), longest)

    def _build(self) -> None:
        self.header.set_primary(translate("Standing", "Make the orders (F3)"), self.make, "add")
        both = Turning()
        both.add(self.agreed, 3, least=560)
        both.add(self.due, 2, least=420)
        align = (translate("Standing", "In line (F9)"), self.align, "")
        told = (align, *self.agreed_buttons())
        self.content.addWidget(self.said)
        self.content.addWidget(FlowRow(caption(translate("Standing", "Orders until"), self.until, ""), self.until))
        self.content.addWidget(both, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        first = translate("Standing", "Ctrl+N agrees on a service, such as bathing every Tuesday.")
        self.agreed.set_empty(translate("Standing", "Nothing is agreed yet"), first, "services")
        self.due.set_empty(translate("Standing", "Every order of these days is made"), "", "services")
        self.agreed.set_keys(translate("Standing", "↑↓ choose   Enter change   F3 make orders   Esc back"))
        self.until.changed.connect(self.refresh)
        self.agreed.left.connect(self.closed)
        self.due.left.connect(self.agreed.take_keyboard)


def _told(made: Sequence[int]) -> list[str]:
    """Who is in two places at once by the orders that were made, and what is off the menu, a line each."""
    found = doubts.of_orders(made)
    return [
        f"{day_text(row.service_on)} {row.name}：{doubt_sentence(one)}"
        for row in help_services.rows([*found])
        for one in found[row.id]
    ]


def _what(one: Agreed) -> str:
    return offer_words(one.type, definitions.item_shown(one.item), one.quantity)


def _agreed_columns(drifts: dict[int, int]) -> tuple[Column[Agreed], ...]:
    def differs(one: Agreed) -> Chips | str:
        count = drifts.get(one.id, 0)
        words = translate("Standing", "{count} otherwise").format(count=count)
        return Chips((ChipSpec(words, Tone.ATTENTION),)) if count else ""

    return (
        Column(translate("Standing", "Name"), lambda one: one.name, 80),
        Column(translate("Standing", "Service"), _what, 120, stretch=True),
        Column(translate("Standing", "Days"), days, 110, stretch=True),
        Column(translate("Standing", "Time"), lambda one: "–".join(filter(None, (one.started, one.ended))), 110),
        Column(translate("Standing", "Worker"), lambda one: one.worker, 90, spare=True),
        Column(translate("Standing", "Until"), until, 110),
        Column(translate("Standing", "Open orders"), differs, 96, Align.RIGHT),
    )


def _due_columns() -> tuple[Column[Due], ...]:
    return (
        Column(translate("Standing", "Day"), lambda one: day_text(one.day), 112),
        Column(translate("Standing", "Name"), lambda one: one.agreed.name, 80),
        Column(translate("Standing", "Service"), lambda one: _what(one.agreed), 110, stretch=True),
        Column(translate("Standing", "Left out"), _left_out, 130),
    )


def _left_out(one: Due) -> Chips | str:
    return Chips((ChipSpec(LEFT_OUT.shown[one.left_out], Tone.ATTENTION),)) if one.left_out else ""
