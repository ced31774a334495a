"""系统: what belongs to the program and the centre as a whole, one section at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.trade import NamedList
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page, Place
from desktop.ui.frame.perform import reading
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look import theme
from desktop.ui.pages.asks import AnswerTexts, ListDueWorkers, OpenWorker, TakeIn
from desktop.ui.pages.system.about import AboutSection
from desktop.ui.pages.system.accounts import AccountsSection
from desktop.ui.pages.system.backups import BackupsSection
from desktop.ui.pages.system.centre import CentreSection
from desktop.ui.pages.system.changes import ChangesSection
from desktop.ui.pages.system.display import DisplaySection
from desktop.ui.pages.system.district import DistrictSection
from desktop.ui.pages.system.encryption import EncryptionSection
from desktop.ui.pages.system.health import HealthSection
from desktop.ui.pages.system.imports import ImportsSection
from desktop.ui.pages.system.label_sheets import LabelSheetsSection
from desktop.ui.pages.system.layouts import LayoutsSection
from desktop.ui.pages.system.lists import ListsSection
from desktop.ui.pages.system.offers import OffersSection
from desktop.ui.pages.system.own_forms import OwnFormsSection
from desktop.ui.pages.system.people import PeopleSection
from desktop.ui.pages.system.plans import PlansSection
from desktop.ui.pages.system.practice import PracticeSection
from desktop.ui.pages.system.prices import PricesSection
from desktop.ui.pages.system.privacy import PrivacySection
from desktop.ui.pages.system.rights import RightsSection
from desktop.ui.pages.system.rules import RulesSection
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.pages.system.stations import StationsSection
from desktop.ui.pages.system.timebank import TimebankSection
from desktop.ui.pages.system.trainings import TrainingsSection
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.tab_keys import step_by_keys
from desktop.ui.widgets.turning import OpenPart

_LIST_WIDTH = 190
# What a section needs beside the list; where there is less, the sections are picked in the head.
_SECTION_LEAST = 560
# What the status bar asks for, and where it is.
_PLACES = {"station": "centre", "user": "accounts"}

Make = Callable[[Session], SystemSection]


class SystemPage(Page):
    """A list of sections at the left, the open one at the right; sections are made when they are first opened."""

    topics = Topic.ALL

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("System", "System"), parent)
        self.sections: dict[str, SystemSection] = {}
        self._makers: dict[str, tuple[str, Make]] = {
            "display": (translate("System", "Display"), DisplaySection),
            "centre": (translate("System", "Centre and station"), CentreSection),
            "accounts": (translate("System", "Accounts"), AccountsSection),
            "rights": (translate("Rights", "Rights of roles"), RightsSection),
            "lists": (translate("NamedLists", "Lists"), ListsSection),
            "people": (translate("People", "People"), PeopleSection),
            "trainings": (translate("Trainings", "Trainings"), TrainingsSection),
            "timebank": (translate("Timebank", "Time bank"), TimebankSection),
            "own_forms": (translate("OwnForms", "Own forms"), OwnFormsSection),
            "label_sheets": (translate("LabelSheets", "Label sheets"), LabelSheetsSection),
            "layouts": (translate("Layouts", "Report layouts"), LayoutsSection),
            "backup": (translate("System", "Backups"), BackupsSection),
            "encryption": (translate("EncryptionRoom", "Encryption"), EncryptionSection),
            "district": (translate("DistrictRoom", "District office"), DistrictSection),
            "health": (translate("System", "Health"), HealthSection),
            "rules": (translate("Rules", "Rules of counting"), RulesSection),
            "prices": (translate("Prices", "Prices and subsidies"), PricesSection),
            "offers": (translate("Offers", "Ten helps and fees"), OffersSection),
            "plans": (translate("Plans", "Indicators"), PlansSection),
            "privacy": (translate("Privacy", "Personal data"), PrivacySection),
            "imports": (translate("Imports", "Imports"), ImportsSection),
            "stations": (translate("Stations", "Stations"), StationsSection),
            "changes": (translate("Changes", "Change log"), ChangesSection),
            "practice": (translate("Practice", "Practice centre"), PracticeSection),
            "about": (translate("About", "About this program"), AboutSection),
        }
        self._build()
        self.open_section("display")

    def refresh(self) -> None:
        """Read the open section anew."""
        section = self._stack.currentWidget()
        if isinstance(section, SystemSection):
            section.refresh()

    def places(self) -> tuple[Place, ...]:
        """The sections."""
        return tuple(Place(words, key) for key, (words, _make) in self._makers.items())

    def receive(self, argument: object) -> None:
        """The section that the status bar or another room asks for."""
        if isinstance(argument, AnswerTexts):
            self.open_section("lists")
            section = self.section("lists")
            if isinstance(section, ListsSection):
                section.open_texts(argument.list_code)
            return
        if isinstance(argument, (OpenWorker, ListDueWorkers)):
            self._show_people(argument)
            return
        key = _PLACES.get(str(argument), str(argument))
        if key in self._makers:
            self.open_section(key)

    def keys(self) -> tuple[Key, ...]:
        """Those of the open section."""
        section = self._stack.currentWidget()
        return section.keys() if isinstance(section, SystemSection) else ()

    def open_part(self) -> QWidget:
        """The open section."""
        return self._stack.currentWidget() or self

    def open_section(self, key: str) -> None:
        """Show a section."""
        item = self.contents.topLevelItem(list(self._makers).index(key))
        if item is not None:
            self.contents.setCurrentItem(item)

    def section(self, key: str) -> SystemSection:
        """A section, made when it was not yet."""
        if key not in self.sections:
            made = self._makers[key][1](self.session)
            self.sections[key] = made
            if isinstance(made, PeopleSection):
                made.texts_wanted.connect(lambda: self.receive(AnswerTexts(NamedList.PERSON)))
                made.import_wanted.connect(lambda: self.go_requested.emit(RoomKey.IMPORT, TakeIn(WorkbookKind.STAFF)))
            self._stack.addWidget(made)
        return self.sections[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of sections, or a pick list in the head where there is no room for it."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "contents"):
            self._dress()

    def _build(self) -> None:
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(False)
        self.contents.setAccessibleName(translate("System", "Sections"))
        for words, _make in self._makers.values():
            self.contents.addTopLevelItem(QTreeWidgetItem([words]))
        self._left = Card()
        self._left.body.setContentsMargins(6, 8, 6, 8)
        self._left.body.addWidget(self.contents)
        self.picker = QComboBox()
        self.picker.setAccessibleName(translate("System", "Sections"))
        self.picker.addItems([words for words, _make in self._makers.values()])
        self.picker.activated.connect(lambda at: self.open_section(list(self._makers)[at]))
        self.picker.hide()
        self.header.add_widget(self.picker)
        self._stack = OpenPart()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._left)
        row.addWidget(self._stack, 1)
        self.content.addLayout(row, 1)
        step_by_keys(self, self._step)
        self.contents.currentItemChanged.connect(lambda now, _before: self._open(now))
        self._dress()

    def _show_people(self, asked: OpenWorker | ListDueWorkers) -> None:
        self.open_section("people")
        section = self.section("people")
        if isinstance(section, PeopleSection) and isinstance(asked, OpenWorker):
            reading(self, lambda: section.open_person(asked.named_id))
        elif isinstance(section, PeopleSection):
            reading(self, section.list_due)

    def _step(self, by: int) -> None:
        at = self.contents.indexOfTopLevelItem(self.contents.currentItem())
        self.open_section(list(self._makers)[(at + by) % len(self._makers)])

    def _open(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        section = self.section(list(self._makers)[self.contents.indexOfTopLevelItem(item)])
        self._stack.setCurrentWidget(section)
        self.picker.setCurrentIndex(self.contents.indexOfTopLevelItem(item))
        self._arrange()
        self.strip.clear()
        reading(self, section.refresh)

    def _arrange(self) -> None:
        narrow = self.width() < theme.px(_LIST_WIDTH + _SECTION_LEAST)
        self._left.setHidden(narrow)
        self.picker.setVisible(narrow)
        section = self._stack.currentWidget()
        if isinstance(section, SystemSection):
            # What stands in the pick list need not be said again beneath it.
            section.show_head(not narrow)

    def _dress(self) -> None:
        self._arrange()
        self._left.setFixedWidth(theme.px(_LIST_WIDTH))
        for row in range(self.contents.topLevelItemCount()):
            item = self.contents.topLevelItem(row)
            if item is not None:
                item.setSizeHint(0, QSize(0, theme.px(40)))
