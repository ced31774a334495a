"""Fields for who did something: names of people who work here, completed by name, pinyin and initials."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from desktop.core.trade import PostRole
from desktop.services.people import names
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.several_field import SeveralField


class NameField(PickField):
    """One name; another text may be typed and stays.

    Offered are those who work here now, asked anew when the field is filled, and the ``used`` texts that are nobody's.
    """

    def __init__(self, roles: Collection[PostRole], used: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__({}, free=True, parent=parent)
        self._roles, self._used = roles, used
        self._ask()

    def set_value(self, value: object) -> None:
        """Show a name, and offer whoever works here now."""
        self._ask()
        super().set_value(value)

    def _ask(self) -> None:
        self.set_options({name: name for name in names.offered(self._roles, self._used)})


class NamesField(SeveralField, NameField):
    """Several names, with 、 or a comma between; the one that is being typed is completed."""
