"""What a sync file holds: names, columns and order. docs/sync-format.md says it in words.

The columns are frozen: a later schema that adds one makes a new format version.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from desktop.core.answers import NumbersWanted
from desktop.core.canonical import line
from desktop.core.file_kinds import SYNC_FILE

FORMAT = 3
# Format 1 has no heads of the change log, format 2 neither frozen documents nor a signature; they are read for ever.
READABLE = (1, 2, FORMAT)
HEADS, FROZEN_TOO = 2, 3
MANIFEST = "manifest.json"
FIGURES = "figures.json"
# The documents of closed months, one a line; what only the centre's own recovery sheet opens.
FROZEN = "frozen.jsonl"
RESTORE = "restore.age"
FULL = "full"

# Every row has these before its facts.
STAMPS = ("uid", "created_at", "created_station", "changed_at", "station", "counter", "voided_at", "void_reason")


@dataclass(frozen=True)
class Column:
    """A column of a part. ``table`` names the table that it refers to, by uid in the file."""

    name: str
    table: str = ""
    boolean: bool = False

    @property
    def key(self) -> str:
        """The key in a row: ``resident`` for ``resident_id``."""
        return self.name.removesuffix("_id") if self.table else self.name


@dataclass(frozen=True)
class Part:
    """One kind of record, as JSON Lines."""

    kind: str
    table: str
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """The member's name in the archive."""
        return f"{self.kind}.jsonl"

    @property
    def keys(self) -> frozenset[str]:
        """The keys that every row of it has."""
        return frozenset(STAMPS) | {column.key for column in self.columns}


def _part(kind: str, table: str, columns: str) -> Part:
    # "sex" is a plain value, "insured?" true, false or null, "bed_id@bed" a reference.
    found = []
    for word in columns.split():
        name, _, target = word.partition("@")
        found.append(Column(name.rstrip("?"), target, name.endswith("?")))
    return Part(kind, table, tuple(found))


_WHO = "resident_id@resident "

PARTS: tuple[Part, ...] = (
    _part(
        "residents",
        "resident",
        "name document_kind id_number id_written id_state id_issue sex born_on ethnicity marital household_place"
        " household_kind community building room address phone living disability_kind disability_level chronic"
        " allergies health_record? health_record_no family_doctor? family_doctor_name insured_medical? insured_care?"
        " insured_accident? allowance_age? allowance_care? allowance_service? consent_on consent_by consent_paper_no"
        " remarks register_state state_on",
    ),
    _part("contacts", "contact", _WHO + "name relation phone"),
    _part("external_ids", "external_id", _WHO + "platform value"),
    _part("flags", "flag", _WHO + "kind from_on to_on proof"),
    _part("grades", "grade", _WHO + "grade assessed_on assessor"),
    _part("register_events", "register_event", _WHO + "state on_date source reason"),
    _part(
        "visits",
        "visit",
        _WHO + "visited_on visited_at method outcome health health_words spirit spirit_words safety safety_words"
        " hygiene hygiene_words dwelling dwelling_words support support_words remark",
    ),
    _part("visitors", "visitor", "visit_id@visit name"),
    _part("visit_needs", "visit_need", "visit_id@visit type"),
    _part("risks", "risk", _WHO + "visit_id@visit found_on what level action due_on closed_on result"),
    _part(
        "help_services",
        "help_service",
        _WHO + "type state place requested_at planned_at service_on started ended minutes worker content payer"
        " fee_fen subsidy_fen satisfaction remark cancel_reason closed_at visit_id@visit",
    ),
    _part(
        "meals",
        "meal",
        _WHO + "eaten_on eaten_at meal mode price_fen subsidy_fen paid_fen rule_id@subsidy_rule remark rating"
        " delivered_at",
    ),
    _part("meal_prices", "meal_price", "valid_from meal price_fen"),
    _part("subsidy_rules", "subsidy_rule", "valid_from min_age flags meal mode amount_fen day_cap_fen min_spend_fen"),
    _part("beds", "bed", "building floor room number kind mode state external_code insured? opened_on closed_on"),
    _part("bed_outages", "bed_outage", "bed_id@bed from_on to_on reason"),
    _part("stays", "stay", _WHO + "bed_id@bed from_on to_on end_reason"),
    _part("leaves", "leave", "stay_id@stay from_on to_on reason"),
    _part("excusals", "excusal", _WHO + "month reason confirmed_by"),
    _part("months", "month", "month state version closed_at closed_by sha256"),
    _part("corrections", "correction", "month reason second_person before after"),
    _part("staff", "staff", "name role active?"),
)

# Of formats 1 and 2; those of a later file follow from its manifest.
PART_NAMES = (*(part.name for part in PARTS), FIGURES)
SIGNED_WITH, SEALED_WITH = "ed25519", "age"


@dataclass(frozen=True)
class PartEntry:
    """What the manifest says of one part; ``rows`` of figures.json are its months."""

    name: str
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class LogHead:
    """The last write of the change log at a moment: its name and its hash."""

    epoch: str
    station: int
    counter: int
    sha256: str


@dataclass(frozen=True)
class ClosedHead:
    """A version of a closed month: its hash, and the head of the log that it froze; None of version 0.1."""

    month: str
    version: int
    sha256: str
    log: LogHead | None


@dataclass(frozen=True)
class SealedTo:
    """The district that the file is sealed for; the signature stands for it too, so that nobody seals it to another."""

    name: str
    code: str
    to: str


@dataclass(frozen=True)
class Signature:
    """Who signed the manifest (public key, hexadecimal), and the signature; ``value`` is empty while it is made."""

    key: str
    value: str = ""


@dataclass(frozen=True)
class Manifest:
    """Who wrote what, when, and where it stands in the chain of this centre's files."""

    format: int
    schema: str
    program: str
    centre_number: str
    centre_name: str
    kind: str
    period: str
    sequence: int
    created_at: str
    previous_sha256: str
    parts: tuple[PartEntry, ...]
    log: LogHead | None = None
    closed: tuple[ClosedHead, ...] = ()
    centre_uid: str = ""
    numbers: str = NumbersWanted.FULL.value
    enc: SealedTo | None = None
    sig: Signature | None = None

    @property
    def part_names(self) -> tuple[str, ...]:
        """The members after the manifest, in order."""
        later = (FROZEN,) if self.format >= FROZEN_TOO else ()
        kept = self.enc is not None and self.kind == FULL
        hidden = (RESTORE,) if kept or self.numbers == NumbersWanted.HASHED else ()
        return (*PART_NAMES, *later, *hidden)

    @property
    def signed_bytes(self) -> bytes:
        """What the signature stands for: the manifest with an empty signature."""
        bare = self if self.sig is None else replace(self, sig=replace(self.sig, value=""))
        return line(bare.as_json())

    @property
    def rows(self) -> int:
        """The records in the file; figures and documents apart."""
        return sum(part.rows for part in self.parts if part.name not in _NO_RECORDS)

    @property
    def file_name(self) -> str:
        """The name that the file was given."""
        return f"SZ-{self.centre_number}-{self.period}-{self.sequence:04d}{SYNC_FILE}"

    def as_json(self) -> dict[str, Any]:
        """The object in manifest.json."""
        common: dict[str, Any] = {
            "format": self.format,
            "schema": self.schema,
            "program": self.program,
            "centre": {"number": self.centre_number, "name": self.centre_name},
            "kind": self.kind,
            "period": self.period,
            "sequence": self.sequence,
            "created_at": self.created_at,
            "previous_sha256": self.previous_sha256,
            "parts": [asdict(part) for part in self.parts],
            "alg": {"hash": "sha256", "pack": "deflate"},
            "enc": None,
            "sig": None,
        }
        if self.format >= HEADS:
            common["log"] = None if self.log is None else asdict(self.log)
            common["closed"] = [asdict(one) for one in self.closed]
        return common | self._since_3() if self.format >= FROZEN_TOO else common

    def _since_3(self) -> dict[str, Any]:
        return {
            "centre": {"number": self.centre_number, "name": self.centre_name, "uid": self.centre_uid},
            "numbers": self.numbers,
            "alg": {
                "hash": "sha256",
                "pack": "deflate",
                "sign": None if self.sig is None else SIGNED_WITH,
                "seal": None if self.enc is None else SEALED_WITH,
            },
            "enc": None if self.enc is None else asdict(self.enc),
            "sig": None if self.sig is None else asdict(self.sig),
        }


_NO_RECORDS = (FIGURES, FROZEN, RESTORE)
