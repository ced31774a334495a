"""What is wrong with a district's folder or with a file that is to be taken into it, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from desktop.core.errors import StorageError, UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said
from desktop.core.reasons import IntakeReason, ReceiptReason


@dataclass
class NoDistrict(UserError):
    """The folder is none that a district keeps its centres' files in."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The folder {folder} is no district's folder. Make one with “shizhu district init” first."
    )

    folder: str


@dataclass
class DistrictThere(UserError):
    """The folder is a district's already."""

    says = QT_TRANSLATE_NOOP("Messages", "The folder {folder} is a district's already. Choose an empty folder.")

    folder: str


@dataclass
class DistrictDamaged(StorageError):
    """Something that belongs to the folder's own books cannot be read."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} in the district's folder is damaged; nothing was changed. Take the folder from its last copy, or ask"
        " whoever looks after this computer.",
    )

    file: str
    detail: str = ""


@dataclass
class DistrictDraftRefused(UserError):
    """A name or a number that no district or centre can have."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Not taken: the name has 1 to 100 characters, the number six digits. Please correct it."
    )


@dataclass
class CentreNumberTaken(UserError):
    """Another centre is enrolled with this number."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "The number {number} is that of {name}, which is enrolled with another key. Two centres never share a number:"
        " ask {other} which number it has, and by telephone whose key this is.",
    )

    number: str
    name: str
    other: str


@dataclass
class CentreUnknown(UserError):
    """No centre of this number is on the district's list."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "No centre of this district has the number {number}. “shizhu district status” lists them."
    )

    number: str


@dataclass
class NothingToReturn(UserError):
    """The district has no full file of a centre that the centre's recovery sheet would open."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "There is nothing to give back to {name} ({number}): it handed in no full file. The months it handed in are"
        " kept, and no centre is brought back from them.",
    )
    says_open = QT_TRANSLATE_NOOP(
        "Messages",
        "There is nothing to give back to {name} ({number}): its full file was written before it was enrolled, and has"
        " nothing that its recovery sheet opens.",
    )

    number: str
    name: str
    is_open: bool = False

    def template(self) -> Said:
        """Whether there is none, or one of no use."""
        return self.says_open if self.is_open else self.says


@dataclass
class IntakeRefused(UserError):
    """A file of a centre that is whole and is not taken all the same."""

    says = QT_TRANSLATE_NOOP("Messages", "{file} is not taken.")
    says_why: ClassVar[Mapping[str, Said]] = {
        IntakeReason.UNKNOWN_CENTRE: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} is of the centre {number}, which is not on this district's list: it is not taken. Enrol the centre"
            " first if it belongs here.",
        ),
        IntakeReason.OLDER: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} is older than what the centre {number} handed in for {period} since (file no. {known}): it is not"
            " taken. Nothing needs to be done.",
        ),
        IntakeReason.NUMBER_TWICE: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} bears the same number as another file of the centre {number} for {period} and says something else:"
            " one of the two is not the centre's. Ask the centre to export {period} again.",
        ),
        IntakeReason.OPEN_FILE: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} says that it is of the centre {number}, which signs its files, and is not signed: it is not taken."
            " Ask the centre whether it wrote it.",
        ),
        IntakeReason.KEY_MISSING: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} is signed by the centre {number}, whose key is not on the list: it is not taken. Enrol the centre"
            " with its key file first.",
        ),
        IntakeReason.OTHER_NUMBERS: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} of the centre {number} has ID numbers otherwise than this district wants them: it is not taken. Let"
            " the centre enrol with this district's key file and export again.",
        ),
    }

    file: str
    reason: IntakeReason
    number: str
    period: str = ""
    known: int = 0


@dataclass
class EngineMissing(UserError):
    """What counts for a district is not installed here; a centre's front desk does without it."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "{engine} is not installed here. Install the packages of the district office, then try again."
    )

    engine: str


@dataclass
class EngineTrouble(UserError):
    """What counts for a district could not do it."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{engine} could not count: {detail}. Nothing was changed. If the store is damaged, “shizhu district rebuild”"
        " makes it anew.",
    )

    engine: str
    detail: str


@dataclass
class EngineAddressMissing(UserError):
    """PostgreSQL was asked to count, and nobody said where it is."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Where PostgreSQL is was not said. Name it with --store postgresql://… and try again."
    )


@dataclass
class ReceiptRefused(UserError):
    """A receipt that is none, was not signed by our district, or is for somebody else."""

    says = QT_TRANSLATE_NOOP("Messages", "{file} is not taken.")
    says_why: ClassVar[Mapping[str, Said]] = {
        ReceiptReason.NOT_A_RECEIPT: QT_TRANSLATE_NOOP(
            "Messages", "{file} is no receipt of a district. Choose the file that ends with .shizhu-receipt."
        ),
        ReceiptReason.CHANGED: QT_TRANSLATE_NOOP(
            "Messages", "{file} was changed or cut on its way, so it counts for nothing. Ask the district for it again."
        ),
        ReceiptReason.NEWER: QT_TRANSLATE_NOOP(
            "Messages", "{file} was written by a newer version of the program. Bring this one up to date first."
        ),
        ReceiptReason.TOO_LARGE: QT_TRANSLATE_NOOP(
            "Messages", "{file} is larger than any receipt. Ask the district for it again."
        ),
        ReceiptReason.WRONG_VALUE: QT_TRANSLATE_NOOP(
            "Messages", "A value in the receipt {file} cannot be. Ask the district for it again."
        ),
        ReceiptReason.OTHER_DISTRICT: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} is of another district than the one that this centre is enrolled with. Ask whose it is, and enrol"
            " with the new district if files go there by now.",
        ),
        ReceiptReason.FORGED: QT_TRANSLATE_NOOP(
            "Messages",
            "{file} was not signed by the district that this centre is enrolled with: it counts for nothing. Call the"
            " district before you trust it.",
        ),
        ReceiptReason.OTHER_CENTRE: QT_TRANSLATE_NOOP(
            "Messages", "{file} is for another centre. Ask the district for the receipt of this one."
        ),
    }

    file: str
    reason: ReceiptReason
