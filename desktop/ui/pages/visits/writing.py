"""Lists whose form records a visit: by visit, or by the person who is to be visited."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.core.words.terms import SERVICE_TYPES, VISIT_OUTCOMES
from desktop.services.closing import staging
from desktop.services.closing.staged import Act as Staged
from desktop.services.people import names
from desktop.services.register import listing as residents
from desktop.services.visits import answered
from desktop.services.visits import edits as visit_edits
from desktop.services.visits.recording import VisitDraft, split_names
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import perform, window_near
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.list_page import Listing
from desktop.ui.pages.new_text import NewText
from desktop.ui.pages.records_page import RecordsPage
from desktop.ui.pages.visits.form import VisitEdit, VisitForm

T = TypeVar("T")
ORDER_KEY = "F7"


class VisitWriting(RecordsPage[T, VisitDraft]):
    """A register whose form records a visit; needs that were ticked become orders by one key afterwards."""

    writes = Topic.VISITS

    def __init__(self, session: Session, listing: Listing[T], parent: QWidget | None = None) -> None:
        super().__init__(session, listing, parent)
        self._to_order: int | None = None
        self._last_draft: VisitDraft | None = None
        self._order_key = QShortcut(QKeySequence(ORDER_KEY), self)
        self._order_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._order_key.activated.connect(self.open_orders)
        self._new_name = NewText(self, NamedList.PERSON)
        install(self, self._new_name.keys())

    def name_keys(self) -> tuple[Key, ...]:
        """The answers about a visitor whom the list of people does not have, for F1."""
        return self._new_name.keys()

    def make_form(self) -> DraftForm[VisitDraft] | None:
        """The visit's form."""
        return VisitForm()

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> VisitDraft:
        """A visit of today, by whoever sits here."""
        return VisitDraft(resident_id=resident_id, visited_on=self.likely_day(), visitors=names.own(self.session.actor))

    def begin(self, record_id: int | None, resident_id: int | None = None) -> None:
        """Where the person is known already, the keyboard begins with how they were visited."""
        super().begin(record_id, resident_id)
        panel = self.panel
        if resident_id is not None and self.form_open and panel is not None:
            # After the panel, which goes to the first field.
            QTimer.singleShot(0, panel, panel.form.fields["method"].grab_keyboard)

    def likely_day(self) -> str:
        """Today; in a month that is over the day has to be typed."""
        today = clock.today()
        return today.isoformat() if self.month is None or today in self.month else ""

    def save_draft(self, draft: VisitDraft) -> int:
        """Record the visit, or put it right."""
        self._last_draft = draft
        if isinstance(draft, VisitEdit):
            if not draft.reason.strip():
                raise InvalidDraft([FieldError("reason", Reason.REQUIRED)])
            return visit_edits.supersede(self.session.actor, draft.visit_id, draft, draft.reason)
        return answered.save(self.session.actor, draft)

    def closed_act(self, draft: VisitDraft) -> Staged:
        """The visit, or what was put right of it."""
        if isinstance(draft, VisitEdit):
            return staging.changing("visit", draft.visit_id, draft, draft.reason)
        return staging.adding("visit", draft)

    def saved_text(self, draft: VisitDraft) -> str:
        """Name the outcome."""
        if isinstance(draft, VisitEdit):
            return translate("VisitForm", "The visit was put right; the earlier words are kept.")
        words = translate("VisitForm", "Visit to {name} recorded: {outcome}")
        outcome = VISIT_OUTCOMES.shown.get(draft.outcome, draft.outcome)
        return words.format(name=residents.name_of(draft.resident_id), outcome=outcome)

    def open_orders(self) -> None:
        """Open an order for each need of the visit that was saved last."""
        visit, self._to_order = self._to_order, None
        if visit is None:
            return
        made = perform(
            self, lambda: visit_edits.open_orders_from(self.session.actor, visit), Topic.SERVICES | Topic.VISITS
        )
        window = window_near(self)
        if made is not None and window is not None:
            window.toast.say(translate("VisitForm", "{count} service orders opened").format(count=len(made)))

    def offer_orders(self, visit_id: int, needs: tuple[str, ...]) -> None:
        """After a save: the needs may become orders by one key."""
        self._to_order = visit_id if needs else None
        window = window_near(self)
        if needs and window is not None:
            named = "、".join(SERVICE_TYPES.shown[need] for need in needs)
            words = translate("VisitForm", "Visit recorded. Needs: {needs}").format(needs=named)
            act = translate("VisitForm", "Open orders ({key})").format(key=ORDER_KEY)
            window.toast.say(words, self.open_orders, act)

    def _on_saved(self) -> None:
        super()._on_saved()
        if self._saved_id is not None and self._last_draft is not None:
            self.offer_orders(self._saved_id, tuple(self._last_draft.needs))
            self._new_name.ask(*split_names(self._last_draft.visitors))


class VisitsOfPeople(VisitWriting[T]):
    """A list of people; Enter records a visit, Ctrl+Enter goes on to the next person of the list."""

    def __init__(self, session: Session, listing: Listing[T], parent: QWidget | None = None) -> None:
        self._place = 0
        self._visited: int | None = None
        self._chained = False
        super().__init__(session, listing, parent)

    def open_record(self, record_id: int) -> None:
        """Enter records a visit to the person."""
        self.begin(None, record_id)

    def form_title(self, draft: VisitDraft, record_id: int | None) -> str:
        """A visit, in lists that are not of visits too."""
        return translate("Visits", "New visit")

    def begin_next(self) -> None:
        """The form for the next person of the list; an empty one at its end."""
        self.begin(None, self._next_person())

    def begin(self, record_id: int | None, resident_id: int | None = None) -> None:
        """Remember the place in the list, so that the next person follows."""
        line = self.table.model.line_of(resident_id) if resident_id is not None else None
        self._place, self._visited = line or 0, resident_id
        super().begin(record_id, resident_id)
        panel = self.panel
        if panel is not None and not self._chained:
            # Ctrl+Enter goes to the next person of the list instead of to an empty form.
            panel.next_requested.disconnect()
            panel.next_requested.connect(self.begin_next)
            self._chained = True

    @asks(Action.RECORD_VISIT)
    def visit_current(self) -> None:
        """The form for the selected person."""
        current = self.table.current_id()
        if current is not None:
            self.open_record(current)

    def _on_saved(self) -> None:
        # The lines are people: the number of the visit that was saved says nothing here.
        visit, self._saved_id = self._saved_id, None
        super()._on_saved()
        following = self._next_person()
        if following is not None:
            self.table.select_id(following)
        if visit is not None and self._last_draft is not None:
            self.offer_orders(visit, tuple(self._last_draft.needs))

    def _next_person(self) -> int | None:
        """Who stands in the visited person's place, or behind them while the list is still being read anew."""
        ids = list(self.table.model.ids)
        if not ids:
            return None
        at = min(self._place, len(ids) - 1)
        return ids[min(at + 1, len(ids) - 1)] if ids[at] == self._visited else ids[at]
