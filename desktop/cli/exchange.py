"""``exchange``: several stations of one centre give each other what they recorded."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from desktop.cli.options import Commands, add_command, data_folder
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core.i18n import translate
from desktop.core.words.fields import field_word, value_words
from desktop.core.words.records import record_word
from desktop.exchange import clashes, stations, taking
from desktop.exchange.clashes import BALANCE, OURS, THEIRS, VOID, Clash
from desktop.exchange.out import out as write_out
from desktop.services.centre import centres


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "exchange", translate("Cli", "several stations of one centre exchange their files"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb, words, run in (
        ("give", translate("Cli", "give a second station its number and a copy of everything"), run_give),
        ("out", translate("Cli", "write what another station lacks"), run_out),
    ):
        one = add_command(verbs, verb, words)
        one.add_argument("--to", type=Path, required=True, metavar="DIR")
        one.set_defaults(run=run)
    join = add_command(verbs, "join", translate("Cli", "make the data folder of a new station from what was given"))
    join.add_argument("file", type=Path, metavar="FILE")
    join.set_defaults(run=run_join)
    take = add_command(verbs, "in", translate("Cli", "take in what another station wrote"))
    take.add_argument("file", type=Path, metavar="FILE")
    words = translate("Cli", "take in both lives of a station that was restored twice from the same past")
    take.add_argument("--accept-fork", action="store_true", help=words)
    take.set_defaults(run=run_in)
    add_command(verbs, "clashes", translate("Cli", "what two stations said of one thing")).set_defaults(run=run_clashes)
    decide = add_command(verbs, "decide", translate("Cli", "let one side of a clash hold"))
    for name in ("kind", "uid", "field"):
        decide.add_argument(name, metavar=name.upper())
    decide.add_argument("chosen", choices=(OURS, THEIRS))
    decide.set_defaults(run=run_decide)


def run_give(args: argparse.Namespace, out: Output) -> int:
    """Give the next station its number."""
    with opened(args) as actor:
        number, path = stations.give(actor, args.to)
    lines = [
        translate("Cli", "Station {number} begins with {file}.").format(number=number, file=path),
        translate("Cli", "The file is not encrypted and holds every ID number: hand it over yourself, then delete it."),
    ]
    out.show({"station": number, "file": str(path), "sealed": False}, lines)
    return DONE


def run_join(args: argparse.Namespace, out: Output) -> int:
    """Make a data folder of what was given."""
    folder = data_folder(args)
    try:
        number = stations.join(args.file, folder)
    finally:
        centres.close_centre()
    lines = [translate("Cli", "{folder} is station {number} now.").format(folder=folder.root, number=number)]
    out.show({"station": number, "data": str(folder.root)}, lines)
    return DONE


def run_out(args: argparse.Namespace, out: Output) -> int:
    """Write the file."""
    with opened(args) as actor:
        written = write_out(actor, args.to)
    words = translate("Cli", "{file}: {count} rows of the log, encrypted for the stations of this centre.")
    out.show(
        {"file": str(written.path), "rows": written.rows, "sealed": True},
        [words.format(file=written.path, count=written.rows)],
    )
    return DONE


def run_in(args: argparse.Namespace, out: Output) -> int:
    """Take the file in; what a person has to decide is told, and the exit code says that there is some."""
    with opened(args) as actor:
        taken = taking.take(actor, args.file, args.accept_fork)
        found = clashes.listed(actor)
    lines = [translate("Cli", "{count} rows of the log taken in.").format(count=taken.rows)]
    for month in taken.corrections:
        words = translate("Cli", "{month} is closed and counts otherwise now: a correction is open.")
        lines.append(words.format(month=month))
    payload = {"taken": taken.rows, "corrections": list(taken.corrections), "clashes": [asdict(one) for one in found]}
    out.show(payload, [*lines, *_told(found)])
    return NEEDS_A_PERSON if found else DONE


def run_clashes(args: argparse.Namespace, out: Output) -> int:
    """Tell what is open."""
    with opened(args) as actor:
        found = clashes.listed(actor)
    none = translate("Cli", "No two stations contradict one another.")
    out.show({"clashes": [asdict(one) for one in found]}, _told(found) or [none])
    return NEEDS_A_PERSON if found else DONE


def run_decide(args: argparse.Namespace, out: Output) -> int:
    """Let one side hold."""
    with opened(args) as actor:
        clashes.decide(actor, args.kind, args.uid, args.field, args.chosen)
    out.show({"uid": args.uid, "field": args.field, "holds": args.chosen}, [translate("Cli", "Decided.")])
    return DONE


def _told(found: list[Clash]) -> list[str]:
    words = translate("Cli", "{record} {uid}, {field}: here {ours}, elsewhere {theirs}; {holds} holds.")
    shown = {OURS: translate("Cli", "the one from here"), THEIRS: translate("Cli", "the one from elsewhere")}
    named = {VOID: translate("Cli", "recorded twice"), BALANCE: translate("Cli", "balance below its limit")}
    return [
        words.format(
            record=record_word(one.kind),
            uid=one.uid,
            field=named.get(one.field) or field_word(one.field, one.kind),
            ours=_value(one, one.ours),
            theirs=_value(one, one.theirs),
            holds=shown[one.holds],
        )
        for one in found
    ]


def _value(one: Clash, value: object) -> str:
    if one.field == VOID:
        return translate("Cli", "void") if value else translate("Cli", "valid")
    return value_words(one.kind, one.field, value) or "—"
