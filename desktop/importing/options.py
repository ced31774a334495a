"""What a person chooses about an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.period import Month
from desktop.importing.book.reading import ReadingLimits
from desktop.importing.questions import Answers

UNION, REPLACE = "union", "replace"


@dataclass(frozen=True)
class ImportOptions:
    """What the person chose.

    ``mapping`` is heading or letter of the column → field ("" for a column that is not to be read),
    ``month`` that of dates without one, ``sheets`` more sheets of the same kind than ``sheet``, ``header_row`` where
    the headings stand (from 1, 0 for none). ``update_existing`` lets rows about residents on record change them;
    ``flags`` says whether flags that such a row no longer names stay (union) or end (replace),
    ``holds_from`` from which day (as typed; empty: today) what they change of dwelling and enrolments holds.
    ``identities`` is row → resident whom the person recognised in it, 0 for somebody new.
    ``workers`` is a name of the column of workers → who that is. ``remember`` keeps a mapping for next time.
    """

    sheet: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    dry_run: bool = False
    month: Month | None = None
    limits: ReadingLimits = field(default_factory=ReadingLimits)
    sheets: tuple[str, ...] = ()
    header_row: int | None = None
    update_existing: bool = False
    flags: str = UNION
    holds_from: str = ""
    identities: Mapping[int, int] = field(default_factory=dict)
    workers: Answers = field(default_factory=dict)
    remember: bool = True

    @property
    def chosen_sheets(self) -> tuple[str, ...]:
        """The names of the sheets that were chosen; none lets the best one be found."""
        return tuple(dict.fromkeys(name.strip() for name in (self.sheet, *self.sheets) if name.strip()))
