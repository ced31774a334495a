"""老年人: the register of residents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core import clock, terms
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.services import canteen, help_services, resident_forms, residents, risks, rules, visits
from desktop.services.canteen import MealQuery
from desktop.services.help_services import ServiceQuery
from desktop.services.resident_forms import ResidentDraft
from desktop.services.residents import ResidentQuery, ResidentRow
from desktop.services.visits import VisitQuery
from desktop.ui.bus import Topic
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import day_text
from desktop.ui.pages.asks import New
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.register import Listing, Wanted
from desktop.ui.pages.residents_form import ResidentForm
from desktop.ui.printing import preview_report
from desktop.ui.session import Session
from desktop.ui.tables.model import Align, Column
from desktop.ui.theme import Tone
from desktop.ui.widgets.chips import Chips, ChipSpec
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter

_GRAVE = frozenset({"disabled", "dementia", "severely_handicapped"})
_AGES = ("60-69", "70-79", "80-89", "90-")


class ResidentsPage(RecordsPage[ResidentRow]):
    """Who is on register, found by whatever a clerk knows of somebody."""

    topics = Topic.RESIDENTS | Topic.VISITS | Topic.BEDS
    writes = Topic.RESIDENTS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        today = clock.today()
        self._month = Month.of(today)
        self._roster_flags = frozenset(rules.value("visit_roster_flags", today))
        super().__init__(session, self._listing(), parent)
        self.header.add_action(translate("Residents", "Import"), self.open_import, "import")
        self._print = self.header.add_action(translate("Residents", "Print"), self._offer_print, "print")

    def find_ids(self, wanted: Wanted) -> list[int]:
        """Through the search index."""
        first, last = _ages(wanted.chosen("age"))
        return residents.find_ids(
            ResidentQuery(
                text=wanted.text,
                community=wanted.chosen("community"),
                flag=wanted.chosen("flag"),
                grade=wanted.chosen("grade"),
                state="" if wanted.chosen("state") == "to_verify" else wanted.chosen("state"),
                age_from=first,
                age_to=last,
                to_verify=wanted.chosen("state") == "to_verify",
                order=wanted.order,
                descending=wanted.descending,
            )
        )

    def load_rows(self, ids: list[int]) -> Sequence[ResidentRow]:
        """From the register."""
        return residents.rows(ids)

    def subtitle(self) -> str:
        """How many there are, and what wants attention."""
        counts = residents.counts()
        parts = [translate("Residents", "{count} on register").format(count=f"{counts.on_register:,}")]
        if counts.to_verify:
            parts.append(translate("Residents", "{count} to verify (待核)").format(count=counts.to_verify))
        if counts.duplicates:
            parts.append(translate("Residents", "{count} perhaps twice").format(count=counts.duplicates))
        return " · ".join(parts)

    def make_detail(self) -> DetailPanel:
        """Who it is, and what one does for them most."""
        panel = DetailPanel()
        panel.add_button(translate("Residents", "Record a visit"), lambda: self._go_new("visits"), icon="visits")
        panel.add_button(translate("Residents", "Record a service"), lambda: self._go_new("services"), icon="services")
        panel.add_button(translate("Residents", "Edit (Enter)"), self.edit_current, icon="edit")
        return panel

    def show_detail(self, detail: DetailPanel, row: ResidentRow) -> None:
        """The facts that one is asked for on the phone."""
        age = "" if row.age is None else translate("Residents", "{age} years").format(age=row.age)
        place = row.address if row.address.startswith(row.community) else f"{row.community} {row.address}".strip()
        under = " · ".join(part for part in (terms.SEXES[row.sex], age, place) if part)
        chips = [_flag_chip(flag) for flag in row.flags]
        if row.state != "on_register":
            chips.insert(0, ChipSpec(terms.REGISTER_STATES[row.state]))
        if row.to_verify:
            chips.append(ChipSpec(translate("Residents", "待核"), Tone.ATTENTION))
        detail.show_record(row.name, under, chips, self._facts(row))
        open_risks = [risk for risk in risks.open_risks() if risk.resident_id == row.id]
        if open_risks:
            risk = open_risks[0]
            due = f"（{day_text(risk.due_on)}）" if risk.due_on else ""
            words = translate("Residents", "Open risk: {what}{due}").format(what=risk.what, due=due)
            detail.show_note(words, Tone.DANGER if risk.level == "urgent" else Tone.ATTENTION)

    def make_form(self) -> Form:
        """The form of handbook 2.1."""
        return ResidentForm()

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> object:
        """A resident's draft; a new one comes on register today."""
        if record_id:
            return resident_forms.draft_of(record_id)
        return ResidentDraft(registered_on=clock.today().isoformat())

    def form_title(self, draft: object, record_id: int | None) -> str:
        """The resident's name."""
        assert isinstance(draft, ResidentDraft)
        return draft.name if record_id else translate("Residents", "New resident")

    def save_draft(self, draft: object) -> int:
        """Through the service."""
        assert isinstance(draft, ResidentDraft)
        return resident_forms.save(self.session.actor, draft)

    def saved_text(self, draft: object) -> str:
        """Who was saved."""
        assert isinstance(draft, ResidentDraft)
        return translate("Residents", "{name} is saved").format(name=draft.name.strip())

    def open_import(self) -> None:
        """Take workbooks in."""
        from desktop.ui.dialogs.import_dialog import ImportDialog

        ImportDialog(self.session, "residents", self).open()

    def print_cards(self) -> None:
        """Cards for the selected people, or for all that are listed."""
        from desktop.ui.dialogs.cards_dialog import CardsDialog

        chosen = self.table.selected_ids()
        ids = chosen if len(chosen) > 1 else list(self.table.model.ids)
        CardsDialog(self, ids, len(chosen) > 1).open()

    def print_register(self) -> None:
        """在册老年人情况表 of this month."""
        preview_report(self, "people", self._month)

    def _listing(self) -> Listing[ResidentRow]:
        columns = (
            Column[ResidentRow](translate("Residents", "Name"), lambda row: row.name, 96, sort="name"),
            Column[ResidentRow](translate("Residents", "Sex"), _sex, 60, sort="sex", spare=True),
            Column[ResidentRow](translate("Residents", "Age"), _age, 62, Align.RIGHT, sort="age"),
            Column[ResidentRow](translate("Residents", "ID number"), lambda row: row.id_masked or "—", 168, spare=True),
            Column[ResidentRow](
                translate("Residents", "Community"), lambda row: row.community, 104, sort="community", stretch=True
            ),
            Column[ResidentRow](translate("Residents", "Categories"), _flags, 130, stretch=True),
            Column[ResidentRow](translate("Residents", "Capability"), _grade, 70, spare=True),
            Column[ResidentRow](translate("Residents", "Visit this month"), self._visit, 108),
        )
        return Listing(
            key="resident",
            title=translate("Residents", "Residents"),
            columns=columns,
            search_hint=translate("Residents", "Name, initials, ID tail, phone, scan"),
            new_text=translate("Residents", "New"),
            filters=self._filters(),
            order="name",
            empty=(
                translate("Residents", "Nobody is on register yet"),
                translate("Residents", "Type the first one with Ctrl+N, or take a workbook in with Import."),
            ),
        )

    def _filters(self) -> tuple[Filter, ...]:
        return (
            Filter("community", translate("Residents", "Community"), _communities),
            Filter("flag", translate("Residents", "Category"), lambda: terms.FLAGS),
            Filter("age", translate("Residents", "Age"), _age_words),
            Filter("grade", translate("Residents", "Capability"), lambda: terms.GRADES),
            Filter("state", translate("Residents", "State"), _states, "on_register"),
        )

    def _visit(self, row: ResidentRow) -> str | Chips:
        if row.last_visit_on is not None and row.last_visit_on in self._month:
            return day_text(row.last_visit_on)
        if row.state == "on_register" and self._roster_flags.intersection(row.flags):
            return Chips((ChipSpec(translate("Residents", "Not yet"), Tone.ATTENTION),))
        return "—"

    def _facts(self, row: ResidentRow) -> list[tuple[str, str]]:
        draft = resident_forms.draft_of(row.id)
        contact = next(iter(draft.contacts), None)
        relation = f"（{contact.relation}）" if contact and contact.relation else ""
        grade = " ".join(part for part in (terms.GRADES.get(row.grade, ""), draft.grade_on) if part)
        return [
            (translate("Residents", "Phone"), _grouped(row.phone)),
            (
                translate("Residents", "Emergency contact"),
                f"{contact.name}{relation}\n{_grouped(contact.phone)}".strip() if contact else "",
            ),
            (translate("Residents", "Capability"), grade),
            (translate("Residents", "Lives"), terms.LIVING_ARRANGEMENTS.get(draft.living, draft.living)),
            (translate("Residents", "This month"), self._month_words(row.id)),
            (translate("Residents", "Last visit"), day_text(row.last_visit_on)),
            (translate("Residents", "ID number"), row.id_masked),
        ]

    def _month_words(self, resident_id: int) -> str:
        month = self._month
        visited = len(visits.find_ids(VisitQuery(month=month, resident_id=resident_id)))
        eaten = len(canteen.find_ids(MealQuery(month=month, resident_id=resident_id)))
        helped = help_services.find_ids(ServiceQuery(month=month, resident_id=resident_id, state="done"))
        words = translate("Residents", "visits {visits} · meals {meals} · services {services}")
        return words.format(visits=visited, meals=eaten, services=len(helped))

    def _go_new(self, room: str) -> None:
        current = self.table.current_id()
        if current is not None:
            self.go_requested.emit(room, New(current))

    def _offer_print(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Residents", "Resident cards…"), self.print_cards)
        menu.addAction(translate("Residents", "Register form (在册老年人情况表)"), self.print_register)
        menu.popup(self._print.mapToGlobal(QPoint(0, self._print.height())))


def _sex(row: ResidentRow) -> str:
    return terms.SEXES[row.sex]


def _age(row: ResidentRow) -> str:
    return "—" if row.age is None else str(row.age)


def _flags(row: ResidentRow) -> str | Chips:
    return Chips(tuple(_flag_chip(flag) for flag in row.flags)) if row.flags else "—"


def _flag_chip(flag: str) -> ChipSpec:
    # Plain grounds: what calls for attention is the visit that is missing, not that somebody lives alone.
    return ChipSpec(terms.FLAGS.get(flag, flag), Tone.ACCENT if flag in _GRAVE else Tone.NEUTRAL)


def _grade(row: ResidentRow) -> str:
    return terms.GRADES.get(row.grade, "—").removeprefix("能力").removesuffix("失能") if row.grade else "—"


def _grouped(phone: str) -> str:
    if len(phone) == 11 and phone.startswith("1"):
        return f"{phone[:3]} {phone[3:7]} {phone[7:]}"
    return phone


def _communities() -> Mapping[str, str]:
    return {one: one for one in residents.communities()}


def _states() -> Mapping[str, str]:
    return {**terms.REGISTER_STATES, "to_verify": translate("Residents", "待核")}


def _age_words() -> Mapping[str, str]:
    last = translate("Residents", "90 and over")
    words = {band: translate("Residents", "{band} years").format(band=band.replace("-", "–")) for band in _AGES[:-1]}
    return {**words, _AGES[-1]: last, "80-": translate("Residents", "80 and over")}


def _ages(band: str) -> tuple[int | None, int | None]:
    first, _, last = band.partition("-")
    return (int(first) if first else None), (int(last) if last else None)
