"""The risk of a visit, in the forms that record one: offered in the words of the block that says risk."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.i18n import translate
from desktop.core.trade import BlockState
from desktop.core.words.terms import RISK_LEVELS
from desktop.ui.forms.choice_fields import SegmentField
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField, TextField

_PARTS = ("risk_level", "risk_action", "risk_due_on")


class RiskLine:
    """Five fields of a form: what, level, action, due, and why no risk is opened.

    As long as nobody changes what is offered it follows the words of the blocks; emptied, it stays empty and asks why.
    """

    def __init__(self, form: Form, caption: str) -> None:
        self._form = form
        self._offered = ""
        self._known: frozenset[str] = frozenset()
        form.add("risk", caption, TextField(translate("VisitForm", "empty when there is none")))
        form.add("risk_level", translate("VisitForm", "Level"), SegmentField(RISK_LEVELS.shown))
        form.add("risk_action", translate("VisitForm", "Action"), TextField())
        form.add("risk_due_on", translate("VisitForm", "Due"), DateField())
        why = TextField(translate("VisitForm", "such as: it is on the list already"))
        form.add("no_risk", translate("VisitForm", "No risk, because"), why)

    def begin(self, known: Mapping[str, str] | None = None) -> None:
        """Nothing is offered yet; ``known`` are the blocks of the visit that is put right."""
        self._offered = ""
        self._known = frozenset(block for block, state in (known or {}).items() if state == BlockState.RISK)

    def follow(self, states: Mapping[str, object], words: Mapping[str, object]) -> None:
        """Offer what the blocks say, and show the fields that apply."""
        risky = [block for block, state in states.items() if state == BlockState.RISK and block not in self._known]
        offered = "；".join(said for block in risky if (said := str(words.get(block, "")).strip()))
        field = self._form.fields["risk"]
        if str(field.value()) == self._offered != offered:
            field.set_value(offered)
            self._offered = offered
        written = bool(str(field.value()).strip())
        for name in _PARTS:
            self._form.set_field_visible(name, written)
        self._form.set_field_visible("no_risk", bool(risky) and not written)
