"""系统 of a district's window: its key, the centres on its list, how the window looks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core import files
from desktop.core.i18n import translate
from desktop.core.office_keys import CentreKey
from desktop.core.progress import Progress
from desktop.core.words.messages import sentence
from desktop.district import enrolling, intake
from desktop.district import folder as folders
from desktop.district.catalogue import Centre
from desktop.district.intake import Refused
from desktop.sync import keys
from desktop.ui.dialogs.question import ask
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.district.office import Office
from desktop.ui.district.office_words import centre_columns, facts_of
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import Told, perform, perform_job, succeeds
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.system.display import DisplaySection
from desktop.ui.pages.system.facts import Facts
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.turning import Turning


class RegisterBox(SmallForm):
    """The number and name of a centre that has no key; nothing of it is worth keeping over a crash."""

    keeps_typing = False


class OfficePage(ViewsPage):
    """The district itself and its list of centres."""

    topics = Topic.DISTRICT

    def __init__(self, session: Session, office: Office) -> None:
        super().__init__(session, translate("DistrictRooms", "System"))
        self.office = office
        self._centres: list[Centre] = []
        self.header.add_action(translate("DistrictOffice", "Own key file…"), self.ask_key_place, "export", "Ctrl+E")
        self.header.set_primary(translate("DistrictOffice", "Enrol…"), self.ask_key, "add", "Ctrl+N")
        self.facts = Facts()
        about = SystemSection(session, translate("DistrictOffice", "This district"))
        about.content.addWidget(self.facts)
        about.content.addStretch(1)
        without = translate("DistrictOffice", "Without a key… (Ctrl+R)")
        about.buttons.add(button(without, self.register))
        about.buttons.add(button(translate("DistrictOffice", "Store anew (Ctrl+D)"), self.rebuild))
        self.display = DisplaySection(session, scans=False)
        self.table: RecordTable[Centre] = RecordTable(
            translate("DistrictOffice", "Centres on the list"),
            centre_columns(),
            lambda ids: [self._centres[at] for at in ids],
        )
        self.table.set_keys(translate("DistrictOffice", "↑↓ choose"))
        self.table.set_empty(
            translate("DistrictOffice", "No centre is on the list yet"),
            translate("DistrictOffice", "Read in the key file that a centre gave back (Ctrl+N)."),
            "home",
        )
        both = Turning()
        both.add(about, 3, least=560)
        both.add(self.display, 2, least=380)
        # The list first: what has the keyboard is in sight, with the head above it, on the smallest screen too.
        self.content.addWidget(self.table, 1)
        self.content.addWidget(both, 1)
        self.install_room_keys()

    def room_keys(self) -> tuple[Key, ...]:
        """Those of the buttons beneath are heard here."""
        return (
            Key("Ctrl+N", translate("DistrictOffice", "read in the key file of a centre")),
            Key("Ctrl+E", translate("DistrictOffice", "write the key file that the centres are given")),
            Key("Ctrl+R", translate("DistrictOffice", "register a centre whose files come open"), self.register),
            Key("Ctrl+D", translate("DistrictOffice", "make the store of the figures anew"), self.rebuild),
        )

    def refresh(self) -> None:
        """Who the district is, and who is on its list."""
        super().refresh()
        self._centres = self.office.ask(lambda desk: desk.catalogue.centres())
        self.facts.show_facts(facts_of(self.office))
        self.table.set_ids(range(len(self._centres)))
        self.display.refresh()
        if self._centres and self.table.current_id() is None:
            self.table.select_id(0)

    def receive(self, argument: object) -> None:
        """A key file that was dropped onto the window."""
        if isinstance(argument, Path):
            self.enrol(argument)

    def ask_key(self) -> None:
        """Choose the key file of a centre and take it."""
        title = translate("DistrictOffice", "Choose the key file of a centre")
        kinds = translate("DistrictOffice", "Key files (*.key)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, self.office.likes.intake_folder, kinds)
        if chosen:
            self.enrol(Path(chosen))

    def enrol(self, path: Path) -> None:
        """Take the key of a centre, once its number was compared by telephone."""
        key = perform(self, lambda: keys.read_centre(path))
        if key is None or not self._wants(key):
            return
        words = translate(
            "DistrictOffice", "{name} ({number}) is enrolled: from now on only files that it signed are taken."
        )
        done = words.format(name=key.name, number=key.number)
        succeeds(self, lambda: self.office.ask(lambda desk: enrolling.enrol(desk, path)), Topic.DISTRICT, done)

    def register(self) -> None:
        """A box for number and name of a centre without a key."""
        form = Form()
        form.add("number", translate("DistrictOffice", "Number"), TextField(), required=True)
        form.add("name", translate("DistrictOffice", "Name"), TextField(), required=True)
        said = translate("DistrictOffice", "Its files come open: nothing proves who wrote them.")
        act = translate("DistrictOffice", "Register")
        RegisterBox(said, form, act, self._register, self).begin()

    def rebuild(self) -> None:
        """Make what figures read anew from the accepted files."""

        def work(progress: Progress) -> list[Refused]:
            return self.office.ask(lambda desk: intake.rebuild(desk, progress))

        def say(lost: list[Refused]) -> None:
            words = translate("DistrictOffice", "Made anew.")
            self.strip.say(" ".join((words, *(sentence(one.error) for one in lost))), Tone.DANGER if lost else Tone.OK)

        perform_job(
            self, translate("DistrictOffice", "Making the figures' store anew"), work, say, Told(Topic.DISTRICT)
        )

    def ask_key_place(self) -> None:
        """Choose where the district's key file goes."""
        title = translate("DistrictOffice", "Choose where the key file goes, such as a stick")
        name = f"{self.office.district.code}.key"
        kinds = translate("DistrictOffice", "Key files (*.key)")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            self.write_key(Path(chosen))

    def write_key(self, path: Path) -> None:
        """Write the key file that every centre is given."""

        def write() -> str:
            key = folders.key_of(self.office.place)
            files.keep(path, keys.as_bytes(key))
            return keys.fingerprint(key)

        digits = perform(self, write)
        if digits is not None:
            words = translate(
                "DistrictOffice", "Give {file} to every centre, and compare this number by telephone: {digits}"
            )
            self.strip.say(words.format(file=path.name, digits=digits), Tone.OK)

    def _register(self, box: SmallForm) -> bool:
        number, name = (str(box.form.fields[one].value()).strip() for one in ("number", "name"))
        words = translate("DistrictOffice", "{name} ({number}) is registered.").format(name=name, number=number)
        return succeeds(
            box,
            lambda: self.office.ask(lambda desk: enrolling.register(desk, number, name)),
            Topic.DISTRICT,
            words,
        )

    def _wants(self, key: CentreKey) -> bool:
        words = translate(
            "DistrictOffice",
            "{name}, number {number}: {digits}. Compare this number by telephone with the one on the centre's printed"
            " page before it is enrolled.",
        )
        told = words.format(name=key.name, number=key.number, digits=keys.fingerprint(key))
        return ask(self, told, translate("DistrictOffice", "The number is the same: enrol"))
