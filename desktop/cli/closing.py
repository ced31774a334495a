"""``month``: what stands in the way of a close, and the close itself."""

from __future__ import annotations

import argparse

from desktop.cli import corrections, shapes
from desktop.cli.options import Commands, add_command, month_argument
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.core.acts import Thing
from desktop.core.answers import BackupReason, Unfinished
from desktop.core.errors import NotFound
from desktop.core.i18n import translate
from desktop.core.words import terms
from desktop.core.words.quality import EXPLAINED, WEIGHTS, finding_words
from desktop.services.closing import drift, explaining, month_close, quality
from desktop.services.closing.quality import Finding
from desktop.services.keeping import backups
from desktop.services.writing import frozen, months
from desktop.services.writing.frozen import Version


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = add_command(commands, "month", translate("Cli", "month close"))
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, text, run in (
        ("status", translate("Cli", "whether a month is open or closed"), run_status),
        ("check", translate("Cli", "what is unfinished in a month"), run_check),
        ("drift", translate("Cli", "what a closed month would say differently today"), run_drift),
        ("close", translate("Cli", "freeze a month; its records stand from then on"), run_close),
    ):
        verb = add_command(verbs, name, text)
        verb.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
        verb.set_defaults(run=run)
        if name == "close":
            verb.add_argument(
                "--explain",
                default="",
                metavar="TEXT",
                help=translate("Cli", "why the month is closed although something is unfinished"),
            )

    verb = add_command(verbs, "explain", translate("Cli", "say why something unfinished of a month may stand"))
    verb.add_argument("kind", choices=[str(kind) for kind in Unfinished], metavar="KIND")
    verb.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    verb.add_argument("--text", required=True, metavar="TEXT")
    verb.add_argument("--withdraw", action="store_true", help=translate("Cli", "take the words back; TEXT is why"))
    verb.set_defaults(run=run_explain)
    corrections.register(verbs)


def run_status(args: argparse.Namespace, out: Output) -> int:
    """Print the state of the month and, once it is closed, its hash."""
    with opened(args):
        state, version = months.state(args.month), frozen.latest(args.month)
        if version is not None:
            frozen.prove(version)
    words = translate("Cli", "{month}: {state}").format(month=args.month, state=terms.MONTH_STATES.shown[state])
    payload: dict[str, object] = {"month": str(args.month), "state": state, "sha256": None, "version": None}
    if version is None:
        out.show(payload, [words])
        return DONE
    differences = [dict(zip(("figure", "before", "now"), one, strict=True)) for one in version.differences]
    payload |= {"sha256": version.sha256, "version": version.number}
    payload |= {"frozen_later": version.frozen_later, "differences": differences}
    out.show(payload, [f"{words}  {version.sha256[:8]}", *_later(version)])
    return DONE


def run_check(args: argparse.Namespace, out: Output) -> int:
    """Print the findings; with a blocker among them the exit code is 3."""
    with opened(args):
        findings = quality.check(args.month)
    payload = {
        "month": str(args.month),
        "blockers": sum(finding.blocks for finding in findings),
        "findings": [_told(one) for one in findings],
    }
    nothing = translate("Cli", "{month}: nothing is unfinished.").format(month=args.month)
    out.show(payload, [_line(finding) for finding in findings] or [nothing])
    return NEEDS_A_PERSON if payload["blockers"] else DONE


def run_explain(args: argparse.Namespace, out: Output) -> int:
    """Keep the words for what was found, or take them back; then print the findings as they stand."""
    with opened(args) as actor:
        kind = Unfinished(args.kind)
        if args.withdraw:
            explaining.withdraw(actor, args.month, kind, args.text)
        else:
            found = [one for one in quality.check(args.month) if one.kind is kind]
            if not found:
                raise NotFound(Thing.FINDING, args.kind)
            explaining.explain(actor, args.month, found[0], args.text)
    return run_check(args, out)


def run_drift(args: argparse.Namespace, out: Output) -> int:
    """Print each difference with the writes behind it; with any the exit code is 3."""
    with opened(args):
        from desktop.reports.months.render import reports_of

        found = drift.of(args.month, reports_of)
    payload = {
        "month": str(args.month),
        "differences": [shapes.difference(one.difference, one.causes) for one in found],
    }
    nothing = translate("Cli", "{month}: nothing is told differently.").format(month=args.month)
    out.show(payload, [shapes.difference_line(one.difference, one.causes) for one in found] or [nothing])
    return NEEDS_A_PERSON if found else DONE


def run_close(args: argparse.Namespace, out: Output) -> int:
    """Close the month; blockers need ``--explain``."""
    with opened(args) as actor:
        # What the reports say is frozen too, and building them loads slowly.
        from desktop.reports.months.render import reports_of

        backups.back_up_before(BackupReason.BEFORE_CLOSE, actor)
        closed = month_close.close(actor, args.month, reports_of, args.explain)
    payload = {"month": str(closed.month), "state": "closed", "sha256": closed.sha256}
    words = translate("Cli", "{month} is closed; report mark {mark}.").format(
        month=closed.month, mark=closed.sha256[:8]
    )
    out.show(payload, [words])
    return DONE


def _later(version: Version) -> list[str]:
    """What is said of a month that was closed before its reports were kept."""
    if not version.frozen_later:
        return []
    lines = [translate("Cli", "Closed by an earlier version: its reports were frozen later, from the records of then.")]
    return lines + [f"  {figure}: {before} → {now}" for figure, before, now in version.differences]


def _told(one: Finding) -> dict[str, object]:
    said = one.explanation
    return {
        "kind": one.kind,
        "count": one.count,
        "blocks": one.blocks,
        "weight": one.weight,
        "where": one.place,
        "text": finding_words(one.kind, one.count),
        "people": list(one.names),
        "explained": said and {"words": said.words, "count": said.count, "by": said.by, "on": said.on},
    }


def _line(finding: Finding) -> str:
    said = finding.explanation
    words = f"  {said.words}（{said.by} {said.on}）" if said else ""
    mark = EXPLAINED.shown["explained"] if said and not finding.blocks else WEIGHTS.shown[finding.weight]
    return f"{finding_words(finding.kind, finding.count)} ({mark}){words}"
