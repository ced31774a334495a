"""上报区民政局: the district that files are sealed for, both fingerprints, and what it is given of the centre."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.files import keep, make_folder
from desktop.core.i18n import translate
from desktop.core.office_keys import DistrictKey
from desktop.core.progress import Progress
from desktop.core.words.office_keys import NUMBERS_WANTED
from desktop.services.centre import centres, enrolment
from desktop.sync import keys
from desktop.ui.dialogs.question import ask
from desktop.ui.frame.perform import perform, perform_job, succeeds
from desktop.ui.frame.printing import Paper, preview_folder, show_paper
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


class DistrictSection(SystemSection):
    """Whom files are for; the director reads keys in and gives them out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "DistrictRoom",
            "Once the district's key file is read in, the centre signs its files and seals them: only the district"
            " opens them. Compare both rows of digits by telephone, four at a time.",
        )
        super().__init__(session, translate("DistrictRoom", "District office"), about, parent)
        self.state_line = label(role="section", wrap=True)
        self.theirs = label(wrap=True)
        self.ours = label(wrap=True)
        self.facts = label(role="secondary", wrap=True)
        for part in (self.state_line, self.theirs, self.ours, self.facts):
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.sheet_button = button(translate("DistrictRoom", "Recovery sheet…"), self.print_sheet)
        self.page_button = button(translate("DistrictRoom", "Page of the keys…"), self.print_page)
        self.key_button = button(translate("DistrictRoom", "Key file for the district…"), self._ask_place)
        words = translate("DistrictRoom", "Read in the district's key…")
        self.enrol_button = button(words, self._ask_key, "primary")
        for one in (self.sheet_button, self.page_button, self.key_button, self.enrol_button):
            self.buttons.add(one)

    def refresh(self) -> None:
        """Say how it stands."""
        district = enrolment.district()
        for one in (self.sheet_button, self.page_button, self.key_button):
            one.setVisible(self.is_director and district is not None)
        self.enrol_button.setVisible(self.is_director)
        if district is None:
            self.state_line.setText(translate("DistrictRoom", "This centre is enrolled with no district."))
            self.theirs.setText("")
            self.ours.setText("")
            words = translate("DistrictRoom", "Files are not sealed; they are handed over in person.")
            self.facts.setText(words)
            return
        words = translate("DistrictRoom", "{name} ({code}), since {day}")
        self.state_line.setText(words.format(name=district.name, code=district.code, day=enrolment.enrolled_on()))
        words = translate("DistrictRoom", "The district's key: {digits}")
        self.theirs.setText(words.format(digits=keys.fingerprint(district)))
        words = translate("DistrictRoom", "This centre's key: {digits}")
        self.ours.setText(words.format(digits=keys.fingerprint(enrolment.centre_key())))
        words = translate("DistrictRoom", "ID numbers in files: {numbers}")
        self.facts.setText(words.format(numbers=NUMBERS_WANTED.shown[district.numbers]))

    @asks(Action.ENROL)
    def read_in(self, path: Path) -> None:
        """Keep the district's key; another one than the one that stands is asked about."""
        key = perform(self, lambda: keys.read_district(path))
        if key is None:
            return
        standing = enrolment.district()
        instead = standing is not None and standing != key
        if instead and standing is not None and not self._wants(standing, key):
            return
        if succeeds(self, lambda: enrolment.enrol(self.session.actor, key, instead)):
            self.refresh()
            self.say(
                translate(
                    "DistrictRoom",
                    "The key is kept. Compare the digits by telephone, give the district the key file and the page, and"
                    " lock the recovery sheet away.",
                )
            )
            self.print_sheet()

    @asks(Action.ENROL)
    def write_key(self, path: Path) -> None:
        """Write the centre's key file."""
        if succeeds(self, lambda: keep(path, keys.as_bytes(enrolment.centre_key()))):
            self.say(
                translate("DistrictRoom", "{file} is written. It holds nobody's data and opens nothing.").format(
                    file=path
                )
            )

    @asks(Action.ENROL)
    def print_page(self) -> None:
        """Both fingerprints, to be handed over with the key file."""
        district, actor, path = enrolment.district(), self.session.actor, preview_folder(self) / "centre-key.pdf"

        def make(_progress: Progress) -> Paper:
            # Printing loads slowly.
            from desktop.reports.forms import key_page

            assert district is not None
            make_folder(path.parent)
            centre = enrolment.centre_key()
            written = key_page.render_key_page(
                key_page.KeyPage(
                    *(centre, keys.fingerprint(centre), district, keys.fingerprint(district)),
                    *(clock.today(), actor.name),
                ),
                path,
            )
            return Paper(written.path, key_page.TITLE, written.missing)

        if district is not None:
            perform_job(self, translate("DistrictRoom", "Making the page"), make, lambda paper: show_paper(self, paper))

    @asks(Action.ENROL)
    def print_sheet(self) -> None:
        """What opens that which the district keeps for the centre; its file goes with the preview."""
        actor, path = self.session.actor, preview_folder(self) / "district-recovery.pdf"

        def make(_progress: Progress) -> Paper:
            # Printing loads slowly.
            from desktop.reports.forms import recovery_sheet

            make_folder(path.parent)
            centre, groups = centres.centre(), enrolment.sheet_groups(actor)
            sheet = recovery_sheet.RecoverySheet(
                centre.name, centre.number, clock.today(), actor.name, groups, of_copy=True
            )
            written = recovery_sheet.render_recovery_sheet(sheet, path)
            words = translate(
                "DistrictRoom", "Print it now (Ctrl+P) and lock it away: the file goes when this is closed."
            )
            return Paper(written.path, recovery_sheet.COPY_TITLE, written.missing, words)

        perform_job(
            self, translate("DistrictRoom", "Making the recovery sheet"), make, lambda paper: show_paper(self, paper)
        )

    def _wants(self, standing: DistrictKey, key: DistrictKey) -> bool:
        words = translate(
            "DistrictRoom",
            "This centre is enrolled with {name} ({code}). From now on files are sealed for {other} ({other_code}), by"
            " key {digits}; the one of before cannot open them.",
        )
        told = words.format(
            name=standing.name,
            code=standing.code,
            other=key.name,
            other_code=key.code,
            digits=keys.fingerprint(key),
        )
        return ask(self, told, translate("DistrictRoom", "Take the new key"))

    @asks(Action.ENROL)
    def _ask_key(self) -> None:
        title = translate("DistrictRoom", "Choose the district's key file")
        kinds = translate("DistrictRoom", "Key files (*.key)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(self.session.folder.exports), kinds)
        if chosen:
            self.read_in(Path(chosen))

    @asks(Action.ENROL)
    def _ask_place(self) -> None:
        title = translate("DistrictRoom", "Choose where the key file goes, such as a stick")
        place = self.session.folder.exports / f"SZ-{centres.centre().number}.key"
        kinds = translate("DistrictRoom", "Key files (*.key)")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(place), kinds)
        if chosen:
            self.write_key(Path(chosen))
