"""A resident whom somebody types: whoever may be on record already is asked about once (handbook 2.1).

A workbook asks in its list of rows instead, and what is made of it does not come here.
"""

from __future__ import annotations

from desktop.core.acts import Action
from desktop.core.answers import Likeness
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.reasons import Reason
from desktop.services.register import duplicates
from desktop.services.residents import forms
from desktop.services.residents.drafts import ResidentDraft
from desktop.services.writing import reconciling
from desktop.services.writing.actor import Actor
from desktop.services.writing.journal import writing

# Why two records are kept apart; core.words.records has its words.
TWO_PEOPLE = "two people"


def save(actor: Actor, draft: ResidentDraft) -> int:
    """Record what a form says; the id. InvalidDraft names ``not_same`` until a namesake is said to be somebody else."""
    with writing(actor, Action.EDIT_RESIDENT) as unit:
        new = draft.resident_id is None
        twins = [one for one in forms.similar(draft) if one.why == Likeness.SAME_NAME_AND_BIRTH] if new else []
        kept = forms.store(unit, draft, by_hand=True)
        if twins and not draft.not_same:
            raise InvalidDraft([FieldError("not_same", Reason.NAMESAKE, twins[0].name)])
        for twin in twins:
            duplicates.keep_apart(unit, kept, twin.resident_id, TWO_PEOPLE)
    reconciling.opened(draft)
    return kept
