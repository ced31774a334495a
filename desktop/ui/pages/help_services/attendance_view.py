"""An activity of many, such as an afternoon's singing: said once, then one scan a person.

The green line comes when the service is on disk. An unknown card holds nobody up: it waits, over a crash too, until
somebody says whose it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import ScanKind
from desktop.core.errors import InvalidDraft, NotFound, ShizhuError
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.person.identity import masked_text
from desktop.core.trade import ServicePlace, ServiceType
from desktop.core.words.messages import sentence
from desktop.services.help_services import attendance, orders
from desktop.services.help_services.attendance import Attendance
from desktop.services.help_services.orders import ServiceDraft, ServiceRow
from desktop.services.people.names import SERVING
from desktop.services.register.listing import ResidentRow
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.drafts import DraftKeeper
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import DateField, MoneyField, TextField, TimeField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import noted
from desktop.ui.frame.rights import asks
from desktop.ui.frame.scan import ScanLine
from desktop.ui.look.sounds import Sound, Sounds
from desktop.ui.look.theme import Tone
from desktop.ui.pages.help_services import attendance_acts as acts
from desktop.ui.pages.help_services import waiting_cards
from desktop.ui.pages.help_services.attendance_words import in_words, light
from desktop.ui.pages.help_services.offered import Offered
from desktop.ui.pages.help_services.waiting_cards import WaitingCard
from desktop.ui.pages.own_acts import OwnAct, take_last_back
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label, set_tone
from desktop.ui.widgets.page_area import ContentArea
from desktop.ui.widgets.turning import OpenPart

_SOUNDS = {Tone.OK: Sound.OK, Tone.ATTENTION: Sound.AGAIN, Tone.DANGER: Sound.REFUSED}
_FORM_WIDTH = 720


class AttendanceView(PageView):
    """First the activity, then the scans; ``activity`` is None until it was said."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, translate("Attendance", "An activity of many"))
        self.activity: ServiceDraft | None = None
        self.recorded: list[OwnAct] = []
        self.waiting: list[WaitingCard] = []
        self._choices: tuple[ResidentRow, ...] = ()
        self._sounds = Sounds(self.session.preferences.sounds)
        self.form = DraftForm(ServiceDraft)
        self.offered = Offered(self.form)
        _add_fields(self.form, self.offered)
        self.line = ScanLine(translate("Attendance", "Scan, or type a name or ID tail and press Enter"))
        self.line.setAccessibleName(translate("Attendance", "Scan line"))
        self.light, self.count = label(role="title", wrap=True), label(role="section")
        self.unknown = label(wrap=True)
        self.table: RecordTable[ServiceRow] = RecordTable(translate("Attendance", "Who was there"), _columns(), _load)
        self._stack = OpenPart()
        self._keeper = DraftKeeper(self.session.draft_path("attendance"), self._kept, self)
        self._build()
        self._take_up()
        install(self, self.keys())
        self.form.passed_end.connect(self.begin)
        self.form.changed.connect(self._keeper.note_change)
        self.form.changed.connect(self.offered.follow)
        self.line.scanned.connect(self.take)
        self.line.typed.connect(self.take)
        self.line.installEventFilter(self)

    def keys(self) -> tuple[Key, ...]:
        """What is said on F1."""
        return (
            Key("Ctrl+S", translate("Attendance", "the activity is said: begin to scan"), self.begin),
            Key("F3", translate("Attendance", "another activity"), self.say_anew),
            Key("F6", translate("Attendance", "take the last scan back"), self.undo_last),
            Key("F7", translate("Attendance", "take the person off whose row was scanned"), self.off),
            Key("F12", translate("Attendance", "make the whole activity void"), self.void),
            Key("Ctrl+P", translate("Attendance", "the attendance list, to be signed"), self.print_list),
            Key("F8", translate("Attendance", "say whose the first unknown card is"), self.resolve),
            Key("Shift+F8", translate("Attendance", "the first unknown card was nobody's"), self.dismiss),
            Key("1 … 9", translate("Attendance", "and Enter: choose among people of one name")),
        )

    def take_keyboard(self) -> None:
        """The first field, or the scan line."""
        if self.activity is None:
            self.form.focus_first()
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Who is on record by now."""
        if self.activity is not None:
            self._show_people()

    @asks(Action.RECORD_SERVICE)
    def begin(self) -> None:
        """The activity is said; from now on each scan is one person."""
        if self.activity is not None or not self.form.all_finished():
            return
        draft = ServiceDraft()
        self.form.read_into(draft)
        begun = answer(lambda: attendance.begin(draft))
        if isinstance(begun, InvalidDraft):
            self.form.set_errors(begun.fields)
            return
        if isinstance(begun, ShizhuError):
            self.page.strip.say(sentence(begun), Tone.DANGER)
            return
        self._open(begun)
        self._say(Tone.ACCENT, translate("Attendance", "Scan the first card"), silent=True)

    def say_anew(self) -> None:
        """Another activity, or something about this one: who was scanned stays on record as it was."""
        self.activity, self._choices = None, ()
        self.header.set_subtitle("")
        self._stack.setCurrentIndex(0)
        self.take_keyboard()

    def take(self, text: str) -> None:
        """A scan, or what was typed; a row of a list on paper chooses its person, and opens its activity."""
        if acts.is_row(text):
            self._take_row(text)
            return
        activity = self.activity
        if activity is None:
            return
        if self._choices and text.isdigit() and 1 <= int(text) <= len(self._choices):
            chosen = self._choices[int(text) - 1].id
            self._answer(lambda: attendance.record(self.session.actor, chosen, activity), text, activity)
        else:
            self._answer(lambda: attendance.scan(self.session.actor, text, activity), text, activity)

    def take_scan(self, digits: str) -> None:
        """A scan while the keyboard is in the list."""
        self.take(digits)
        self.take_keyboard()

    def undo_last(self) -> None:
        """Take the last person off again."""
        name = take_last_back(self, self.session.actor, self.recorded, Topic.SERVICES)
        words = translate("Attendance", "Taken back: {name}").format(name=name)
        nothing = translate("Attendance", "There is nothing to take back.")
        self._say(Tone.ACCENT, words if name else nothing, silent=True)
        self.refresh()

    def off(self) -> SmallForm | None:
        """Take the chosen person off, who did not come."""
        row = self.table.current_row() if self.activity is not None else None
        if row is None:
            self._say(Tone.ATTENTION, translate("Attendance", "Scan a row of the list, or choose somebody below."))
            return None
        return acts.ask_off(self, row, self._scan_on)

    def void(self) -> SmallForm | None:
        """Make the whole activity void."""
        there = self._there()
        if self.activity is None or not there:
            self._say(Tone.ATTENTION, translate("Attendance", "Nobody is on record for this activity."))
            return None
        return acts.ask_void(self, self.activity, len(there), self._scan_on)

    def print_list(self) -> None:
        """Show the list for printing; before anybody came, one with room for names."""
        if self.activity is None:
            self._say(Tone.ATTENTION, translate("Attendance", "Nobody is on record for this activity."))
        elif self._there():
            acts.preview(self, self.activity)
        else:
            acts.preview_empty(self, self.activity)

    def resolve(self) -> SmallForm | None:
        """Ask whose the first unknown card is, and record that person at the activity of then."""
        if not self.waiting:
            return None
        first = self.waiting[0]
        return acts.ask_whose(self, first, lambda: self._drop(first))

    def dismiss(self) -> None:
        """The first unknown card was nobody's."""
        if self.waiting:
            first = self.waiting[0]
            self._drop(first)
            words = translate("Attendance", "Taken off the list: card {code}").format(code=masked_text(first.scanned))
            self._say(Tone.ACCENT, words, silent=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the line and forgets the people to choose from before it leaves."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and (self.line.text() or self._choices):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.line.clear()
                self._choices = ()
                self._scan_on()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.header.set_primary(translate("Attendance", "Another activity (F3)"), self.say_anew, "edit")
        first = Card(translate("Attendance", "What it is; Enter after the last field begins to scan"))
        first.setMaximumWidth(_FORM_WIDTH)
        first.body.addWidget(ContentArea(self.form), 1)
        start = FlowRow(gap=6)
        start.add(button(translate("Attendance", "Begin to scan (Ctrl+S)"), self.begin, "primary", "scan"))
        first.body.addWidget(start)
        self._stack.addWidget(first)
        card = Card()
        for part in (self.light, self.line, self.count, self.unknown):
            card.body.addWidget(part)
        ways = FlowRow(gap=6)
        for words, call in (
            (translate("Attendance", "Take the last back (F6)"), self.undo_last),
            (translate("Attendance", "Take off (F7)"), self.off),
            (translate("Attendance", "List (Ctrl+P)"), self.print_list),
            (translate("Attendance", "Void all (F12)"), self.void),
            (translate("Attendance", "Whose card is it… (F8)"), self.resolve),
            (translate("Attendance", "Nobody's card (Shift+F8)"), self.dismiss),
        ):
            ways.add(button(words, call, "quiet"))
        card.body.addWidget(ways)
        scans = QWidget()
        column = QVBoxLayout(scans)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addWidget(self.table, 1)
        self._stack.addWidget(scans)
        self.content.addWidget(self._stack, 1)
        self.table.set_keys(translate("Attendance", "↑↓ choose   Enter take off   Esc back to the scan line"))
        self.table.row_activated.connect(lambda _one: self.off())
        self.table.left.connect(self.take_keyboard)
        self.table.set_empty(
            translate("Attendance", "Nobody yet"), translate("Attendance", "Each scan makes one line."), "scan"
        )

    def _open(self, activity: ServiceDraft) -> None:
        self.activity = activity
        self._keeper.keep_now()
        self._stack.setCurrentIndex(1)
        self.header.set_subtitle(in_words(activity))
        self._show_people()
        self.take_keyboard()

    def _scan_on(self) -> None:
        self._say(Tone.ACCENT, translate("Attendance", "Scan the next card"), silent=True)
        self.take_keyboard()

    def _take_row(self, text: str) -> None:
        self._choices = ()
        answered = answer(lambda: acts.row_of(text))
        if isinstance(answered, NotFound):
            self._say(Tone.ATTENTION, translate("Attendance", "This row was taken off before: its service is void."))
            return
        if isinstance(answered, ShizhuError):
            self._say(Tone.DANGER, sentence(answered))
            return
        found, activity = answered
        if activity is None:
            self._say(Tone.ATTENTION, acts.not_there(found))
            return
        if self.activity is None:
            self._open(activity)
        if self.table.select_id(found.id):
            words = translate("Attendance", "{name}: F7 takes them off")
            self._say(Tone.ACCENT, words.format(name=found.name), silent=True)
        else:
            words = translate("Attendance", "{name} came to another activity: {activity}. F3, then scan the row again.")
            self._say(Tone.ATTENTION, words.format(name=found.name, activity=in_words(activity)))

    def _answer(self, call: Callable[[], Attendance], text: str, activity: ServiceDraft) -> None:
        answered = answer(lambda: noted(call))
        self._choices = ()
        if isinstance(answered, ShizhuError):
            self._say(Tone.DANGER, sentence(answered))
            return
        found, act = answered
        if act is not None:
            self.recorded.append(OwnAct(act, found.name))
            self.session.bus.tell(Topic.SERVICES)
        if found.kind == ScanKind.CHOOSE:
            self._choices = found.choices
        elif found.kind == ScanKind.QUEUED:
            self.waiting.append(WaitingCard(text, f"{clock.now():%H:%M}", activity))
            self._keeper.keep_now()
        self._say(*light(found))
        self._show_people()

    def _drop(self, one: WaitingCard) -> None:
        self.waiting.remove(one)
        self._keeper.keep_now()
        self._show_people()
        self.take_keyboard()

    def _there(self) -> list[int]:
        return attendance.attended(self.activity) if self.activity is not None else []

    def _show_people(self) -> None:
        there = self._there()
        self.table.set_ids(there)
        self.table.model.reload()
        self.count.setText(translate("Attendance", "{count} people").format(count=len(there)))
        cards = "、".join(f"{masked_text(one.scanned)} {one.at}" for one in self.waiting)
        words = translate("Attendance", "{count} unknown cards wait: {cards}")
        self.unknown.setText(words.format(count=len(self.waiting), cards=cards) if self.waiting else "")
        self.unknown.setVisible(bool(self.waiting))

    def _say(self, tone: Tone, words: str, silent: bool = False) -> None:
        self.light.setText(words)
        set_tone(self.light, tone)
        if self.activity is None:
            # The light stands behind the form.
            self.page.strip.say(words, tone)
        if not silent:
            self._sounds.play(_SOUNDS.get(tone, Sound.OK))

    def _kept(self) -> dict[str, object]:
        return {
            "day": clock.today().isoformat(),
            "said": self.form.values(),
            "waiting": waiting_cards.kept(self.waiting),
        }

    def _take_up(self) -> None:
        """What was said today stands there again, and the cards that still wait."""
        draft = ServiceDraft(type=ServiceType.RECREATION, place=ServicePlace.CENTRE)
        draft.service_on = clock.today().isoformat()
        self.form.fill(draft)
        self.offered.begin(fresh=False)
        self._keeper.set_aside()
        found = self._keeper.found()
        if found is None:
            return
        said = found.get("said")
        if isinstance(said, dict) and found.get("day") == draft.service_on:
            self.form.set_values(said)
            self.offered.follow()
        self.waiting = list(waiting_cards.taken_up(found.get("waiting")))
        self._keeper.keep_now()
        self._keeper.answered()


def _add_fields(form: DraftForm[ServiceDraft], offered: Offered) -> None:
    keys = translate("ServiceForm", "keys 1 to 9 and 0, or initials")
    form.add("type", translate("ServiceForm", "Type"), PickField(form.codes("type")), help=keys)
    offered.add_item()
    form.add("service_on", translate("ServiceForm", "Date"), DateField())
    form.add("place", translate("ServiceForm", "Place"), SegmentField(form.codes("place")))
    form.add("started", translate("ServiceForm", "Start"), TimeField())
    form.add("ended", translate("ServiceForm", "End"), TimeField(translate("ServiceForm", "such as 1015")))
    form.add("worker", translate("ServiceForm", "Worker"), NameField(SERVING, orders.workers()))
    form.add("content", translate("ServiceForm", "Content"), TextField())
    form.add("payer", translate("ServiceForm", "Payer"), PickField(form.codes("payer")))
    each = translate("Attendance", "Empty: by the price list, of each person by age and category.")
    form.add("fee", translate("ServiceForm", "Fee (yuan)"), MoneyField(), help=each)
    form.add("subsidy", translate("ServiceForm", "Subsidy (yuan)"), MoneyField())


def _columns() -> tuple[Column[ServiceRow], ...]:
    return (
        Column(translate("Services", "Name"), lambda row: row.name, 110, stretch=True),
        Column(translate("Services", "Community"), lambda row: row.community, 130, stretch=True),
        Column(translate("Services", "Fee"), lambda row: yuan_text(row.fee_fen), 82, Align.RIGHT),
        Column(translate("Services", "Subsidy"), lambda row: yuan_text(row.subsidy_fen), 82, Align.RIGHT),
    )


def _load(ids: list[int]) -> Sequence[ServiceRow]:
    return orders.rows(ids)
