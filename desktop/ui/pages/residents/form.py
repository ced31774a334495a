"""The form of a resident: the facts of handbook 2.1 in groups, with live checks of number and name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.core import code_tables
from desktop.core.answers import IdState, Likeness
from desktop.core.dates import read_date
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.person.identity import examine, masked
from desktop.core.person.native_area import area_name
from desktop.core.trade import RegisterState, Sex
from desktop.core.words.records import why_alike
from desktop.services.people.names import ASSESSING
from desktop.services.register import places
from desktop.services.register.duplicates import Candidate
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import grades
from desktop.services.residents.drafts import ContactDraft, ExternalIdDraft, FlagDraft, ResidentDraft
from desktop.ui.forms.choice_fields import CheckField, PickField, SegmentField, YesNoField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.rows_field import RowsField
from desktop.ui.forms.text_fields import BirthDateField, DateField, FieldNote, IdNumberField, MemoField, TextField
from desktop.ui.look.theme import Tone
from desktop.ui.pages.residents.fields import CodeField, contacts_field, external_ids_field, flags_field
from desktop.ui.pages.residents.words import number_note
from desktop.ui.widgets.chips import ChipSpec
from desktop.ui.widgets.lines import LineList, LineSpec

_FIX = "F8"


class ResidentForm(DraftForm[ResidentDraft]):
    """Fields named as in ``ResidentDraft``; the number fills birth date and sex, F8 takes the suggested number.

    ``candidate_opened`` carries the id of somebody on record who may be the person being typed.
    """

    candidate_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(ResidentDraft)
        self.resident_id: int | None = None
        self._suggested = ""
        # The number of somebody on record that passed its check: masked here, put right from the card only.
        self._kept_number = ""
        self._filled = {"born_on": "", "sex": ""}
        self._build_person()
        self._build_home()
        self._build_care()
        self._build_register()
        self._connect()

    def fill(self, draft: ResidentDraft) -> None:
        """Show a resident's draft."""
        self.resident_id = draft.resident_id
        self._filled = {"born_on": "", "sex": ""}
        self._pick("community").set_options({one: one for one in places.offered()})
        super().fill(draft)
        self._keep_number(draft)
        self._follow_state()
        self._follow_number()
        new = draft.resident_id is None
        self.set_field_visible("not_same", False)
        self.set_field_visible("holds_from", not new)
        # Another state has consequences that its own box shows first.
        self.set_field_visible("state", new)
        self.mark_clean()

    def read_into(self, draft: ResidentDraft) -> None:
        """Put what is entered into a resident's draft."""
        number = draft.id_number
        super().read_into(draft)
        if self._kept_number:
            draft.id_number = number
        draft.contacts = [ContactDraft(*row) for row in self._rows("contacts").texts()]
        draft.flags = [FlagDraft(*row) for row in self._rows("flags").texts()]
        draft.external_ids = [ExternalIdDraft(*row) for row in self._rows("external_ids").texts()]
        draft.not_same = bool(draft.not_same) and self.fields["not_same"].isVisibleTo(self)
        draft.accept_to_verify = bool(draft.accept_to_verify) and self.fields["accept_to_verify"].isVisibleTo(self)

    def set_errors(self, errors: Iterable[FieldError]) -> list[FieldError]:
        """As every form; an ID number that is wrong offers to be kept as 待核."""
        listed = list(errors)
        if any(error.name == "not_same" for error in listed):
            self.set_field_visible("not_same", True)
        homeless = super().set_errors(listed)
        if self.fields["id_number"].error:
            self.set_field_visible("accept_to_verify", True)
        return homeless

    def take_suggestion(self) -> None:
        """Put the suggested number into the field."""
        if self._suggested:
            self.fields["id_number"].set_value(self._suggested)
            self.fields["id_number"].changed.emit()

    def check_number(self, number: str) -> FieldNote | None:
        """What to say about a number while it is typed."""
        self._suggested = ""
        if self._kept_number:
            words = translate("ResidentForm", "F10 on the card puts a wrong number right. {area}")
            area = area_name(self._kept_number, self._born())
            return FieldNote(words.format(area=area).strip(), Tone.NEUTRAL)
        if len(number) not in {15, 18}:
            return None
        same = self._same_number(number)
        if same:
            words = translate("ResidentForm", "On record with this number: {name}").format(name=same)
            return FieldNote(words, Tone.DANGER)
        self._suggested, note = number_note(examine(number, self._born(), self._sex()), _FIX)
        return note

    # How it is made.

    def _build_person(self) -> None:
        self.group(translate("ResidentForm", "Person"))
        self.add("name", translate("ResidentForm", "Name"), TextField())
        self.candidates = LineList("")
        self.candidates.hide()
        self.add_wide(self.candidates)
        another = CheckField(translate("ResidentForm", "not the same person, two people of this name and birth date"))
        self.add("not_same", "", another)
        self.add("id_number", translate("ResidentForm", "ID number"), IdNumberField(self.check_number))
        keep = CheckField(translate("ResidentForm", "Keep it to be verified, and check it later"))
        self.add("accept_to_verify", "", keep)
        sexes = {code: word for code, word in self.codes("sex").items() if code != Sex.UNKNOWN}
        self.add("sex", translate("ResidentForm", "Sex"), SegmentField(sexes))
        self.add("born_on", translate("ResidentForm", "Birth date"), BirthDateField())
        self.add("phone", translate("ResidentForm", "Phone"), TextField())
        self.add("community", translate("ResidentForm", "Community"), PickField({}, free=True))
        for name, words in (
            ("building", translate("ResidentForm", "Building")),
            ("room", translate("ResidentForm", "Room")),
            ("address", translate("ResidentForm", "Address")),
        ):
            self.add(name, words, TextField())
        self.add("living", translate("ResidentForm", "Lives"), PickField(self.codes("living")))
        self.add("holds_from", translate("ResidentForm", "Change holds from"), DateField())
        self.add("contacts", translate("ResidentForm", "Emergency contacts"), contacts_field())
        self.group(translate("ResidentForm", "Special needs"))
        self.add("flags", translate("ResidentForm", "Categories"), flags_field())
        self.add("grade", translate("ResidentForm", "Capability grade"), PickField(self.codes("grade")))
        self.add("grade_on", translate("ResidentForm", "Assessed on"), DateField())
        self.add("grade_assessor", translate("ResidentForm", "Assessor"), NameField(ASSESSING, grades.assessors()))

    def _build_home(self) -> None:
        self.group(translate("ResidentForm", "More about the person"))
        self.add("ethnicity", translate("ResidentForm", "Ethnicity"), CodeField(code_tables.ETHNIC_GROUPS))
        self.add("marital", translate("ResidentForm", "Marital status"), PickField(self.codes("marital")))
        self.add("household_place", translate("ResidentForm", "Household registration"), TextField())
        kinds = SegmentField(self.codes("household_kind"))
        self.add("household_kind", translate("ResidentForm", "Kind of household"), kinds)

    def _build_care(self) -> None:
        self.group(translate("ResidentForm", "Health"))
        self.add("disability_kind", translate("ResidentForm", "Disability"), TextField())
        level = SegmentField(_levels())
        self.add("disability_level", translate("ResidentForm", "Level"), level)
        self.add("chronic", translate("ResidentForm", "Chronic diseases"), TextField())
        self.add("allergies", translate("ResidentForm", "Allergies"), TextField())
        self.add("diet", translate("ResidentForm", "Diet"), TextField())
        self.add("health_record", translate("ResidentForm", "Health record"), YesNoField())
        self.add("health_record_no", translate("ResidentForm", "Record no."), TextField())
        self.add("family_doctor", translate("ResidentForm", "Family doctor"), YesNoField())
        self.add("family_doctor_name", translate("ResidentForm", "Doctor's name"), TextField())
        self.group(translate("ResidentForm", "Insurance and allowances"))
        for name, words in (
            ("insured_medical", translate("ResidentForm", "Medical insurance")),
            ("insured_care", translate("ResidentForm", "Care insurance")),
            ("insured_accident", translate("ResidentForm", "Accident insurance")),
            ("allowance_age", translate("ResidentForm", "Advanced-age allowance")),
            ("allowance_care", translate("ResidentForm", "Care allowance")),
            ("allowance_service", translate("ResidentForm", "Service allowance")),
        ):
            self.add(name, words, YesNoField())

    def _build_register(self) -> None:
        self.group(translate("ResidentForm", "Consent and register"))
        self.add("consent_on", translate("ResidentForm", "Consent given on"), DateField())
        self.add("consent_by", translate("ResidentForm", "Signed by"), TextField())
        self.add("consent_paper_no", translate("ResidentForm", "Paper no."), TextField())
        self.add("registered_on", translate("ResidentForm", "On register since"), DateField())
        self.add("state", translate("ResidentForm", "State"), SegmentField(self.codes("state")))
        self.add("state_on", translate("ResidentForm", "State since"), DateField())
        self.add("external_ids", translate("ResidentForm", "Numbers elsewhere"), external_ids_field())
        self.add("remarks", translate("ResidentForm", "Remarks"), MemoField())

    def _connect(self) -> None:
        self.fields["id_number"].changed.connect(self._follow_number)
        self.fields["name"].changed.connect(self._look_for_namesakes)
        self.fields["phone"].changed.connect(self._look_for_namesakes)
        for name in ("born_on", "sex"):
            self.fields[name].changed.connect(self._check_again)
        self.fields["state"].changed.connect(self._follow_state)
        fix = QShortcut(QKeySequence(_FIX), self)
        fix.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        fix.activated.connect(self.take_suggestion)

    # What happens while one types.

    def _follow_number(self) -> None:
        number = self._kept_number or str(self.fields["id_number"].value())
        found = examine(number) if len(number) in {15, 18} else None
        if found is not None and found.state == IdState.VALID:
            self._fill_from("born_on", found.born_on.isoformat() if found.born_on else "")
            self._fill_from("sex", found.sex)
        doubtful = bool(number) and (found is None or found.state != IdState.VALID)
        missing = not number and self.resident_id is not None
        self.set_field_visible("accept_to_verify", doubtful or missing or bool(self.fields["id_number"].error))
        self._look_for_namesakes()

    def _keep_number(self, draft: ResidentDraft) -> None:
        known = draft.resident_id is not None and not draft.accept_to_verify
        self._kept_number = str(draft.id_number) if known else ""
        field = self.fields["id_number"]
        field.setEnabled(not self._kept_number)
        if self._kept_number:
            field.set_value(masked(self._kept_number))

    def _fill_from(self, name: str, value: str) -> None:
        """Fill what is empty or what an earlier number filled; what was typed by hand stands."""
        field = self.fields[name]
        if value and field.value() in {"", self._filled[name]}:
            field.set_value(value)
            self._filled[name] = value

    def _check_again(self) -> None:
        field = self.fields["id_number"]
        assert isinstance(field, IdNumberField)
        field.check_now()
        self._look_for_namesakes()

    def _look_for_namesakes(self) -> None:
        found = self._similar()
        self.candidates.show_lines([self._candidate_line(one) for one in found[:4]])
        self.candidates.setVisible(bool(found))
        words = translate("ResidentForm", "Perhaps on record already: Tab leads there, Enter opens the card.")
        self.fields["name"].set_note(words if found else "", Tone.ATTENTION)

    def _similar(self) -> list[Candidate]:
        if len(str(self.fields["name"].value()).strip()) < 2:
            return []
        name, number, born_on, sex, phone = (
            str(self.fields[one].value()) for one in ("name", "id_number", "born_on", "sex", "phone")
        )
        number = self._kept_number or number
        return resident_forms.similar(
            ResidentDraft(self.resident_id, name, number, sex=sex, born_on=born_on, phone=phone)
        )

    def _candidate_line(self, one: Candidate) -> LineSpec:
        chip = ChipSpec(why_alike(one.why), Tone.DANGER if one.why == Likeness.SAME_NUMBER else Tone.ATTENTION)
        born = one.born_on.isoformat() if one.born_on else ""
        words = " · ".join(part for part in (one.name, born, one.community, one.id_masked) if part)
        return LineSpec(chip, words, lambda: self.candidate_opened.emit(one.resident_id))

    def _follow_state(self) -> None:
        new = self.resident_id is None
        self.set_field_visible("state_on", new and self.fields["state"].value() != RegisterState.ON_REGISTER)

    def _same_number(self, number: str) -> str:
        found = resident_forms.similar(ResidentDraft(resident_id=self.resident_id, id_number=number))
        return next((one.name for one in found if one.why == Likeness.SAME_NUMBER), "")

    def _born(self) -> dt.date | None:
        try:
            return read_date(str(self.fields["born_on"].value()))
        except ValueError:
            return None

    def _sex(self) -> str:
        return str(self.fields["sex"].value())

    def _pick(self, name: str) -> PickField:
        field = self.fields[name]
        assert isinstance(field, PickField)
        return field

    def _rows(self, name: str) -> RowsField:
        field = self.fields[name]
        assert isinstance(field, RowsField)
        return field


def _levels() -> dict[str, str]:
    """The four levels of a disability, the gravest first."""
    return {
        "1": translate("ResidentForm", "level 1"),
        "2": translate("ResidentForm", "level 2"),
        "3": translate("ResidentForm", "level 3"),
        "4": translate("ResidentForm", "level 4"),
    }
