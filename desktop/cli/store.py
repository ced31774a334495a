"""``store``: whether the data are encrypted, encrypt them, keys, recovery sheet, what still lies in clear."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop.cli.accounts import NEW_PASSWORD
from desktop.cli.options import Commands, add_command, data_folder
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import RECOVERY, opened, password_for
from desktop.core import clock, files
from desktop.core.acts import Action
from desktop.core.answers import PlainKind
from desktop.core.encryption_errors import NotEncrypted
from desktop.core.i18n import translate
from desktop.core.recovery import RecoveryMistyped, RecoveryOfOther
from desktop.core.words import messages
from desktop.core.words.encryption import plain_advice, plain_words
from desktop.services.centre import centres, entering, sealed_files, unlocking
from desktop.services.keeping import encryption, key_state, plain_copies
from desktop.services.keeping.encryption import Offer
from desktop.services.keeping.key_state import KeyState
from desktop.services.keeping.plain_copies import PlainCopy
from desktop.services.writing import permissions
from desktop.services.writing.actor import Actor


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "store", translate("Cli", "encryption of the data on this computer"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    add_command(verbs, "status", translate("Cli", "whether the data are encrypted")).set_defaults(run=run_status)
    encrypt = add_command(verbs, "encrypt", translate("Cli", "encrypt the data; a director with a password does it"))
    encrypt.add_argument("--recovery-sheet", type=Path, required=True, metavar="FILE.pdf")
    _with_text(encrypt).set_defaults(run=run_encrypt)
    add_command(verbs, "decrypt", translate("Cli", "take the encryption away")).set_defaults(run=run_decrypt)
    words = translate("Cli", "another recovery sheet; the one of before opens nothing any more")
    sheet = add_command(verbs, "recovery-sheet", words)
    sheet.add_argument("file", type=Path, metavar="FILE.pdf")
    _with_text(sheet).set_defaults(run=run_sheet)
    words = translate("Cli", "open the data by the recovery sheet in SHIZHU_RECOVERY; with --user set a new password")
    add_command(verbs, "open-with-recovery", words).set_defaults(run=run_recover)
    add_command(verbs, "keys", translate("Cli", "who opens the data with a password")).set_defaults(run=run_keys)
    plain = add_command(verbs, "plain", translate("Cli", "copies of encrypted data that still lie in clear"))
    plain.add_argument("--replace", action="store_true", help=translate("Cli", "write them anew, encrypted"))
    plain.set_defaults(run=run_plain)


def run_status(args: argparse.Namespace, out: Output) -> int:
    """Say whether the data are encrypted; it needs no key."""
    found = key_state.of(data_folder(args))
    payload = {
        "encrypted": found.encrypted,
        "people": list(found.names),
        "recovery_on": found.recovery_on or None,
        "finishing": found.finishing,
    }
    out.show(payload, _state_lines(found))
    return DONE


def run_encrypt(args: argparse.Namespace, out: Output) -> int:
    """Encrypt the open centre, once its recovery sheet was read back."""
    with opened(args) as actor:
        password = password_for(actor.name)
        encryption.check(actor, password)
        made = encryption.offer(actor)
        with _sheet(args.recovery_sheet, args, made, actor) as typed, out.progress() as progress:
            prepared = encryption.prepare(actor, password, made, typed, progress)
            encryption.take(actor, prepared)
            sealed_files.seal_left(data_folder(args), progress)
        left = plain_copies.found(data_folder(args))
    rows = sum(prepared.rows.values())
    lines = [
        translate("Cli", "The data are encrypted: {count} rows, each of them compared.").format(count=rows),
        _sheet_words(args.recovery_sheet),
        *_plain_lines(left),
    ]
    payload = {
        "encrypted": True,
        "rows": rows,
        "recovery_sheet": str(args.recovery_sheet),
        "plain_copies": [_plain_shape(one) for one in left],
    }
    out.show(payload, lines)
    return DONE


def run_decrypt(args: argparse.Namespace, out: Output) -> int:
    """Take the encryption away; a director with a password does it."""
    with opened(args) as actor, out.progress() as progress:
        rows = sum(encryption.decrypt(actor, password_for(actor.name), progress).values())
    words = translate("Cli", "The data are not encrypted any more: {count} rows, each of them compared.")
    out.show({"encrypted": False, "rows": rows}, [words.format(count=rows)])
    return DONE


def run_sheet(args: argparse.Namespace, out: Output) -> int:
    """Another recovery sheet, once it was read back."""
    with opened(args) as actor:
        if not key_state.of(data_folder(args)).encrypted:
            raise NotEncrypted()
        made = encryption.offer(actor)
        with _sheet(args.file, args, made, actor) as typed:
            encryption.renew_sheet(actor, made, typed)
    words = translate("Cli", "The recovery sheet of before opens nothing any more: destroy it.")
    out.show({"encrypted": True, "recovery_sheet": str(args.file)}, [words, _sheet_words(args.file)])
    return DONE


def run_recover(args: argparse.Namespace, out: Output) -> int:
    """Prove that a recovery sheet opens the data; with ``--user`` that director gets a new password."""
    folder = data_folder(args)
    if not key_state.of(folder).encrypted:
        raise NotEncrypted()
    typed = _typed_sheet()
    if not args.user:
        unlocking.unlock_by_sheet(folder.database, typed)
        words = translate("Cli", "The recovery sheet opens these data. Add --user NAME to set a new password.")
        out.show({"encrypted": True, "opens": True, "user": None}, [words])
        return DONE
    given = os.environ.get(NEW_PASSWORD)
    if given is None and sys.stdin.isatty():
        given = getpass.getpass(translate("Cli", "New password of {name}: ").format(name=args.user))
    actor = entering.enter_by_sheet(folder, typed, args.user, given or "")
    centres.close_centre()
    words = translate("Cli", "{name} signs in with the new password from now on.").format(name=actor.name)
    out.show({"encrypted": True, "opens": True, "user": actor.name}, [words])
    return DONE


def run_keys(args: argparse.Namespace, out: Output) -> int:
    """List who opens the data with a password, and who signs in without a key yet."""
    folder = data_folder(args)
    with opened(args) as actor:
        missing, found = key_state.without_key(actor, folder), key_state.of(folder)
    payload = {
        "keys": [{"name": one.name, "role": one.role, "wrong_tries": one.tries} for one in found.people],
        "without_key": missing,
        "recovery_on": found.recovery_on or None,
    }
    out.show(payload, [*_state_lines(found), *_missing_lines(missing)])
    return DONE


def run_plain(args: argparse.Namespace, out: Output) -> int:
    """List what still lies in clear, or write it anew; 3 while something is left for a person."""
    with opened(args) as actor, out.progress() as progress:
        permissions.reading(actor, Action.SEAL_STORE)
        folder = data_folder(args)
        if not key_state.of(folder).encrypted:
            raise NotEncrypted()
        left = plain_copies.replace_all(actor, progress) if args.replace else plain_copies.found(folder)
    words = translate("Cli", "Nothing that the program knows of lies in clear.")
    advice = plain_advice()
    out.show(
        {"plain_copies": [_plain_shape(one) for one in left], "advice": advice},
        [*([] if left else [words]), *_plain_lines(left), advice],
    )
    return NEEDS_A_PERSON if any(one.kind != PlainKind.EXPORT for one in left) else DONE


def _with_text(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument(
        "--recovery-text", type=Path, metavar="FILE", help=translate("Cli", "the digits of the sheet as a text too")
    )
    return parser


@contextmanager
def _sheet(path: Path, args: argparse.Namespace, made: Offer, actor: Actor) -> Iterator[str]:
    """The sheet on paper and what was read back from it; both files go when nothing comes of it."""
    # Printing loads slowly.
    from desktop.reports.forms.recovery_sheet import RecoverySheet, read_back, render_recovery_sheet

    centre = centres.centre()
    facts = RecoverySheet(centre.name, centre.number, clock.today(), actor.name, made.groups)
    written = [one for one in (path, args.recovery_text) if one is not None]
    try:
        files.make_folder(path.resolve().parent)
        render_recovery_sheet(facts, path)
        encryption.note_sheet(actor)
        if args.recovery_text is not None:
            files.keep(args.recovery_text.resolve(), (" ".join(made.groups) + "\n").encode())
            args.recovery_text.chmod(0o600)
        # Where nobody can type, the file is read: what stands on the paper, and not what was meant to.
        yield _typed_back(path, made) if sys.stdin.isatty() else read_back(path)
    except BaseException:
        for one in written:
            one.unlink(missing_ok=True)
        raise


def _typed_back(path: Path, made: Offer) -> str:
    words = translate("Cli", "Print {file}, then type its 24 groups from the paper, or scan its code: ")
    while True:
        sys.stderr.write(words.format(file=path))
        sys.stderr.flush()
        typed = sys.stdin.readline()
        if not typed:
            raise RecoveryMistyped(0, 0)
        try:
            encryption.prove(made, typed)
        except (RecoveryMistyped, RecoveryOfOther) as error:
            print(messages.sentence(error), file=sys.stderr)
        else:
            return typed


def _typed_sheet() -> str:
    given = os.environ.get(RECOVERY)
    if given is None and sys.stdin.isatty():
        given = getpass.getpass(translate("Cli", "The 24 groups of the recovery sheet: "))
    return given or ""


def _sheet_words(path: Path) -> str:
    words = translate("Cli", "Print {file}, lock the paper away from this computer, and delete the file.")
    return words.format(file=path)


def _state_lines(found: KeyState) -> list[str]:
    if not found.encrypted:
        return [translate("Cli", "The data are not encrypted.")]
    lines = [translate("Cli", "The data are encrypted.")]
    lines.append(translate("Cli", "Passwords that open them: {names}").format(names="、".join(found.names)))
    lines.append(translate("Cli", "Recovery sheet of {day}.").format(day=found.recovery_on))
    if found.finishing:
        lines.append(translate("Cli", "Some files are still being encrypted: the next start finishes it."))
    return lines


def _missing_lines(names: Sequence[str]) -> list[str]:
    words = translate("Cli", "No key yet, by signing in once while the program is open: {names}")
    return [words.format(names="、".join(names))] if names else []


def _plain_lines(left: Sequence[PlainCopy]) -> list[str]:
    return [f"{plain_words(one.kind)}  {one.path}" for one in left]


def _plain_shape(one: PlainCopy) -> dict[str, object]:
    return {"file": str(one.path), "kind": one.kind}
