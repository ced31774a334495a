"""An accepted file in the words of a table."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.answers import IntakeState
from desktop.core.i18n import translate
from desktop.core.words.district import INTAKE_STATES
from desktop.district.catalogue import Accepted
from desktop.district.enrolling import state_of
from desktop.ui.frame.sync_words import period_text
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Align, Column
from desktop.ui.widgets.chips import Chips, ChipSpec


def file_columns(name_of: Callable[[str], str] | None = None) -> tuple[Column[Accepted], ...]:
    """The columns of a list of files; with the names of their centres where there are those of several."""
    whose: tuple[Column[Accepted], ...] = ()
    if name_of is not None:
        whose = (
            Column(translate("DistrictFiles", "Number"), lambda one: one.centre, 90),
            Column(translate("DistrictFiles", "Centre"), lambda one: name_of(one.centre), 150, stretch=True),
        )
    return (
        *whose,
        Column(translate("DistrictFiles", "Period"), lambda one: period_text(one.period), 120, stretch=name_of is None),
        Column(translate("DistrictFiles", "State"), _state, 110),
        Column(translate("DistrictFiles", "File no."), lambda one: str(one.sequence), 80, Align.RIGHT),
        Column(translate("DistrictFiles", "Records"), lambda one: f"{one.rows:,}", 80, Align.RIGHT, spare=True),
        Column(translate("DistrictFiles", "Taken in"), lambda one: one.accepted_at[:16], 150, spare=True),
        Column(translate("DistrictFiles", "Came as"), lambda one: one.came_as, 200, spare=True),
    )


def _state(one: Accepted) -> Chips | str:
    if one.full:
        return translate("DistrictFiles", "everything")
    state = state_of(one)
    return Chips((ChipSpec(INTAKE_STATES.shown[state], _tone(state)),))


def _tone(state: IntakeState) -> Tone:
    return Tone.ATTENTION if state is IntakeState.DRAFT else Tone.OK
