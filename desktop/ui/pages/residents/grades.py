"""What a person decides about grades: which of one day holds, that one is void, whether a category is recorded."""

from __future__ import annotations

from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.words import terms
from desktop.services.residents import grades, proposals
from desktop.services.residents.card import ResidentCard
from desktop.services.residents.grades import GradeRow
from desktop.services.residents.proposals import Proposal
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.text_fields import TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for, reason

# A grade decides who pays for a bed, and what a roster asks for.
_TOUCHED = Topic.RESIDENTS | Topic.VISITS | Topic.BEDS
_HOLD, _VOID = "hold", "void"


def settle(page: Page, card: ResidentCard) -> SmallForm:
    """Choose a grade; it holds and the others of its day are void, or it is void itself, with a reason."""
    rows = {str(one.id): one for one in card.grades}
    contested = next((key for key, one in rows.items() if one.beside), next(iter(rows)))
    words = {key: _words(one) for key, one in rows.items()}
    acts = {
        _HOLD: translate("ResidentGrades", "It holds on its day"),
        _VOID: translate("ResidentGrades", "It is void"),
    }
    fields = Texts(
        Ask("grade", translate("ResidentGrades", "Grade"), PickField(words), required=True, value=contested),
        Ask("act", translate("ResidentGrades", "What"), SegmentField(acts), required=True, value=_HOLD),
        Ask(
            "reason",
            translate("Acts", "Reason"),
            TextField(),
            help=translate("ResidentGrades", "needed where it becomes void"),
        ),
    )

    def done(typed: dict[str, str]) -> None:
        if typed["grade"] not in rows:
            raise InvalidDraft([FieldError("grade", Reason.UNKNOWN_WORD)])
        if typed["act"] == _HOLD:
            grades.hold(page.session.actor, int(typed["grade"]))
        elif not typed["reason"]:
            raise InvalidDraft([FieldError("reason", Reason.REQUIRED)])
        else:
            grades.void(page.session.actor, int(typed["grade"]), typed["reason"])

    act = Act(
        translate("ResidentGrades", "Capability grades of {name}").format(name=card.row.name),
        translate("ResidentGrades", "Settle it"),
        fields,
        done,
        _TOUCHED,
        translate("ResidentGrades", "The grade of {name} is settled").format(name=card.row.name),
        about=card.row.id,
    )
    return ask_for(page, act)


def record(page: Page, one: Proposal) -> None:
    """Record the proposed category at once; Ctrl+Z takes it back."""
    words = translate("ResidentGrades", "{name}: “{flag}” is recorded")
    shown = words.format(name=one.name, flag=terms.FLAGS.shown[one.flag])
    perform(page, lambda: proposals.accept(page.session.actor, one.resident_id), _TOUCHED, shown)


def put_away(page: Page, one: Proposal) -> SmallForm:
    """Why the grade does not make the person what it proposes."""
    words = translate("ResidentGrades", "{name} is assessed as {grade}. Why is “{flag}” not recorded?")
    shown = words.format(name=one.name, grade=terms.GRADES.shown[one.grade], flag=terms.FLAGS.shown[one.flag])
    act = Act(
        shown,
        translate("ResidentGrades", "Put the proposal away"),
        Texts(reason()),
        lambda typed: proposals.put_away(page.session.actor, one.resident_id, typed["reason"]),
        Topic.RESIDENTS,
        translate("ResidentGrades", "The proposal for {name} is put away").format(name=one.name),
        about=one.resident_id,
    )
    return ask_for(page, act)


def _words(one: GradeRow) -> str:
    day = one.assessed_on.isoformat() if one.assessed_on else translate("ResidentCard", "before any record")
    return " ".join(part for part in (day, terms.GRADES.shown.get(one.grade, one.grade), one.assessor) if part)
