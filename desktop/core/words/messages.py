"""The only place that turns an error into words: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from desktop.core import errors
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.core.words.reasons import (
    field_reason,
    file_reason,
    glossary_word,
    merge_reason,
    state_reason,
    sync_reason,
    undo_reason,
)

E = TypeVar("E", bound=BaseException)


def sentence(error: BaseException) -> str:
    """The sentence of an error; one that has no own sentence is a bug and says so."""
    for kind in type(error).__mro__:
        build = _BUILDERS.get(kind)
        if build is not None:
            return build(error)
    return translate("Messages", "The program made a mistake. What was saved is safe; please try again.")


def field_sentence(error: errors.FieldError) -> str:
    """The words beside a field that cannot be saved."""
    return field_reason(error.reason, error.hint)


def has_sentence(kind: type[BaseException]) -> bool:
    """Whether a class has a sentence of its own."""
    return kind in _BUILDERS


_BUILDERS: dict[type[BaseException], Callable[[BaseException], str]] = {}


def _says(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    def remember(build: Callable[[E], str]) -> Callable[[E], str]:
        _BUILDERS[kind] = build  # type: ignore[assignment]
        return build

    return remember


def _file(path: str) -> str:
    return PurePath(path).name or path


@_says(errors.Cancelled)
def _cancelled(error: errors.Cancelled) -> str:
    return translate("Messages", "Cancelled; nothing was changed.")


@_says(errors.InvalidDraft)
def _invalid(error: errors.InvalidDraft) -> str:
    if not error.fields:
        return translate("Messages", "Some fields cannot be saved as they are. Please correct them.")
    first = error.fields[0]
    return translate("Messages", "Not saved: {count} fields need correcting. {first}").format(
        count=len(error.fields), first=field_sentence(first)
    )


@_says(errors.NotFound)
def _not_found(error: errors.NotFound) -> str:
    return translate("Messages", "No such record: {kind} {key}. Please search again.").format(
        kind=glossary_word(error.kind), key=error.key
    )


@_says(errors.NotAllowed)
def _not_allowed(error: errors.NotAllowed) -> str:
    if error.action == "last_director":
        return translate("Messages", "This is the only director. Make somebody else director first.")
    if error.action == "director_password":
        return translate(
            "Messages",
            "Nobody could sign in as director then. Give the director a password first, under 系统, Accounts.",
        )
    role = terms.ROLES.get(error.role, error.role)
    if not role:
        return translate("Messages", "This needs somebody to sign in first.")
    return translate("Messages", "The role {role} may not do this. Please ask the director.").format(role=role)


@_says(errors.MonthClosed)
def _month_closed(error: errors.MonthClosed) -> str:
    return translate(
        "Messages", "{month} is closed, so its records stand. Use a correction (更正单) to change them."
    ).format(month=error.month)


@_says(errors.AlreadyRecorded)
def _already(error: errors.AlreadyRecorded) -> str:
    if error.when:
        return translate("Messages", "Already recorded: {what}, {when}. Nothing was added.").format(
            what=glossary_word(error.what), when=error.when
        )
    return translate("Messages", "Already recorded: {what}. Nothing was added.").format(what=glossary_word(error.what))


@_says(errors.Overlap)
def _overlap(error: errors.Overlap) -> str:
    words = {
        "bed": translate("Messages", "Somebody has this bed in that time. Choose another bed or other dates."),
        "resident": translate("Messages", "This person has another bed in that time. End that stay first."),
        "leave": translate("Messages", "Another leave covers some of these days. Please check the dates."),
    }
    general = translate("Messages", "These dates overlap with another record. Please check the dates.")
    return " ".join(part for part in (words.get(error.what, general), error.other) if part)


@_says(errors.DuplicateResident)
def _duplicate(error: errors.DuplicateResident) -> str:
    return translate("Messages", "{name} is on record with this ID number. Open that record instead.").format(
        name=error.name
    )


@_says(errors.ReasonNeeded)
def _reason(error: errors.ReasonNeeded) -> str:
    return translate("Messages", "This needs a reason in words. Please write why.")


@_says(errors.DateRefused)
def _date(error: errors.DateRefused) -> str:
    words = field_reason(error.reason, "")
    return f"{error.day.isoformat()}: {words}" if error.day else words


@_says(errors.UnknownCode)
def _unknown_code(error: errors.UnknownCode) -> str:
    return translate(
        "Messages", "No card or label of this centre bears the code {code}. Find the person by name."
    ).format(code=error.code)


@_says(errors.BadCode)
def _bad_code(error: errors.BadCode) -> str:
    return translate("Messages", "{code} is not a whole code. Please scan again or type all 17 digits.").format(
        code=error.code
    )


@_says(errors.CardRefused)
def _card(error: errors.CardRefused) -> str:
    words = {
        "deceased": translate(
            "Messages", "The person of this card is recorded as deceased. Please ask the front desk."
        ),
        "bed_label": translate("Messages", "This is the label of a bed. Please scan the person's own card."),
    }
    return words.get(error.reason, translate("Messages", "This card cannot be used here. Please ask the front desk."))


@_says(errors.WrongPassword)
def _password(error: errors.WrongPassword) -> str:
    return translate("Messages", "Name and password do not match. Please type the password again.")


@_says(errors.AlreadyInitialised)
def _initialised(error: errors.AlreadyInitialised) -> str:
    return translate("Messages", "The folder {folder} holds a centre already. Choose an empty folder.").format(
        folder=error.folder
    )


@_says(errors.FolderNotEmpty)
def _not_empty(error: errors.FolderNotEmpty) -> str:
    return translate(
        "Messages", "The folder {folder} holds other things; nothing was changed there. Choose an empty folder."
    ).format(folder=error.folder)


@_says(errors.NotInitialised)
def _not_initialised(error: errors.NotInitialised) -> str:
    return translate("Messages", "The folder {folder} holds no centre yet. Set one up first.").format(
        folder=error.folder
    )


@_says(errors.Unreadable)
def _unreadable(error: errors.Unreadable) -> str:
    words = file_reason(error.reason)
    text = translate("Messages", "{file} could not be read: {reason}").format(file=_file(error.file), reason=words)
    return f"{text} ({error.detail})" if error.detail else text


@_says(errors.HeadingsMissing)
def _headings(error: errors.HeadingsMissing) -> str:
    return translate("Messages", "{file} lacks the columns {fields}. Name the columns by hand and try again.").format(
        file=_file(error.file), fields="、".join(glossary_word(name) for name in error.fields)
    )


@_says(errors.ImportNotUndoable)
def _not_undoable(error: errors.ImportNotUndoable) -> str:
    return translate("Messages", "Import {number} cannot be taken back: {reason}").format(
        number=error.import_id, reason=undo_reason(error.reason, error.count)
    )


@_says(errors.SyncRefused)
def _sync(error: errors.SyncRefused) -> str:
    return translate("Messages", "{file} is refused: {reason}").format(
        file=_file(error.file), reason=sync_reason(error.reason, error.part)
    )


@_says(errors.FullExportDue)
def _full_export(error: errors.FullExportDue) -> str:
    return translate(
        "Messages", "The data was restored from a backup. Make a full export once, then the monthly ones go on."
    )


@_says(errors.ResidentInUse)
def _in_use(error: errors.ResidentInUse) -> str:
    counted = "、".join(f"{glossary_word(kind)} {count}" for kind, count in error.counts.items())
    text = translate("Messages", "{name} cannot be voided: records refer to this person. Void them or merge. {counted}")
    return text.format(name=error.name, counted=counted).strip()


@_says(errors.StateRefused)
def _state(error: errors.StateRefused) -> str:
    return state_reason(error.reason).format(state=terms.REGISTER_STATES.get(error.state, error.state))


@_says(errors.MergeRefused)
def _merge(error: errors.MergeRefused) -> str:
    return merge_reason(error.reason)


@_says(errors.MergeNotUndoable)
def _merge_undo(error: errors.MergeNotUndoable) -> str:
    return translate("Messages", "Merge {number} cannot be undone: {reason}").format(
        number=error.merge_id, reason=undo_reason(error.reason, error.count)
    )


@_says(errors.NothingToDo)
def _nothing(error: errors.NothingToDo) -> str:
    return translate("Messages", "There is nothing to do here: no {what} was chosen.").format(
        what=glossary_word(error.what)
    )


@_says(errors.FileLocked)
def _locked(error: errors.FileLocked) -> str:
    return translate(
        "Messages", "{file} is open in another program, mostly Excel or WPS. Close it there and try again."
    ).format(file=_file(error.file))


@_says(errors.FolderReadOnly)
def _read_only(error: errors.FolderReadOnly) -> str:
    return translate("Messages", "The folder {folder} cannot be written to. Choose another one.").format(
        folder=error.folder
    )


@_says(errors.FileMissing)
def _missing(error: errors.FileMissing) -> str:
    return translate("Messages", "{file} is not there any more. Is the stick or the network drive connected?").format(
        file=error.file
    )


@_says(errors.DiskFull)
def _full(error: errors.DiskFull) -> str:
    return translate(
        "Messages", "The disk with {folder} is full, so nothing was written. Make room and try again."
    ).format(folder=error.folder)


@_says(errors.DatabaseBusy)
def _busy(error: errors.DatabaseBusy) -> str:
    return translate("Messages", "The data is busy with other work. Please wait a moment and try again.")


@_says(errors.DatabaseDamaged)
def _damaged(error: errors.DatabaseDamaged) -> str:
    return translate(
        "Messages",
        "The data file {file} is damaged. Do not type any more: press “Restore from a backup…” and take the newest "
        "one; in the window the button stands under 系统, Backups.",
    ).format(file=_file(error.file))


@_says(errors.DatabaseNewer)
def _newer(error: errors.DatabaseNewer) -> str:
    return translate(
        "Messages", "The data was written by a newer version of the program. Install that version; nothing was changed."
    )


@_says(errors.BackupDamaged)
def _backup(error: errors.BackupDamaged) -> str:
    return translate(
        "Messages", "The backup {file} is not whole. Use another backup; this one is kept as it is."
    ).format(file=_file(error.file))


@_says(errors.BackupOld)
def _backup_old(error: errors.BackupOld) -> str:
    if error.days is None:
        return translate("Messages", "There is no backup yet. Make one under 系统 today.")
    return translate("Messages", "The last backup is {days} days old. Make one under 系统 today.").format(
        days=error.days
    )


@_says(errors.BackupFolderMissing)
def _backup_folder(error: errors.BackupFolderMissing) -> str:
    return translate(
        "Messages", "The second backup folder {folder} cannot be reached. Plug in the stick, or choose another folder."
    ).format(folder=error.folder)


@_says(errors.ClockBehind)
def _clock(error: errors.ClockBehind) -> str:
    hours, minutes = divmod(error.minutes, 60)
    if hours < 24:
        amount = translate("Messages", "{hours} hours {minutes} minutes").format(hours=hours, minutes=minutes)
    else:
        amount = translate("Messages", "{days} days {hours} hours").format(days=hours // 24, hours=hours % 24)
    return translate(
        "Messages", "The clock is {amount} behind the last record of {last}. Set date and time before you record."
    ).format(amount=amount, last=error.last)


@_says(errors.DiskLow)
def _disk_low(error: errors.DiskLow) -> str:
    return translate("Messages", "Only {free} MB are left on the disk with {folder}. Please make room soon.").format(
        free=error.free_mb, folder=error.folder
    )


@_says(errors.StorageTrouble)
def _trouble(error: errors.StorageTrouble) -> str:
    return translate(
        "Messages", "The computer reported trouble with {file}: {detail}. Nothing was lost; try again."
    ).format(file=_file(error.file), detail=error.detail)
