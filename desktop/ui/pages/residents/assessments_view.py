"""能力评估 of one person: two assessments side by side, a new one, the report on paper."""

from __future__ import annotations

from pathlib import Path

from desktop.core import assessment, clock
from desktop.core.acts import Action
from desktop.core.answers import WorkbookKind
from desktop.core.assessment import Area, Item
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words import terms
from desktop.core.words.assessments import AREAS, item_word
from desktop.core.words.graded import sentence
from desktop.services.register.listing import ResidentRow
from desktop.services.residents import assessment_paper, assessments, grades
from desktop.services.residents.assessments import AssessmentRow
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.frame.rights import asks
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.look.theme import Tone
from desktop.ui.pages import papers
from desktop.ui.pages.acts import Act, Texts, ask_for, reason
from desktop.ui.pages.asks import TakeIn
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents.assessment_view import TOUCHED, AssessmentView
from desktop.ui.pages.views import ViewsPage
from desktop.ui.pages.what_if_box import WHAT_IF_KEY, ask_what_if
from desktop.ui.tables.cell_grid import CellGrid, GridLine
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip


class AssessmentsView(PageView):
    """The newest beside the one before it, or any two; the one at the right is printed or made void."""

    def __init__(self, room: ViewsPage, person: ResidentRow) -> None:
        title = translate("Assessment", "Ability assessments of {name}")
        super().__init__(room, title.format(name=person.name))
        self.room, self.person = room, person
        self.rows: list[AssessmentRow] = []
        self.said = MessageStrip()
        self.before, self.now = PickField({}), PickField({})
        for picked in (self.before, self.now):
            # A day and a grade.
            picked.box.setMinimumContentsLength(14)
        self.summary = label(wrap=True)
        self.grid = CellGrid(translate("Assessment", "Two assessments, item by item"), lambda *_typed: "")
        self._build()
        install(self, self.keys())
        self.before.changed.connect(self.show_two)
        self.now.changed.connect(self.show_two)
        self.grid.left.connect(self.closed)
        self.refresh()

    def keys(self) -> tuple[Key, ...]:
        """What one does here."""
        return (
            Key("Ctrl+N", translate("Assessment", "assess the person: 26 items, a digit each"), self.begin),
            Key("Ctrl+P", translate("Assessment", "the report of the assessment at the right"), self.print_report),
            Key("F10", translate("Assessment", "the empty form, to be filled by hand"), self.print_empty),
            Key(
                "Ctrl+Shift+P",
                translate("Assessment", "every result in a row, these two item by item, on paper"),
                self.print_history,
            ),
            Key(WHAT_IF_KEY, translate("Assessment", "another grade or day of leaving: what if"), self.what_if),
            Key("Ctrl+E", translate("Assessment", "every result of the person as a workbook"), self.export),
            Key("Ctrl+I", translate("Assessment", "take in an agency's list of results"), self.take_in),
            Key("F12", translate("Assessment", "make the assessment at the right void"), self.void),
        )

    def take_keyboard(self) -> None:
        """The items, where arrows read on."""
        self.grid.setFocus()

    def refresh(self) -> None:
        """What is on record by now; the newest stands at the right."""
        self.rows = assessments.of(self.person.id)
        words = {str(one.id): _called(one) for one in self.rows}
        for field, at in ((self.now, 0), (self.before, 1)):
            field.set_options(words)
            field.set_value(str(self.rows[at].id) if at < len(self.rows) else "")
        self.header.set_subtitle(translate("Assessment", "{count} on record").format(count=len(self.rows)))
        self.show_two()

    def show_two(self) -> None:
        """The chosen two, item by item, with what became of each."""
        left, right = self._chosen(self.before), self._chosen(self.now)
        if right is None:
            self.summary.setText(translate("Assessment", "None with points is on record; Ctrl+N assesses."))
        else:
            until = translate("Assessment", "{day}: {sentence} (holds until {last})")
            two = [one for one in (right, left) if one]
            said = (until.format(day=one.day, sentence=sentence(one.graded), last=one.valid_to) for one in two)
            self.summary.setText("\n".join(said))
        heads = [_head(left), _head(right), translate("Assessment", "Change")]
        self.grid.show_lines(heads, [*_lines(left, right)] if right else [])
        if right and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.grid.cells.index(0, 0))

    @asks(Action.ASSESS)
    def begin(self) -> None:
        """A new assessment."""
        self.room.lay(AssessmentView(self.room, self.person))

    @asks(Action.PRINT_ASSESSMENT)
    def print_report(self) -> None:
        """The report of the assessment at the right with its items."""
        right = self._chosen(self.now)
        if right is None:
            self.said.say(translate("Assessment", "No assessment is chosen."), Tone.ATTENTION)
            return
        self._print(right.id)

    @asks(Action.PRINT_ASSESSMENT)
    def print_empty(self) -> None:
        """The forms with the person's facts and no points."""
        self._print(None)

    def print_history(self) -> None:
        """Every result of the person in a row, and the chosen two item by item."""
        left, right = self._chosen(self.before), self._chosen(self.now)
        two = (left.id if left else None, right.id if right else None)
        actor, who, path = self.session.actor, self.person.id, preview_folder(self.page) / "assessments.pdf"

        def make(progress: Progress) -> Paper:
            from desktop.reports.forms import assessment_history

            history = assessment_paper.history_of(actor, who, two)
            made = assessment_history.write_history(history, path, printed_on=clock.today(), progress=progress)
            return Paper(path, assessment_history.TITLE, made.missing)

        preview_made(self.page, translate("Assessment", "Writing the history"), make)

    def what_if(self) -> SmallForm:
        """What a month would come to with another grade, or another day of leaving."""
        return ask_what_if(self.page, self.person.id, self.person.name)

    def export(self) -> None:
        """Every result of the person as a workbook that an import reads back."""
        # No file is called by a person's name.
        name = translate("Assessment", "Assessments of one person")
        path = papers.ask_where(self, f"{name}.xlsx", "Excel (*.xlsx)")
        if path is None:
            return
        actor, who = self.session.actor, self.person.id

        def write(progress: Progress) -> Path:
            from desktop.importing.papers import assessment_book

            progress.start(0, "")
            assessment_book.write(path, assessment_paper.results(actor, who))
            return path

        told: Told = Told(done_text=translate("Assessment", "Written: {file}").format(file=path.name))
        perform_job(self.page, name, write, told=told)

    @asks(Action.IMPORT)
    def take_in(self) -> None:
        """Ask for the import of an agency's list."""
        self.page.go_requested.emit(RoomKey.IMPORT, TakeIn(WorkbookKind.ASSESSMENTS, RoomKey.RESIDENTS))

    @asks(Action.VOID_GRADE)
    def void(self) -> None:
        """作废, with the grade that it made."""
        right = self._chosen(self.now)
        if right is None:
            self.said.say(translate("Assessment", "No assessment is chosen."), Tone.ATTENTION)
            return
        words = translate("Assessment", "Make the assessment of {name} of {day} void, with its grade?")
        act = Act(
            words.format(name=self.person.name, day=right.day),
            translate("Assessment", "Make it void"),
            Texts(reason()),
            lambda typed: grades.void(self.session.actor, right.grade_id, typed["reason"]),
            TOUCHED,
            translate("Assessment", "The assessment of {name} is void").format(name=self.person.name),
            about=self.person.id,
        )
        ask_for(self.page, act)

    def _print(self, chosen: int | None) -> None:
        who, path = self.person.id, preview_folder(self.page) / "assessment.pdf"
        actor = self.session.actor

        def make(progress: Progress) -> Paper:
            from desktop.reports.forms.assessment_forms import render_assessment

            progress.start(0, "")
            today = clock.today()
            made = render_assessment(assessment_paper.paper_of(actor, who, chosen, today), path, printed_on=today)
            return Paper(path, translate("Assessment", "Ability assessment"), made.missing)

        preview_made(self.page, translate("Assessment", "Writing the assessment"), make)

    def _chosen(self, field: PickField) -> AssessmentRow | None:
        return next((one for one in self.rows if str(one.id) == field.value()), None)

    def _build(self) -> None:
        self.header.set_primary(translate("Assessment", "Assess (Ctrl+N)"), self.begin, "add")
        left, right = translate("Assessment", "Before"), translate("Assessment", "Now")
        self.before.setAccessibleName(left)
        self.now.setAccessibleName(right)
        self.content.addWidget(self.said)
        self.content.addWidget(FlowRow(label(left, "secondary"), self.before, label(right, "secondary"), self.now))
        self.content.addWidget(self.summary)
        self.content.addWidget(self.grid, 1)
        acts = (
            (translate("Assessment", "Report (Ctrl+P)"), self.print_report, "print"),
            (translate("Assessment", "History (Ctrl+Shift+P)"), self.print_history, "print"),
            (translate("Assessment", "Empty form (F10)"), self.print_empty, ""),
            (translate("Assessment", "What if… (Shift+F8)"), self.what_if, ""),
            (translate("Assessment", "Workbook (Ctrl+E)"), self.export, "export"),
            (translate("Assessment", "Take in (Ctrl+I)"), self.take_in, "import"),
            (translate("Assessment", "Make void (F12)"), self.void, ""),
        )
        self.content.addWidget(FlowRow(*(button(words, call, icon=icon) for words, call, icon in acts)))


def _called(one: AssessmentRow) -> str:
    return f"{one.day} {terms.GRADES.shown[one.graded.grade]}"


def _head(one: AssessmentRow | None) -> str:
    return str(one.day) if one else "—"


def _lines(left: AssessmentRow | None, right: AssessmentRow) -> list[GridLine]:
    lines: list[GridLine] = []
    among = assessment.items()
    for area in Area:
        for one in (one for one in among if one.area == area):
            lines.append(_line(len(lines), item_word(one.key) or one.name, _points(left, one), _points(right, one)))
        sums = (found.graded.scores.get(area) if found else None for found in (left, right))
        lines.append(_line(len(lines), f"【{AREAS.shown[area]}】", *sums))
    totals = (found.graded.total if found else None for found in (left, right))
    lines.append(_line(len(lines), translate("Assessment", "【Total】"), *totals))
    return lines


def _points(of: AssessmentRow | None, one: Item) -> int | None:
    return of.answers.get(one.key) if of else None


def _line(at: int, words: str, left: int | None, right: int | None) -> GridLine:
    change = "" if left is None or right is None or left == right else f"{right - left:+d}"
    return GridLine(at, words, (), ["—" if one is None else str(one) for one in (left, right)] + [change])
