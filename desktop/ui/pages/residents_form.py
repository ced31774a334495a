"""The form of a resident: the facts of handbook 2.1 in groups, with live checks of number and name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.core import terms
from desktop.core.dates import read_date
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.identity import TO_VERIFY_REASONS, IdExamination, examine
from desktop.core.messages import field_sentence
from desktop.core.text import name_key
from desktop.services import residents
from desktop.services.resident_forms import STORED_FLAGS, ContactDraft, FlagDraft, ResidentDraft
from desktop.services.residents import ResidentQuery
from desktop.ui.forms.choice_fields import CheckField, PickField, SegmentField, YesNoField
from desktop.ui.forms.field import Field
from desktop.ui.forms.form import Form
from desktop.ui.forms.rows_field import RowsField
from desktop.ui.forms.text_fields import BirthDateField, DateField, FieldNote, IdNumberField, MemoField, TextField
from desktop.ui.theme import Tone

_PEOPLES = (
    "汉族 彝族 回族 白族 哈尼族 傣族 壮族 苗族 傈僳族 拉祜族 佤族 纳西族 瑶族 藏族 景颇族 布朗族 普米族 怒族 阿昌族"
    " 德昂族 基诺族 独龙族 布依族 水族 满族 蒙古族"
)
_FIX = "F8"


class ResidentForm(Form):
    """Fields named as in ``ResidentDraft``; the number fills birth date and sex, F8 takes the suggested number."""

    def __init__(self) -> None:
        super().__init__()
        self.resident_id: int | None = None
        self._suggested = ""
        self._filled = {"born_on": "", "sex": ""}
        self._build_person()
        self._build_home()
        self._build_care()
        self._build_register()
        self._connect()

    def fill(self, draft: object) -> None:
        """Show a resident's draft."""
        assert isinstance(draft, ResidentDraft)
        self.resident_id = draft.resident_id
        self._filled = {"born_on": "", "sex": ""}
        communities = residents.communities()
        self._pick("community").set_options({one: one for one in communities})
        super().fill(draft)
        self._follow_state()
        self._follow_number()
        self.set_field_visible("registered_on", draft.resident_id is None)
        self.mark_clean()

    def read_into(self, draft: object) -> None:
        """Put what is entered into a resident's draft."""
        assert isinstance(draft, ResidentDraft)
        super().read_into(draft)
        draft.contacts = [ContactDraft(*row) for row in self._rows("contacts").value()]  # type: ignore[arg-type]
        draft.flags = [FlagDraft(*row) for row in self._rows("flags").value()]  # type: ignore[arg-type]
        draft.accept_to_verify = bool(draft.accept_to_verify) and self.fields["accept_to_verify"].isVisibleTo(self)

    def set_errors(self, errors: object) -> list[FieldError]:
        """As every form; an ID number that is wrong offers to be kept as 待核."""
        homeless = super().set_errors(errors)  # type: ignore[arg-type]
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
        if len(number) not in {15, 18}:
            return None
        same = self._same_number(number)
        if same:
            words = translate("ResidentForm", "On record with this number: {name}").format(name=same)
            return FieldNote(words, Tone.DANGER)
        found = examine(number, self._born(), self._sex())
        if found.state == "valid":
            return FieldNote(self._valid_words(found), Tone.OK)
        return FieldNote(self._wrong_words(found), Tone.ATTENTION)

    # How it is made.

    def _build_person(self) -> None:
        self.group(translate("ResidentForm", "Person"))
        self.add("name", translate("ResidentForm", "Name"), TextField(), required=True)
        self.add("id_number", translate("ResidentForm", "ID number"), IdNumberField(self.check_number))
        keep = CheckField(translate("ResidentForm", "Keep it as 待核 and check it later"))
        self.add("accept_to_verify", "", keep)
        sexes = {code: word for code, word in terms.SEXES.items() if code != "unknown"}
        self.add("sex", translate("ResidentForm", "Sex"), SegmentField(sexes), required=True)
        self.add("born_on", translate("ResidentForm", "Birth date"), BirthDateField(), required=True)
        self.add("phone", translate("ResidentForm", "Phone"), TextField())
        self.add("community", translate("ResidentForm", "Community"), PickField({}, free=True))
        for name, words in (
            ("building", translate("ResidentForm", "Building")),
            ("room", translate("ResidentForm", "Room")),
            ("address", translate("ResidentForm", "Address")),
        ):
            self.add(name, words, TextField())
        self.add("living", translate("ResidentForm", "Lives"), PickField(terms.LIVING_ARRANGEMENTS))
        self.add("contacts", translate("ResidentForm", "Emergency contacts"), _contacts())
        self.group(translate("ResidentForm", "Special needs"))
        self.add("flags", translate("ResidentForm", "Categories"), _flags())
        self.add("grade", translate("ResidentForm", "Capability grade"), PickField(terms.GRADES))
        self.add("grade_on", translate("ResidentForm", "Assessed on"), DateField())
        self.add("grade_assessor", translate("ResidentForm", "Assessor"), TextField())

    def _build_home(self) -> None:
        self.group(translate("ResidentForm", "More about the person"))
        peoples = {one: one for one in _PEOPLES.split()}
        self.add("ethnicity", translate("ResidentForm", "Ethnicity"), PickField(peoples, free=True))
        self.add("marital", translate("ResidentForm", "Marital status"), PickField(terms.MARITAL_STATES))
        self.add("household_place", translate("ResidentForm", "Household registration"), TextField())
        kinds = SegmentField(terms.HOUSEHOLD_KINDS)
        self.add("household_kind", translate("ResidentForm", "Kind of household"), kinds)

    def _build_care(self) -> None:
        self.group(translate("ResidentForm", "Health"))
        self.add("disability_kind", translate("ResidentForm", "Disability"), TextField())
        level = SegmentField({"1": "一级", "2": "二级", "3": "三级", "4": "四级"})
        self.add("disability_level", translate("ResidentForm", "Level"), level)
        self.add("chronic", translate("ResidentForm", "Chronic diseases"), TextField())
        self.add("allergies", translate("ResidentForm", "Allergies"), TextField())
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
        state = SegmentField(terms.REGISTER_STATES)
        self.add("state", translate("ResidentForm", "State"), state, required=True)
        self.add("state_on", translate("ResidentForm", "State since"), DateField(), required=True)
        self.add("remarks", translate("ResidentForm", "Remarks"), MemoField())

    def _connect(self) -> None:
        self.fields["id_number"].changed.connect(self._follow_number)
        self.fields["name"].changed.connect(self._look_for_namesakes)
        for name in ("born_on", "sex"):
            self.fields[name].changed.connect(self._check_again)
        self.fields["state"].changed.connect(self._follow_state)
        fix = QShortcut(QKeySequence(_FIX), self)
        fix.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        fix.activated.connect(self.take_suggestion)

    # What happens while one types.

    def _follow_number(self) -> None:
        number = str(self.fields["id_number"].value())
        found = examine(number) if len(number) in {15, 18} else None
        if found is not None and found.state == "valid":
            self._fill_from("born_on", found.born_on.isoformat() if found.born_on else "")
            self._fill_from("sex", found.sex)
        doubtful = bool(number) and (found is None or found.state != "valid")
        missing = not number and self.resident_id is not None
        self.set_field_visible("accept_to_verify", doubtful or missing or bool(self.fields["id_number"].error))
        self._look_for_namesakes()

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
        name, born = str(self.fields["name"].value()).strip(), self._born()
        namesakes = []
        if len(name) > 1 and born is not None:
            ids = residents.find_ids(ResidentQuery(text=name, state=""))[:50]
            namesakes = [
                row
                for row in residents.rows(ids)
                if row.born_on == born and row.id != self.resident_id and name_key(row.name) == name_key(name)
            ]
        words = translate("ResidentForm", "Perhaps on record already: same name and birth date, {place}")
        text = words.format(place=namesakes[0].community or namesakes[0].id_masked) if namesakes else ""
        self.fields["name"].set_note(text, Tone.ATTENTION)

    def _follow_state(self) -> None:
        self.set_field_visible("state_on", self.fields["state"].value() != "on_register")

    def _same_number(self, number: str) -> str:
        ids = [one for one in residents.find_ids(ResidentQuery(text=number, state="")) if one != self.resident_id]
        return residents.rows(ids[:1])[0].name if ids else ""

    def _valid_words(self, found: IdExamination) -> str:
        born = found.born_on.isoformat() if found.born_on else ""
        words = translate("ResidentForm", "Right: {sex}, born {born}")
        return words.format(sex=terms.SEXES.get(found.sex, ""), born=born)

    def _wrong_words(self, found: IdExamination) -> str:
        reason = next((one for one in found.reasons if one in TO_VERIFY_REASONS), "wrong_length")
        if len(found.suggestions) != 1:
            return field_sentence(FieldError("id_number", reason))
        self._suggested = found.suggestions[0].number
        words = translate("ResidentForm", "The check digit does not fit. Meant {number}? {key} takes it.")
        return words.format(number=self._suggested, key=_FIX)

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


def _contacts() -> RowsField:
    parts: tuple[tuple[str, str, Callable[[], Field]], ...] = (
        ("name", translate("ResidentForm", "Name"), TextField),
        ("relation", translate("ResidentForm", "Relation"), TextField),
        ("phone", translate("ResidentForm", "Phone"), TextField),
    )
    return RowsField(parts, translate("ResidentForm", "Add a contact (Space)"))


def _flags() -> RowsField:
    kinds = {code: terms.FLAGS[code] for code in STORED_FLAGS}
    parts: tuple[tuple[str, str, Callable[[], Field]], ...] = (
        ("kind", translate("ResidentForm", "Category"), lambda: PickField(kinds)),
        ("from_on", translate("ResidentForm", "From"), DateField),
        ("to_on", translate("ResidentForm", "To"), DateField),
        ("proof", translate("ResidentForm", "Proof"), TextField),
    )
    return RowsField(parts, translate("ResidentForm", "Add a category (Space)"))
