"""投诉与意见: what people say of the canteen; what waits for an answer stands first."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.words.food import COMPLAINTS_ABOUT
from desktop.services.food import complaints
from desktop.services.food.complaints import AnswerDraft, ComplaintDraft, ComplaintRow
from desktop.services.people import names
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason
from desktop.ui.pages.canteen.food.part import LedgerPart
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import Chips, ChipSpec


class ComplaintsPart(LedgerPart):
    """All on record, of whatever day."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._rows: dict[int, ComplaintRow] = {}
        self.table: RecordTable[ComplaintRow] = RecordTable(
            translate("Complaints", "Complaints"), _columns(), lambda ids: [self._rows[one] for one in ids]
        )
        self._build()

    def own_keys(self) -> tuple[Key, ...]:
        """Complaints by keys."""
        return (
            Key("Ctrl+N", translate("Complaints", "somebody complains or has something to say"), self.add),
            Key("Enter", translate("Complaints", "what was answered to the chosen one")),
            Key("F2", translate("Complaints", "put the chosen one right"), self.change),
            Key("F12", translate("Complaints", "void the chosen one: nobody said it"), self.void),
        )

    def read(self) -> None:
        """All of them; another of those that wait is chosen where none is."""
        self._rows = {one.id: one for one in complaints.complaints()}
        self.fill(self.table, list(self._rows))

    def open_count(self) -> int:
        """How many wait for an answer."""
        return sum(one.handled_on is None for one in self._rows.values())

    def take_keyboard(self) -> None:
        """The complaints."""
        self.table.take_keyboard()

    @asks(Action.RECORD_COMPLAINT)
    def add(self) -> SmallForm | None:
        """One more."""
        return self._ask(None) if self.may(Action.RECORD_COMPLAINT) else None

    @asks(Action.RECORD_COMPLAINT)
    def change(self) -> SmallForm | None:
        """Put the chosen one right."""
        one = self._chosen(Action.RECORD_COMPLAINT)
        return self._ask(one) if one else None

    @asks(Action.RECORD_COMPLAINT)
    def answer(self) -> SmallForm | None:
        """What was answered to the chosen one."""
        one = self._chosen(Action.RECORD_COMPLAINT)
        if one is None:
            return None
        actor = self.session.actor
        form = DraftForm(AnswerDraft)
        form.add("answer", translate("Complaints", "Answer"), TextField())
        form.add("handled_on", translate("Complaints", "Day"), DateField())
        form.add("handled_by", translate("Complaints", "Who took care of it"), TextField())
        act = Act(
            _said(one),
            translate("Complaints", "Save"),
            Drafted(form, complaints.answer_of(one, names.own(actor))),
            lambda given: complaints.answer(actor, one.id, given),
            Topic.MEALS,
            translate("Complaints", "The answer is on record"),
            about=one.id,
        )
        return ask_for(self.page, act)

    @asks(Action.VOID_FOOD)
    def void(self) -> SmallForm | None:
        """Nobody said the chosen one."""
        one = self._chosen(Action.VOID_FOOD)
        if one is None:
            return None
        act = Act(
            translate("Complaints", "Void it? {words}").format(words=_said(one)),
            translate("Complaints", "Void"),
            Texts(reason()),
            lambda given: complaints.void(self.session.actor, one.id, given["reason"]),
            Topic.MEALS,
            translate("Complaints", "The complaint is void"),
            about=one.id,
        )
        return ask_for(self.page, act)

    def _ask(self, one: ComplaintRow | None) -> SmallForm:
        actor = self.session.actor
        form = DraftForm(ComplaintDraft)
        form.add("words", translate("Complaints", "What was said"), TextField())
        form.add("about", translate("Complaints", "About"), SegmentField(form.codes("about")))
        nobody = translate("Complaints", "Empty: nobody on record, or nobody knows who.")
        form.add("resident_id", translate("Complaints", "Who said it"), ResidentField(), help=nobody)
        form.add("day", translate("Complaints", "Day"), DateField())
        draft = ComplaintDraft(clock.today().isoformat()) if one is None else complaints.draft_of(one.id)

        def save(given: ComplaintDraft) -> None:
            if one is None:
                complaints.add(actor, given)
            else:
                complaints.change(actor, one.id, given)

        act = Act(
            translate("Complaints", "A complaint, or something to say"),
            translate("Complaints", "Save"),
            Drafted(form, draft),
            save,
            Topic.MEALS,
            translate("Complaints", "It is on record"),
            about=one.id if one else None,
        )
        return ask_for(self.page, act)

    def _chosen(self, action: Action) -> ComplaintRow | None:
        return self.chosen(self.table, action, translate("Complaints", "Choose a complaint first."))

    def _build(self) -> None:
        self.column.addWidget(self.table, 1)
        self.add_acts(
            (
                (translate("Complaints", "New complaint… (Ctrl+N)"), self.add, "add"),
                (translate("Complaints", "Answer… (Enter)"), self.answer, "check"),
                (translate("Complaints", "Edit… (F2)"), self.change, "edit"),
                (translate("Complaints", "Void… (F12)"), self.void, ""),
            )
        )
        what = translate("Complaints", "Ctrl+N puts on record what somebody says of the canteen.")
        self.table.set_empty(translate("Complaints", "No complaint so far"), what, "canteen")
        self.table.set_keys(translate("Complaints", "↑↓ choose   Enter answer   Ctrl+N new   F2 edit   Esc back"))
        self.table.row_activated.connect(lambda _one: self.answer())
        self.table.left.connect(self.left)


def _said(one: ComplaintRow) -> str:
    return " · ".join(part for part in (day_text(one.day), one.name, one.words) if part)


def _columns() -> tuple[Column[ComplaintRow], ...]:
    return (
        Column(translate("Complaints", "Day"), lambda one: day_text(one.day), 110),
        Column(translate("Complaints", "Who"), lambda one: one.name or "—", 90),
        Column(translate("Complaints", "About"), lambda one: COMPLAINTS_ABOUT.shown[one.about], 80),
        Column(translate("Complaints", "What was said"), lambda one: one.words, 200, stretch=True),
        Column(translate("Complaints", "State"), _state, 160),
        Column(translate("Complaints", "Answer"), lambda one: one.answer or "—", 160, stretch=True, spare=True),
    )


def _state(one: ComplaintRow) -> Chips:
    if one.handled_on is None:
        return Chips((ChipSpec(translate("Complaints", "not answered"), Tone.ATTENTION),))
    words = translate("Complaints", "answered {day}").format(day=f"{one.handled_on:%m-%d}")
    return Chips((ChipSpec(words, Tone.OK),))
