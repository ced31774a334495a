"""The steps of a chosen order, asked for and done: the same in the list and on the board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action, Thing
from desktop.core.i18n import translate
from desktop.core.quantities import hours_text
from desktop.core.routes import FollowUp
from desktop.core.words.orders import doubt_words
from desktop.core.words.routes import FOLLOW_UPS
from desktop.core.words.terms import SERVICE_TYPES
from desktop.services.closing import staging
from desktop.services.closing.staged import Act as Staged
from desktop.services.help_services import doubts, orders, steps
from desktop.services.help_services.doubts import Doubt
from desktop.services.help_services.orders import ServiceRow
from desktop.services.help_services.steps import DoneDraft, RatingDraft
from desktop.services.people.names import SERVING
from desktop.services.work import service_hours
from desktop.services.writing.actor import Actor
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import DateField, TextField, TimeField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason
from desktop.ui.pages.detail_keys import VOID_KEY
from desktop.ui.pages.help_services.form import STARS
from desktop.ui.widgets.asking import Row
from desktop.ui.widgets.strips import MessageStrip

Typed = dict[str, str]


def _chosen(acts: OrderActs) -> Row:
    row = acts.current()
    return None if row is None else (Thing.HELP_SERVICE, row.id)


class OrderActs:
    """What is done with the order that ``current`` gives; what there is to say of it afterwards stands in ``said``."""

    def __init__(
        self, widget: QWidget, actor: Callable[[], Actor], current: Callable[[], ServiceRow | None], said: MessageStrip
    ) -> None:
        self._widget = widget
        self._actor = actor
        self.current = current
        self._said = said

    def keys(self) -> tuple[Key, ...]:
        """The keys of the steps."""
        return (
            Key("F6", translate("Services", "dispatch the chosen order"), self.dispatch),
            Key("F7", translate("Services", "the chosen order was done today"), self.finish),
            Key("F11", translate("Services", "when the chosen order was done"), self.finish_at),
            Key("F8", translate("Services", "how the chosen service pleased"), self.rate),
        )

    def cancel_key(self) -> Key:
        """The key that cancels, where the room has no other way to it."""
        return Key(VOID_KEY, translate("Board", "cancel the chosen order"), self.cancel)

    def buttons(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """The steps and the end without them, as buttons."""
        return (
            (translate("Services", "Dispatch… (F6)"), self.dispatch),
            (translate("Services", "Done today (F7)"), self.finish),
            (translate("Services", "Done, and when… (F11)"), self.finish_at),
            (translate("Services", "How it pleased… (F8)"), self.rate),
            (translate("Board", "Cancel… (F12)"), self.cancel),
        )

    @asks(Action.ADVANCE_SERVICE, _chosen)
    def dispatch(self) -> None:
        """派单, or somebody else goes."""
        row = self.current()
        if row is None:
            return
        field = NameField(SERVING, orders.workers())
        who = Ask("worker", translate("Services", "Worker"), field, required=True, value=row.worker)
        self._ask(
            translate("Services", "Who goes to {name} for {type}?"),
            translate("Services", "Dispatch"),
            Texts(who),
            lambda row, typed: steps.dispatch(self._actor(), row.id, typed["worker"]),
            translate("Services", "{type} for {name} is dispatched"),
        )

    @asks(Action.ADVANCE_SERVICE, _chosen)
    def finish(self) -> None:
        """Done today, as planned."""
        row = self.current()
        if row is not None:
            done = _about(row, translate("Services", "{type} for {name}: recorded as done today"))
            succeeds(self._widget, lambda: steps.finish(self._actor(), row.id), Topic.SERVICES, done)

    @asks(Action.ADVANCE_SERVICE, _chosen)
    def finish_at(self) -> None:
        """Done, and when; past midnight too."""
        row = self.current()
        if row is None:
            return
        day = min(row.service_on, clock.today()).isoformat()
        asked = Texts(
            Ask("service_on", translate("Services", "Day"), DateField(), required=True, value=day),
            Ask("started", translate("Services", "Start"), TimeField(), value=row.started),
            Ask("ended", translate("Services", "End"), TimeField(), value=row.ended),
            Ask("worker", translate("Services", "Worker"), NameField(SERVING, orders.workers()), value=row.worker),
        )
        self._ask(
            translate("Services", "When was {type} done for {name}?"),
            translate("Services", "Save"),
            asked,
            lambda row, typed: steps.finish(self._actor(), row.id, DoneDraft(**typed, as_planned=False)),
            translate("Services", "{type} for {name} is done"),
        )

    @asks(Action.ADVANCE_SERVICE, _chosen)
    def rate(self) -> None:
        """回访."""
        asked = Texts(
            Ask("satisfaction", translate("Services", "Satisfaction"), SegmentField(STARS), required=True),
            Ask("rated_how", translate("Services", "Asked"), SegmentField(FOLLOW_UPS.shown), value=FollowUp.PHONE),
            Ask("rating_words", translate("Services", "What was said"), TextField()),
        )
        self._ask(
            translate("Services", "How did {type} please {name}?"),
            translate("Services", "Save"),
            asked,
            lambda row, typed: steps.rate(self._actor(), row.id, RatingDraft(**typed)),
            translate("Services", "{type} for {name} is followed up"),
        )

    @asks(Action.ADVANCE_SERVICE, _chosen)
    def cancel(self) -> None:
        """取消 with the reason."""
        self._ask(
            translate("Services", "Why is {type} for {name} cancelled?"),
            translate("Services", "Cancel the order"),
            Texts(reason()),
            lambda row, typed: steps.cancel(self._actor(), row.id, typed["reason"]),
            translate("Services", "{type} for {name} is cancelled"),
        )

    @asks(Action.VOID_SERVICE, _chosen)
    def void(self) -> None:
        """作废 with the reason."""
        row = self.current()
        hours = hours_told(row.id) if row is not None else ""
        self._ask(
            translate("Services", "Why is {type} for {name} void?") + hours,
            translate("Services", "Void"),
            Texts(reason()),
            lambda row, typed: orders.void(self._actor(), row.id, typed["reason"]),
            translate("Services", "{type} for {name} is void"),
            lambda row, typed: staging.voiding("service", row.id, typed["reason"]),
        )

    def say_doubts(self, service_id: int) -> None:
        """What there is to look at once it is saved: two places at once, a subsidy above the fee."""
        found = told_doubts(service_id)
        if found:
            self._said.say(found, Tone.ATTENTION)
        else:
            self._said.clear()

    def _ask(
        self,
        words: str,
        press: str,
        fields: Texts,
        call: Callable[[ServiceRow, Typed], object],
        done: str,
        closed: Callable[[ServiceRow, Typed], Staged] | None = None,
    ) -> None:
        row = self.current()
        if row is None:
            return

        def called(typed: Typed) -> int:
            call(row, typed)
            return row.id

        instead = None if closed is None else partial(closed, row)
        shown, told = _about(row, words), _about(row, done)
        then = self.say_doubts if closed is None else None
        act = Act(shown, press, fields, called, Topic.SERVICES, told, then, about=row.id, closed=instead)
        ask_for(self._widget, act)


def hours_told(service_id: int) -> str:
    """What a void means for the time bank, behind the question; ``""`` where the hours are in none."""
    found = service_hours.booked(service_id)
    if found is None:
        return ""
    words = translate("Services", " Its {hours} hours in the time bank of {name} are taken back with it.")
    # Put into a pattern: what stands in a name is no field of it.
    return words.format(hours=hours_text(found.minutes), name=found.name).replace("{", "{{").replace("}", "}}")


def told_doubts(service_id: int) -> str:
    """What there is to look at with a service, as one line; ``""`` where there is nothing."""
    return "；".join(doubt_sentence(one) for one in doubts.of(service_id))


def doubt_sentence(one: Doubt) -> str:
    """One thing to look at."""
    day = day_text(one.day) if one.day else ""
    parts = {"type": one.type, "name": one.name, "started": one.started, "ended": one.ended}
    return doubt_words(one.kind, who=one.who, day=day, **parts)


def _about(row: ServiceRow, words: str) -> str:
    return words.format(type=SERVICE_TYPES.shown[row.type], name=row.name)
