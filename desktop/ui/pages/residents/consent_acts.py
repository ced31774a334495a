"""撤回同意 and 重新同意 of one person, and the copy of everything that is on record about them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core import clock
from desktop.core.errors import ShizhuError
from desktop.core.files import make_folder
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.words.consent import CONSENT_SCOPES
from desktop.core.words.fields import field_word
from desktop.core.words.messages import sentence
from desktop.core.words.records import record_word
from desktop.services.privacy import consent, personal_copy
from desktop.services.privacy.consent import Ending, RenewalDraft, WithdrawalDraft
from desktop.services.register.listing import ResidentRow
from desktop.services.residents import withdrawn
from desktop.ui.answer import answer
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import CheckRow
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import Told, perform_job
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Drafted, TellingBox, Texts, ask_for
from desktop.ui.widgets.labels import label

ENDS = Topic.RESIDENTS | Topic.SERVICES | Topic.BEDS


@dataclass(frozen=True)
class Chosen:
    """What is taken back, and the withdrawal as typed."""

    scopes: tuple[str, ...]
    draft: WithdrawalDraft


class WithdrawalFields:
    """What is taken back, on which day, by whom, on which paper."""

    def __init__(self, name: str) -> None:
        self.form = Form()
        self.scopes = CheckRow(CONSENT_SCOPES.shown)
        self.form.add("scope", translate("Consent", "Withdraws"), self.scopes, required=True)
        self.form.add("withdrawn_on", translate("Consent", "Day"), DateField(), required=True)
        words = translate("Consent", "The person, a guardian or an agent, as on the paper.")
        self.form.add("asked_by", translate("Consent", "Asked for by"), TextField(), required=True, help=words)
        self.form.add("paper_no", translate("Consent", "Paper no."), TextField())
        self.form.add("remark", translate("Consent", "Remark"), TextField())
        self.form.set_values({"withdrawn_on": clock.today().isoformat(), "asked_by": name})

    def given(self) -> Chosen:
        """What was entered."""
        typed = {name: str(self.form.fields[name].value() or "") for name in _TYPED}
        return Chosen(self.scopes.value(), WithdrawalDraft(**typed))


_TYPED = ("withdrawn_on", "asked_by", "paper_no", "remark")


class WithdrawBox(TellingBox):
    """Which consent is taken back; beneath, live, what ends with it and what goes on by law."""

    def __init__(self, page: Page, row: ResidentRow) -> None:
        self._page, self._row, actor = page, row, page.session.actor
        self.fields = WithdrawalFields(row.name)
        act = Act(
            translate("Consent", "{name} withdraws consent").format(name=row.name),
            translate("Consent", "Withdraw"),
            self.fields,
            lambda given: consent.withdraw(actor, row.id, given.scopes, given.draft),
            ENDS,
            translate("Consent", "Consent of {name} is withdrawn").format(name=row.name),
            then=lambda _ended: preview_withdrawal(page, row),
            about=row.id,
        )
        super().__init__(page, act)

    def tell(self) -> None:
        """Say what would end."""
        given = self.fields.given()
        if not given.scopes:
            self.say(translate("Consent", "Tick what is withdrawn to see what ends with it."), Tone.NEUTRAL)
            return
        found = answer(
            lambda: consent.ending(self._row.id, consent.scopes_of(given.scopes), _day(given.draft.withdrawn_on))
        )
        if isinstance(found, ShizhuError):
            self.say(sentence(found), Tone.DANGER)
            return
        self.say("\n".join(_ending_lines(found)), Tone.NEUTRAL if found.is_nothing else Tone.ATTENTION)


def ask_renewal(page: Page, row: ResidentRow) -> SmallForm:
    """Consent is given anew, for all that was taken back."""
    form = DraftForm(RenewalDraft)
    form.add("consent_on", translate("Consent", "Day"), DateField())
    form.add("consent_by", translate("Consent", "Signed by"), TextField())
    form.add("consent_paper_no", translate("Consent", "Paper no."), TextField())
    actor = page.session.actor
    act = Act(
        translate("Consent", "{name} gives consent anew").format(name=row.name),
        translate("Consent", "Put on record"),
        Drafted(form, RenewalDraft(clock.today().isoformat(), row.name)),
        lambda draft: consent.renew(actor, row.id, draft),
        Topic.RESIDENTS,
        translate("Consent", "Consent of {name} is given anew").format(name=row.name),
        about=row.id,
    )
    return ask_for(page, act)


def preview_withdrawal(page: Page, row: ResidentRow) -> None:
    """Show the paper of what somebody took back and has not given anew."""
    path, actor = preview_folder(page) / "withdrawal.pdf", page.session.actor
    title = translate("Consent", "Withdrawal of consent")

    def make(progress: Progress) -> Paper:
        from desktop.reports.forms.withdrawal import write_paper

        progress.start(0, "")
        standing = [one for one in withdrawn.of_resident(row.id) if one.stands]
        return Paper(path, title, write_paper(actor, row.id, standing, path))

    preview_made(page, translate("Consent", "Writing the paper"), make)


def ask_copy(page: Page, row: ResidentRow) -> SmallForm:
    """For what a copy of everything is given; then the folder into which it is written."""
    words = translate(
        "Consent",
        "Everything that is on record about {name} as PDF, JSON and files, the ID number whole. That it was "
        "given is logged.",
    )
    form = Texts(Ask("given_for", translate("Consent", "Given for"), TextField(), required=True))
    form.form.add_wide(label(words.format(name=row.name), "secondary", wrap=True))
    act = Act(
        translate("Consent", "Copy of everything about {name}").format(name=row.name),
        translate("Consent", "Choose the folder…"),
        form,
        lambda typed: typed["given_for"],
        Topic.NOTHING,
        then=lambda given_for: _write_copy(page, row, given_for),
        about=row.id,
    )
    return ask_for(page, act)


def _write_copy(page: Page, row: ResidentRow, given_for: str) -> None:
    chosen = QFileDialog.getExistingDirectory(page, translate("Consent", "Folder for the copy"), str(Path.home()))
    if not chosen:
        return
    # Its name says nothing of anybody, and what lies in the folder already stays.
    actor, folder = page.session.actor, Path(chosen) / f"copy-{clock.now():%Y%m%d-%H%M%S}"

    def make(progress: Progress) -> None:
        from desktop.reports.forms.personal_copy import write_copy

        copy = personal_copy.make(actor, row.id, given_for)
        write_copy(copy, make_folder(folder), printed_on=clock.today(), progress=progress)

    done = translate("Consent", "The copy is in {folder}").format(folder=folder)
    perform_job(page, translate("Consent", "Writing the copy"), make, told=Told(done_text=done))


def _ending_lines(found: Ending) -> list[str]:
    if found.is_nothing:
        return [translate("Consent", "Nothing on record ends with it; nothing of it is recorded from now on.")]
    lines = [translate("Consent", "Ends with it:")]
    lines += [f"· {record_word(table)} × {count}" for table, count in found.rows.items()]
    if found.fields:
        names = "、".join(field_word(one) for one in found.fields)
        lines.append("· " + translate("Consent", "emptied: {fields}").format(fields=names))
    lines.append(translate("Consent", "Visits by duty, the register and the books go on by law."))
    return lines


def _day(typed: object) -> dt.date:
    try:
        return dt.date.fromisoformat(str(typed))
    except ValueError:
        return clock.today()
