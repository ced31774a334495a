"""床位: the beds, who lies in them, their labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import ReportKind
from desktop.core.codes import CodeKind, grouped
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.printers import LabelKind
from desktop.core.trade import BedState
from desktop.core.words.beds import BED_CLASSES, label_words
from desktop.core.words.terms import BED_KINDS, BED_MODES
from desktop.services.beds import board, insurance, leaves, reserving
from desktop.services.beds import places as beds
from desktop.services.beds.places import BedDraft, BedQuery, BedRow
from desktop.services.beds.stays import StayDraft
from desktop.services.register import printed_labels
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.pages.acts import Drafted, ask_for
from desktop.ui.pages.asks import Open
from desktop.ui.pages.beds import acts, board_paper, contract_acts, fact_acts, forms, waiting_acts
from desktop.ui.pages.beds.columns import listing, since, state_chips
from desktop.ui.pages.beds.discharge_box import DischargeBox
from desktop.ui.pages.beds.file_view import BedFileView, PersonBedsView
from desktop.ui.pages.beds.label_batches import label_batches
from desktop.ui.pages.beds.plan import BedPlan
from desktop.ui.pages.beds.views import BedViewsPage
from desktop.ui.pages.beds.waiting_view import WaitingView
from desktop.ui.pages.detail_keys import PAPER_KEY, PERSON_KEY, VOID_KEY
from desktop.ui.pages.label_dialog import LabelsDialog
from desktop.ui.pages.list_page import Wanted
from desktop.ui.pages.new_code import new_code
from desktop.ui.pages.what_if_box import WHAT_IF_KEY, ask_what_if
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.detail import DetailPanel


class BedsPage(BedViewsPage):
    """Beds by place, with admission, leave, discharge and labels."""

    topics = Topic.BEDS | Topic.SERVICES | Topic.RESIDENTS | Topic.MONTHS
    writes = Topic.BEDS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._steps: dict[str, Button] = {}
        self._as_plan = False
        super().__init__(session, listing(), parent)
        self.plan = BedPlan()
        self.plan.hide()
        self._row.insertWidget(0, self.plan, 1)
        self.plan_button = Button(translate("Beds", "Rooms (F4)"), "filter")
        self.plan_button.setCheckable(True)
        self.plan_button.clicked.connect(self.show_plan)
        self.filter_bar.add(self.plan_button)
        self.filter_bar.add(button(translate("Beds", "At home (Ctrl+H)"), self.open_home_beds, "filter"))
        self.filter_bar.add(button(translate("Beds", "Queue (Ctrl+T)"), self.open_waiting, "filter"))
        self.filter_bar.add(button(translate("Beds", "Fees (Ctrl+M)"), lambda: self.open_fees(), "filter"))
        self.filter_bar.add(button(translate("Beds", "Contracts (Ctrl+R)"), self.open_contracts, "filter"))
        self.plan.chosen.connect(self.table.select_id)
        self.plan.opened.connect(self._open_from_plan)
        self.table.current_changed.connect(self.plan.show_chosen)
        self.install_room_keys()
        self.header.add_action(translate("Beds", "Labels… (F10)"), self.open_labels, "scan")
        self.header.add_action(translate("Beds", "Day care (Ctrl+D)"), self.open_day_care, "door")
        self.header.add_action(translate("Beds", "Monthly report"), self._preview, "print", "Ctrl+P")

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The beds that fit."""
        return beds.find_ids(
            BedQuery(
                text=wanted.text,
                kind=wanted.chosen("kind"),
                state=wanted.chosen("state"),
                order=wanted.order or "place",
                descending=wanted.descending,
            )
        )

    def load_rows(self, ids: list[int]) -> Sequence[BedRow]:
        """Rows from the service."""
        return beds.rows(ids)

    def refresh(self) -> None:
        """Find and show anew, as list and as plan."""
        super().refresh()
        if self._as_plan:
            self.plan.set_board(board.board(clock.today()).among(self.table.model.ids))
            self.plan.show_chosen(self.table.current_id())

    def show_plan(self, plan: bool) -> None:
        """Show the beds room by room instead of as a list, or the list again."""
        self._as_plan = plan
        self.plan_button.setChecked(plan)
        self.refresh_now()
        self._arrange()
        self.take_keyboard_back()

    def turn_plan(self) -> None:
        """From the list to the plan of the rooms, or back."""
        self.show_plan(not self._as_plan)

    def show_record(self, record_id: int) -> None:
        """A bed that is asked for, such as by its label; in the picture where that is shown."""
        super().show_record(record_id)
        if self._as_plan:
            self.plan.show_chosen(self.table.current_id())
            self.take_keyboard_back()

    def subtitle(self) -> str:
        """How many beds there are and how many are taken."""
        found = beds.counts()
        words = translate("Beds", "{all} beds · {taken} taken · {free} free")
        return words.format(all=found.all, taken=found.taken, free=found.free)

    def make_detail(self) -> DetailPanel:
        """The bed and what can be done with it."""
        panel = DetailPanel()
        steps = (
            ("admit", translate("Beds", "Admit somebody… (F3)"), self.admit, "primary"),
            ("leave", translate("Beds", "Leave… (F6)"), self.leave, "plain"),
            ("back", translate("Beds", "Back from leave… (F6)"), self.end_leave, "plain"),
            ("move", translate("Beds", "Move to another bed… (F7)"), self.move_to_bed, "plain"),
            ("discharge", translate("Beds", "Discharge… (F8)"), self.discharge, "plain"),
            ("if", translate("Beds", "What if…"), self.what_if, "plain", WHAT_IF_KEY),
            ("reserve", translate("Beds", "Keep for somebody… (F9)"), self.reserve_or_release, "plain"),
            ("release", translate("Beds", "End the reservation… (F9)"), self.reserve_or_release, "plain"),
            ("file", translate("Beds", "File of the bed (F2)"), self.open_file, "plain"),
            ("person", translate("Beds", "Open the person"), self._open_person, "plain", PERSON_KEY),
            ("contract", translate("Beds", "Contract…"), self.contract, "plain", "Shift+F3"),
            ("picture", translate("Beds", "Picture of the contract…"), self.contract_picture, "plain", "Ctrl+F3"),
            ("edit", translate("Beds", "Edit (Enter)"), self.edit_current, "plain"),
            ("void", translate("Beds", "Void the stay…"), self.void_stay, "quiet", VOID_KEY),
            ("code", translate("Beds", "Replace the code…"), self.replace_code, "quiet", "Ctrl+F10"),
            ("close", translate("Beds", "Close the bed…"), self.close_bed, "quiet", "F11"),
            ("reopen", translate("Beds", "Take the close back…"), self.take_back_close, "quiet", "F11"),
        )
        for key, words, slot, kind, *keys in steps:
            self._steps[key] = panel.add_button(words, slot, kind, keys="".join(keys))
        self._steps["edit"].ask(self.listing.edits)
        return panel

    def show_detail(self, detail: DetailPanel, row: BedRow) -> None:
        """The bed with the acts that its state allows."""
        away, contract = leaves.of_bed(row.id, most=3), contract_acts.standing(row.resident_id)
        facts = (
            (translate("Beds", "Resident"), row.resident),
            (translate("Beds", "Since"), since(row)),
            (translate("Beds", "Contract"), contract_acts.words_of(contract)),
            *waiting_acts.kept_for(row),
            (translate("Beds", "Leaves"), "\n".join(forms.leave_words(one) for one in away)),
            (translate("Beds", "Kind"), BED_KINDS.shown[row.kind]),
            (translate("Beds", "Mode"), BED_MODES.shown[row.mode]),
            (translate("Beds", "Class"), BED_CLASSES.shown.get(row.bed_class, "")),
            (translate("Beds", "Insurance"), forms.cover_words(insurance.covers(clock.today())[row.id])),
            (translate("Beds", "Outside code"), row.external_code),
            (translate("Beds", "In service from"), day_text(row.opened_on) if row.opened_on else ""),
            (translate("Beds", "Closed from"), day_text(row.closed_on) if row.closed_on else ""),
            (translate("Beds", "Code"), grouped(row.code) if row.code else ""),
            (translate("Beds", "Label"), label_words(*printed_labels.printed(CodeKind.BED, [row.id])[row.id])),
        )
        detail.show_record(row.place, "", state_chips(row).chips, facts)
        self._steps["admit"].setVisible(row.state in {BedState.FREE, BedState.RESERVED})
        self._steps["picture"].setVisible(contract is not None)
        for key in ("discharge", "move", "person", "void", "contract", "if"):
            self._steps[key].setVisible(row.stay_id is not None)
        self._steps["leave"].setVisible(row.stay_id is not None and not row.on_leave)
        self._steps["back"].setVisible(row.on_leave)
        self._steps["reserve"].setVisible(row.state == BedState.FREE)
        self._steps["release"].setVisible(row.state == BedState.RESERVED)
        self._steps["close"].setVisible(row.stay_id is None and row.closed_on is None)
        self._steps["reopen"].setVisible(row.closed_on is not None)

    def make_form(self) -> DraftForm[BedDraft]:
        """The bed's form."""
        return forms.bed_form()

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> BedDraft:
        """A bed on record, or a new one that is there from today on."""
        return beds.draft_of(record_id) if record_id is not None else BedDraft(opened_on=clock.today())

    def save_draft(self, draft: BedDraft) -> int:
        """Record it."""
        return beds.save(self.session.actor, draft)

    @asks(Action.ADMIT)
    def admit(self) -> SmallForm:
        """Ask who moves in, when and where; every bed in service is offered, the day decides whether it is free."""
        row = self._meant()
        rows = beds.rows(beds.find_ids(BedQuery()))
        offered = {str(one.id): waiting_acts.named(one) for one in rows if one.state != BedState.OUT_OF_SERVICE}
        form = forms.admit_form(offered)
        fields = Drafted(form, StayDraft(from_on=clock.today()))
        if row is not None:
            form.fields["bed_id"].set_value(str(row.id))
        return ask_for(self, acts.admit(self.session.actor, fields, offered))

    @asks(Action.MOVE_BED)
    def move_to_bed(self) -> SmallForm | None:
        """Ask into which bed somebody moves, and from when."""
        free = {str(one.id): one.place for one in beds.rows(beds.find_ids(BedQuery(state=BedState.FREE)))}
        return self._of_stay(lambda actor, row, stay: acts.move(actor, row, stay, free))

    @asks(Action.DISCHARGE)
    def discharge(self) -> SmallForm | None:
        """Ask from when on the bed is free."""
        row = self._meant()
        if row is None or row.stay_id is None:
            return None
        box = DischargeBox(self, row, row.stay_id)
        box.begin()
        return box

    def what_if(self) -> SmallForm | None:
        """What the month would come to with another day of leaving, or another grade, of whoever lies in the bed."""
        row = self._meant()
        if row is None or row.resident_id is None:
            return None
        return ask_what_if(self, row.resident_id, row.resident)

    @asks(Action.EDIT_CONTRACT)
    def contract(self) -> SmallForm | None:
        """Ask for the contract of whoever lies in the bed."""
        row = self._meant()
        if row is None or row.resident_id is None:
            return None
        return contract_acts.ask_contract(self, self.session.actor, row.resident_id, row.resident)

    @asks(Action.EDIT_CONTRACT)
    def contract_picture(self) -> None:
        """Show the picture of the contract; without one, choose it."""
        row = self._meant()
        if row is not None:
            contract_acts.show_picture(self, self.session.actor, row.resident_id)

    @asks(Action.RECORD_LEAVE)
    def leave(self) -> SmallForm | None:
        """Ask for the days of a leave, which keeps the bed."""
        return self._of_stay(acts.leave)

    @asks(Action.END_LEAVE)
    def end_leave(self) -> SmallForm | None:
        """Ask for the last day of the leave that is running."""
        row = self._meant()
        return self._of_stay(acts.end_leave) if row is not None and row.on_leave else None

    def leave_or_back(self) -> SmallForm | None:
        """Away, or back for whoever is away."""
        row = self._meant()
        return self.end_leave() if row is not None and row.on_leave else self.leave()

    @asks(Action.RESERVE_BED)
    def reserve_or_release(self) -> SmallForm | None:
        """Keep the bed for somebody, or no longer."""
        row, actor = self._meant(), self.session.actor
        if row is None:
            return None
        kept = reserving.standing(row.id, clock.today())
        if kept is not None:
            return fact_acts.ask_release(self, actor, kept[0], row.place, kept[1])
        if row.state == BedState.RESERVED:
            # Kept because it was offered to who waits: what became of the offer is said there.
            self.open_waiting()
            if isinstance(self.view, WaitingView):
                self.view.show_bed(row.id)
            return None
        return fact_acts.ask_reservation(self, actor, row.id, row.place)

    def open_file(self) -> None:
        """Everything that is on record of the bed, and what holds of it from a day on."""
        row = self._meant()
        if row is not None:
            made = BedFileView(self, row)
            made.person_wanted.connect(lambda one, name: self.lay(PersonBedsView(self, one, name)))
            self.lay(made)

    def print_board(self) -> None:
        """The house of today on paper."""
        board_paper.preview_board(self)

    @asks(Action.VOID_STAY)
    def void_stay(self) -> SmallForm | None:
        """Ask why a stay that was recorded by mistake is void."""
        return self._of_stay(acts.void_stay)

    @asks(Action.CLOSE_BED)
    def close_bed(self) -> SmallForm | None:
        """Ask from when on the bed is no longer there."""
        row = self.table.current_row()
        if row is None or row.closed_on is not None:
            return None
        return ask_for(self, acts.close_bed(self.session.actor, row))

    @asks(Action.REOPEN_BED)
    def take_back_close(self) -> SmallForm | None:
        """Ask why a bed that was closed by mistake is there after all."""
        row = self.table.current_row()
        if row is None or row.closed_on is None:
            return None
        return ask_for(self, acts.take_back_close(self.session.actor, row))

    @asks(Action.REPLACE_CODE)
    def replace_code(self) -> SmallForm | None:
        """Ask why the bed gets another code; its old label still finds it."""
        row = self.table.current_row()
        if row is None:
            return None
        return ask_for(self, new_code(self.session.actor, CodeKind.BED, row.id, row.place, Topic.BEDS))

    def room_keys(self) -> tuple[Key, ...]:
        """What is done with beds all day."""
        return (
            Key("F3", translate("BedsKeys", "admit somebody into the bed"), self.admit),
            Key("F6", translate("BedsKeys", "a leave, or back from it"), self.leave_or_back),
            Key("F7", translate("BedsKeys", "move to another bed"), self.move_to_bed),
            Key("F8", translate("BedsKeys", "discharge"), self.discharge),
            Key("F9", translate("BedsKeys", "keep the bed for somebody, or no longer"), self.reserve_or_release),
            Key("F2", translate("BedsKeys", "the bed's file: history, insurance, what it is when"), self.open_file),
            Key("F4", translate("BedsKeys", "the rooms as a picture, or the list"), self.turn_plan),
            Key("↑↓←→", translate("BedsKeys", "in the picture: arrow keys go from bed to bed, Enter edits")),
            Key("F10", translate("BedsKeys", "print labels"), self.open_labels),
            Key(PAPER_KEY, translate("BedsKeys", "the rooms as a picture on paper"), self.print_board),
            Key("Ctrl+D", translate("BedsKeys", "day care: who comes and leaves, by scan"), self.open_day_care),
            Key("Ctrl+H", translate("BedsKeys", "care beds at home: contract, plan, review"), self.open_home_beds),
            Key("Ctrl+T", translate("BedsKeys", "who waits for a bed, and who comes next"), self.open_waiting),
            Key("Ctrl+M", translate("BedsKeys", "fees of stays: charges, payments, deposits"), self.open_fees),
            Key("Ctrl+R", translate("BedsKeys", "contracts: none, expired, ending soon"), self.open_contracts),
            Key("Ctrl+B", translate("BedsKeys", "beds without a printed label or an insurance"), self.open_lacking),
        )

    @asks(Action.PRINT_LABELS)
    def open_labels(self) -> LabelsDialog:
        """Labels of the selected beds, of all that are listed, or of a floor."""
        batches = label_batches(list(self.table.model.ids), self.table.selected_ids())
        dialog = LabelsDialog(self, LabelKind.BEDS, batches)
        dialog.open()
        return dialog

    def _show_list(self, shown: bool) -> None:
        # Never both, not even for a moment: they would share the room, and the rooms of a floor stand anew.
        super()._show_list(shown and not self._as_plan)
        if hasattr(self, "plan"):
            self.plan.setVisible(shown and self._as_plan)

    def take_keyboard_back(self) -> None:
        """In the plan, to the bed that is chosen there."""
        if self._as_plan and not self.form_open and self.plan.isVisible():
            self.plan.take_keyboard()
        else:
            super().take_keyboard_back()

    def _open_from_plan(self, bed_id: int) -> None:
        self.table.select_id(bed_id)
        self.open_record(bed_id)

    def _of_stay(self, make: Callable[[Actor, BedRow, int], acts.TypedAct]) -> SmallForm | None:
        """Ask for what is done with the stay of the selected bed; nothing where nobody lies in it."""
        row = self._meant()
        if row is None or row.stay_id is None:
            return None
        return ask_for(self, make(self.session.actor, row, row.stay_id))

    def _meant(self) -> BedRow | None:
        """The chosen bed; whoever looked for a single one means it, without going into the list first."""
        if self.header.search is not None:
            # A key may come before the pause after which typing is searched.
            self.header.search.search_now()
        ids = self.table.model.ids
        return self.table.current_row() or (self.table.model.row_at(0) if len(ids) == 1 else None)

    def _preview(self) -> None:
        preview_report(self, ReportKind.BEDS, Month.of(clock.today()))

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None and row.resident_id is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.resident_id))
