"""报表: the month's reports, as figures on the screen, as paper, as files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core.answers import ReportKind
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.words import terms
from desktop.core.words.months import month_text
from desktop.services.closing import report_states
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.printing import preview_report
from desktop.ui.frame.session import Session
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import OpenFigure, OpenReport
from desktop.ui.pages.explained_view import ExplainedView
from desktop.ui.pages.reports.output import Output
from desktop.ui.pages.reports.trends_view import TrendsView
from desktop.ui.pages.reports.versions import VersionsView, states_text
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.section_view import Overview, SectionView, shown_line
from desktop.ui.widgets.buttons import Button, button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.menus import choose_one
from desktop.ui.widgets.month_picker import MonthPicker

if TYPE_CHECKING:
    from desktop.core.document import Section
    from desktop.reports.months.month_set import MonthReports

_KIND = Qt.ItemDataRole.UserRole
_SECTION = Qt.ItemDataRole.UserRole + 1
_LIST_WIDTH = 264


_Sections = dict[str, tuple["Section", ...]]


def _read(month: Month, number: int | None) -> tuple[MonthReports, _Sections]:
    """The reports, and their tables as they stand on paper: those of a corrected month with 更正对照."""
    # The reports bring the printing with them, which start-up does not need.
    from desktop.reports.months.month_set import month_reports, printed

    found = month_reports(month, number)
    return found, {kind: printed(kind, found).sections for kind in found.reports}


class ReportsPage(ViewsPage):
    """A table of contents at the left, the chosen table at the right; a number opens who and what makes it."""

    topics = Topic.ALL & ~Topic.SETTINGS & ~Topic.BACKUPS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, translate("Reports", "Reports"), parent)
        self._found: MonthReports | None = None
        self._sections: _Sections = {}
        self._shown: QWidget | None = None
        # Which version is shown; None is the one that holds.
        self._version: int | None = None
        # What is open, or will be once the figures are read.
        self._place: tuple[str, int | None] = ("visits", None)
        self._build()
        self._connect()

    @property
    def kind(self) -> ReportKind:
        """Which of the reports is open."""
        return ReportKind(self._place[0])

    def refresh(self) -> None:
        """Show the month, as it was frozen when it is closed, else counted anew; read behind the window.

        Until it is read nothing stands here: no figure of another month or moment under the name of this one.
        """
        super().refresh()
        month = self.picker.month
        self._found, self._sections = None, {}
        self.export_button.setEnabled(False)
        self.contents.blockSignals(True)
        self.contents.clear()
        self.contents.blockSignals(False)
        self._put(None)
        words = translate("Reports", "{month} · reading…")
        self.header.set_subtitle(words.format(month=month_text(month)))
        self.heading.setText(translate("Reports", "The figures of the month are being read…"))
        number = self._version
        self.read_later(lambda: _read(month, number), lambda read: self._show_read(*read))

    def read_failed(self) -> None:
        """No figures."""
        self.header.set_subtitle(month_text(self.picker.month))
        self.heading.setText(translate("Page", "This could not be read."))

    def receive(self, argument: object) -> None:
        """A month, a figure of one, or the key of a report, to open."""
        self.close_views()
        if isinstance(argument, Month):
            self.open_version(argument, None)
        elif isinstance(argument, OpenReport):
            self.open_version(argument.month, argument.version)
            self.open_report(argument.report)
            self._say_whose_paper(argument)
        elif isinstance(argument, OpenFigure):
            self.open_figure(argument.figure, argument.month)
        elif isinstance(argument, str):
            self.open_report(argument)

    def open_report(self, kind: str, section: int | None = None) -> None:
        """Show a report, or one table of it; while the figures are being read, once they are there."""
        if not self._sections:
            self._place = (kind, section)
        for top in self._tops():
            if top.data(0, _KIND) == kind:
                parts = [top.child(at) for at in range(top.childCount())]
                found = (part for part in parts if part.data(0, _SECTION) == section)
                self.contents.setCurrentItem(next(found, top))

    def open_version(self, month: Month, number: int | None) -> None:
        """Show the reports of a version of a month; None: of the one that holds."""
        self.close_views()
        self._version = number
        if self.picker.month == month:
            self.refresh_now()
        else:
            self.picker.blockSignals(True)
            self.picker.set_month(month)
            self.picker.blockSignals(False)
            self.refresh_now()

    def open_versions(self) -> None:
        """Every month with its versions and what became of them."""
        view = VersionsView(self, self.picker.month)
        view.opened.connect(self.open_version)
        self.lay(view)

    def preview(self) -> None:
        """Show the open report as it will be printed."""
        preview_report(self, self.kind, self.picker.month, found=self._found)

    def print_report(self) -> None:
        """Show the open report and go on to the printer."""
        preview_report(self, self.kind, self.picker.month, to_print=True, found=self._found)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "contents"):
            self._dress()

    def _build(self) -> None:
        self.picker = MonthPicker()
        self.header.add_widget(self.picker)
        self.header.add_action(translate("Reports", "Versions (F6)"), self.open_versions, "reports")
        self.header.add_action(translate("Reports", "Print"), self.print_report, "print", "Ctrl+Shift+P")
        self.output = Output(self)
        self.export_button: Button = self.header.add_action(
            translate("Reports", "Export…"), self._open_menu, "export", "Ctrl+E"
        )
        self.header.set_primary(translate("Reports", "Preview"), self.preview, "search", "Ctrl+P")
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(False)
        self.contents.setExpandsOnDoubleClick(False)
        self.contents.setIndentation(18)
        self.contents.setAccessibleName(translate("Reports", "Table of contents"))
        left = Card()
        left.body.setContentsMargins(6, 8, 6, 8)
        left.body.addWidget(self.contents, 1)
        left.body.addWidget(button(translate("Reports", "Trends (F7)"), self.open_trends))
        self.card = Card()
        self.heading = label(role="section", wrap=True)
        self.card.body.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(left)
        row.addWidget(self.card, 1)
        self._left = left
        self.content.addLayout(row, 1)
        self._dress()

    def _open_menu(self) -> None:
        if self._found is not None:
            self.output.open_menu(self.export_button, self.kind, self._found)

    def _connect(self) -> None:
        self.picker.month_changed.connect(lambda month: self.open_version(month, None))
        self.install_room_keys()
        self.contents.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self.contents.itemActivated.connect(lambda _item, _column: self.preview())

    def _say_whose_paper(self, paper: OpenReport) -> None:
        """Which paper was scanned, and whether it still says what holds."""
        latest = report_states.of(paper.month)[0].version
        month, holds = month_text(paper.month), latest.number if latest else 0
        if holds == paper.version:
            words = translate("Reports", "The scanned paper is the report of {month}, version {version}: it holds.")
            self.strip.say(words.format(month=month, version=paper.version), Tone.OK)
            return
        words = translate(
            "Reports",
            "The scanned paper is the report of {month}, version {version}. It holds no more: version {latest} does.",
        )
        ways = {translate("Reports", "Open version {latest}"): lambda: self.open_version(paper.month, None)}
        said = {key.format(latest=holds): way for key, way in ways.items()}
        self.strip.say(words.format(month=month, version=paper.version, latest=holds), Tone.ATTENTION, said)

    def _show_read(self, found: MonthReports, sections: _Sections) -> None:
        self._found = found
        self._sections = sections
        self._titles = {kind: terms.REPORTS.shown[kind] for kind in found.reports}
        self.header.set_subtitle(_subtitle(found))
        self.export_button.setEnabled(True)
        self._fill_contents()

    def _fill_contents(self) -> None:
        kept = self._place if self._place[0] in self._sections else ("visits", None)
        self.contents.blockSignals(True)
        self.contents.clear()
        for kind, sections in self._sections.items():
            top = QTreeWidgetItem([self._titles[kind]])
            top.setData(0, _KIND, kind)
            self.contents.addTopLevelItem(top)
            for number, section in enumerate(sections):
                if number == 0 and len(section.rows) == 1:
                    # Its one row is what the report's own line shows.
                    continue
                child = QTreeWidgetItem([_with_count(section)])
                child.setData(0, _KIND, kind)
                child.setData(0, _SECTION, number)
                top.addChild(child)
        self._dress()
        self.open_report(*kept)
        self.contents.blockSignals(False)
        self._show_current()

    def _show_current(self) -> None:
        item = self.contents.currentItem()
        if item is None or not self._sections:
            return
        kind, number = self._place = str(item.data(0, _KIND)), item.data(0, _SECTION)
        for top in self._tops():
            top.setExpanded(top.data(0, _KIND) == kind)
        section = self._sections[kind][number or 0]
        self.heading.setText(self._titles[kind] if number is None else section.title)
        numbers = _numbers(kind, section, shown_line(section))
        shown = Overview(section, numbers) if number is None else SectionView(section)
        shown.opened.connect(lambda line, column: self._open_number(kind, section, line, column))
        self._put(shown)

    def _open_number(self, kind: str, section: Section, line: int, column: int) -> None:
        """The number under the keyboard; of a line with others the one that is chosen from a menu."""
        numbers = _numbers(kind, section, line)
        if column in numbers or len(numbers) == 1:
            at = column if column in numbers else next(iter(numbers))
            self._open_named(numbers[at], _printed(section, line, at))
        elif numbers:

            def opening(at: int) -> Callable[[], None]:
                return lambda: self._open_named(numbers[at], _printed(section, line, at))

            choose_one(self.card, [(section.columns[at].title, opening(at)) for at in numbers])
        else:
            self.strip.say(translate("Reports", "Nothing is listed behind this line."), Tone.NEUTRAL)

    def open_figure(self, figure: str, month: Month | None = None, printed: str = "") -> None:
        """Let who and what makes a figure, of the room's month unless another is said, stand in the room's place."""
        view = ExplainedView(self, month or self.picker.month, figure, printed)
        view.left_for.connect(self.go_requested)
        self.lay(view)

    def _open_named(self, named: str, printed: str) -> None:
        from desktop.reports.months.opens import month_and_figure

        month, figure = month_and_figure(named, self.picker.month)
        closed = self._found is not None and self._found.version is not None
        # Hours are told in minutes, and a number of another month by that month.
        as_told = (
            closed
            and month == self.picker.month
            and not figure.startswith(("services.minutes", "services.six_help.minutes"))
        )
        self.open_figure(figure, month, printed if as_told else "")

    def open_trends(self) -> TrendsView:
        """Let the month beside others, and its figures over twelve months, stand in the room's place."""
        view = TrendsView(self, self.picker.month)
        view.opened.connect(lambda month, figure: self.open_figure(figure, month))
        self.lay(view)
        return view

    def room_keys(self) -> tuple[Key, ...]:
        """Heard by the head and by what is open."""
        return (
            Key("Enter", translate("Reports", "Who and what makes this number")),
            Key("F6", translate("ReportsKeys", "all months with their versions"), self.open_versions),
            Key("F7", translate("Reports", "Trends, and the month beside another"), self.open_trends),
            Key("Ctrl+P", translate("Reports", "Preview")),
            Key("Ctrl+Shift+P", translate("Reports", "Print")),
        )

    def _put(self, shown: QWidget | None) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        if shown is not None:
            self.card.body.addWidget(shown, 1)

    def _tops(self) -> list[QTreeWidgetItem]:
        found = (self.contents.topLevelItem(index) for index in range(self.contents.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _dress(self) -> None:
        self._left.setFixedWidth(theme.px(_LIST_WIDTH))
        for top in self._tops():
            top.setFont(0, theme.font(15, bold=True))
            top.setSizeHint(0, QSize(0, theme.px(40)))
            for at in range(top.childCount()):
                top.child(at).setSizeHint(0, QSize(0, theme.px(32)))
                top.child(at).setFont(0, theme.font(14))


def _numbers(kind: str, section: Section, line: int) -> dict[int, str]:
    from desktop.reports.months.opens import figures_in

    return figures_in(kind, section, line)


def _printed(section: Section, line: int, column: int) -> str:
    """What stands there; nothing for nothing."""
    row = section.rows[line] if line < len(section.rows) else section.totals or ()
    cell = row[column] if column < len(row) else None
    return "" if cell is None else str(cell)


def _subtitle(found: MonthReports) -> str:
    month, version = month_text(found.month), found.version
    one = next(one for one in report_states.of(found.month) if one.version == version)
    state = states_text(one)
    if version is None:
        return translate("Reports", "{month} · {state} · figures of now").format(month=month, state=state)
    words = translate("Reports", "{month} · {state} · version {number}, mark {mark}")
    return words.format(month=month, state=state, number=version.number, mark=version.sha256[:8])


def _with_count(section: Section) -> str:
    return f"{section.title}　{len(section.rows)}" if len(section.rows) > 1 else section.title
