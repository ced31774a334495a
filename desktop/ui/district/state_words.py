"""How a centre stands in a month, as a coloured word: what came, what did not, and what came late."""

from __future__ import annotations

from desktop.core import clock
from desktop.core.answers import IntakeState
from desktop.core.i18n import translate
from desktop.core.words.district import INTAKE_STATES
from desktop.district.answers import Centre, due
from desktop.ui.look.theme import Tone
from desktop.ui.widgets.chips import Chips, ChipSpec

_TONES = {
    IntakeState.MISSING: Tone.DANGER,
    IntakeState.DRAFT: Tone.ATTENTION,
    IntakeState.CLOSED: Tone.OK,
    IntakeState.CORRECTED: Tone.OK,
}


def state_chips(one: Centre, since: str = "") -> Chips:
    """The state of a month, and whether it was closed too late; ``since`` is the day on which it came onto the list."""
    tone = _TONES[one.state]
    if one.state is IntakeState.MISSING and not _is_asked_for(one, since):
        tone = Tone.NEUTRAL
    words = INTAKE_STATES.shown[one.state]
    if one.punctual is False:
        late = translate("DistrictStates", "{state}, late").format(state=words)
        return Chips((ChipSpec(late, Tone.ATTENTION),))
    return Chips((ChipSpec(words, tone),))


def _is_asked_for(one: Centre, since: str) -> bool:
    # Nobody is late before the day, nor with a month that was over when the district first knew of the centre.
    return clock.today().isoformat() > due(one.month) and one.month.last.isoformat() >= since[:10]


def count_words(centres: tuple[Centre, ...]) -> str:
    """How many handed in, of how many, and what is wrong with the others."""
    states = [one.state for one in centres]
    words = translate("DistrictStates", "{closed} of {count} closed   {draft} drafts   {missing} missing   {late} late")
    return words.format(
        closed=sum(one.counts for one in centres),
        count=len(centres),
        draft=states.count(IntakeState.DRAFT),
        missing=states.count(IntakeState.MISSING),
        late=sum(one.punctual is False for one in centres),
    )
