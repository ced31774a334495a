"""The question of a check about names of workers that the list does not have: each once, answered by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.answers import WorkerChoice
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList, PostRole
from desktop.core.words.terms import POST_ROLES
from desktop.importing.questions import WorkerAnswer, WorkerQuestion, answer_to
from desktop.services.named.resolving import resolver
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow import FlowRow
from desktop.ui.widgets.labels import label


class WorkerCard(Card):
    """One question at a time; ``answered`` carries the name and the answer. It is not there without questions."""

    answered = Signal(str, object)

    def __init__(self, may_register: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._may_register = may_register
        self._questions: Sequence[WorkerQuestion] = ()
        self._answers: Mapping[str, WorkerAnswer] = {}
        self._at = 0
        self.asked, self.said = label(role="strong", wrap=True), label(role="secondary", wrap=True)
        self.take_button = button(translate("ImportWizard", "Somebody of the list… (F6)"), self.take)
        self.new_button = button(translate("ImportWizard", "Somebody new… (F7)"), self.register)
        self.nobody_button = button(translate("ImportWizard", "Without a worker (F11)"), self.leave_out)
        self.next_button = button(translate("ImportWizard", "Next name (F2)"), self.go_on, "plain")
        self.body.setSpacing(6)
        self.body.addWidget(self.asked)
        self.body.addWidget(self.said)
        self.body.addWidget(FlowRow(self.take_button, self.new_button, self.nobody_button, self.next_button))
        self.hide()

    def keys(self) -> tuple[Key, ...]:
        """The answers, for the page to install."""
        return (
            Key("F6", translate("ImportKeys", "an unknown worker is somebody of the list"), self.take),
            Key("F7", translate("ImportKeys", "an unknown worker is somebody new, who is registered"), self.register),
            Key("F11", translate("ImportKeys", "services of an unknown worker come in without one"), self.leave_out),
            Key("F2", translate("ImportKeys", "the next unknown worker"), self.go_on),
        )

    def show_questions(self, questions: Sequence[WorkerQuestion], answers: Mapping[str, WorkerAnswer]) -> None:
        """Show the questions of a check with what was answered so far, the first open one of them."""
        self._questions, self._answers = questions, answers
        self._at = next((at for at, one in enumerate(questions) if not answer_to(answers, one.text)), 0)
        self._show()

    def take(self) -> SmallForm | None:
        """F6: ask who of the list it is."""
        question = self._current()
        if question is None:
            return None
        known = resolver(NamedList.PERSON)
        named = [(str(one.id), one.name) for one in question.likely]
        named += [(str(known.of(name)), name) for name in known.offered()]
        offered = dict(named)

        def call(typed: dict[str, str]) -> None:
            if typed["into"] not in offered:
                raise InvalidDraft([FieldError("into", Reason.UNKNOWN_WORD)])
            self._say(question, WorkerAnswer(WorkerChoice.TAKE, int(typed["into"])))

        nearest = str(question.likely[0].id) if len(question.likely) == 1 else None
        field = Ask("into", translate("ImportWizard", "Who"), PickField(offered), required=True, value=nearest)
        words = translate("ImportWizard", "“{text}” in the column of workers is").format(text=question.text)
        return ask_for(self, Act(words, translate("ImportWizard", "So it is"), Texts(field), call, Topic.NOTHING))

    def register(self) -> SmallForm | None:
        """F7: ask what the new one is; registered when the rows are taken in."""
        question = self._current()
        if question is None or not self._new_one(question):
            return None

        def call(typed: dict[str, str]) -> None:
            self._say(question, WorkerAnswer(WorkerChoice.REGISTER, role=typed["role"]))

        roles = PickField(dict(POST_ROLES.shown))
        field = Ask("role", translate("ImportWizard", "Post"), roles, required=True, value=str(PostRole.CARER))
        words = translate("ImportWizard", "“{text}” is somebody new").format(text=question.text)
        return ask_for(self, Act(words, translate("ImportWizard", "So it is"), Texts(field), call, Topic.NOTHING))

    def leave_out(self) -> None:
        """F11: these services come in without a worker."""
        question = self._current()
        if question is not None:
            self._say(question, WorkerAnswer(WorkerChoice.NOBODY))

    def go_on(self) -> None:
        """F2: the next name, from the last to the first."""
        if self._current() is not None:
            self._at = (self._at + 1) % len(self._questions)
            self._show()

    def _say(self, question: WorkerQuestion, answer: WorkerAnswer) -> None:
        self.answered.emit(question.text, answer)

    def _current(self) -> WorkerQuestion | None:
        return self._questions[self._at] if self.isVisible() and self._questions else None

    def _new_one(self, question: WorkerQuestion) -> bool:
        # A name that several bear already needs one that tells them apart, which only a person can give.
        return self._may_register() and not question.several

    def _show(self) -> None:
        self.setVisible(bool(self._questions))
        if not self._questions:
            return
        question = self._questions[self._at]
        self.asked.setText(_asked(question, self._at + 1, len(self._questions)))
        self.said.setText(self._said(question))
        self.new_button.setVisible(self._new_one(question))
        self.next_button.setVisible(len(self._questions) > 1)

    def _said(self, question: WorkerQuestion) -> str:
        answer = answer_to(self._answers, question.text)
        if answer is None and question.several:
            return translate("ImportWizard", "Not answered yet: these rows stay out.")
        if answer is None:
            return translate("ImportWizard", "Not answered yet: they come in with the name as it is written.")
        if answer.choice is WorkerChoice.NOBODY:
            return translate("ImportWizard", "Answered: they come in without a worker.")
        if answer.choice is WorkerChoice.REGISTER:
            words = translate("ImportWizard", "Answered: somebody new, {role}; registered with the import.")
            return words.format(role=POST_ROLES.shown[answer.role])
        name = resolver(NamedList.PERSON).name(answer.named_id or 0)
        return translate("ImportWizard", "Answered: it is {name}.").format(name=name)


def _asked(question: WorkerQuestion, at: int, count: int) -> str:
    likely = "、".join(one.name for one in question.likely)
    if question.several:
        words = translate(
            "ImportWizard", "{at}/{count}  Which “{text}” was it: {likely}? {rows} rows, from line {row} on"
        )
    elif likely:
        words = translate(
            "ImportWizard",
            "{at}/{count}  Worker “{text}” is not in the list; perhaps {likely}? {rows} rows, from line {row} on",
        )
    else:
        words = translate(
            "ImportWizard", "{at}/{count}  Worker “{text}” is not in the list. {rows} rows, from line {row} on"
        )
    return words.format(at=at, count=count, text=question.text, likely=likely, rows=question.rows, row=question.row)
