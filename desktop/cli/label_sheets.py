"""``labels``: what labels can be printed on, and sheets of the centre's own in millimetres."""

from __future__ import annotations

import argparse
from dataclasses import fields

from desktop.cli.options import Commands, add_command, put_named
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.core.acts import Thing
from desktop.core.errors import NotFound
from desktop.core.i18n import translate
from desktop.core.label_sheets import LabelSheet, shipped_sheets
from desktop.core.printers import LabelPaper
from desktop.services.centre import label_sheets
from desktop.services.centre.label_sheets import OwnSheet, SheetDraft

Payload = dict[str, object]
# The measures of a sheet: two numbers each, across and down.
_PAIRS = {
    "page": ("page_wide", "page_high"),
    "grid": ("columns", "rows"),
    "label": ("label_wide", "label_high"),
    "margin": ("margin_left", "margin_top"),
    "gap": ("gap_across", "gap_down"),
}


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    words = translate("Cli", "what labels can be printed on; sheets of the centre's own")
    verbs = add_command(commands, "labels", words).add_subparsers(dest="verb", metavar="VERB", required=True)
    listed = add_command(verbs, "list", translate("Cli", "the sheets, retired ones too"))
    listed.set_defaults(run=run_list)
    added = add_command(verbs, "add", translate("Cli", "a sheet of the centre's own, in millimetres"))
    added.add_argument("name", metavar="NAME")
    _measures(added)
    added.set_defaults(run=run_add)
    changed = add_command(verbs, "change", translate("Cli", "put right what a sheet of the centre's own measures"))
    changed.add_argument("name", metavar="NAME")
    changed.add_argument("--name", dest="other_name", metavar="NAME", help=translate("Cli", "call it otherwise"))
    _measures(changed)
    changed.set_defaults(run=run_change)
    for verb, words in (
        ("retire", translate("Cli", "offer a sheet of the centre's own no more")),
        ("offer", translate("Cli", "offer a retired sheet again")),
    ):
        one = add_command(verbs, verb, words)
        one.add_argument("name", metavar="NAME")
        one.set_defaults(run=run_retire)


def run_list(args: argparse.Namespace, out: Output) -> int:
    """Print every sheet with its measures."""
    with opened(args):
        own = label_sheets.own_sheets()
    found = [(one.sheet, one) for one in own] + [(one, None) for one in shipped_sheets().values()]
    out.show({"sheets": [_shape(*one) for one in found]}, [_line(*one) for one in found])
    return DONE


def run_add(args: argparse.Namespace, out: Output) -> int:
    """Keep a sheet."""
    with opened(args) as actor:
        draft = label_sheets.fresh()
        draft.name = args.name
        made = label_sheets.save(actor, _filled(draft, args))
        one = _own(made)
    return _shown(one, out)


def run_change(args: argparse.Namespace, out: Output) -> int:
    """Change what was said; the rest stays."""
    with opened(args) as actor:
        draft = label_sheets.draft_of(_named(args.name).id)
        draft.name = args.other_name or draft.name
        one = _own(label_sheets.save(actor, _filled(draft, args)))
    return _shown(one, out)


def run_retire(args: argparse.Namespace, out: Output) -> int:
    """Offer a sheet no more, or again."""
    with opened(args) as actor:
        one = _named(args.name)
        label_sheets.retire(actor, one.id, back=args.verb == "offer")
        one = _own(one.id)
    return _shown(one, out)


def _measures(parser: argparse.ArgumentParser) -> None:
    help = translate("Cli", "two numbers, across and down, in mm; the grid in labels")
    for name in _PAIRS:
        parser.add_argument(f"--{name}", type=_pair, metavar="W,H", help=help)
    parser.add_argument("--padding", metavar="MM", help=translate("Cli", "kept free inside each label"))
    parser.add_argument("--paper", choices=[str(one) for one in LabelPaper])
    help = translate("Cli", "lines to cut along")
    parser.add_argument("--outlined", action=argparse.BooleanOptionalAction, help=help)


def _pair(text: str) -> tuple[str, str]:
    parts = tuple(part.strip() for part in text.replace("×", ",").replace("x", ",").split(","))
    if len(parts) != 2:
        raise argparse.ArgumentTypeError(translate("Cli", "{text} is no pair; write it as 70,37").format(text=text))
    return parts[0], parts[1]


def _filled(draft: SheetDraft, args: argparse.Namespace) -> SheetDraft:
    for name, pair in _PAIRS.items():
        for field, value in zip(pair, getattr(args, name) or (), strict=False):
            setattr(draft, field, value)
    put_named(draft, {name: getattr(args, name) for name in ("padding", "paper", "outlined")})
    return draft


def _named(name: str) -> OwnSheet:
    found = [one for one in label_sheets.own_sheets() if name.strip() in {one.name, one.key}]
    if not found:
        raise NotFound(Thing.LABEL_SHEET, name)
    return found[0]


def _own(sheet_id: int) -> OwnSheet:
    return next(one for one in label_sheets.own_sheets() if one.id == sheet_id)


def _shown(one: OwnSheet, out: Output) -> int:
    out.show(_shape(one.sheet, one), [_line(one.sheet, one)])
    return DONE


def _shape(sheet: LabelSheet, own: OwnSheet | None) -> Payload:
    measures = {one.name: getattr(sheet, one.name) for one in fields(sheet) if one.name not in {"title", "english"}}
    retired = own.retired_on if own is not None else None
    return {**measures, "title": sheet.title, "own": own is not None, "retired_on": retired and retired.isoformat()}


def _line(sheet: LabelSheet, own: OwnSheet | None) -> str:
    grid = f"{sheet.columns}×{sheet.rows}  {sheet.label[0]:g}×{sheet.label[1]:g} mm"
    retired = own is not None and own.retired_on is not None
    said = translate("Cli", "retired") if retired else ""
    return f"{sheet.name}  {sheet.shown}  {grid}  {said}".rstrip()
