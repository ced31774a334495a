"""Files for the district, written in the room of 上报: a month, everything, the months that changed since theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core.acts import Action
from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.period import Month
from desktop.core.progress import Progress
from desktop.core.reasons import Reason
from desktop.core.words.messages import sentence
from desktop.core.words.months import month_text
from desktop.services.closing import changed_months
from desktop.sync.several import Several, export_months, prove_again
from desktop.sync.write import Exported, export_full, export_month
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckRow
from desktop.ui.forms.form import Form
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.rights import asks
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, ask_for
from desktop.ui.pages.closing.receiving import ReceivingPage


class _Ticked:
    """Months, all of them ticked."""

    def __init__(self, months: Sequence[Month]) -> None:
        self._months = {str(one): one for one in months}
        self.form = Form()
        self.ticks = CheckRow({key: month_text(one) for key, one in self._months.items()})
        words = translate("Sync", "The digits untick a month and tick it again.")
        self.form.add("months", translate("Sync", "Months"), self.ticks, help=words)
        self.ticks.set_value(tuple(self._months))
        self.form.mark_clean()

    def given(self) -> tuple[Month, ...]:
        """Those that are ticked."""
        return tuple(self._months[key] for key in self.ticks.value())


class ExportingPage(ReceivingPage):
    """A room that writes files for the district."""

    def export_these(self, months: Sequence[Month], folder: Path) -> None:
        """Write each of these months as a file of its own into a folder."""
        self._export(lambda progress: export_months(self.session.actor, months, folder, progress))

    def export_everything(self, folder: Path) -> None:
        """Write everything into one file."""
        self._export_one(lambda progress: export_full(self.session.actor, folder, progress))

    def export_month_into(self, month: Month, folder: Path) -> None:
        """Write a month's file into a folder."""
        self._export_one(lambda progress: export_month(self.session.actor, month, folder, progress))

    @asks(Action.EXPORT)
    def ask_changed(self) -> SmallForm | None:
        """The closed months that say something else than the district's file of them, ticked; each is written whole."""
        found = changed_months.changed()
        if not found:
            self.strip.say(translate("Sync", "No closed month was changed since its file."), Tone.OK)
            return None
        return self.ask_these(found)

    @asks(Action.EXPORT)
    def ask_these(self, found: Sequence[Month]) -> SmallForm:
        """Which of these months are written again."""
        act = Act(
            translate("Sync", "Changed since their file. Each month is written again, whole, as its own file."),
            translate("Sync", "Export again…"),
            _Ticked(found),
            _wanted,
            Topic.NOTHING,
            then=self._ask_folder_for_these,
        )
        return ask_for(self, act)

    def _ask_folder_for_these(self, months: tuple[Month, ...]) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self.export_these(months, folder)

    @asks(Action.EXPORT_FULL)
    def ask_folder_for_all(self) -> None:
        """Choose where everything goes, and write it."""
        folder = self.ask_folder()
        if folder is not None:
            self.export_everything(folder)

    def ask_folder(self) -> Path | None:
        """Choose where a file goes."""
        title = translate("Sync", "Choose where the file goes, such as a stick")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.session.folder.exports))
        return Path(chosen) if chosen else None

    def _export_one(self, call: Callable[[Progress], Exported]) -> None:
        def work(progress: Progress) -> Several:
            made = call(progress)
            prove_again(made)
            return Several((made,))

        self._export(work)

    def _export(self, work: Callable[[Progress], Several]) -> None:
        title = translate("Sync", "Writing the sync file")
        perform_job(self, title, work, self._on_exported, Told(Topic.MONTHS))

    def _on_exported(self, several: Several) -> None:
        self.strip.say(_told(several), Tone.OK if several.trouble is None else Tone.ATTENTION)


def _wanted(months: tuple[Month, ...]) -> tuple[Month, ...]:
    if not months:
        raise InvalidDraft([FieldError("months", Reason.REQUIRED)])
    return months


def _told(several: Several) -> str:
    """What lies on the stick, and for whom; the stick may be taken out once this is said."""
    words = translate("Sync", "{file} lies in {folder}: {rows} records, written and read back.")
    told = [words.format(file=one.path.name, folder=one.path.parent, rows=f"{one.rows:,}") for one in several.made]
    if several.trouble is not None:
        rest = translate("Sync", "The other months were not written: {why}")
        told.append(rest.format(why=sentence(several.trouble)))
    return " ".join([*told, _for_whom(several.made[-1].sealed_for)])


def _for_whom(sealed_for: str) -> str:
    if sealed_for:
        return translate("Sync", "Sealed: only {name} opens it. The stick may be taken out.").format(name=sealed_for)
    return translate("Sync", "It is not sealed: hand it over in person. The stick may be taken out.")
