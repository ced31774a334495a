"""工位互换: files for the other stations of the centre, and what two stations said of one thing, to be decided."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.core.file_kinds import EXCHANGE
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.fields import field_word, value_words
from desktop.core.words.messages import sentence
from desktop.core.words.records import record_word
from desktop.exchange import clashes, stations, taking
from desktop.exchange.clashes import OURS, THEIRS, Clash
from desktop.exchange.out import Written, out
from desktop.exchange.taking import Taken
from desktop.services.writing import permissions
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button


def _said(one: Clash, value: object) -> str:
    if one.field == clashes.VOID:
        return translate("Stations", "void") if value else translate("Stations", "stands")
    return value_words(one.kind, one.field, value) or "—"


def _field(one: Clash) -> str:
    named = {
        # One of two records that cannot both stand.
        clashes.VOID: translate("Stations", "recorded twice"),
        clashes.BALANCE: translate("Stations", "balance below its limit"),
    }
    return named.get(one.field) or field_word(one.field, one.kind)


def _holds(one: Clash) -> str:
    return translate("Stations", "from here") if one.holds == OURS else translate("Stations", "from the other")


class StationsSection(SystemSection):
    """Every open clash; Enter decides. Files go out and come in by the buttons."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Stations",
            "Each computer of the centre is a station and records by itself; by stick they give each other what they"
            " have.",
        )
        super().__init__(session, translate("Stations", "Stations"), about, parent)
        self._rows: list[Clash] = []
        columns: tuple[Column[Clash], ...] = (
            Column(translate("Stations", "Kind"), lambda one: record_word(one.kind), 100),
            Column(translate("Stations", "Whose"), lambda one: one.name, 90),
            Column(translate("Stations", "What"), _field, 110),
            Column(translate("Stations", "Here"), lambda one: _said(one, one.ours), 130, stretch=True),
            Column(translate("Stations", "At the other"), lambda one: _said(one, one.theirs), 130, stretch=True),
            Column(translate("Stations", "Holds now"), _holds, 90),
        )
        self.table: RecordTable[Clash] = RecordTable(
            translate("Stations", "What two stations said"), columns, lambda ids: [self._rows[one] for one in ids]
        )
        self.content.addWidget(self.table, 1)
        self.decide_button = button(translate("Stations", "Decide…"), self.ask_current, "primary", "check")
        self.in_button = button(translate("Stations", "Take a file in…"), self._choose_file)
        self.out_button = button(translate("Stations", "Write a file…"), self._choose_folder)
        self.give_button = button(translate("Stations", "Add a station…"), self._choose_place)
        for one in (self.decide_button, self.in_button, self.out_button, self.give_button):
            self.buttons.add(one)
        self.table.row_activated.connect(lambda _at: self.ask_current())
        self.table.current_changed.connect(lambda _now: self._show_current())
        install(self, self.keys())

    def keys(self) -> tuple[Key, ...]:
        """Files by keys."""
        return (
            Key("F5", translate("Stations", "take in a file of another station"), self._choose_file),
            Key("F6", translate("Stations", "write a file for the other stations"), self._choose_folder),
        )

    def refresh(self) -> None:
        """List anew; who may not decide is told who may."""
        actor = self.session.actor
        found = answer(lambda: clashes.listed(actor))
        refused = isinstance(found, ShizhuError)
        self._rows = [] if isinstance(found, ShizhuError) else found
        if isinstance(found, ShizhuError):
            self.table.set_empty(translate("Stations", "Stations"), sentence(found), "lock")
        else:
            words = translate("Stations", "What was taken in says nothing else than what stands here.")
            self.table.set_empty(translate("Stations", "No clash"), words, "check")
        self.table.set_ids(list(range(len(self._rows))))
        for one in (self.in_button, self.out_button):
            one.setEnabled(not refused)
        self.give_button.setEnabled(permissions.may(actor.role, Action.GIVE_STATION))
        self._show_current()

    def ask_current(self) -> SmallForm | None:
        """Which side of the chosen clash holds."""
        one = self.table.current_row()
        if one is not None and one.field == clashes.BALANCE:
            words = translate(
                "Stations", "{whose} ate at two tills on one balance. Take money in, or take a meal back."
            )
            self.say(words.format(whose=one.name), Tone.ATTENTION)
            return None
        return None if one is None else self.ask_about(one)

    @asks(Action.DECIDE_CLASH)
    def ask_about(self, one: Clash) -> SmallForm:
        """Which side of a clash holds; what holds now is chosen already."""
        field = PickField({OURS: translate("Stations", "from here"), THEIRS: translate("Stations", "from the other")})
        words = translate("Stations", "{whose}: {what} is {ours} here and {theirs} at the other. Which one holds?")
        title = words.format(
            whose=one.name or record_word(one.kind),
            what=_field(one),
            ours=_said(one, one.ours),
            theirs=_said(one, one.theirs),
        )
        actor = self.session.actor
        act = Act(
            title,
            translate("Stations", "Decide"),
            Texts(Ask("chosen", translate("Stations", "Holds"), field, required=True, value=one.holds)),
            lambda typed: clashes.decide(actor, one.kind, one.uid, one.field, typed["chosen"]),
            Topic.ALL,
            translate("Stations", "Decided; the other stations learn it with the next file."),
            about=(one.uid, one.field),
        )
        return ask_for(self, act)

    def take_in(self, path: Path) -> None:
        """Take a file of another station in."""
        actor = self.session.actor

        def work(progress: Progress) -> Taken:
            progress.start(0, "")
            return taking.take(actor, path)

        perform_job(self, translate("Stations", "Taking the file in"), work, self._on_taken, Told(Topic.ALL, ""))

    def write(self, folder: Path) -> None:
        """Write what the other stations lack."""
        actor = self.session.actor

        def work(progress: Progress) -> Written:
            progress.start(0, "")
            return out(actor, folder)

        perform_job(self, translate("Stations", "Writing the file"), work, self._on_written)

    def give(self, folder: Path) -> None:
        """Give the next station its number and its file."""
        actor = self.session.actor

        def work(progress: Progress) -> tuple[int, Path]:
            progress.start(0, "")
            return stations.give(actor, folder)

        perform_job(self, translate("Stations", "Writing the file"), work, self._on_given)

    def _on_taken(self, taken: Taken) -> None:
        self.refresh()
        told = [translate("Stations", "Taken in: {count} writes.").format(count=taken.rows)]
        if self._rows:
            told.append(translate("Stations", "{count} to be decided.").format(count=len(self._rows)))
        if taken.corrections:
            words = translate("Stations", "{months} are closed and count otherwise now: a correction is open.")
            told.append(words.format(months=translate("Stations", ", ").join(taken.corrections)))
        self.say(" ".join(told), Tone.ATTENTION if len(told) > 1 else Tone.OK)

    def _on_written(self, written: Written) -> None:
        words = translate("Stations", "{file} is written and encrypted. Take it in at the other station.")
        self.say(words.format(file=written.path.name), Tone.OK)

    def _on_given(self, given: tuple[int, Path]) -> None:
        words = translate(
            "Stations",
            "{file} is for station {number}. It is not encrypted and holds every ID number: hand it over yourself, then"
            " delete it.",
        )
        self.say(words.format(file=given[1].name, number=given[0]), Tone.ATTENTION)

    @asks(Action.EXCHANGE)
    def _choose_file(self) -> None:
        title = translate("Stations", "Choose the file of the other station")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), f"*{EXCHANGE}")
        if chosen:
            self.take_in(Path(chosen))

    @asks(Action.EXCHANGE)
    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, translate("Stations", "Choose the stick"), str(Path.home()))
        if chosen:
            self.write(Path(chosen))

    @asks(Action.GIVE_STATION)
    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, translate("Stations", "Choose the stick"), str(Path.home()))
        if chosen:
            self.give(Path(chosen))

    def _show_current(self) -> None:
        self.decide_button.setEnabled(self.table.current_row() is not None)
