"""``lists``: communities, people who work, payers and suppliers with the history of their names."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from desktop.cli.options import Commands, add_command
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.i18n import translate
from desktop.core.trade import NamedList
from desktop.services.named import aliases, entries, unknown
from desktop.services.named.entries import Entry
from desktop.services.named.resolving import NamedId, resolver
from desktop.services.named.unknown import Unknown

_LISTS: Mapping[str, NamedList] = {
    "communities": NamedList.COMMUNITY,
    "people": NamedList.PERSON,
    "payers": NamedList.PAYER,
    "suppliers": NamedList.SUPPLIER,
}


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    words = translate("Cli", "communities, people who work, payers, suppliers: names with days, merging, other texts")
    parser = add_command(commands, "lists", words)
    parser.add_argument("list", choices=tuple(_LISTS), metavar="LIST")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    add_command(verbs, "list", translate("Cli", "print the entries of a list")).set_defaults(run=run_list)
    unlisted = add_command(verbs, "unknown", translate("Cli", "print the texts of records that the list does not have"))
    unlisted.set_defaults(run=run_unknown)
    add = add_command(verbs, "add", translate("Cli", "add entries; without --from they have always had their names"))
    add.add_argument("names", metavar="NAME", nargs="+")
    _from_day(add)
    add.set_defaults(run=run_add)
    rename = add_command(verbs, "rename", translate("Cli", "another name; without --from the old one was a slip"))
    rename.add_argument("entry", metavar="ENTRY")
    rename.add_argument("name", metavar="NAME")
    _from_day(rename)
    rename.set_defaults(run=run_rename)
    merge = add_command(verbs, "merge", translate("Cli", "merge an entry into another one"))
    merge.add_argument("entry", metavar="ENTRY")
    merge.add_argument("into", metavar="INTO")
    merge.set_defaults(run=run_merge)
    _register_answers(verbs)


def _register_answers(verbs: Commands) -> None:
    retire = add_command(verbs, "retire", translate("Cli", "offer an entry no more; --back offers it again"))
    retire.add_argument("entry", metavar="ENTRY")
    retire.add_argument("--back", action="store_true")
    _from_day(retire)
    retire.set_defaults(run=run_retire)
    alias = add_command(verbs, "alias", translate("Cli", "a text stands for an entry; --drop asks about it again"))
    alias.add_argument("text", metavar="TEXT")
    alias.add_argument("entry", metavar="ENTRY", nargs="?", help=translate("Cli", "left out: it stays as it is typed"))
    alias.add_argument("--drop", action="store_true")
    alias.set_defaults(run=run_alias)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print every entry with its names, other texts and whether it is retired."""
    with opened(args):
        return _show(args, out)


def run_unknown(args: argparse.Namespace, out: Output) -> int:
    """Print the texts that the list does not have, the most frequent first."""
    with opened(args):
        found = unknown.unknown(_LISTS[args.list])
    out.show({"list": args.list, "unknown": [_unknown(one) for one in found]}, [_unknown_line(one) for one in found])
    return DONE


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Add entries, all or none."""
    with opened(args) as actor:
        entries.add_all(actor, _LISTS[args.list], args.names, args.from_day)
        return _show(args, out)


def run_rename(args: argparse.Namespace, out: Output) -> int:
    """Give an entry another name from a day on."""
    with opened(args) as actor:
        entries.rename(actor, _named(args, args.entry), args.name, args.from_day)
        return _show(args, out)


def run_merge(args: argparse.Namespace, out: Output) -> int:
    """Make one entry of two."""
    with opened(args) as actor:
        entries.merge(actor, _named(args, args.entry), _named(args, args.into))
        return _show(args, out)


def run_retire(args: argparse.Namespace, out: Output) -> int:
    """Offer an entry no more, or again."""
    with opened(args) as actor:
        if args.back:
            entries.bring_back(actor, _named(args, args.entry))
        else:
            entries.retire(actor, _named(args, args.entry), args.from_day)
        return _show(args, out)


def run_alias(args: argparse.Namespace, out: Output) -> int:
    """Say what a text stands for, or that it stays."""
    with opened(args) as actor:
        code = _LISTS[args.list]
        if args.drop:
            aliases.drop(actor, code, args.text)
        else:
            aliases.answer(actor, code, args.text, _named(args, args.entry) if args.entry else None)
        return _show(args, out)


def _from_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="from_day", metavar="DATE", default=None)


def _named(args: argparse.Namespace, text: str) -> NamedId:
    """The entry that a text of the command line stands for."""
    found = resolver(_LISTS[args.list]).of(text)
    if found is None:
        raise NotFound(Thing.NAMED, text)
    return found


def _show(args: argparse.Namespace, out: Output) -> int:
    code = _LISTS[args.list]
    found, staying = entries.entries(code), entries.staying(code)
    payload = {"list": args.list, "entries": [_entry(one) for one in found], "staying": staying}
    out.show(payload, [_entry_line(one) for one in found])
    return DONE


def _entry(one: Entry) -> dict[str, object]:
    return {
        "name": one.name,
        "names": [{"name": name, "from": since and since.isoformat()} for since, name in one.names],
        "aliases": list(one.aliases),
        "retired_on": one.retired_on and one.retired_on.isoformat(),
    }


def _entry_line(one: Entry) -> str:
    retired = translate("Cli", "retired {day}").format(day=one.retired_on.isoformat()) if one.retired_on else ""
    names = "、".join(f"{name} ({since.isoformat()})" for since, name in one.names if since is not None)
    return "  ".join(part for part in (one.name, names, "、".join(one.aliases), retired) if part)


def _unknown(one: Unknown) -> dict[str, object]:
    days = {"first": one.first and one.first.isoformat(), "last": one.last and one.last.isoformat()}
    return {"text": one.text, "rows": one.rows, **days, "nearest": one.nearest or None}


def _unknown_line(one: Unknown) -> str:
    meant = translate("Cli", "perhaps {name}").format(name=one.nearest) if one.nearest else ""
    return "  ".join(part for part in (one.text, str(one.rows), meant) if part)
