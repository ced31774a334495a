"""The panel beside the register: who it is, what one is asked for on the phone, what must not be overlooked."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.text import place_text
from desktop.core.trade import RegisterState, RiskLevel
from desktop.core.words import terms
from desktop.services.canteen import meals as canteen
from desktop.services.canteen.meals import MealQuery
from desktop.services.help_services import orders as help_services
from desktop.services.help_services.orders import ServiceQuery
from desktop.services.register.listing import ResidentRow
from desktop.services.residents import forms as resident_forms
from desktop.services.visits import recording as visits
from desktop.services.visits import risks
from desktop.services.visits.recording import VisitQuery
from desktop.ui.forms.text_fields import day_text
from desktop.ui.look.theme import Tone
from desktop.ui.pages.residents.facts import spaced_phone
from desktop.ui.pages.residents.words import flag_chip
from desktop.ui.widgets.chips import ChipSpec
from desktop.ui.widgets.detail import DetailPanel


def show_person(detail: DetailPanel, row: ResidentRow, month: Month) -> None:
    """Fill the panel with one person."""
    age = "" if row.age is None else translate("Residents", "{age} years").format(age=row.age)
    place = place_text(row.community, row.address)
    under = " · ".join(part for part in (terms.SEXES.shown[row.sex], age, place) if part)
    chips = [flag_chip(flag) for flag in row.flags]
    if row.state != RegisterState.ON_REGISTER:
        chips.insert(0, ChipSpec(terms.REGISTER_STATES.shown[row.state]))
    if row.to_verify:
        chips.append(ChipSpec(translate("Residents", "To verify"), Tone.ATTENTION))
    detail.show_record(row.name, under, chips, _facts(row, month))
    open_risks = risks.open_risks(row.id)
    if open_risks:
        risk = open_risks[0]
        due = f"（{day_text(risk.due_on)}）" if risk.due_on else ""
        words = translate("Residents", "Open risk: {what}{due}").format(what=risk.what, due=due)
        detail.show_note(words, Tone.DANGER if risk.level == RiskLevel.URGENT else Tone.ATTENTION)


def _facts(row: ResidentRow, month: Month) -> list[tuple[str, str]]:
    draft = resident_forms.draft_of(row.id)
    contact = next(iter(draft.contacts), None)
    relation = f"（{contact.relation}）" if contact and contact.relation else ""
    grade = " ".join(part for part in (terms.GRADES.shown.get(row.grade, ""), draft.grade_on) if part)
    return [
        (translate("Residents", "Phone"), spaced_phone(row.phone)),
        (
            translate("Residents", "Emergency contact"),
            f"{contact.name}{relation}\n{spaced_phone(contact.phone)}".strip() if contact else "",
        ),
        (translate("Residents", "Capability"), grade),
        (translate("Residents", "Lives"), terms.LIVING_ARRANGEMENTS.shown.get(draft.living, draft.living)),
        (translate("Residents", "This month"), _month_words(row.id, month)),
        (translate("Residents", "Last visit"), day_text(row.last_visit_on)),
        (translate("Residents", "ID number"), row.id_masked),
    ]


def _month_words(resident_id: int, month: Month) -> str:
    visited = len(visits.find_ids(VisitQuery(month=month, resident_id=resident_id)))
    eaten = len(canteen.find_ids(MealQuery(month=month, resident_id=resident_id)))
    helped = help_services.find_ids(ServiceQuery(month=month, resident_id=resident_id, state="done"))
    words = translate("Residents", "visits {visits} · meals {meals} · services {services}")
    return words.format(visits=visited, meals=eaten, services=len(helped))
