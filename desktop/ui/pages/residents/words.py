"""Words about residents that the list, the form and the card share."""

from __future__ import annotations

from desktop.core.answers import IdState
from desktop.core.errors import FieldError
from desktop.core.i18n import translate
from desktop.core.person.identity import TO_VERIFY_REASONS, IdExamination
from desktop.core.person.native_area import area_name
from desktop.core.reasons import Reason
from desktop.core.trade import FlagKind
from desktop.core.words import terms
from desktop.core.words.messages import field_sentence
from desktop.ui.forms.text_fields import FieldNote
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.chips import ChipSpec

_MOST = 5
_GRAVE = frozenset({FlagKind.DISABLED, FlagKind.DEMENTIA, FlagKind.SEVERELY_HANDICAPPED})


def flag_chip(flag: str) -> ChipSpec:
    """A flag as a chip."""
    # Plain grounds: what calls for attention is the visit that is missing, not that somebody lives alone.
    return ChipSpec(terms.FLAGS.shown.get(flag, flag), Tone.ACCENT if flag in _GRAVE else Tone.NEUTRAL)


def number_note(found: IdExamination, fix_key: str) -> tuple[str, FieldNote]:
    """What to say about a typed number, and the one that was probably meant: the first, a swap before any digit."""
    if found.state == IdState.VALID:
        return "", FieldNote(_right(found), Tone.OK)
    reason = next((one for one in found.reasons if one in TO_VERIFY_REASONS), Reason.WRONG_LENGTH)
    if not found.suggestions:
        return "", FieldNote(field_sentence(FieldError("id_number", reason)), Tone.ATTENTION)
    meant = found.suggestions[0].number
    if len(found.suggestions) > 1:
        several = translate("ResidentForm", "The check digit does not fit. One of {numbers}? {key} takes the first.")
        numbers = "、".join(one.number for one in found.suggestions[:_MOST])
        if len(found.suggestions) > _MOST:
            numbers = translate("ResidentForm", "{numbers} and {count} others").format(
                numbers=numbers, count=len(found.suggestions) - _MOST
            )
        return meant, FieldNote(several.format(numbers=numbers, key=fix_key), Tone.ATTENTION)
    words = translate("ResidentForm", "The check digit does not fit. Meant {number}? {key} takes it.")
    return meant, FieldNote(words.format(number=meant, key=fix_key), Tone.ATTENTION)


def _right(found: IdExamination) -> str:
    born = found.born_on.isoformat() if found.born_on else ""
    words = translate("ResidentForm", "Right: {sex}, born {born}").format(
        sex=terms.SEXES.shown.get(found.sex, ""), born=born
    )
    area = area_name(found.number, found.born_on)
    return f"{words} · {area}" if area else words
