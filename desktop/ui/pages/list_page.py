"""What a room fills in to have a list of records: how it looks, what it finds, its detail and its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.core.acts import Action, Thing
from desktop.core.answers import WorkbookKind
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.session import Session
from desktop.ui.pages.views import ViewsPage
from desktop.ui.tables.model import Column
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter

if TYPE_CHECKING:
    from desktop.services.closing.staged import Act as Staged

Row = TypeVar("Row")
Draft = TypeVar("Draft")


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """How a list looks. ``key`` names its drafts; no ``new_text`` means that nothing is added by hand.

    ``order`` and ``descending`` are how it is sorted at first; ``empty`` is a title and what to do about it.
    ``import_kind`` offers to take in a workbook of that kind.
    """

    key: str
    title: str
    columns: tuple[Column[Row], ...]
    search_hint: str
    new_text: str = ""
    filters: tuple[Filter, ...] = ()
    with_month: bool = False
    order: str = ""
    descending: bool = False
    empty: tuple[str, str] = ("", "")
    import_kind: WorkbookKind | None = None
    # What a new record, and what the form of one on record asks for.
    adds: Action | None = None
    edits: Action | None = None
    # The table of its records, where some may do acts with own ones only.
    of: Thing | None = None


@dataclass(frozen=True)
class Wanted:
    """What the list shows now; ``month`` is None on a page without months."""

    text: str = ""
    filters: dict[str, str] = field(default_factory=dict)
    month: Month | None = None
    order: str = ""
    descending: bool = False

    def chosen(self, key: str) -> str:
        """The choice of a filter chip, "" for all."""
        return self.filters.get(key, "")


class ListPage(ViewsPage, Generic[Row, Draft]):
    """The hooks of a list of records: ``find_ids`` and ``load_rows`` always, the others where a room has such a thing.

    Its form edits a ``Draft``, which is None where nothing is typed.
    ``writes`` are the topics told when its form was saved.
    """

    writes = Topic.NOTHING

    def __init__(self, session: Session, listing: Listing[Row], parent: QWidget | None = None) -> None:
        super().__init__(session, listing.title, parent)
        self.listing = listing

    def long_reading(self) -> Callable[[], object] | None:
        """What has to be read behind the window before anything can be found; None where finding is quick.

        It is made here and called in another thread; ``take_reading`` gets its result, ``find_ids`` looks in that.
        """
        return None

    def take_reading(self, found: object) -> None:
        """Keep what ``long_reading`` read."""

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The ids of the records wanted, in the wanted order."""
        raise NotImplementedError

    def load_rows(self, ids: list[int]) -> Sequence[Row]:
        """The rows of these ids in their order; called in other threads too."""
        raise NotImplementedError

    def day_of(self, row: Row) -> dt.date | None:
        """The day that decides in which month a row is listed; None on a page without months."""
        return None

    def subtitle(self) -> str:
        """What stands beneath the title."""
        return ""

    def totals(self, ids: list[int]) -> str:
        """The totals of what is listed, beneath the table."""
        return ""

    def make_detail(self) -> DetailPanel | None:
        """The panel of one record, with its buttons; None for a page without."""
        return None

    def show_detail(self, detail: DetailPanel, row: Row) -> None:
        """Fill the panel."""

    def make_form(self) -> DraftForm[Draft] | None:
        """The form of one record; its field names are the draft's. Made when it is first opened."""
        return None

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> Draft:
        """The draft of a record, or a new one, for a resident when one is named."""
        raise NotImplementedError

    def form_title(self, draft: Draft, record_id: int | None) -> str:
        """What the form is called."""
        return translate("RecordsPage", "Edit") if record_id else self.listing.new_text

    def save_draft(self, draft: Draft) -> int:
        """Save through the service; the record's id."""
        raise NotImplementedError

    def closed_act(self, draft: Draft) -> Staged | None:
        """What a correction (更正单) does in place of a save that a closed month refuses; None where it cannot."""
        return None

    def saved_text(self, draft: Draft) -> str:
        """What to say once it is saved."""
        return translate("RecordsPage", "Saved")
