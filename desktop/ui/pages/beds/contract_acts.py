"""入住协议 of whoever lies in a bed: recorded, put right, void, with the picture of the paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.words.staying import CAPACITIES
from desktop.services.beds import contracts, pictures
from desktop.services.beds.contracts import ContractDraft, ContractRow
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import perform
from desktop.ui.frame.pictures import show_kept
from desktop.ui.pages.acts import Act, Drafted, Texts, ask_for, reason


def standing(resident_id: int | None) -> ContractRow | None:
    """The contract of somebody that holds today, else the one that began last."""
    found = contracts.of_resident(resident_id) if resident_id is not None else []
    return contracts.holding(found, clock.today()) or next(iter(found), None)


def words_of(row: ContractRow | None) -> str:
    """A contract on a line: from when to when, who signed as what; nothing where there is none."""
    if row is None:
        return ""
    last = row.to_on.isoformat() if row.to_on else ""
    signed = f"{row.signed_by} {CAPACITIES.shown[row.capacity]}" if row.signed_by else ""
    days = f"{row.from_on.isoformat()} – {last}".strip()
    return " ".join(part for part in (row.number, days, signed) if part)


def ask_contract(page: Page, actor: Actor, resident_id: int, name: str) -> SmallForm:
    """Ask for the contract of somebody: the one that holds is put right, else another one begins."""
    held = contracts.holding(contracts.of_resident(resident_id), clock.today())
    return ask_right(page, actor, held) if held else ask_next(page, actor, resident_id, name)


def ask_right(page: Page, actor: Actor, row: ContractRow) -> SmallForm:
    """Ask for what is to be put right of a contract on record."""
    return _ask(page, actor, contracts.draft_of(row.id), row.resident, row)


def ask_next(page: Page, actor: Actor, resident_id: int, name: str) -> SmallForm:
    """Ask for another contract of somebody: from the day after the last one, else from today."""
    return _ask(page, actor, contracts.following(resident_id, clock.today()), name, None)


def ask_void(page: Page, actor: Actor, row: ContractRow) -> SmallForm:
    """Ask why a contract was recorded by mistake."""
    words = translate("StayContract", "Void the contract of {name} ({days})?")
    return ask_for(
        page,
        Act(
            words.format(name=row.resident, days=words_of(row)),
            translate("StayContract", "Void"),
            Texts(reason()),
            lambda given: contracts.void(actor, row.id, given["reason"]),
            Topic.BEDS,
            translate("StayContract", "The contract of {name} is void").format(name=row.resident),
            about=row.id,
        ),
    )


def _ask(page: Page, actor: Actor, draft: ContractDraft, name: str, row: ContractRow | None) -> SmallForm:
    assert draft.resident_id is not None
    form = _form(draft.resident_id)
    fields = Drafted(form, draft)
    form.fields["contact_id"].set_value("" if draft.contact_id is None else str(draft.contact_id))

    def call(given: ContractDraft) -> None:
        chosen = str(form.fields["contact_id"].value() or "")
        given.contact_id = int(chosen) if chosen.isdigit() else None
        if row is not None:
            contracts.correct(actor, row.id, given)
        else:
            contracts.add(actor, given)

    return ask_for(
        page,
        Act(
            translate("StayContract", "Contract of the stay of {name}").format(name=name),
            translate("StayContract", "Save"),
            fields,
            call,
            Topic.BEDS,
            translate("StayContract", "The contract of {name} is on record").format(name=name),
            about=(draft.resident_id, row.id if row else None),
        ),
    )


def show_picture(page: Page, actor: Actor, resident_id: int | None) -> None:
    """Show the picture of the contract that holds; without one, choose it."""
    row = standing(resident_id)
    if row is not None:
        show_or_choose(page, actor, row)


def show_or_choose(page: Page, actor: Actor, row: ContractRow) -> None:
    """Show the picture of a contract; without one, choose it."""
    if not row.photo:
        choose_picture(page, actor, row)
        return
    found = perform(page, lambda: pictures.read(actor, row.id))
    if found is not None:
        show_kept(page, *found, words_of(row))


def choose_picture(page: Page, actor: Actor, row: ContractRow) -> None:
    """Ask for the file of the picture and keep it."""
    chosen = chosen_picture(page)
    if chosen is not None:
        keep_picture(page, actor, row, chosen)


def chosen_picture(page: Page) -> Path | None:
    """The file that somebody chooses as the picture of a contract; None who thought better of it."""
    title = translate("StayContract", "Choose the picture of the contract")
    kinds = translate("StayContract", "Pictures and scans") + " (*.jpg *.jpeg *.png *.pdf)"
    chosen, _kind = QFileDialog.getOpenFileName(page, title, "", kinds)
    return Path(chosen) if chosen else None


def keep_picture(page: Page, actor: Actor, row: ContractRow, file: Path) -> None:
    """Keep a file as the picture of a contract."""
    perform(
        page,
        lambda: pictures.keep(actor, row.id, file),
        Topic.BEDS,
        translate("StayContract", "The picture is kept"),
    )


def _form(resident_id: int) -> DraftForm[ContractDraft]:
    signers = {
        str(one.id): " ".join(part for part in (one.name, one.relation) if part)
        for one in contracts.signers(resident_id)
    }
    form = DraftForm(ContractDraft)
    form.add("from_on", translate("StayContract", "From"), DateField())
    form.add("to_on", translate("StayContract", "Until"), DateField())
    form.add("number", translate("StayContract", "Number"), TextField())
    own = translate("StayContract", "empty: the resident; others are put among the emergency contacts first")
    form.add("contact_id", translate("StayContract", "Signed by"), PickField(signers), help=own)
    form.add("capacity", translate("StayContract", "Signed as"), PickField(form.codes("capacity")))
    form.add("remark", translate("StayContract", "Remark"), TextField())
    return form
