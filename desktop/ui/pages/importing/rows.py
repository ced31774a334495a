"""The rows of a check as the list shows them: by number, by verdict, with the cell that each reason speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.core.answers import Verdict
from desktop.core.i18n import translate
from desktop.core.person.identity import cleaned, masked, masked_text
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.importing.book.headers import Table
from desktop.importing.book.inspection import column_letters
from desktop.importing.result import RowVerdict
from desktop.importing.staging import Checked
from desktop.ui.look.theme import Tone

# What a person has to see to comes first.
VERDICT_ORDER = (
    Verdict.REFUSED,
    Verdict.TO_VERIFY,
    Verdict.DUPLICATE,
    Verdict.UPDATED,
    Verdict.NORMALISED,
    Verdict.IMPORTED,
    Verdict.UNCHANGED,
)
TONES = {
    Verdict.REFUSED: Tone.DANGER,
    Verdict.TO_VERIFY: Tone.ATTENTION,
    Verdict.DUPLICATE: Tone.ATTENTION,
    Verdict.UPDATED: Tone.ACCENT,
    Verdict.NORMALISED: Tone.OK,
    Verdict.IMPORTED: Tone.OK,
    Verdict.UNCHANGED: Tone.NEUTRAL,
}
_SPOKEN_OF: Mapping[str, str] = {
    Reason.DAMAGED_NUMBER: "id_number",
    Reason.WRONG_CHECK_DIGIT: "id_number",
    Reason.WRONG_LENGTH: "id_number",
    Reason.IMPOSSIBLE_BIRTH: "id_number",
    Reason.MISSING_NUMBER: "id_number",
    Reason.FIFTEEN_DIGITS: "id_number",
    Reason.REFORMATTED_NUMBER: "id_number",
    Reason.SEX_CONTRADICTS: "sex",
    Reason.BIRTH_CONTRADICTS: "born_on",
    Reason.DUPLICATE_ROW: "id_number",
    Reason.DUPLICATE_RESIDENT: "id_number",
    Reason.OTHER_NAME: "id_number",
    Reason.UNKNOWN_PERSON: "name",
    Reason.AMBIGUOUS_PERSON: "id_number",
    Reason.OTHER_BIRTH: "id_number",
    Reason.GRADE_UNCLEAR: "grade",
    Reason.GRADE_CONTRADICTS: "grade",
    Reason.NO_RESULT: "grade",
    Reason.UNKNOWN_WORKER: "worker",
    Reason.AMBIGUOUS_WORKER: "worker",
}
_ABOUT_DAYS = frozenset(
    {
        Reason.BAD_DATE,
        Reason.FUTURE_DATE,
        Reason.AFTER_DEATH,
        Reason.BEFORE_BIRTH,
        Reason.OFF_REGISTER,
        Reason.MONTH_CLOSED,
        Reason.ENDS_BEFORE_START,
    }
)


class JudgedRows:
    """All rows of a check, numbered from 1 in the order of the sheets."""

    def __init__(self, checked: Checked, progress: Progress) -> None:
        self._rows: list[RowVerdict] = []
        self._by_verdict: dict[str, list[int]] = {}
        self._tables = {sheet.sheet: sheet.table for sheet in checked.result.sheets}
        progress.start(checked.result.total("rows"), translate("ImportWizard", "Listing the rows"))
        for number, row in enumerate(checked.verdicts, start=1):
            progress.step()
            self._rows.append(row)
            self._by_verdict.setdefault(row.verdict, []).append(number)

    @property
    def several_sheets(self) -> bool:
        """Whether a row must be told by its sheet as well."""
        return len(self._tables) > 1

    def ids(self, verdict: str = "") -> Sequence[int]:
        """The numbers of the rows with this verdict, of all rows for none."""
        return self._by_verdict.get(verdict, []) if verdict else range(1, len(self._rows) + 1)

    def count(self, verdict: str = "") -> int:
        """How many rows have this verdict."""
        return len(self.ids(verdict))

    def load(self, ids: Sequence[int]) -> list[RowVerdict]:
        """The rows with these numbers."""
        return [self._rows[one - 1] for one in ids]

    def table(self, row: RowVerdict) -> Table:
        """The table that the row stands in."""
        return self._tables[row.sheet]

    def text(self, row: RowVerdict, name: str) -> str:
        """The cell of a field as it stands."""
        column = self.table(row).columns.get(name)
        return row.cells[column] if column is not None and column < len(row.cells) else ""

    def who(self, row: RowVerdict) -> str:
        """Whom or which bed the row is about."""
        if name := self.text(row, "name"):
            return name
        return " ".join(part for part in (self.text(row, "room"), self.text(row, "number")) if part) or "—"

    def number_masked(self, row: RowVerdict) -> str:
        """The ID number with its middle hidden."""
        text = self.text(row, "id_number")
        return masked(cleaned(text)) if text else "—"

    def places(self, row: RowVerdict) -> dict[str, str]:
        """What can be put right in the row: fields of the table, then columns by letter, with their words."""
        table = self.table(row)
        columns = sorted(table.columns.items(), key=lambda one: one[1])
        places = {name: table.mapping.get(name) or name for name, _column in columns}
        known = set(table.columns.values())
        for at in range(len(row.cells)):
            if at not in known and at < len(table.headings) and table.headings[at]:
                places[column_letters(at + 1)] = table.headings[at]
        return places

    def cell(self, row: RowVerdict, place: str) -> str:
        """What stands in one of the places."""
        if place in self.table(row).columns:
            return self.text(row, place)
        at = next((at for at in range(len(row.cells)) if column_letters(at + 1) == place), None)
        return "" if at is None else row.cells[at]

    def spoken_of(self, row: RowVerdict) -> str:
        """The place that the first reason is about; the first place where it says nothing of the kind."""
        places = self.places(row)
        for issue in row.issues:
            named = _SPOKEN_OF.get(issue.reason, issue.reason.removeprefix("missing_"))
            if named in places:
                return named
            if issue.value in places:
                return issue.value
            holding = [place for place in places if issue.value and self.cell(row, place) == issue.value]
            dated = [place for place in places if place.endswith("_on") and self.cell(row, place)]
            if holding or (dated and issue.reason in _ABOUT_DAYS):
                return (holding or dated)[0]
        return next(iter(places), "")


def verdict_words() -> dict[str, str]:
    """What every verdict is called in the list."""
    return {
        Verdict.REFUSED: translate("ImportWizard", "Not taken in"),
        Verdict.TO_VERIFY: translate("ImportWizard", "To verify"),
        Verdict.DUPLICATE: translate("ImportWizard", "There already"),
        Verdict.UPDATED: translate("ImportWizard", "Brings up to date"),
        Verdict.NORMALISED: translate("ImportWizard", "Number rewritten"),
        Verdict.IMPORTED: translate("ImportWizard", "Fine"),
        Verdict.UNCHANGED: translate("ImportWizard", "Nothing new"),
    }


def shown(text: str) -> str:
    """A cell as it may stand on the screen: numbers of people are masked."""
    return masked_text(text)
