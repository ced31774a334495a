"""What the due board lets one do with people: give them a visitor, note a crisis, start an extra round."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.reasons import Reason
from desktop.core.trade import RoundKind
from desktop.core.words.terms import FLAGS, GRADES, RISK_TIERS
from desktop.services.people.names import VISITING
from desktop.services.register import listing as residents
from desktop.services.register import places
from desktop.services.visits import assignments, crises, rounds
from desktop.services.visits import recording as visits
from desktop.services.visits.crises import CrisisDraft
from desktop.services.visits.rounds import GroupQuery, RoundDraft
from desktop.services.writing import permissions
from desktop.ui.dialogs.small_form import LONG, SmallForm
from desktop.ui.forms.choice_fields import CheckField, CheckRow, PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import DateField, TextField, TimeField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason
from desktop.ui.widgets.labels import label

_SHOWN = 12


def assign_visitor(page: Page, people: Sequence[int]) -> SmallForm:
    """Ask who visits these people from now on."""
    empty = translate("DueBoard", "An empty name takes the visitor off.")
    fields = Texts(
        Ask("visitor", translate("DueBoard", "Visitor"), NameField(VISITING, visits.known_visitors()), help=empty),
        Ask("from_on", translate("DueBoard", "From"), DateField(), required=True, value=clock.today()),
    )

    def done(typed: dict[str, str]) -> str:
        if not typed["visitor"]:
            return translate("DueBoard", "{count} people have no visitor any more").format(count=len(people))
        words = translate("DueBoard", "{count} people have {name} as their visitor")
        return words.format(count=len(people), name=typed["visitor"])

    act = Act(
        translate("DueBoard", "Who visits these {count} people?").format(count=len(people)),
        translate("DueBoard", "Assign"),
        fields,
        lambda typed: assignments.assign(page.session.actor, people, typed["visitor"], typed["from_on"]),
        Topic.VISITS,
        done,
        about=tuple(people),
    )
    return ask_for(page, act)


def note_crisis(page: Page, resident_id: int, name: str) -> SmallForm:
    """Ask what happened to somebody; a visit is due within a day."""
    form = DraftForm(CrisisDraft)
    form.add("kind", translate("DueBoard", "What happened"), SegmentField(form.codes("kind")))
    form.add("happened_on", translate("DueBoard", "Date"), DateField())
    form.add("happened_at", translate("DueBoard", "Time"), TimeField())
    form.add("words", translate("DueBoard", "In words"), TextField())
    act = Act(
        translate("DueBoard", "Crisis of {name}: a visit is due within 24 hours").format(name=name),
        translate("DueBoard", "Note it"),
        Drafted(form, CrisisDraft(resident_id=resident_id, happened_on=clock.today())),
        lambda draft: crises.record_crisis(page.session.actor, draft),
        Topic.VISITS,
        translate("DueBoard", "{name} is to be visited within 24 hours").format(name=name),
        about=resident_id,
    )
    return ask_for(page, act)


class RoundDialog(SmallForm):
    """An extra round: name, days, the group, and who is in it before it is started."""

    def __init__(self, page: Page) -> None:
        form = DraftForm(RoundDraft)
        form.add("name", translate("DueBoard", "Name of the round"), TextField())
        form.add("kind", translate("DueBoard", "Occasion"), SegmentField(form.codes("kind")))
        form.add("from_on", translate("DueBoard", "From"), DateField())
        form.add("to_on", translate("DueBoard", "To"), DateField())
        self.members: list[int] = []
        self._who = label(wrap=True)
        form.group(translate("DueBoard", "For whom (what is empty does not narrow)"))
        # Above the ticks, so that it is seen while they are set.
        form.add_wide(self._who)
        communities = {one: one for one in places.communities()}
        form.add("on_roster", "", CheckField(translate("DueBoard", "only those on this month's roster")))
        form.add("flags", translate("DueBoard", "Flags"), CheckRow(FLAGS.shown))
        form.add("tiers", translate("DueBoard", "Risk tier"), CheckRow(RISK_TIERS.shown))
        form.add("grades", translate("DueBoard", "Grade"), CheckRow(GRADES.shown))
        form.add("communities", translate("DueBoard", "Community"), CheckRow(communities))
        form.add("age_from", translate("DueBoard", "Age from"), TextField())
        self._page = page
        form.set_values({"kind": RoundKind.FESTIVAL, "from_on": clock.today()})
        title = translate("DueBoard", "Extra round of visits")
        press = translate("DueBoard", "Start the round")
        super().__init__(title, form, press, lambda _box: self.start(), page, LONG)
        form.changed.connect(self.preview)
        self.preview()

    def group(self) -> GroupQuery:
        """The group as ticked."""
        values = self.form.values()
        age = str(values["age_from"]).strip()
        return GroupQuery(
            flags=_codes(values["flags"]),
            communities=_codes(values["communities"]),
            grades=_codes(values["grades"]),
            tiers=_codes(values["tiers"]),
            age_from=int(age) if age.isascii() and age.isdigit() else None,
            on_roster=bool(values["on_roster"]),
        )

    def preview(self) -> None:
        """Count and name who would be in the round."""
        self.members = rounds.group_members(self.group(), clock.today())
        names = "、".join(row.name for row in residents.rows(self.members[:_SHOWN]))
        more = " …" if len(self.members) > _SHOWN else ""
        words = translate("DueBoard", "{count} people: {names}").format(count=len(self.members), names=names + more)
        self._who.setText(words if self.members else translate("DueBoard", "Nobody is in this group."))

    def start(self) -> bool:
        """Start the round with whom the preview named."""
        values = self.form.values()
        draft = RoundDraft(
            str(values["name"]), str(values["kind"]), str(values["from_on"]), str(values["to_on"]), self.group()
        )
        done = translate("DueBoard", "Round started: {name}, {count} people")
        return succeeds(
            self,
            lambda: self._checked(draft),
            Topic.VISITS,
            done.format(name=draft.name, count=len(self.members)),
            on_invalid=self.show_errors,
        )

    def _checked(self, draft: RoundDraft) -> int:
        age = str(self.form.values()["age_from"]).strip()
        if age and not (age.isascii() and age.isdigit()):
            raise InvalidDraft([FieldError("age_from", Reason.BAD_NUMBER)])
        return rounds.start_round(self._page.session.actor, draft)


def start_round(page: Page) -> RoundDialog | None:
    """Open the box of an extra round; only the director may."""
    if not succeeds(page, lambda: permissions.reading(page.session.actor, Action.START_ROUND)):
        # Said before anything is typed in vain.
        return None
    made = RoundDialog(page)
    made.begin()
    return made


def call_off(page: Page) -> SmallForm:
    """Ask which round is called off, and why."""
    running = rounds.rounds(Month.of(clock.today()))
    offered = PickField({str(one.id): one.name for one in running})

    def void(typed: dict[str, str]) -> None:
        if not typed["round"].isdigit():
            raise InvalidDraft([FieldError("round", Reason.UNKNOWN_WORD)])
        rounds.void(page.session.actor, int(typed["round"]), typed["reason"])

    act = Act(
        translate("DueBoard", "Call a round off"),
        translate("DueBoard", "Call off"),
        Texts(Ask("round", translate("DueBoard", "Round"), offered, required=True), reason()),
        void,
        Topic.VISITS,
        translate("DueBoard", "The round is called off; its visits stay."),
    )
    return ask_for(page, act)


def _codes(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()
