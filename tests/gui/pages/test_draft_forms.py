"""The forms of the rooms and the drafts that they edit say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.beds.places import BedDraft
from desktop.services.beds.stays import StayDraft
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing import declared
from desktop.services.writing.actor import Actor
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.pages.beds.forms import admit_form, bed_form
from desktop.ui.pages.help_services.form import ServiceForm
from desktop.ui.pages.residents.form import ResidentForm
from desktop.ui.pages.visits.form import VisitForm
from tests.gui.keyboard import type_words

FORMS: list[tuple[Callable[[], DraftForm], type]] = [
    (bed_form, BedDraft),
    (lambda: admit_form({"1": "101-1"}), StayDraft),
    (ServiceForm, ServiceDraft),
    (VisitForm, VisitDraft),
    (ResidentForm, ResidentDraft),
]


@pytest.mark.parametrize(("made", "kind"), FORMS)
def test_a_form_asks_for_everything_that_its_draft_requires(
    actor: Actor, qtbot: QtBot, made: Callable[[], DraftForm], kind: type
) -> None:
    form = made()
    qtbot.addWidget(form)
    assert declared.required_fields(kind) <= form.fields.keys()


@pytest.mark.parametrize(("made", "kind"), FORMS)
def test_every_code_of_a_draft_can_be_shown_and_given_back(
    actor: Actor, qtbot: QtBot, made: Callable[[], DraftForm], kind: type
) -> None:
    form = made()
    qtbot.addWidget(form)
    for name, one in declared.fields(kind).items():
        offered = [code for code in one.codes or () if name in form.fields and not _elsewhere(kind, name, code)]
        for code in offered:
            form.fields[name].set_value(code)
            assert form.fields[name].value() == code


def test_what_a_draft_requires_is_missing_in_its_empty_form(actor: Actor, qtbot: QtBot) -> None:
    form = admit_form({"1": "101-1"})
    qtbot.addWidget(form)
    form.show()
    assert [one.name for one in form.missing()] == ["resident_id", "bed_id", "from_on", "term"]


def test_a_text_that_is_too_long_is_told_while_it_is_typed(actor: Actor, qtbot: QtBot) -> None:
    form = bed_form()
    qtbot.addWidget(form)
    form.show()
    room = form.fields["room"]
    type_words(room.editor, "1" * 20)
    assert room.error == ""
    type_words(room.editor, "1")
    assert "20" in room.error and room.value() == "1" * 21


def _elsewhere(kind: type, name: str, code: str) -> bool:
    """What is never chosen in a form: a sex not known, a service struck or rated by its own acts."""
    return (kind, name, code) == (ResidentDraft, "sex", "unknown") or (kind is ServiceDraft and name == "state")
