"""能力评估: an assessment of GB/T 42195 typed by digits; what it comes to is said while it is typed."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from desktop.core import assessment, clock
from desktop.core.assessment import Area, AssessmentReason, Graded, RiskEvent
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.words.assessments import AREAS
from desktop.core.words.graded import sentence
from desktop.services.people.names import ASSESSING
from desktop.services.register.listing import ResidentRow
from desktop.services.residents import assessments, grades
from desktop.services.residents.assessments import AssessmentDraft, AssessmentRow
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.drafts import DraftKeeper
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.look.theme import Tone
from desktop.ui.pages.page_view import PageView
from desktop.ui.pages.residents.assessment_items import ItemPages
from desktop.ui.pages.what_if_box import WHAT_IF_KEY, ask_what_if
from desktop.ui.widgets.labels import label, set_tone
from desktop.ui.widgets.page_area import ContentArea
from desktop.ui.widgets.turning import Turning

# A grade decides who pays for a bed, and what a roster asks for.
TOUCHED = Topic.RESIDENTS | Topic.VISITS | Topic.BEDS
_BETWEEN = re.compile(r"[\s,，、;；]+")
# Beside the form the row of tabs keeps its room in the longer of the two languages.
_FORM_WIDTH, _ITEMS_WIDTH = 420, 560


class AssessmentForm(DraftForm[AssessmentDraft]):
    """When, why and by whom; what makes a grade worse beside its points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AssessmentDraft, parent)
        by, used = translate("Assessment", "two people, or an agency with its report"), grades.assessors()
        self.add("day", translate("Assessment", "Day"), DateField())
        self.add("reason", translate("Assessment", "Reason"), SegmentField(self.codes("reason")))
        self.add("assessor", translate("Assessment", "Assessor"), NameField(ASSESSING, used), help=by)
        self.add("second_assessor", translate("Assessment", "Second assessor"), NameField(ASSESSING, used))
        self.add("agency", translate("Assessment", "Agency"), TextField())
        self.add("report_no", translate("Assessment", "Report no."), TextField())
        codes = translate("Assessment", "codes of ICD-10, such as F00 I10")
        self.add("diagnoses", translate("Assessment", "Diagnoses"), TextField(), help=codes)
        coma = translate("Assessment", "In coma: complete disability")
        self.add("coma", "", CheckField(coma), help=translate("Assessment", "no points are needed then"))

    def fill(self, draft: AssessmentDraft) -> None:
        """Show a draft; codes are written one after the other."""
        super().fill(draft)
        self.fields["diagnoses"].set_value(" ".join(draft.diagnoses))
        self.mark_clean()

    def codes_typed(self) -> tuple[str, ...]:
        """The codes as typed, one by one."""
        return tuple(one for one in _BETWEEN.split(str(self.fields["diagnoses"].value())) if one)


class AssessmentView(PageView):
    """The items beside the facts about the assessment; nothing is on record until it is saved."""

    def __init__(self, page: Page, person: ResidentRow) -> None:
        super().__init__(page, translate("Assessment", "Ability assessment: {name}").format(name=person.name))
        self.person = person
        self._before: AssessmentRow | None = next(iter(assessments.of(person.id)), None)
        self.form = AssessmentForm()
        self.pages = ItemPages(self._before.answers if self._before else {})
        self.result = label(role="title", wrap=True)
        self.scores = label(role="secondary", wrap=True)
        self._keeper = DraftKeeper(self.session.draft_path(f"assessment-{person.id}"), self._kept, self)
        self._build()
        self.form.fill(self._fresh())
        self._take_up()
        install(self, self.keys())
        self.pages.changed.connect(self._on_change)
        self.form.changed.connect(self._on_change)
        self.pages.ended.connect(self.form.focus_first)
        self.pages.left.connect(self.closed)
        self.form.passed_end.connect(self.save)
        self.tell()

    def keys(self) -> tuple[Key, ...]:
        """How it is typed."""
        return (
            Key("Ctrl+S", translate("Assessment", "save the assessment and its grade"), self.save),
            Key("PgDown", translate("Assessment", "the next page of items"), lambda: self.pages.turn(1)),
            Key("PgUp", translate("Assessment", "the page of items before"), lambda: self.pages.turn(-1)),
            Key("F8", translate("Assessment", "the next item without points"), self.next_open),
            Key(WHAT_IF_KEY, translate("Assessment", "what the grade so far would make of a month"), self.what_if),
            Key("0 … 4", translate("Assessment", "the points of the item; the next one follows")),
        )

    def take_keyboard(self) -> None:
        """The items."""
        self.pages.take_keyboard()

    def next_open(self) -> None:
        """The first item that has no points."""
        self.pages.next_open()
        self.pages.take_keyboard()

    def save(self) -> None:
        """Record it; what is wrong is said in its cell or field."""
        # What is being typed in a cell belongs to it.
        self.setFocus()
        if not self.form.all_finished():
            return
        draft, actor = self._draft(), self.session.actor
        words = translate("Assessment", "{name} is assessed").format(name=self.person.name)
        if perform(self, lambda: assessments.record(actor, draft), TOUCHED, words, self._show_errors) is not None:
            self._keeper.discard()
            self.closed.emit()

    def what_if(self) -> SmallForm:
        """What a month would come to with the grade that is typed so far, from its day on."""
        found = self._graded(bool(self.form.fields["coma"].value())) if self._whole() else None
        day = str(self.form.fields["day"].value())
        return ask_what_if(self.page, self.person.id, self.person.name, found.grade if found else "", day)

    def tell(self) -> None:
        """What it comes to so far."""
        typed, coma = self.pages.typed, bool(self.form.fields["coma"].value())
        among = assessment.items()
        missing = sum(one.key not in typed.answers for one in among)
        self.scores.setText("　".join(self._score(area) for area in Area))
        if not self._whole():
            words = translate("Assessment", "{count} of {all} items have points")
            self._say(words.format(count=len(among) - missing, all=len(among)), Tone.NEUTRAL)
            return
        found = self._graded(coma)
        self._say(sentence(found), Tone.ATTENTION if found.why else Tone.ACCENT)

    def _whole(self) -> bool:
        """Whether every item has points, or somebody is in coma and none has."""
        typed = self.pages.typed.answers
        if not typed and bool(self.form.fields["coma"].value()):
            return True
        return all(one.key in typed for one in assessment.items())

    def _graded(self, coma: bool) -> Graded:
        codes = [known for one in self.form.codes_typed() if (known := assessment.diagnosis(one))]
        events = {RiskEvent(kind): count for kind, count in self.pages.typed.events.items()}
        return assessment.assess(assessment.items(), self.pages.typed.answers, codes, events, coma)

    def _score(self, area: Area) -> str:
        among = [one for one in assessment.items() if one.area == area]
        points = sum(self.pages.typed.answers.get(one.key, 0) for one in among)
        return f"{AREAS.shown[area]} {points}/{sum(one.most for one in among)}"

    def _say(self, words: str, tone: Tone) -> None:
        self.result.setText(words)
        set_tone(self.result, tone)

    def _draft(self) -> AssessmentDraft:
        draft = AssessmentDraft(resident_id=self.person.id)
        self.form.read_into(draft)
        draft.diagnoses = self.form.codes_typed()
        draft.answers, draft.events = dict(self.pages.typed.answers), dict(self.pages.typed.events)
        return draft

    def _fresh(self) -> AssessmentDraft:
        first, second = assessments.last_pair()
        reason = AssessmentReason.ROUTINE if self._before else AssessmentReason.FIRST
        day = clock.today().isoformat()
        return AssessmentDraft(self.person.id, day, reason, assessor=first, second_assessor=second)

    def _show_errors(self, errors: list[FieldError]) -> None:
        self.form.set_errors([one for one in errors if one.name in self.form.fields])
        if self.pages.mark(errors):
            self.pages.take_keyboard()

    def _on_change(self) -> None:
        self._keeper.note_change()
        self.tell()

    def _kept(self) -> dict[str, object]:
        typed = self.pages.typed
        if not (typed.answers or typed.events):
            return {}
        return {"form": self.form.values(), "answers": typed.answers, "events": typed.events}

    def _take_up(self) -> None:
        # Without a question: it is what was typed here last.
        self._keeper.set_aside()
        kept = self._keeper.found()
        if not kept:
            return
        form, answers, events = (kept.get(name) for name in ("form", "answers", "events"))
        if isinstance(form, dict):
            self.form.set_values(form)
        if isinstance(answers, dict) and isinstance(events, dict):
            self.pages.bring_back(answers, events)
        self._keeper.keep_now()
        self._keeper.answered()
        words = translate("Assessment", "What was typed here earlier and not saved is back.")
        self.page.strip.say(words, Tone.ACCENT)

    def _build(self) -> None:
        self.header.set_primary(translate("Assessment", "Save (Ctrl+S)"), self.save, "save")
        facts = ContentArea(self.form)
        sides = Turning()
        sides.add(self.pages, 1, least=_ITEMS_WIDTH)
        sides.add(facts, 0, width=_FORM_WIDTH)
        self.content.addWidget(self.result)
        self.content.addWidget(self.scores)
        self.content.addWidget(sides, 1)
