"""One correction (更正单): what it does, what comes of it and why, and the answer of the second person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.acts import Action
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.trade import CorrectionState, CorrectionStep
from desktop.core.words.corrections import STAGED_RECORDS, act_content
from desktop.core.words.months import month_text
from desktop.core.words.terms import CORRECTION_STEPS
from desktop.services.closing import corrections, staging
from desktop.services.closing.corrections import CorrectionRow, Told
from desktop.services.closing.staged import Act
from desktop.services.closing.staging import ActLine
from desktop.services.writing import permissions
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import reading, show_trouble, succeeds
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.pages.asks import Show
from desktop.ui.pages.closing import answering
from desktop.ui.pages.closing.corrections import state_chip
from desktop.ui.pages.closing.differences import Line, difference_table, line_of
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.labels import label


class CorrectionView(PageView):
    """The acts above, the differences beneath, which are counted behind the window."""

    def __init__(self, page: Page, correction_id: int) -> None:
        super().__init__(page, "")
        self.correction_id = correction_id
        self._acts: dict[int, ActLine] = {}
        self._lines: dict[int, Line] = {}
        self._answers: list[QWidget] = []
        self.row = corrections.of_id(correction_id)
        self.chips = ChipRow()
        self.about = label(role="secondary", wrap=True)
        self.acts: RecordTable[ActLine] = RecordTable(
            translate("Corrections", "What is put right"), _act_columns(), lambda ids: [self._acts[one] for one in ids]
        )
        self.told = difference_table(self._lines)
        self._build()
        self.refresh()

    @property
    def month(self) -> Month:
        """The month that is put right."""
        return Month.parse(self.row.month)

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.row.state == CorrectionState.OPEN

    def refresh(self) -> None:
        """Read it anew; what its acts come to is counted behind the window."""
        if reading(self, self._show):
            self._count()

    def take_keyboard(self) -> None:
        """The acts, or what they come to."""
        (self.acts if self._acts else self.told).take_keyboard()

    def keys(self) -> tuple[Key, ...]:
        """What the sheet answers to."""
        return (
            Key("Ctrl+N", translate("CorrectionKeys", "put in what is to be put right, in its room"), self.go_to_room),
            Key("F5", translate("CorrectionKeys", "take up what was learned since the close"), self.take_up),
            Key("F8", translate("CorrectionKeys", "take the act out again"), self.take_out),
            Key("F6", translate("CorrectionKeys", "approve: a second person, with the own password"), self.approve),
            Key("F7", translate("CorrectionKeys", "approved by the district office in writing"), self.approve_on_paper),
            Key("F3", translate("CorrectionKeys", "do not approve"), self.reject),
            Key("F4", translate("CorrectionKeys", "withdraw the correction"), self.withdraw),
            Key("Ctrl+P", translate("CorrectionKeys", "print the sheet"), self.preview),
        )

    # What can be done with it.

    @asks(Action.CORRECT_MONTH)
    def go_to_room(self) -> None:
        """Where the month's records are: what is changed there is refused and offered to this correction."""
        if not self._may(Action.CORRECT_MONTH):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for room, words in (
            (RoomKey.VISITS, translate("Corrections", "Visits of the month")),
            (RoomKey.SERVICES, translate("Corrections", "Services of the month")),
            (RoomKey.CANTEEN, translate("Corrections", "Meals of the month")),
            (RoomKey.BEDS, translate("Corrections", "Beds and stays")),
        ):
            menu.addAction(words, lambda room=room: self.page.go_requested.emit(room, _shown(room, self.month)))
        menu.popup(self.mapToGlobal(QPoint(0, self.header.height())))

    @asks(Action.CORRECT_MONTH)
    def take_up(self) -> None:
        """What today's facts say of the month becomes part of it."""
        if not self._may(Action.CORRECT_MONTH):
            return
        actor, acts = self.session.actor, [Act(CorrectionStep.REFRESH)]
        done = translate("Corrections", "Facts learned since the close are taken up")
        succeeds(self, lambda: corrections.stage(actor, self.correction_id, acts), Topic.MONTHS, done)

    def take_out(self) -> None:
        """The selected act is not done."""
        act = self.acts.current_id()
        if act is None or not self._may(Action.CORRECT_MONTH):
            return
        done = translate("Corrections", "Taken out of the correction")
        succeeds(self, lambda: corrections.unstage(self.session.actor, act), Topic.MONTHS, done)

    @asks(Action.ANSWER_CORRECTION)
    def approve(self) -> QWidget | None:
        """Another person, at this desk."""
        if not self.is_open:
            return None
        return answering.ask_second(self, self.correction_id, self.session.actor, self._answered)

    @asks(Action.ANSWER_CORRECTION)
    def approve_on_paper(self) -> QWidget | None:
        """The district office, in writing."""
        if not self._may(Action.ANSWER_CORRECTION):
            return None
        return answering.ask_in_writing(self, self.correction_id, self.session.actor, self._answered)

    @asks(Action.ANSWER_CORRECTION)
    def reject(self) -> QWidget | None:
        """No, and why."""
        if not self._may(Action.ANSWER_CORRECTION):
            return None
        return answering.ask_reject(self, self.correction_id, self.session.actor, self._answered)

    @asks(Action.CORRECT_MONTH)
    def withdraw(self) -> QWidget | None:
        """Given up, and why."""
        if not self._may(Action.CORRECT_MONTH):
            return None
        return answering.ask_withdraw(self, self.correction_id, self.session.actor, self._answered)

    def preview(self) -> None:
        """The sheet as it is printed, to sign and to keep."""
        folder, actor, wanted = preview_folder(self.page), self.session.actor, self.correction_id

        def make(progress: Progress) -> Paper:
            # Printing loads slowly, and many a day nobody prints.
            from desktop.reports.months.correction_paper import write_sheet

            made = write_sheet(actor, wanted, folder, progress)
            return Paper(made.path, translate("Corrections", "Correction"), made.missing)

        preview_made(self.page, translate("Corrections", "Writing the sheet"), make)

    def _build(self) -> None:
        for words, slot, icon in (
            (translate("Corrections", "Put in… (Ctrl+N)"), self.go_to_room, "add"),
            (translate("Corrections", "Learned since (F5)"), self.take_up, "undo"),
            (translate("Corrections", "Print (Ctrl+P)"), self.preview, "print"),
            (translate("Corrections", "In writing (F7)"), self.approve_on_paper, "reports"),
            (translate("Corrections", "Do not approve (F3)"), self.reject, "close"),
            (translate("Corrections", "Withdraw (F4)"), self.withdraw, "undo"),
        ):
            made = self.header.add_action(words, slot, icon)
            if slot != self.preview:
                self._answers.append(made)
        self._answers.append(self.header.set_primary(translate("Corrections", "Approve (F6)"), self.approve, "check"))
        self.acts.set_empty(
            translate("Corrections", "Nothing is put in yet"),
            translate(
                "Corrections",
                "Change, add or void the month's records in their rooms (Ctrl+N): what the closed month refuses comes "
                "here by Enter.",
            ),
            "info",
        )
        self.acts.set_keys(translate("Corrections", "F8 take out"))
        self.content.addWidget(self.chips)
        self.content.addWidget(self.about)
        self.content.addWidget(self.acts, 2)
        self.content.addWidget(self.told, 3)
        install(self, self.keys())

    def _may(self, action: Action) -> bool:
        return self.is_open and permissions.may(self.session.actor.role, action)

    def _answered(self, _made: object) -> None:
        self.refresh()

    def _show(self) -> None:
        self.row, found = corrections.of_id(self.correction_id), staging.lines(self.correction_id)
        row = self.row
        title = translate("Corrections", "Correction of {month}, no. {number}")
        self.header.set_title(title.format(month=month_text(self.month), number=row.number))
        self.header.set_subtitle(row.reason)
        self.chips.set_chips((state_chip(row),))
        self.about.setText("　".join(_facts(row)))
        self._acts = {one.id: one for one in found}
        self.acts.set_ids(list(self._acts))
        if self.acts.current_id() is None and self._acts:
            self.acts.select_id(next(iter(self._acts)))
        for one in self._answers:
            one.setVisible(self.is_open)

    def _count(self) -> None:
        self._lines.clear()
        self.told.set_ids(())
        self.told.set_empty(translate("Corrections", "What it comes to is being counted…"), "", "info")
        actor, wanted = self.session.actor, self.correction_id

        def count() -> list[Told]:
            from desktop.reports.months.render import reports_of

            return corrections.differences(actor, wanted, reports_of)

        self.session.reads.read(self, count, self._show_told, self._failed)

    def _show_told(self, told: Sequence[Told]) -> None:
        waits = self.is_open
        self._lines.update(
            {at: line_of(one.difference, one.causes, one.staged if waits else None) for at, one in enumerate(told, 1)}
        )
        self.told.set_empty(translate("Corrections", "Nothing is told differently"), "", "info")
        self.told.set_ids(list(self._lines))

    def _failed(self, error: ShizhuError) -> None:
        self.told.set_empty(translate("Page", "This could not be read."), "", "warning")
        show_trouble(self, error)


def _facts(row: CorrectionRow) -> list[str]:
    opened = translate("Corrections", "Opened by {name}, {at}").format(name=row.opened_by, at=row.opened_at[:16])
    if not row.answered_at:
        return [opened]
    by = f"{row.second_person}（{row.paper}）" if row.paper else row.second_person
    answered = translate("Corrections", "Answered by {name}, {at}").format(name=by, at=row.answered_at[:16])
    version = f"V{row.version}" if row.version else ""
    return [part for part in (opened, answered, row.answer, version) if part]


def _shown(room: RoomKey, month: Month) -> Show | None:
    return None if room == RoomKey.BEDS else Show(month=month)


def _act_columns() -> tuple[Column[ActLine], ...]:
    return (
        Column(translate("Corrections", "Act"), lambda one: CORRECTION_STEPS.shown[one.act.step], 150),
        Column(translate("Corrections", "Record"), lambda one: STAGED_RECORDS.shown.get(one.act.kind, ""), 100),
        Column(translate("Corrections", "Whose"), lambda one: one.name, 100),
        Column(translate("Corrections", "Day"), lambda one: one.day, 110),
        Column(translate("Corrections", "What it becomes"), lambda one: act_content(one.act.fields), 260, stretch=True),
        Column(translate("Corrections", "Reason"), lambda one: one.act.reason, 160, stretch=True),
    )
