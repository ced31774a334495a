"""The sentence of an error: the class's own template, translated and filled with its fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from desktop.core import account_errors, errors, file_errors, storage_errors
from desktop.core.i18n import said, translate
from desktop.core.words import terms
from desktop.core.words.codes import code_word
from desktop.core.words.fields import field_word
from desktop.core.words.file_reasons import file_reason, key_file_reason, sync_reason, undo_reason
from desktop.core.words.final_acts import final_act_word, why_final
from desktop.core.words.log_reasons import log_place, log_reason
from desktop.core.words.months import month_of
from desktop.core.words.quality import FINDINGS
from desktop.core.words.reasons import beside, field_reason
from desktop.core.words.records import thing_word, workbook_word

E = TypeVar("E", bound=errors.ShizhuError)


def sentence(error: BaseException) -> str:
    """The sentence of an error; one that has no own sentence is a bug and says so."""
    if not isinstance(error, errors.ShizhuError):
        return translate("Messages", "The program made a mistake. What was saved is safe; please try again.")
    build = _BUILDERS.get(type(error))
    return build(error) if build is not None else _filled(error)


def field_sentence(error: errors.FieldError) -> str:
    """The words beside a field that cannot be saved."""
    return field_reason(error.reason, error.hint)


def _filled(error: errors.ShizhuError, **more: str) -> str:
    values = {name: _WORDS.get(name, str)(value) for name, value in vars(error).items()}
    return said(error.template(), **(values | more)).strip()


# How fields of these names stand in a sentence; the others as they are.
_WORDS: dict[str, Callable[[str], str]] = {
    "file": lambda path: PurePath(path).name or path,
    "kind": thing_word,
    "month": month_of,
    "what": thing_word,
    "finding": lambda kind: FINDINGS.shown[kind],
    "role": lambda role: terms.ROLES.shown.get(role, role),
    "state": lambda state: terms.REGISTER_STATES.shown.get(state, state),
}

# Sentences that say more than the fields of their error.
_BUILDERS: dict[type[errors.ShizhuError], Callable[[errors.ShizhuError], str]] = {}


def _says(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    def remember(build: Callable[[E], str]) -> Callable[[E], str]:
        _BUILDERS[kind] = build  # type: ignore[assignment]
        return build

    return remember


@_says(storage_errors.LogBroken)
def _log_broken(error: storage_errors.LogBroken) -> str:
    return _filled(error, detail=log_reason(error.reason), where=log_place(error.table, error.row))


@_says(errors.InvalidDraft)
def _invalid(error: errors.InvalidDraft) -> str:
    first = field_sentence(error.fields[0]) if error.fields else ""
    return _filled(error, count=str(len(error.fields)), first=first)


@_says(errors.NotAllowed)
def _not_allowed(error: errors.NotAllowed) -> str:
    # A long list that nothing needs before somebody is refused.
    from desktop.core.words.permissions import act_word, roles_text

    return _filled(error, act=act_word(error.action), who=roles_text(error.who))


@_says(account_errors.RightRefused)
def _right_refused(error: account_errors.RightRefused) -> str:
    from desktop.core.words.permissions import act_word

    return _filled(error, act=act_word(error.action))


@_says(errors.Overlap)
def _overlap(error: errors.Overlap) -> str:
    return f"{_filled(error)} {error.other}".strip()


@_says(errors.DateRefused)
def _date(error: errors.DateRefused) -> str:
    words = field_reason(error.reason)
    return beside(error.day.isoformat(), words) if error.day else words


@_says(file_errors.Unreadable)
def _unreadable(error: file_errors.Unreadable) -> str:
    text = _filled(error, reason=file_reason(error.reason))
    return f"{text} ({error.detail})" if error.detail else text


@_says(file_errors.HeadingsMissing)
def _headings(error: file_errors.HeadingsMissing) -> str:
    kind = "" if error.looks_like is None else workbook_word(error.looks_like)
    return _filled(error, fields="、".join(field_word(name) for name in error.fields), looks_like=kind)


@_says(file_errors.FormRefused)
def _form(error: file_errors.FormRefused) -> str:
    return _filled(error, cells="；".join(error.cells))


@_says(file_errors.ImportNotUndoable)
def _not_undoable(error: file_errors.ImportNotUndoable) -> str:
    return _filled(error, reason=undo_reason(error.reason, error.count))


@_says(errors.MergeNotUndoable)
def _merge_undo(error: errors.MergeNotUndoable) -> str:
    return _filled(error, reason=undo_reason(error.reason, error.count))


@_says(errors.NotUndoable)
def _final(error: errors.NotUndoable) -> str:
    return _filled(error, act=final_act_word(error.action), why=why_final(error.action))


@_says(file_errors.SyncRefused)
def _sync(error: file_errors.SyncRefused) -> str:
    return _filled(error, reason=sync_reason(error.reason, error.part, error.line))


@_says(file_errors.KeyFileRefused)
def _key_file(error: file_errors.KeyFileRefused) -> str:
    return _filled(error, reason=key_file_reason(error.reason, error.part))


@_says(errors.OtherCode)
def _other_code(error: errors.OtherCode) -> str:
    return _filled(error, code=code_word(error.kind, month_of(error.of)))


@_says(errors.ResidentInUse)
def _in_use(error: errors.ResidentInUse) -> str:
    counted = "、".join(f"{thing_word(kind)} {count}" for kind, count in error.counts.items())
    return _filled(error, counts=counted)


@_says(storage_errors.FileMissing)
def _missing(error: storage_errors.FileMissing) -> str:
    # Where it was looked for is what helps to find the stick.
    return _filled(error, file=error.file)


@_says(storage_errors.ClockBehind)
def _clock(error: storage_errors.ClockBehind) -> str:
    hours, minutes = divmod(error.minutes, 60)
    if hours < 24:
        amount = translate("Messages", "{hours} hours {minutes} minutes").format(hours=hours, minutes=minutes)
    else:
        amount = translate("Messages", "{days} days {hours} hours").format(days=hours // 24, hours=hours % 24)
    return _filled(error, amount=amount)
