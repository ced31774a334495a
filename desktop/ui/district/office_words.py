"""What a district's window says of the district itself and of a centre on its list."""

from __future__ import annotations

from desktop.core.answers import NumbersWanted
from desktop.core.i18n import translate
from desktop.core.office_keys import CentreKey
from desktop.district import folder as folders
from desktop.district.catalogue import Centre
from desktop.sync import keys
from desktop.ui.district.office import Office
from desktop.ui.look.theme import Tone
from desktop.ui.tables.model import Column
from desktop.ui.widgets.chips import Chips, ChipSpec


def facts_of(office: Office) -> list[tuple[str, str]]:
    """The district in two columns."""
    district = office.district
    numbers = {
        NumbersWanted.FULL: translate("DistrictOffice", "as they are"),
        NumbersWanted.HASHED: translate("DistrictOffice", "as pseudonyms"),
    }
    return [
        (translate("DistrictOffice", "Name"), f"{district.name} ({district.code})"),
        (translate("DistrictOffice", "To be compared by telephone"), keys.fingerprint(folders.key_of(office.place))),
        (translate("DistrictOffice", "ID numbers come"), numbers[district.numbers]),
        (translate("DistrictOffice", "Folder"), str(office.place.root)),
    ]


def centre_columns() -> tuple[Column[Centre], ...]:
    """The columns of the list of centres."""
    return (
        Column(translate("DistrictOffice", "Number"), lambda one: one.number, 90),
        Column(translate("DistrictOffice", "Name"), lambda one: one.name, 180, stretch=True),
        Column(translate("DistrictOffice", "Files come"), _sealed, 120),
        Column(translate("DistrictOffice", "Number of the key"), _digits, 290, spare=True),
        Column(translate("DistrictOffice", "Since"), lambda one: one.enrolled_at[:10], 120, spare=True),
    )


def _sealed(one: Centre) -> Chips:
    if one.enrolled:
        return Chips((ChipSpec(translate("DistrictOffice", "sealed"), Tone.OK),))
    return Chips((ChipSpec(translate("DistrictOffice", "open"), Tone.ATTENTION),))


def _digits(one: Centre) -> str:
    if not one.enrolled:
        return ""
    return keys.fingerprint(CentreKey(one.uid, one.number, one.name, one.sign_with, one.recovery_to))
