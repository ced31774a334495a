"""服务包与预算: what people are granted and what a month uses of it, service by service; what payers have for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.money import yuan_shown
from desktop.core.period import Month
from desktop.core.words.months import month_text
from desktop.core.words.terms import PAYERS, SERVICE_TYPES
from desktop.services.help_services import budgets, packages
from desktop.services.help_services.budgets import BudgetDraft, Spent
from desktop.services.help_services.packages import Line, PackageDraft, Used
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, MoneyField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason
from desktop.ui.pages.page_view import PageView
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip
from desktop.ui.widgets.turning import Turning


class PackagesView(PageView):
    """The packages of a month beside the services of the chosen one."""

    def __init__(self, page: Page, month: Month) -> None:
        super().__init__(page, translate("Packages", "Packages and budgets"))
        self.month = month
        self._used: dict[int, Used] = {}
        self._lines: list[Line] = []
        self.said, self.budgets = MessageStrip(), label(role="secondary", wrap=True)
        self.table: RecordTable[Used] = RecordTable(
            translate("Packages", "Packages"), _columns(), lambda ids: [self._used[one] for one in ids]
        )
        self.lines: RecordTable[Line] = RecordTable(
            translate("Packages", "Services in the package"),
            _line_columns(),
            lambda ids: [self._lines[one] for one in ids],
        )
        self._build()
        install(self, self.keys())
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What is granted, by keys."""
        return (
            Key("Ctrl+N", translate("Packages", "grant somebody hours of help"), self.grant),
            Key("F2", translate("Packages", "put right or end the chosen package"), self.change),
            Key("F12", translate("Packages", "void a package that was granted by mistake"), self.void),
            Key("F7", translate("Packages", "what a payer has for each month"), self.set_budget),
            Key("F3", translate("Packages", "the month before"), lambda: self.turn(-1)),
            Key("F4", translate("Packages", "the month after"), lambda: self.turn(1)),
        )

    def take_keyboard(self) -> None:
        """The packages."""
        self.table.take_keyboard()

    def refresh(self) -> None:
        """Count the month anew."""
        chosen = self.table.current_id()
        self._used = {one.package.id: one for one in packages.used_in(self.month)}
        self.table.set_ids(list(self._used))
        self.table.model.reload()
        if chosen in self._used:
            self.table.select_id(chosen)
        over = sum(one.left < 0 for one in self._used.values())
        words = translate("Packages", "{month}: {count} packages, {over} used beyond what is granted")
        self.header.set_subtitle(words.format(month=month_text(self.month), count=len(self._used), over=over))
        self.budgets.setText("　".join(map(_budget_words, budgets.spent_in(self.month))))
        self.budgets.setVisible(bool(self.budgets.text()))
        self._show_lines()

    def turn(self, months: int) -> None:
        """Another month."""
        self.month = self.month.shifted(months)
        self.refresh()

    @asks(Action.EDIT_PACKAGE)
    def grant(self) -> SmallForm:
        """Grant hours."""
        return ask_package(self.page, self.session.actor)

    @asks(Action.EDIT_PACKAGE)
    def change(self) -> SmallForm | None:
        """Put the chosen one right, or end it."""
        one = self._chosen()
        return ask_package(self.page, self.session.actor, one) if one else None

    @asks(Action.EDIT_PACKAGE)
    def void(self) -> SmallForm | None:
        """It was granted by mistake."""
        one = self._chosen()
        if one is None:
            return None
        act = Act(
            translate("Packages", "Void the package of {name}?").format(name=one.package.name),
            translate("Packages", "Void"),
            Texts(reason()),
            lambda given: packages.void(self.session.actor, one.package.id, given["reason"]),
            Topic.SERVICES,
            translate("Packages", "It is void; its services stay"),
            about=one.package.id,
        )
        return ask_for(self.page, act)

    @asks(Action.EDIT_BUDGET)
    def set_budget(self) -> SmallForm:
        """What a payer has for each month from a day on."""
        form = DraftForm(BudgetDraft)
        form.add("payer", translate("ServiceForm", "Payer"), PickField(form.codes("payer")))
        form.add("amount", translate("Packages", "Yuan a month"), MoneyField())
        form.add("valid_from", translate("Packages", "From"), DateField())
        form.add("valid_to", translate("Packages", "Until"), DateField())
        draft = BudgetDraft(valid_from=self.month.first.isoformat())
        act = Act(
            translate("Packages", "Budget of a payer"),
            translate("Packages", "Save"),
            Drafted(form, draft),
            lambda given: budgets.set_budget(self.session.actor, given),
            Topic.SERVICES,
            translate("Packages", "The budget is on record"),
        )
        return ask_for(self.page, act)

    def _chosen(self) -> Used | None:
        one = self.table.current_row()
        if one is None:
            self.said.say(translate("Packages", "Choose a package first."), Tone.ATTENTION)
        return one

    def _show_lines(self) -> None:
        one = self.table.current_row()
        self._lines = list(one.lines) if one else []
        self.lines.set_ids(range(len(self._lines)))
        self.lines.model.reload()

    def _build(self) -> None:
        self.header.set_primary(translate("Packages", "Grant… (Ctrl+N)"), self.grant, "add")
        both = Turning()
        both.add(self.table, 3, least=560)
        both.add(self.lines, 2, least=380)
        told: tuple[tuple[str, Callable[[], object], str], ...] = (
            (translate("Packages", "Change… (F2)"), self.change, "edit"),
            (translate("Packages", "Void… (F12)"), self.void, ""),
            (translate("Packages", "Budget… (F7)"), self.set_budget, ""),
            (translate("Packages", "Month before (F3)"), lambda: self.turn(-1), "chevron-left"),
            (translate("Packages", "Month after (F4)"), lambda: self.turn(1), "chevron-right"),
        )
        self.content.addWidget(self.said)
        self.content.addWidget(self.budgets)
        self.content.addWidget(both, 1)
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in told)))
        first = translate("Packages", "Ctrl+N grants somebody hours of help a month.")
        self.table.set_empty(translate("Packages", "No package in this month"), first, "services")
        self.lines.set_empty(translate("Packages", "No service in it this month"), "", "services")
        self.table.set_keys(translate("Packages", "↑↓ choose   Enter change   Esc back"))
        self.table.current_changed.connect(lambda _one: self._show_lines())
        self.table.row_activated.connect(lambda _one: self.change())
        self.table.left.connect(self.closed)
        self.lines.left.connect(self.table.take_keyboard)


def ask_package(widget: QWidget, actor: Actor, one: Used | None = None) -> SmallForm:
    """Who is granted how many hours of what; one on record is put right or ended."""
    form = DraftForm(PackageDraft)
    form.add("resident_id", translate("ServiceForm", "Resident"), ResidentField())
    every = translate("Packages", "Empty: any of the ten.")
    form.add("type", translate("ServiceForm", "Type"), PickField(form.codes("type")), help=every)
    form.add("hours", translate("Packages", "Hours a month"), TextField())
    form.add("payer", translate("ServiceForm", "Payer"), PickField(form.codes("payer")))
    form.add("valid_from", translate("Packages", "From"), DateField())
    form.add("valid_to", translate("Packages", "Until"), DateField())
    form.add("remark", translate("ServiceForm", "Remark"), TextField())
    fresh = PackageDraft(valid_from=Month.of(clock.today()).first.isoformat())
    draft = fresh if one is None else packages.draft_of(one.package.id)

    def save(given: PackageDraft) -> None:
        if one is None:
            packages.grant(actor, given)
        else:
            packages.change(actor, one.package.id, given)

    act = Act(
        translate("Packages", "Hours of help a month"),
        translate("Packages", "Save"),
        Drafted(form, draft),
        save,
        Topic.SERVICES,
        translate("Packages", "It is granted"),
        long=True,
        about=one.package.id if one else None,
    )
    return ask_for(widget, act)


def _budget_words(one: Spent) -> str:
    payer, used = PAYERS.shown[one.payer], yuan_shown(one.used_fen)
    if one.budget_fen is None or one.left_fen is None:
        return translate("Packages", "{payer}: {used} yuan used").format(payer=payer, used=used)
    words = translate("Packages", "{payer}: {used} of {budget} yuan used, {left} left")
    return words.format(payer=payer, used=used, budget=yuan_shown(one.budget_fen), left=yuan_shown(one.left_fen))


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.2f}"


def _columns() -> tuple[Column[Used], ...]:
    return (
        Column(translate("Packages", "Name"), lambda one: one.package.name, 90, stretch=True),
        Column(translate("Packages", "Type"), _type, 90),
        Column(translate("Packages", "Payer"), lambda one: PAYERS.shown[one.package.payer], 90, spare=True),
        Column(translate("Packages", "Hours"), lambda one: _hours(one.package.minutes), 76, Align.RIGHT),
        Column(translate("Packages", "Used"), lambda one: _hours(one.used), 76, Align.RIGHT),
        Column(translate("Packages", "Left"), _left, 110, Align.RIGHT),
        Column(translate("Packages", "Until"), _until, 110, spare=True),
    )


def _line_columns() -> tuple[Column[Line], ...]:
    return (
        Column(translate("Packages", "Day"), lambda one: day_text(one.day), 112, stretch=True),
        Column(translate("Packages", "Type"), lambda one: SERVICE_TYPES.shown[one.type], 70),
        Column(translate("Packages", "Hours"), lambda one: _hours(one.minutes), 76, Align.RIGHT),
        Column(translate("Packages", "Left"), lambda one: _hours(one.left), 76, Align.RIGHT),
    )


def _type(one: Used) -> str:
    return SERVICE_TYPES.shown[one.package.type] if one.package.type else translate("Packages", "any")


def _until(one: Used) -> str:
    return day_text(one.package.valid_to) if one.package.valid_to else "—"


def _left(one: Used) -> Chips | str:
    return Chips((ChipSpec(_hours(one.left), Tone.ATTENTION),)) if one.left < 0 else _hours(one.left)
