"""首页: where the month stands, what is due, what is open, what comes up. Every line leads to its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.answers import IdState
from desktop.core.i18n import translate
from desktop.core.trade import MonthState, RiskLevel, ServiceType
from desktop.core.words import terms
from desktop.ui.forms.text_fields import day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.rooms import RoomKey
from desktop.ui.frame.session import Session
from desktop.ui.look.theme import Tone
from desktop.ui.pages.asks import ListDueWorkers, New, Open, OpenWorker, Show, ShowQueue, ShowStanding, StartScanning
from desktop.ui.pages.home.care_lines import care_lines
from desktop.ui.pages.home.food_lines import food_lines
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.charts import Bar, BarChart, RingChart
from desktop.ui.widgets.chips import Chip, ChipSpec
from desktop.ui.widgets.due import DUE_TONES, certificate_word, due_words
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.lines import LineList, LineSpec
from desktop.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from desktop.services.people.listing import DueCertificate
    from desktop.services.writing.actor import Actor
    from desktop.ui.pages.home.facts import Birthday, HomeFacts
    from desktop.ui.pages.home.first_steps import FirstStepsCard

_MOST = 5
_BIRTHDAYS = 2
_CERTIFICATES = 2
_LEVELS: Mapping[str, Tone] = {
    RiskLevel.URGENT: Tone.DANGER,
    RiskLevel.ELEVATED: Tone.ATTENTION,
    RiskLevel.GENERAL: Tone.NEUTRAL,
}


class HomePage(Page):
    """Two pictures and three lists."""

    topics = Topic.ALL

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "", parent)
        # The window owns the key F9, so that it works in every room.
        self.header.set_primary(
            translate("Home", "Start scanning (F9)"), self._go(RoomKey.CANTEEN, StartScanning()), "scan"
        ).ask(Action.RECORD_MEAL)
        self.ring = RingChart(
            translate("Home", "Visits this month"), (translate("Home", "What"), translate("Home", "People"))
        )
        self.chips = {key: Chip("") for key in ("tried", "waiting", "excused", "late")}
        self.bars = BarChart(translate("Home", "Meals by day"), (translate("Home", "Day"), translate("Home", "Meals")))
        self.open_list, self.due_list, self.reminders = (LineList(translate("Home", "Reading…")) for _ in range(3))
        self.steps: FirstStepsCard | None = None
        self._build()

    def refresh(self) -> None:
        """Read behind the window, then show everything; until then what was read last stands."""
        self._show_day(clock.today())
        actor = self.session.actor
        self.read_later(lambda: _facts(actor), self._show)

    def read_failed(self) -> None:
        """No lists, where none stood before."""
        for part in (self.open_list, self.due_list, self.reminders):
            part.set_nothing(translate("Page", "This could not be read."))

    def _show(self, facts: HomeFacts) -> None:
        self._show_steps(facts)
        self._show_head(facts)
        self._show_visits(facts)
        self._show_meals(facts)
        lines = self._open_lines(facts)
        self.open_list.set_nothing(translate("Home", "Nothing is open."))
        self.reminders.set_nothing(translate("Home", "Nothing comes up this month."))
        self.open_list.show_lines(self._shortened(lines, len(lines), self._go(RoomKey.SERVICES)))
        due = self._due_lines(facts)
        nobody = translate("Home", "Nobody has to be visited this month; the register decides who.")
        everybody = translate("Home", "Everybody on the roster was visited.")
        self.due_list.set_nothing(everybody if facts.required else nobody)
        self.due_list.show_lines(self._shortened(due, len(facts.unvisited), self._go(RoomKey.VISITS, "due")))
        self.reminders.show_lines(self._reminder_lines(facts))
        if self.hasFocus() or (self.steps is not None and self.steps.on_done):
            # The keyboard waited here for the first line, or on a step that is done now.
            self.take_keyboard()

    def _show_steps(self, facts: HomeFacts) -> None:
        if self.steps is None and facts.steps:
            from desktop.ui.pages.home.first_steps import FirstStepsCard

            self.steps = FirstStepsCard(self._go)
            self.steps.away_wanted.connect(self._put_steps_away)
            self.content.insertWidget(1, self.steps)
        if self.steps is not None:
            self.steps.show_steps(facts.steps)

    def _put_steps_away(self) -> None:
        from desktop.ui.pages.home.first_steps import put_away

        done = translate("Home", "The first steps are put away")
        succeeds(self, lambda: put_away(self.session.actor), Topic.SETTINGS, done)

    def take_keyboard(self) -> None:
        """The first of the first steps in a new centre, else the most urgent line."""
        left = self.steps.first_left if self.steps is not None else None
        if left is not None:
            left.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for part in (self.open_list, self.due_list, self.reminders):
            if part.lines:
                part.lines[0].setFocus()
                return
        super().take_keyboard()

    def _build(self) -> None:
        self._visits = Card(translate("Home", "Visits this month"))
        row = QHBoxLayout()
        row.addWidget(self.ring, 1)
        chips = QVBoxLayout()
        chips.setSpacing(10)
        chips.addStretch(1)
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        row.addLayout(chips)
        self._visits.body.addLayout(row, 1)
        self._visits.body.addWidget(button(translate("Home", "Open the due board"), self._go(RoomKey.VISITS, "due")))
        self._meals = Card(translate("Home", "Meals by day"))
        self._meals_words = label(role="secondary", wrap=True)
        self._meals.body.addWidget(self._meals_words)
        self._meals.body.addWidget(self.bars, 1)
        upper, lower = Turning(), Turning()
        upper.add(self._visits, 2)
        upper.add(self._meals, 3)
        for title, part in (
            (translate("Home", "To be done"), self.open_list),
            (translate("Home", "Still to visit"), self.due_list),
            (translate("Home", "This month"), self.reminders),
        ):
            card = Card(title)
            card.body.addWidget(part, 1)
            lower.add(card, 1)
        self.content.addWidget(upper, 1)
        self.content.addWidget(lower, 1)

    def _go(self, room: RoomKey, argument: object = None) -> Callable[[], object]:
        return lambda: self.go_requested.emit(room, argument)

    def _show_day(self, today: dt.date) -> None:
        title = translate("Home", "{month}/{day} {weekday}")
        self.header.set_title(title.format(month=today.month, day=today.day, weekday=_weekday(today.weekday())))

    def _show_head(self, facts: HomeFacts) -> None:
        self._show_day(facts.today)
        words = translate("Home", "{greeting}, {name}. {count} people are still to be visited this month.")
        self.header.set_subtitle(
            words.format(greeting=_greeting(), name=self.session.actor.name, count=len(facts.unvisited))
        )

    def _show_visits(self, facts: HomeFacts) -> None:
        tried = sum(line.attempts > 0 for line in facts.unvisited)
        whole = facts.required - facts.excused
        self.ring.set_share(facts.share, facts.rate_text, f"{facts.visited} / {whole}")
        counts = (
            ("tried", translate("Home", "Not met {count}"), tried, Tone.ATTENTION),
            ("waiting", translate("Home", "Not yet {count}"), len(facts.unvisited) - tried, Tone.ACCENT),
            ("excused", translate("Home", "Excused {count}"), facts.excused, Tone.NEUTRAL),
            ("late", translate("Home", "Late joiners {count}"), facts.late_joiners, Tone.NEUTRAL),
        )
        for key, words, count, tone in counts:
            self.chips[key].set(words.format(count=count), tone)
            self.chips[key].setVisible(count > 0)
        rows = [(translate("Home", "Visited"), str(facts.visited))]
        self.ring.set_rows([*rows, *((words.format(count="").strip(), str(count)) for _, words, count, _ in counts)])

    def _show_meals(self, facts: HomeFacts) -> None:
        shown = [(day, count) for day, count in facts.days if day <= facts.today]
        self.bars.set_bars([Bar(str(day.day), count, day == facts.today) for day, count in shown])
        by_mode = [
            translate("Home", "{mode} {count}").format(mode=word, count=facts.meals.by_mode[mode])
            for mode, word in terms.MEAL_MODES.shown.items()
        ]
        words = translate("Home", "Today {modes} · month {total}")
        self._meals_words.setText(
            words.format(modes=" ".join(by_mode), total=f"{sum(count for _, count in facts.days):,}")
        )

    def _open_lines(self, facts: HomeFacts) -> list[LineSpec]:
        orders = sorted(facts.orders, key=lambda order: order.type != ServiceType.EMERGENCY)
        lines = []
        for order in orders:
            urgent = order.type == ServiceType.EMERGENCY
            chip = ChipSpec(terms.SERVICE_TYPES.shown[order.type], Tone.DANGER if urgent else Tone.ACCENT)
            words = translate("Home", "{name}, {day}, {state}").format(
                name=order.name, day=day_text(order.service_on), state=terms.SERVICE_STATES.shown[order.state]
            )
            lines.append(LineSpec(chip, words, self._go(RoomKey.SERVICES, Open(order.id))))
        urgent_count = sum(order.type == ServiceType.EMERGENCY for order in orders)
        return [
            *lines[:urgent_count],
            *self._overdue_lines(facts),
            *self._risk_lines(facts),
            *lines[urgent_count:],
            *self._finding_lines(facts),
        ]

    def _overdue_lines(self, facts: HomeFacts) -> list[LineSpec]:
        if not facts.overdue:
            return []
        words = translate("Home", "{count} visits are overdue").format(count=facts.overdue)
        return [LineSpec(ChipSpec(translate("Home", "Overdue"), Tone.DANGER), words, self._go(RoomKey.VISITS, "due"))]

    def _finding_lines(self, facts: HomeFacts) -> list[LineSpec]:
        if not facts.findings:
            return []
        words = translate("Home", "{count} visits look odd: put right or explain").format(count=facts.findings)
        return [
            LineSpec(ChipSpec(translate("Home", "Quality"), Tone.ATTENTION), words, self._go(RoomKey.VISITS, "quality"))
        ]

    def _risk_lines(self, facts: HomeFacts) -> list[LineSpec]:
        lines = []
        for risk in facts.risks:
            due = "" if risk.due_on is None else translate("Home", "due {day}").format(day=day_text(risk.due_on))
            late = risk.due_on is not None and risk.due_on < facts.today
            chip = ChipSpec(terms.RISK_LEVELS.shown[risk.level], Tone.DANGER if late else _LEVELS[risk.level])
            words = " ".join(part for part in (risk.name, risk.what, due) if part)
            lines.append(LineSpec(chip, words, self._go(RoomKey.VISITS, "risks")))
        return lines

    def _due_lines(self, facts: HomeFacts) -> list[LineSpec]:
        lines = []
        for line in facts.unvisited[: _MOST + 1]:
            person = line.person
            if line.attempts:
                tried = translate("Home", "Tried {count}").format(count=line.attempts)
                chip = ChipSpec(tried, Tone.ATTENTION)
            else:
                chip = ChipSpec(
                    terms.FLAGS.shown.get(person.flags[0], "") if person.flags else translate("Home", "Due")
                )
            words = " ".join(part for part in (person.name, person.community) if part)
            lines.append(LineSpec(chip, words, self._go(RoomKey.VISITS, New(person.resident_id))))
        return lines

    def _reminder_lines(self, facts: HomeFacts) -> list[LineSpec]:
        from desktop.ui.frame import station_facts

        lines = []
        if facts.unpriced:
            words = translate("Home", "{count} meals were recorded without a price").format(count=facts.unpriced)
            free = Show(filters={"price": "none"}, month=facts.month)
            chip = ChipSpec(translate("Home", "No price"), Tone.ATTENTION)
            lines.append(LineSpec(chip, words, self._go(RoomKey.CANTEEN, free)))
        if facts.queued:
            words = translate("Home", "{count} unknown cards wait to be recorded").format(count=facts.queued)
            later = ChipSpec(translate("Home", "Queue"), Tone.ATTENTION)
            lines.append(LineSpec(later, words, self._go(RoomKey.CANTEEN, ShowQueue())))
        lines += self._standing_lines(facts)
        lines += [*food_lines(facts, self._go), *care_lines(facts, self._go)]
        lines += self._certificate_lines(facts.certificates)
        lines += self._birthday_lines(facts.birthdays)
        if facts.register.to_verify:
            words = translate("Home", "{count} ID numbers are to be verified").format(count=facts.register.to_verify)
            verify = Show(filters={"state": IdState.TO_VERIFY})
            lines.append(LineSpec(ChipSpec(translate("Home", "To verify")), words, self._go(RoomKey.RESIDENTS, verify)))
        lines += self._grade_lines(facts)
        before = facts.month.shifted(-1)
        if facts.month_before:
            closed = facts.month_before != MonthState.OPEN
            words, _tone = station_facts.month_fact(before)
            chip = ChipSpec(translate("Home", "Close"), Tone.OK if closed else Tone.ATTENTION)
            lines.append(LineSpec(chip, words, self._go(RoomKey.REPORTS, before)))
        if facts.rehearsal_due is not None:
            words = translate("Home", "No backup was restored on trial for {days} days").format(
                days=facts.rehearsal_due
            )
            chip = ChipSpec(translate("Home", "Backup"), Tone.ATTENTION)
            lines.append(LineSpec(chip, words, self._go(RoomKey.SYSTEM, "backup")))
        words, tone = station_facts.backup_fact(self.session)
        lines.append(LineSpec(ChipSpec(translate("Home", "Backup"), tone), words, self._go(RoomKey.SYSTEM, "backup")))
        return lines

    def _standing_lines(self, facts: HomeFacts) -> list[LineSpec]:
        if not facts.standing_due:
            return []
        words = translate("Home", "{count} orders of standing services are to be made: {name} …")
        shown = words.format(count=len(facts.standing_due), name=facts.standing_due[0].agreed.name)
        chip = ChipSpec(translate("Home", "To be made"), Tone.ATTENTION)
        return [LineSpec(chip, shown, self._go(RoomKey.SERVICES, ShowStanding()))]

    def _certificate_lines(self, found: Sequence[DueCertificate]) -> list[LineSpec]:
        lines = [self._certificate_line(one) for one in found[:_CERTIFICATES]]
        if len(found) <= _CERTIFICATES:
            return lines
        words = translate("Home", "{count} certificates are to be renewed").format(count=len(found))
        chip = ChipSpec(translate("Home", "Certificates"), Tone.ATTENTION)
        return [*lines[:-1], LineSpec(chip, words, self._go(RoomKey.SYSTEM, ListDueWorkers()))]

    def _certificate_line(self, one: DueCertificate) -> LineSpec:
        chip = ChipSpec(due_words(one.certificate.valid_to, one.worker.day), DUE_TONES[one.stage])
        words = f"{one.worker.name} {certificate_word(one.certificate.kind, one.certificate.title)}"
        return LineSpec(chip, words, self._go(RoomKey.SYSTEM, OpenWorker(one.worker.id)))

    def _grade_lines(self, facts: HomeFacts) -> list[LineSpec]:
        """Categories that grades propose, two results of one day, who is to be assessed anew: the first leads there."""
        lines = []
        if facts.proposed:
            first = facts.proposed[0]
            words = translate("Home", "{count} people have a grade that proposes a category: {name} …")
            chip = ChipSpec(translate("Home", "Proposal"), Tone.ACCENT)
            shown = words.format(count=len(facts.proposed), name=first.name)
            lines.append(LineSpec(chip, shown, self._go(RoomKey.RESIDENTS, Open(first.resident_id))))
        if facts.contested:
            one = facts.contested[0]
            words = translate("Home", "{count} times two grades of one day: {name} …")
            chip = ChipSpec(translate("Home", "Two results"), Tone.ATTENTION)
            shown = words.format(count=len(facts.contested), name=one.name)
            lines.append(LineSpec(chip, shown, self._go(RoomKey.RESIDENTS, Open(one.resident_id))))
        if facts.assess:
            due = facts.assess[0]
            words = translate("Home", "{count} people are to be assessed anew: {name} …")
            chip = ChipSpec(due_words(due.valid_to, facts.today), DUE_TONES[due.stage])
            shown = words.format(count=len(facts.assess), name=due.name)
            lines.append(LineSpec(chip, shown, self._go(RoomKey.RESIDENTS, Open(due.resident_id))))
        return lines

    def _birthday_lines(self, found: Sequence[Birthday]) -> list[LineSpec]:
        lines = [self._birthday_line(one) for one in found[:_BIRTHDAYS]]
        if len(found) <= _BIRTHDAYS:
            return lines
        words = translate("Home", "{count} people reach 80, 90 or 100 this month").format(count=len(found))
        chip = ChipSpec(translate("Home", "Allowance"), Tone.ACCENT)
        return [*lines[:-1], LineSpec(chip, words, self._go(RoomKey.REPORTS, "people"))]

    def _birthday_line(self, one: Birthday) -> LineSpec:
        chip = ChipSpec(translate("Home", "Turns {age}").format(age=one.age), Tone.ACCENT)
        words = translate("Home", "{name} on {day}, allowance").format(name=one.name, day=day_text(one.on))
        return LineSpec(chip, words, self._go(RoomKey.RESIDENTS, Open(one.resident_id)))

    def _shortened(self, lines: Sequence[LineSpec], count: int, show_all: Callable[[], object]) -> list[LineSpec]:
        if count <= _MOST:
            return list(lines)
        words = translate("Home", "{count} more").format(count=count - _MOST + 1)
        return [*lines[: _MOST - 1], LineSpec(ChipSpec(translate("Home", "All")), words, show_all)]


def _facts(actor: Actor) -> HomeFacts:
    # Loaded behind the window too: it brings half of the services with it.
    from desktop.ui.pages.home.facts import home_facts

    return home_facts(actor)


def _greeting() -> str:
    hour = clock.now().hour
    if hour < 12:
        return translate("Home", "Good morning")
    return translate("Home", "Good afternoon") if hour < 18 else translate("Home", "Good evening")


def _weekday(number: int) -> str:
    return (
        translate("Home", "Monday"),
        translate("Home", "Tuesday"),
        translate("Home", "Wednesday"),
        translate("Home", "Thursday"),
        translate("Home", "Friday"),
        translate("Home", "Saturday"),
        translate("Home", "Sunday"),
    )[number]
