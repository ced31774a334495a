"""床位: the beds, who lies in them, their labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.answers import ReportKind, WorkbookKind
from desktop.core.codes import CodeKind, grouped
from desktop.core.i18n import said, translate
from desktop.core.period import Month
from desktop.core.printers import LabelKind
from desktop.core.trade import BedState
from desktop.core.words.terms import BED_KINDS, BED_MODES, BED_STATES
from desktop.services.beds import leaves
from desktop.services.beds import places as beds
from desktop.services.beds.leaves import LeaveRow
from desktop.services.beds.places import BedDraft, BedQuery, BedRow
from desktop.services.beds.stays import StayDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Drafted, ask_for
from desktop.ui.pages.asks import Open, ShowDayCare, ShowHomeBeds, ShowWaiting
from desktop.ui.pages.beds import acts, contract_acts, forms, waiting_acts
from desktop.ui.pages.beds.day_care_view import DayCareView
from desktop.ui.pages.beds.discharge_box import DischargeBox
from desktop.ui.pages.beds.home_beds_view import HomeBedsView
from desktop.ui.pages.beds.label_batches import label_batches
from desktop.ui.pages.beds.plan import ON_LEAVE, TONES, BedPlan
from desktop.ui.pages.beds.waiting_view import WaitingView
from desktop.ui.pages.detail_keys import PERSON_KEY, VOID_KEY
from desktop.ui.pages.label_dialog import LabelsDialog
from desktop.ui.pages.list_page import Listing, Wanted
from desktop.ui.pages.new_code import new_code
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.tables.model import Column
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter
from desktop.ui.widgets.header import search_words


def state_chips(row: BedRow) -> Chips:
    """A bed's state with colour and sign; a leave stands beside it."""
    chips = [ChipSpec(BED_STATES.shown[row.state], TONES[row.state])]
    if row.on_leave:
        chips.append(ChipSpec(said(ON_LEAVE), Tone.ATTENTION))
    return Chips(tuple(chips))


def _since(row: BedRow) -> str:
    return day_text(row.since) if row.since else ""


def _listing() -> Listing[BedRow]:
    columns: tuple[Column[BedRow], ...] = (
        Column(translate("Beds", "Bed"), lambda row: row.place, 150, sort="place", stretch=True),
        Column(translate("Beds", "State"), state_chips, 150, sort="state"),
        Column(translate("Beds", "Resident"), lambda row: row.resident, 100, sort="name"),
        Column(translate("Beds", "Since"), _since, 156),
        Column(translate("Beds", "Kind"), lambda row: BED_KINDS.shown[row.kind], 80),
        Column(translate("Beds", "Mode"), lambda row: BED_MODES.shown[row.mode], 120, spare=True),
    )
    return Listing(
        key="bed",
        import_kind=WorkbookKind.BEDS,
        title=translate("Beds", "Beds"),
        columns=columns,
        search_hint=search_words(translate("Beds", "bed")),
        new_text=translate("Beds", "New bed"),
        filters=(
            Filter("state", translate("Beds", "State"), lambda: BED_STATES.shown),
            Filter("kind", translate("Beds", "Kind"), lambda: BED_KINDS.shown),
        ),
        order="place",
        empty=(
            translate("Beds", "No bed on record yet"),
            translate("Beds", "Press Ctrl+N for the first one, or import the list of beds."),
        ),
    )


class BedsPage(RecordsPage[BedRow, BedDraft]):
    """Beds by place, with admission, leave, discharge and labels."""

    topics = Topic.BEDS | Topic.SERVICES | Topic.RESIDENTS | Topic.MONTHS
    writes = Topic.BEDS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._steps: dict[str, Button] = {}
        super().__init__(session, _listing(), parent)
        self._as_plan = False
        self.plan = BedPlan()
        self.plan.hide()
        self._row.insertWidget(0, self.plan, 1)
        self.plan_button = Button(translate("Beds", "Rooms"), "filter")
        self.plan_button.setCheckable(True)
        self.plan_button.clicked.connect(self.show_plan)
        self.filter_bar.add(self.plan_button)
        self.filter_bar.add(button(translate("Beds", "At home (Ctrl+H)"), self.open_home_beds, "filter"))
        self.filter_bar.add(button(translate("Beds", "Queue (Ctrl+T)"), self.open_waiting, "filter"))
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
            self.plan.set_rows(beds.rows(list(self.table.model.ids)))
            self.plan.show_chosen(self.table.current_id())

    def show_plan(self, plan: bool) -> None:
        """Show the beds room by room instead of as a list, or the list again."""
        self._as_plan = plan
        self.plan_button.setChecked(plan)
        self.refresh_now()
        self._arrange()

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
            ("person", translate("Beds", "Open the person"), self._open_person, "plain", PERSON_KEY),
            ("contract", translate("Beds", "Contract…"), self.contract, "plain", "Shift+F3"),
            ("picture", translate("Beds", "Picture of the contract…"), self.contract_picture, "plain", "Ctrl+F3"),
            ("edit", translate("Beds", "Edit (Enter)"), self.edit_current, "plain"),
            ("void", translate("Beds", "Void the stay…"), self.void_stay, "quiet", VOID_KEY),
            ("leaves", translate("Beds", "Correct a leave…"), self.change_leave, "quiet", "Shift+F6"),
            ("void_leave", translate("Beds", "Void a leave…"), self.void_leave, "quiet", "Shift+F12"),
            ("code", translate("Beds", "Replace the code…"), self.replace_code, "quiet", "Ctrl+F10"),
            ("close", translate("Beds", "Close the bed…"), self.close_bed, "quiet", "F11"),
            ("reopen", translate("Beds", "Take the close back…"), self.take_back_close, "quiet", "F11"),
        )
        for key, words, slot, kind, *keys in steps:
            self._steps[key] = panel.add_button(words, slot, kind, keys="".join(keys))
        return panel

    def show_detail(self, detail: DetailPanel, row: BedRow) -> None:
        """The bed with the acts that its state allows."""
        away, contract = leaves.of_bed(row.id, most=3), contract_acts.standing(row.resident_id)
        facts = (
            (translate("Beds", "Resident"), row.resident),
            (translate("Beds", "Since"), _since(row)),
            (translate("Beds", "Contract"), contract_acts.words_of(contract)),
            *waiting_acts.kept_for(row),
            (translate("Beds", "Leaves"), "\n".join(forms.leave_words(one) for one in away)),
            (translate("Beds", "Kind"), BED_KINDS.shown[row.kind]),
            (translate("Beds", "Mode"), BED_MODES.shown[row.mode]),
            (translate("Beds", "Outside code"), row.external_code),
            (translate("Beds", "In service from"), day_text(row.opened_on) if row.opened_on else ""),
            (translate("Beds", "Closed from"), day_text(row.closed_on) if row.closed_on else ""),
            (translate("Beds", "Code"), grouped(row.code) if row.code else ""),
        )
        detail.show_record(row.place, "", state_chips(row).chips, facts)
        self._steps["admit"].setVisible(row.state in {BedState.FREE, BedState.RESERVED})
        self._steps["picture"].setVisible(contract is not None)
        for key in ("discharge", "move", "person", "void", "contract"):
            self._steps[key].setVisible(row.stay_id is not None)
        self._steps["leave"].setVisible(row.stay_id is not None and not row.on_leave)
        self._steps["back"].setVisible(row.on_leave)
        for key in ("leaves", "void_leave"):
            self._steps[key].setVisible(bool(away))
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

    def admit(self) -> SmallForm:
        """Ask who moves in, when and where; every bed in service is offered, the day decides whether it is free."""
        row = self._meant()
        rows = beds.rows(beds.find_ids(BedQuery()))
        offered = {str(one.id): one.place for one in rows if one.state != BedState.OUT_OF_SERVICE}
        form = forms.admit_form(offered)
        fields = Drafted(form, StayDraft(from_on=clock.today()))
        if row is not None:
            form.fields["bed_id"].set_value(str(row.id))
        return ask_for(self, acts.admit(self.session.actor, fields, offered))

    def move_to_bed(self) -> SmallForm | None:
        """Ask into which bed somebody moves, and from when."""
        free = {str(one.id): one.place for one in beds.rows(beds.find_ids(BedQuery(state=BedState.FREE)))}
        return self._of_stay(lambda actor, row, stay: acts.move(actor, row, stay, free))

    def discharge(self) -> SmallForm | None:
        """Ask from when on the bed is free."""
        row = self._meant()
        if row is None or row.stay_id is None:
            return None
        box = DischargeBox(self, row, row.stay_id)
        box.begin()
        return box

    def contract(self) -> SmallForm | None:
        """Ask for the contract of whoever lies in the bed."""
        row = self._meant()
        if row is None or row.resident_id is None:
            return None
        return contract_acts.ask_contract(self, self.session.actor, row.resident_id, row.resident)

    def contract_picture(self) -> None:
        """Show the picture of the contract; without one, choose it."""
        row = self._meant()
        if row is not None:
            contract_acts.show_picture(self, self.session.actor, row.resident_id)

    def leave(self) -> SmallForm | None:
        """Ask for the days of a leave, which keeps the bed."""
        return self._of_stay(acts.leave)

    def end_leave(self) -> SmallForm | None:
        """Ask for the last day of the leave that is running."""
        row = self._meant()
        return self._of_stay(acts.end_leave) if row is not None and row.on_leave else None

    def leave_or_back(self) -> SmallForm | None:
        """Away, or back for whoever is away."""
        row = self._meant()
        return self.end_leave() if row is not None and row.on_leave else self.leave()

    def change_leave(self) -> SmallForm | None:
        """Put the days of a leave right, of a stay that has ended too."""
        return self._of_leaves(acts.change_leave)

    def void_leave(self) -> SmallForm | None:
        """Ask which leave was recorded by mistake, and why it is void."""
        return self._of_leaves(acts.void_leave)

    def void_stay(self) -> SmallForm | None:
        """Ask why a stay that was recorded by mistake is void."""
        return self._of_stay(acts.void_stay)

    def close_bed(self) -> SmallForm | None:
        """Ask from when on the bed is no longer there."""
        row = self.table.current_row()
        if row is None or row.closed_on is not None:
            return None
        return ask_for(self, acts.close_bed(self.session.actor, row))

    def take_back_close(self) -> SmallForm | None:
        """Ask why a bed that was closed by mistake is there after all."""
        row = self.table.current_row()
        if row is None or row.closed_on is None:
            return None
        return ask_for(self, acts.take_back_close(self.session.actor, row))

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
            Key("F10", translate("BedsKeys", "print labels"), self.open_labels),
            Key("Ctrl+D", translate("BedsKeys", "day care: who comes and leaves, by scan"), self.open_day_care),
            Key("Ctrl+H", translate("BedsKeys", "care beds at home: contract, plan, review"), self.open_home_beds),
            Key("Ctrl+T", translate("BedsKeys", "who waits for a bed, and who comes next"), self.open_waiting),
        )

    def receive(self, argument: object) -> None:
        """The day care, for whoever is to be signed out there; the care beds at home that are to be seen to."""
        if isinstance(argument, ShowDayCare):
            self.open_day_care()
        elif isinstance(argument, ShowHomeBeds):
            self.close_views()
            self.lay(HomeBedsView(self, to_do=True))
        elif isinstance(argument, ShowWaiting):
            self.open_waiting()
        else:
            super().receive(argument)

    def open_waiting(self) -> None:
        """Who waits for a bed."""
        if not isinstance(self.view, WaitingView):
            self.lay(WaitingView(self))

    def open_home_beds(self) -> None:
        """Who is served at home by contract and plan."""
        if not isinstance(self.view, HomeBedsView):
            self.lay(HomeBedsView(self))

    def open_day_care(self) -> None:
        """Who comes to the day care and leaves it."""
        if not isinstance(self.view, DayCareView):
            self.lay(DayCareView(self))

    def open_labels(self) -> LabelsDialog:
        """Labels of the selected beds, of all that are listed, or of a floor."""
        batches = label_batches(list(self.table.model.ids), self.table.selected_ids())
        dialog = LabelsDialog(self, LabelKind.BEDS, batches)
        dialog.open()
        return dialog

    def _arrange(self) -> None:
        super()._arrange()
        if hasattr(self, "plan"):
            self.plan.setVisible(self._as_plan and not self.table.isHidden())
            self.table.setVisible(not self._as_plan and not self.table.isHidden())

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

    def _of_leaves(self, make: Callable[[Actor, BedRow, Mapping[str, LeaveRow]], acts.TypedAct]) -> SmallForm | None:
        """Ask for what is done with a leave from the selected bed; nothing where there is none."""
        known, row = self._leaves(), self.table.current_row()
        return ask_for(self, make(self.session.actor, row, known)) if row is not None and known else None

    def _meant(self) -> BedRow | None:
        """The chosen bed; whoever looked for a single one means it, without going into the list first."""
        if self.header.search is not None:
            # A key may come before the pause after which typing is searched.
            self.header.search.search_now()
        ids = self.table.model.ids
        return self.table.current_row() or (self.table.model.row_at(0) if len(ids) == 1 else None)

    def _leaves(self) -> dict[str, LeaveRow]:
        row = self.table.current_row()
        return {} if row is None else {str(one.id): one for one in leaves.of_bed(row.id)}

    def _preview(self) -> None:
        preview_report(self, ReportKind.BEDS, Month.of(clock.today()))

    def _open_person(self) -> None:
        row = self.table.current_row()
        if row is not None and row.resident_id is not None:
            self.go_requested.emit(RoomKey.RESIDENTS, Open(row.resident_id))
