"""名单: communities, payers and suppliers with the history of their names, and the texts that no list has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.core.words.terms import NAMED_LISTS
from desktop.services.named import aliases, entries, unknown
from desktop.services.named.entries import Entry
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import reading, succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look import theme
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for
from desktop.ui.pages.system.list_columns import TextLine, about, entry_columns, text_columns
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.turning import OpenPart

LISTS = (NamedList.COMMUNITY, NamedList.PERSON, NamedList.PAYER, NamedList.SUPPLIER)
_ENTRIES, _TEXTS = "entries", "texts"
# Room for the words where a list has no entry.
_TABLE_LEAST = 200


class ListsSection(SystemSection):
    """One list at a time, its entries or the texts that it does not have; the director keeps it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("NamedLists", "Lists"), "", parent)
        self._entries: dict[int, Entry] = {}
        self._texts: dict[int, TextLine] = {}
        self._build()
        self._connect()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_stack"):
            self._stack.setMinimumHeight(theme.px(_TABLE_LEAST))

    @property
    def list_code(self) -> NamedList:
        """The list that is shown."""
        return NamedList(self.which.value())

    def refresh(self) -> None:
        """Read the list anew."""
        self._about.setText(about(self.list_code))
        self._entries = {one.id: one for one in entries.entries(self.list_code)}
        open_texts = unknown.unknown(self.list_code)
        lines = [TextLine(one.text, one) for one in open_texts]
        lines += [TextLine(text, None) for text in entries.staying(self.list_code)]
        self._texts = dict(enumerate(lines))
        line = self.texts.view.currentIndex().row()
        self.table.set_ids(list(self._entries))
        self.texts.set_ids(list(self._texts))
        if self._texts:
            # The next line moves up to where the answered one was.
            self.texts.select_id(min(max(line, 0), len(self._texts) - 1))
        if self._entries and self.table.current_id() is None:
            self.table.select_id(next(iter(self._entries)))
        self._parts(len(open_texts))
        self._say_empty()
        self._show_current()

    def keys(self) -> tuple[Key, ...]:
        """The list by keys."""
        return (
            Key("F6", translate("NamedLists", "from the entries to the texts in no list, and back"), self.turn),
            Key("Ctrl+N", translate("NamedLists", "new entry"), self.add),
            Key("F2", translate("NamedLists", "another name"), self.rename),
            Key("F7", translate("NamedLists", "merge the entry into another"), self.merge),
            Key("F8", translate("NamedLists", "offer the entry no more, or again"), self.toggle),
        )

    def text_keys(self) -> tuple[Key, ...]:
        """One key a line, on the texts that no list has."""
        return (
            Key("1", translate("NamedLists", "the text stands for the entry beside it"), self.take_nearest),
            Key("2", translate("NamedLists", "the text becomes an entry"), self.take_as_entry),
            Key("3", translate("NamedLists", "the text stays as it is typed"), self.leave),
        )

    def turn(self) -> None:
        """From the entries to the texts, or back."""
        self.part.choose(_ENTRIES if self.part.value() == _TEXTS else _TEXTS)

    def open_texts(self, list_code: NamedList) -> None:
        """Show the texts that a list does not have."""
        self.which.choose(list_code)
        self.part.choose(_TEXTS)

    # What the director does with an entry.

    @asks(Action.EDIT_NAMED)
    def add(self) -> SmallForm | None:
        """Ask for the name of a new entry."""
        if not self.is_director:
            return None
        code = self.list_code
        asked = Texts(
            Ask("name", translate("NamedLists", "Name"), TextField(), required=True),
            Ask("valid_from", translate("NamedLists", "Since"), DateField(), help=_always()),
        )
        act = Act(
            translate("NamedLists", "New entry: {list}").format(list=NAMED_LISTS.shown[code]),
            translate("NamedLists", "Add"),
            asked,
            lambda typed: entries.add(self.session.actor, code, typed["name"], typed["valid_from"]),
            Topic.ALL,
            lambda typed: translate("NamedLists", "{name} is in the list").format(name=typed["name"]),
            then=self._select,
        )
        return ask_for(self, act)

    @asks(Action.EDIT_NAMED)
    def rename(self) -> SmallForm | None:
        """Ask for another name, and from which day."""
        one = self._chosen()
        if one is None:
            return None
        asked = Texts(
            Ask("name", translate("NamedLists", "New name"), TextField(), required=True, value=one.name),
            Ask("valid_from", translate("NamedLists", "Holds from"), DateField(), value=clock.today()),
        )
        act = Act(
            translate(
                "NamedLists",
                "Another name for {name}. Without a day it was written wrongly; the old spelling still stands for it.",
            ).format(name=one.name),
            translate("NamedLists", "Rename"),
            asked,
            lambda typed: entries.rename(self.session.actor, one.id, typed["name"], typed["valid_from"]),
            Topic.ALL,
            lambda typed: translate("NamedLists", "{old} is called {new}").format(old=one.name, new=typed["name"]),
        )
        return ask_for(self, act)

    @asks(Action.MERGE_NAMED)
    def merge(self) -> SmallForm | None:
        """Ask into which other entry it goes."""
        one = self._chosen()
        if one is None:
            return None
        others = {str(other.id): other.name for other in self._entries.values() if other.id != one.id}
        act = Act(
            translate("NamedLists", "Merge {name} into another entry").format(name=one.name),
            translate("NamedLists", "Merge"),
            Texts(Ask("into", translate("NamedLists", "Into"), PickField(others), required=True)),
            lambda typed: entries.merge(self.session.actor, one.id, _chosen_id(typed["into"], others)),
            Topic.ALL,
            lambda typed: translate("NamedLists", "{name} stands for {into} now").format(
                name=one.name, into=others.get(typed["into"], typed["into"])
            ),
        )
        return ask_for(self, act)

    @asks(Action.EDIT_NAMED)
    def toggle(self) -> None:
        """Offer the entry no more, or again."""
        one = self._chosen()
        if one is None:
            return
        actor = self.session.actor
        if one.retired_on is None:
            words = translate("NamedLists", "{name} is offered no more").format(name=one.name)
            succeeds(self, lambda: entries.retire(actor, one.id), Topic.ALL, words)
        else:
            words = translate("NamedLists", "{name} is offered again").format(name=one.name)
            succeeds(self, lambda: entries.bring_back(actor, one.id), Topic.ALL, words)

    @asks(Action.EDIT_NAMED)
    def drop_alias(self) -> SmallForm | None:
        """Ask which other text stands for the entry no more."""
        one = self._chosen()
        if one is None or not one.aliases:
            return None
        texts, code = {text: text for text in one.aliases}, self.list_code
        first = next(iter(texts))
        act = Act(
            translate("NamedLists", "A text that does not stand for {name}").format(name=one.name),
            translate("NamedLists", "Take the text away"),
            Texts(Ask("text", translate("NamedLists", "Text"), PickField(texts), required=True, value=first)),
            lambda typed: aliases.drop(self.session.actor, code, typed["text"]),
            Topic.ALL,
            lambda typed: translate("NamedLists", "“{text}” will be asked about again").format(text=typed["text"]),
        )
        return ask_for(self, act)

    # What anybody who writes answers about a text.

    @asks(Action.ANSWER_NAMED)
    def take_nearest(self) -> None:
        """Each chosen text stands for the entry that it most likely means."""
        answers = {
            one.text: one.found.nearest_id
            for one in self._chosen_texts()
            if one.found is not None and one.found.nearest_id is not None
        }
        if answers:
            names = {one.found.nearest for one in self._chosen_texts() if one.found and one.found.nearest}
            self._answer(
                lambda: aliases.answer_all(self.session.actor, self.list_code, answers),
                translate("NamedLists", "{texts} stands for {names}").format(
                    texts="、".join(answers), names="、".join(sorted(names))
                ),
            )

    @asks(Action.ANSWER_NAMED)
    def take_as_entry(self) -> None:
        """Each chosen text becomes an entry."""
        found = [one.text for one in self._chosen_texts()]
        if found and self.is_director:
            words = translate("NamedLists", "{texts} is in the list").format(texts="、".join(found))
            self._answer(lambda: entries.add_all(self.session.actor, self.list_code, found), words)

    @asks(Action.ANSWER_NAMED)
    def leave(self) -> None:
        """Each chosen text stays as it is typed."""
        found = {one.text: None for one in self._chosen_texts() if one.found is not None}
        if found:
            words = translate("NamedLists", "{texts} stays as typed").format(texts="、".join(found))
            self._answer(lambda: aliases.answer_all(self.session.actor, self.list_code, found), words)

    @asks(Action.ANSWER_NAMED)
    def take_other(self) -> SmallForm | None:
        """Ask for which entry the text stands."""
        chosen = self._chosen_texts()
        offered = {str(one.id): one.name for one in self._entries.values()}
        if not chosen or not offered:
            return None
        texts, code = [one.text for one in chosen], self.list_code
        act = Act(
            translate("NamedLists", "“{text}” stands for").format(text="、".join(texts)),
            translate("NamedLists", "So it is"),
            Texts(Ask("into", translate("NamedLists", "Entry"), PickField(offered), required=True)),
            lambda typed: aliases.answer_all(
                self.session.actor, code, dict.fromkeys(texts, _chosen_id(typed["into"], offered))
            ),
            Topic.ALL,
            translate("NamedLists", "{texts} is answered").format(texts="、".join(texts)),
        )
        return ask_for(self, act)

    # How it is made.

    def _build(self) -> None:
        self.which = SegmentField({code: NAMED_LISTS.shown[code] for code in LISTS})
        self.which.set_name(translate("NamedLists", "Which list"))
        self.which.set_value(NamedList.COMMUNITY)
        self.part = SegmentField({_ENTRIES: translate("NamedLists", "Entries"), _TEXTS: _texts_words(0)})
        self.part.set_name(translate("NamedLists", "Which part of the list"))
        self.part.set_value(_ENTRIES)
        self._about = label(role="secondary", wrap=True)
        row = FlowRow(gap=16)
        row.add(self.which)
        row.add(self.part)
        self.table: RecordTable[Entry] = RecordTable(
            translate("NamedLists", "Entries"), entry_columns(), lambda ids: [self._entries[one] for one in ids]
        )
        self.table.set_keys(
            translate("NamedLists", "Enter, F2 another name   F7 merge   F8 retire   F6 texts in no list")
        )
        self.texts: RecordTable[TextLine] = RecordTable(
            translate("NamedLists", "Texts in no list"), text_columns(), lambda ids: [self._texts[one] for one in ids]
        )
        self.texts.set_keys(
            translate("NamedLists", "1 stands for it   2 new entry   3 leave   Enter another   F6 entries")
        )
        self._say_empty()
        self._stack = OpenPart()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.texts)
        self._stack.setMinimumHeight(theme.px(_TABLE_LEAST))
        for one in (row, self._about):
            self.content.addWidget(one)
        self.content.addWidget(self._stack, 1)
        self._build_buttons()

    def _build_buttons(self) -> None:
        self.alias_button = button(translate("NamedLists", "Take a text away…"), self.drop_alias)
        self.merge_button = button(translate("NamedLists", "Merge… (F7)"), self.merge)
        self.retire_button = button(translate("NamedLists", "Retire (F8)"), self.toggle)
        self.rename_button = button(translate("NamedLists", "Rename… (F2)"), self.rename)
        self.add_button = button(translate("NamedLists", "New entry… (Ctrl+N)"), self.add, "primary", "add")
        self.other_button = button(translate("NamedLists", "Stands for… (Enter)"), self.take_other)
        self.leave_button = button(translate("NamedLists", "Leave it (3)"), self.leave)
        self.entry_button = button(translate("NamedLists", "New entry (2)"), self.take_as_entry)
        self.nearest_button = button(translate("NamedLists", "Stands for it (1)"), self.take_nearest, "primary")
        self._of_entries: tuple[Button, ...] = (
            *(self.alias_button, self.retire_button, self.merge_button, self.rename_button, self.add_button),
        )
        self._of_texts: tuple[Button, ...] = (
            *(self.other_button, self.leave_button, self.entry_button, self.nearest_button),
        )
        row = FlowRow(gap=10)
        for one in (*self._of_entries, *self._of_texts):
            row.add(one)
        self.body.addWidget(row)

    def _connect(self) -> None:
        self.which.changed.connect(lambda: reading(self, self.refresh))
        self.part.changed.connect(self._on_part)
        self.table.current_changed.connect(lambda _now: self._show_current())
        self.table.row_activated.connect(lambda _one: self.rename())
        self.texts.current_changed.connect(lambda _now: self._show_current())
        self.texts.row_activated.connect(lambda _one: self.take_other())
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first, and nowhere in a list without entries.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        install(self.texts, self.text_keys())

    def _say_empty(self) -> None:
        hint = translate("NamedLists", "Ctrl+N adds one. Until then every text stays as it is typed.")
        if self._texts and self.is_director:
            hint = translate("NamedLists", "F6 shows the texts in use: Ctrl+A and 2 make all of them entries at once.")
        self.table.set_empty(translate("NamedLists", "This list has no entry yet"), hint, "info")
        self.texts.set_empty(
            translate("NamedLists", "Every text is in the list"), translate("NamedLists", "Nothing to answer."), "check"
        )

    def _parts(self, count: int) -> None:
        self.part.set_word(_TEXTS, _texts_words(count))

    def _on_part(self) -> None:
        table = self.texts if self.part.value() == _TEXTS else self.table
        self._stack.setCurrentWidget(table)
        self._show_current()
        table.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self) -> None:
        texts, one = self.part.value() == _TEXTS, self.table.current_row()
        for made in self._of_entries:
            made.setVisible(not texts and self.is_director)
            made.setEnabled(made is self.add_button or one is not None)
        for made in self._of_texts:
            made.setVisible(texts and (made is not self.entry_button or self.is_director))
            made.setEnabled(bool(self._texts))
        if one is not None:
            retired = one.retired_on is not None
            again, no_more = translate("NamedLists", "Offer again (F8)"), translate("NamedLists", "Retire (F8)")
            self.retire_button.setText(again if retired else no_more)
            self.alias_button.setEnabled(bool(one.aliases))
            self.merge_button.setEnabled(len(self._entries) > 1)
        chosen = self.texts.current_row()
        self.nearest_button.setEnabled(chosen is not None and chosen.found is not None and bool(chosen.found.nearest))
        self.leave_button.setEnabled(chosen is not None and chosen.found is not None)
        self.other_button.setEnabled(chosen is not None and bool(self._entries))

    # What happens.

    def _chosen(self) -> Entry | None:
        return self.table.current_row() if self.is_director and self.part.value() == _ENTRIES else None

    def _chosen_texts(self) -> list[TextLine]:
        chosen = self.texts.selected_ids() or [one for one in (self.texts.current_id(),) if one is not None]
        return [self._texts[one] for one in chosen if one in self._texts]

    def _answer(self, call: Callable[[], object], words: str) -> None:
        succeeds(self, call, Topic.ALL, words)

    def _select(self, entry_id: int) -> None:
        self.part.choose(_ENTRIES)
        self.table.select_id(entry_id)


def _chosen_id(value: str, offered: Mapping[str, str]) -> int:
    if value not in offered:
        raise InvalidDraft([FieldError("into", Reason.UNKNOWN_WORD)])
    return int(value)


def _always() -> str:
    return translate("NamedLists", "Empty: since before any record.")


def _texts_words(count: int) -> str:
    words = translate("NamedLists", "Texts in no list")
    return f"{words} {count}" if count else words
