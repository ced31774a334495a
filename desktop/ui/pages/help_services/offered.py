"""What a form asks the menu and the price list: the items of the chosen type, and the amounts that nobody typed."""

from __future__ import annotations

from typing import Any

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.ledgers import ServiceUnit
from desktop.services.help_services import definitions, proposing
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.writing import declared
from desktop.services.writing.checks import Checks
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import MoneyField, TextField

_AMOUNTS = ("fee", "subsidy")


class Offered:
    """Follows a form of a service: offers the items of its type, and fills amounts until somebody types over them.

    Of what is agreed from a day on (``begins``: the field of that day) it says the amounts and fills none: each order
    costs what the list says of its own day.
    """

    def __init__(self, form: DraftForm[Any], begins: str = "") -> None:
        self._form, self._begins = form, begins
        # Nothing is proposed before a draft is shown.
        self._fresh = False
        self._seen: tuple[object, ...] = ()
        self._type: object = ""
        # What the list put into each amount: another text there is somebody's, and stays.
        self._put: dict[str, object] = dict.fromkeys(_AMOUNTS, "")

    def add_item(self) -> None:
        """The field for the item, beside the type."""
        self._form.add("item", translate("ServiceForm", "Item"), PickField({}))

    def add_amounts(self) -> None:
        """The fields for quantity, fee and subsidy."""
        self._form.add("quantity", translate("ServiceForm", "Quantity"), TextField())
        by_list = translate("ServiceForm", "Empty: what the price list says of each day.") if self._begins else ""
        self._form.add("fee", translate("ServiceForm", "Fee (yuan)"), MoneyField(), help=by_list)
        self._form.add("subsidy", translate("ServiceForm", "Subsidy (yuan)"), MoneyField(), help=by_list)

    def begin(self, fresh: bool) -> None:
        """Another draft is shown; of one on record, and of many people at once, nothing is proposed."""
        self._fresh, self._seen, self._type = fresh, (), self._form.fields["type"].value()
        self._put = dict.fromkeys(_AMOUNTS, "")
        self.follow()

    def follow(self) -> None:
        """What changed may ask for other items and other amounts."""
        draft = ServiceDraft()
        self._form.read_into(draft)
        if self._begins:
            # What began long ago is agreed today all the same.
            draft.service_on = max(str(self._form.fields[self._begins].value()), clock.today().isoformat())
        asks = tuple(
            getattr(draft, name)
            for name in ("resident_id", "type", "item", "quantity", "service_on", "started", "ended")
        )
        if asks == self._seen:
            return
        self._seen = asks
        self._offer(draft)
        self._type = draft.type
        if self._fresh or self._begins:
            self._propose(draft)

    def _offer(self, draft: ServiceDraft) -> None:
        values = declared.read(draft, Checks())
        day = values["service_on"] or clock.today()
        names = definitions.items(values["type"], day)
        field = self._form.fields["item"]
        assert isinstance(field, PickField)
        if draft.item and draft.item not in names and draft.type != self._type:
            # It belonged to another type.
            field.set_value("")
            draft.item = ""
        field.set_options({name: definitions.item_shown(name) for name in names})
        self._form.set_field_visible("item", bool(names) or bool(draft.item))
        if "quantity" in self._form.fields:
            pieces = definitions.unit_of(values["type"], draft.item, day) == ServiceUnit.PIECE
            self._form.set_field_visible("quantity", pieces)

    def _propose(self, draft: ServiceDraft) -> None:
        found = proposing.proposed(draft)
        for name in () if self._begins else _AMOUNTS:
            field = self._form.fields[name]
            text = getattr(found, name) if found is not None else ""
            if field.value() == self._put[name]:
                field.set_value(text)
                self._put[name] = field.value()
        why = found.why if found is not None else ""
        if why and self._begins:
            why = translate("ServiceForm", "Empty: by the price list of each day. Now: {why}").format(why=why)
        self._form.fields["fee"].set_note(why)
