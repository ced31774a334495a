"""Everything about one person on one screen, and everything that is done for or with the record."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from desktop.core.acts import Action, Thing
from desktop.core.i18n import translate
from desktop.core.text import place_text
from desktop.core.trade import RegisterState
from desktop.core.words import terms
from desktop.core.words.records import why_written
from desktop.services.residents import card as resident_card
from desktop.services.residents import photos
from desktop.services.residents.card import ResidentCard
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import New, Open
from desktop.ui.pages.residents import acts as resident_acts
from desktop.ui.pages.residents.card_acts import CardActs
from desktop.ui.pages.residents.card_lines import warning_lines
from desktop.ui.pages.residents.card_menu import fill_menu
from desktop.ui.pages.residents.facts import FactsCard, dated_groups, person_groups
from desktop.ui.pages.residents.past import HistoryTable, TimelineTable
from desktop.ui.pages.residents.words import flag_chip
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.chips import ChipRow, ChipSpec
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.lines import LineList
from desktop.ui.widgets.turning import Turning

SHOWN_SECONDS = 15
_PHOTO_HEIGHT = 120
_WIDE = 1000
# Where a line of the timeline can be looked at.
_ROOMS: Mapping[str, RoomKey] = {Thing.VISIT: RoomKey.VISITS, Thing.HELP_SERVICE: RoomKey.SERVICES}


class ResidentCardView(CardActs):
    """One person; two requests carry a resident's id, ``assessments_requested`` the row."""

    edit_requested = Signal(int)
    other_requested = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._grouped: tuple[ResidentCard | None, bool] = (None, False)
        self._whole_number = ""
        self._hide_again = QTimer(self, singleShot=True, interval=SHOWN_SECONDS * 1000)
        self._hide_again.timeout.connect(self.hide_number)
        self._build()
        self._connect()

    def show_resident(self, resident_id: int) -> bool:
        """Show the card of a resident; False when there is none."""
        self.hide_number()
        return reading(self, lambda: self._show(resident_card.card(resident_id)))

    def refresh(self) -> None:
        """The same person anew."""
        if self.resident_id is not None:
            self.show_resident(self.resident_id)

    def take_keyboard(self) -> None:
        """The timeline, where arrows read on."""
        self._pasts.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    # What one does with the record.

    @asks(Action.SHOW_ID)
    def show_number(self) -> None:
        """Show the whole ID number for some seconds; the look is logged."""
        if self.card is None or self._whole_number:
            self.hide_number()
            return
        resident_acts.look(self.page, self.card.row, self._show_whole)

    def _show_whole(self, number: str) -> None:
        self._whole_number = number
        self._show_number()
        if number and self.card is not None:
            self._hide_again.start()
            self.history.show_of(self.card.row.id)

    def hide_number(self) -> None:
        """Hide the whole number again."""
        self._hide_again.stop()
        self._whole_number = ""
        self._show_number()

    @asks(Action.EDIT_RESIDENT)
    def edit(self) -> None:
        """The form of this person."""
        if self.resident_id is not None and not self._is_void():
            self.edit_requested.emit(self.resident_id)

    def record(self, room: RoomKey) -> None:
        """A new visit or service of this person."""
        if self.resident_id is not None:
            self.page.go_requested.emit(room, New(self.resident_id))

    def open_menu(self) -> None:
        """Everything else that can be done."""
        if self.card is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self._is_void():
            fill_menu(menu, self, self.card)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    # How it is made.

    def _build(self) -> None:
        self.more = self.header.add_action(translate("ResidentCard", "More (F10)"), self.open_menu, "chevron-down")
        self.visit = self.header.add_action(
            translate("ResidentCard", "Record a visit (F6)"), lambda: self.record(RoomKey.VISITS), "visits"
        ).ask(Action.RECORD_VISIT)
        self.service = self.header.add_action(
            translate("ResidentCard", "Record a service (F7)"), lambda: self.record(RoomKey.SERVICES), "services"
        ).ask(Action.RECORD_SERVICE)
        self.edit_button = self.header.set_primary(translate("ResidentCard", "Edit"), self.edit, "edit", "F2")
        self.chips = ChipRow()
        self.content.addWidget(self.chips)
        self.warnings = LineList("")
        self.content.addWidget(self.warnings)
        self.person = FactsCard(translate("ResidentCard", "Person"))
        self.dated = FactsCard(translate("ResidentCard", "Categories and states"))
        self._build_number()
        self._columns = Turning(14)
        self._columns.add(self.person, 3)
        self._columns.add(self.dated, 3)
        self._columns.add(self._build_past(), 5)
        self.content.addWidget(self._columns, 1)

    def _build_number(self) -> None:
        self.photo = QLabel()
        self.photo.setAccessibleName(translate("ResidentCard", "Photograph"))
        self.number = label(role="strong", wrap=True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number_button: Button = button(translate("ResidentCard", "Show it (F3)"), self.show_number, "link")
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(label(translate("ResidentCard", "ID number"), "secondary"))
        side.addWidget(self.number)
        side.addWidget(self.number_button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.photo)
        row.addLayout(side, 1)
        self.person.top.addLayout(row)

    def _build_past(self) -> QWidget:
        made = Card()
        made.body.setContentsMargins(12, 10, 8, 8)
        made.body.setSpacing(8)
        self.month = label(role="strong", wrap=True)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(translate("ResidentCard", "Past"))
        self.tabs.addTab(translate("ResidentCard", "Timeline"))
        self.tabs.addTab(translate("ResidentCard", "Change history"))
        self.timeline, self.history = TimelineTable(), HistoryTable()
        holder = QWidget()
        self._pasts = QStackedLayout(holder)
        self._pasts.addWidget(self.timeline)
        self._pasts.addWidget(self.history)
        made.body.addWidget(self.month)
        made.body.addWidget(self.tabs)
        made.body.addWidget(holder, 1)
        return made

    def keys(self) -> tuple[Key, ...]:
        """What can be done with the person."""
        return (
            Key("F2", translate("ResidentsKeys", "edit the person")),
            Key("F3", translate("ResidentsKeys", "show the whole ID number for some seconds"), self.show_number),
            Key("F6", translate("ResidentsKeys", "record a visit"), lambda: self.record(RoomKey.VISITS)),
            Key("F7", translate("ResidentsKeys", "record a service"), lambda: self.record(RoomKey.SERVICES)),
            Key("F4", translate("ResidentsKeys", "an allowance: received, its class, stopped"), self.record_allowance),
            Key("F8", translate("ResidentsKeys", "record the category that the grade proposes"), self.record_proposed),
            Key("Ctrl+G", translate("ResidentsKeys", "ability assessments, a new one"), self.show_assessments),
            Key("F10", translate("ResidentsKeys", "everything else that can be done with the person"), self.open_menu),
            Key("Ctrl+Tab", translate("ResidentsKeys", "from the timeline to the changes and back"), self._turn),
        )

    def _connect(self) -> None:
        install(self, self.keys())
        self.tabs.currentChanged.connect(self._on_tab)
        self.timeline.opened.connect(self._on_opened)

    # What it shows.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns of facts where there is room for them."""
        super().resizeEvent(event)
        self._show_groups()

    def _show_groups(self) -> None:
        wide = self.width() >= theme.px(_WIDE)
        if self.card is None or (self.card, wide) == self._grouped:
            return
        self._grouped = (self.card, wide)
        who, dated = person_groups(self.card), dated_groups(self.card)
        # Where it is narrow, what holds today comes before the rest.
        self.person.show_groups(who if wide else [who[0], *dated[:2], *who[1:], *dated[2:]])
        self.dated.show_groups(dated if wide else [])
        self.dated.setVisible(wide)
        self._columns.set_stretch(self.person, 3 if wide else 4)

    def _show(self, card: ResidentCard) -> None:
        same = self.resident_id == card.row.id
        self.card = card
        row = card.row
        age = "" if row.age is None else translate("ResidentCard", "{age} years").format(age=row.age)
        place = place_text(row.community, row.address)
        self.header.set_title(row.name)
        self.header.set_subtitle(" · ".join(part for part in (terms.SEXES.shown[row.sex], age, place) if part))
        self.chips.set_chips(self._chips(card))
        self.warnings.show_lines(
            warning_lines(self.page, card, self.other_requested.emit, self.timeline.setFocus, self.renew_consent)
        )
        self.warnings.setVisible(bool(self.warnings.lines))
        self._show_groups()
        self.month.setText(_month_words(card))
        void = self._is_void()
        for one in (self.edit_button, self.visit, self.service, self.more):
            one.setEnabled(not void)
        self._show_photo()
        self._show_number()
        self.timeline.show_of(row.id)
        self.history.show_of(row.id)
        if not same:
            self.tabs.setCurrentIndex(0)
            self.person.area.verticalScrollBar().setValue(0)

    def _chips(self, card: ResidentCard) -> list[ChipSpec]:
        row = card.row
        state = Tone.OK if row.state == RegisterState.ON_REGISTER else Tone.NEUTRAL
        chips = [ChipSpec(terms.REGISTER_STATES.shown[row.state], state)]
        if card.void_reason:
            words = translate("ResidentCard", "Void: {reason}").format(reason=why_written(card.void_reason))
            chips = [ChipSpec(words, Tone.DANGER)]
        if row.to_verify:
            chips.append(ChipSpec(translate("ResidentCard", "To verify"), Tone.ATTENTION))
        if row.grade:
            chips.append(ChipSpec(terms.GRADES.shown.get(row.grade, row.grade)))
        return [*chips, *(flag_chip(flag) for flag in row.flags)]

    def _show_number(self) -> None:
        masked = self.card.row.id_masked if self.card else ""
        self.number.setText(self._whole_number or masked or "—")
        hide, show = translate("ResidentCard", "Hide it (F3)"), translate("ResidentCard", "Show it (F3)")
        self.number_button.setText(hide if self._whole_number else show)
        self.number_button.setVisible(bool(masked))

    def _show_photo(self) -> None:
        path = photos.photo_of(self.card.row.id) if self.card else None
        picture = QPixmap()
        if path is not None:
            picture.loadFromData(photos.picture(path))
        self.photo.setVisible(not picture.isNull())
        if not picture.isNull():
            mode = Qt.TransformationMode.SmoothTransformation
            self.photo.setPixmap(picture.scaledToHeight(theme.px(_PHOTO_HEIGHT), mode))

    def _turn(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())
        self.take_keyboard()

    def _on_tab(self, at: int) -> None:
        self._pasts.setCurrentIndex(at)

    def _on_opened(self, line: int) -> None:
        entry = self.timeline.entries[line]
        if entry.kind in _ROOMS:
            self.page.go_requested.emit(_ROOMS[entry.kind], Open(entry.row_id))


def _month_words(card: ResidentCard) -> str:
    month = card.month
    words = translate(
        "ResidentCard", "This month: visits {visits} (attempts {attempts}) · services {services} · meals {meals}"
    )
    counted = {"visits": month.visits, "attempts": month.attempts, "services": month.services, "meals": month.meals}
    text = words.format(**counted)
    if card.orders:
        text += " · " + translate("ResidentCard", "open orders {count}").format(count=card.orders)
    return text
