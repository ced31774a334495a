"""What a register is: how its list looks, what it shows, and what a room fills in to have one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.ui.forms.form import Form
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.session import Session
from desktop.ui.tables.model import Column
from desktop.ui.widgets.detail import DetailPanel
from desktop.ui.widgets.filters import Filter

T = TypeVar("T")


@dataclass(frozen=True)
class Listing(Generic[T]):
    """How a register looks. ``key`` names its drafts; no ``new_text`` means that nothing is added by hand.

    ``order`` and ``descending`` are how it is sorted at first; ``empty`` is a title and what to do about it.
    ``import_kind`` offers to take in a workbook of that kind.
    """

    key: str
    title: str
    columns: tuple[Column[T], ...]
    search_hint: str
    new_text: str = ""
    filters: tuple[Filter, ...] = ()
    with_month: bool = False
    order: str = ""
    descending: bool = False
    empty: tuple[str, str] = ("", "")
    import_kind: str = ""


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


class Register(Page, Generic[T]):
    """The hooks of a register: ``find_ids`` and ``load_rows`` always, the others where the room has such a thing.

    ``writes`` are the topics told when its form was saved; ``offers_undo`` lets a new record be taken back at once.
    """

    writes = Topic.NOTHING
    offers_undo = False

    def __init__(self, session: Session, listing: Listing[T], parent: QWidget | None = None) -> None:
        super().__init__(session, listing.title, parent)
        self.listing = listing

    def find_ids(self, wanted: Wanted) -> list[int]:
        """The ids of the records wanted, in the wanted order."""
        raise NotImplementedError

    def load_rows(self, ids: list[int]) -> Sequence[T]:
        """The rows of these ids in their order; called in other threads too."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """What stands beneath the title."""
        return ""

    def totals(self, ids: list[int]) -> str:
        """The totals of what is listed, beneath the table."""
        return ""

    def make_detail(self) -> DetailPanel | None:
        """The panel of one record, with its buttons; None for a page without."""
        return None

    def show_detail(self, detail: DetailPanel, row: T) -> None:
        """Fill the panel."""

    def make_form(self) -> Form | None:
        """The form of one record; its field names are the draft's. Made when it is first opened."""
        return None

    def draft_for(self, record_id: int | None, resident_id: int | None = None) -> object:
        """The draft of a record, or a new one, for a resident when one is named."""
        raise NotImplementedError

    def fill_form(self, form: Form, draft: object) -> None:
        """Show a draft; override for fields that are not plain attributes of it."""
        form.fill(draft)

    def read_form(self, form: Form, draft: object) -> None:
        """Put what is entered into the draft."""
        form.read_into(draft)

    def form_title(self, draft: object, record_id: int | None) -> str:
        """What the form is called."""
        return translate("RecordsPage", "Edit") if record_id else self.listing.new_text

    def save_draft(self, draft: object) -> int:
        """Save through the service; the record's id."""
        raise NotImplementedError

    def take_back_new(self, record_id: int) -> None:
        """Void the new record that was just saved."""
        raise NotImplementedError

    def saved_text(self, draft: object) -> str:
        """What to say once it is saved."""
        return translate("RecordsPage", "Saved")
