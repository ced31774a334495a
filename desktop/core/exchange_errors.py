"""What is wrong when two stations of one centre exchange their files, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.acts import Thing
from desktop.core.errors import UserError
from desktop.core.i18n import QT_TRANSLATE_NOOP


@dataclass
class FirstStationOnly(UserError):
    """A second station does not write this."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "Only station 1 writes this here: {what}. Do it there and exchange the files afterwards."
    )

    what: Thing


@dataclass
class NotHeardYet(UserError):
    """What one station alone writes it may have written before it was restored."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This computer was restored, and the other stations may have newer records of it. Let station {stations} take"
        " in a file of here, then take theirs in. A station that is gone is given anew.",
    )

    stations: str


@dataclass
class OneStation(UserError):
    """There is nobody to exchange with."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "This centre has one station. Give a second one its number first: exchange give --to DIR."
    )


@dataclass
class StationsAreGivenBy(UserError):
    """Numbers of stations come from the first one, so that no two are equal."""

    says = QT_TRANSLATE_NOOP("Messages", "Stations get their number from station 1. Do this there.")


@dataclass
class TooManyStations(UserError):
    """A code has room for ten stations."""

    says = QT_TRANSLATE_NOOP("Messages", "This centre has ten stations; there is no number for another one.")


@dataclass
class StoreIsSealed(UserError):
    """An encrypted store has keys that a second station would not have."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "The data are encrypted, and encrypted data cannot be shared with a second station yet."
    )


@dataclass
class StationsShare(UserError):
    """What is done at one station only would be undone by the other."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "This centre has several stations, and what was deleted here would stand at the others. It cannot be done yet.",
    )


@dataclass
class NoStationFile(UserError):
    """Not what station 1 gave for a new station."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "{file} is not the file of a new station, or it was changed. Let station 1 give another one."
    )

    file: str


@dataclass
class ExchangeUnreadable(UserError):
    """Not a file of another station of this centre."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} is no exchange file of this centre, or it was changed. Nothing was taken in. Fetch it once more.",
    )

    file: str


@dataclass
class ExchangeOtherVersion(UserError):
    """The stations have programs of different versions."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was written by another version of the program. Bring both stations to the same version first.",
    )

    file: str


@dataclass
class ExchangeGap(UserError):
    """Rows are missing before those of the file."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} begins after what is known here of station {station}. Take this station's own file there first, then"
        " fetch another one.",
    )

    file: str
    station: int


@dataclass
class ExchangeContradicts(UserError):
    """One name stands for two writes: a folder was copied, or a log was rewritten."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} says something else of write {counter} of station {station} than stands here: a data folder was copied,"
        " or a log was changed. Nothing was taken in.",
    )

    file: str
    station: int
    counter: int


@dataclass
class ExchangeForked(UserError):
    """Two lives of one station go on from one backup."""

    says = QT_TRANSLATE_NOOP(
        "Messages",
        "Station {station} was restored twice from the same past ({first} and {second}): both went on. Find out which"
        " folder is in use. With --accept-fork both are taken in.",
    )

    station: int
    first: str
    second: str


@dataclass
class ExchangeMisfits(UserError):
    """A row that only one station writes does not fit here."""

    says = QT_TRANSLATE_NOOP(
        "Messages", "{file} was not taken in: a record of the kind {what} does not fit with what stands here."
    )

    file: str
    what: Thing


@dataclass
class NoSuchClash(UserError):
    """There is no open clash of this record and field."""

    says = QT_TRANSLATE_NOOP("Messages", "There is no open clash of this record and field. Nothing was changed.")
