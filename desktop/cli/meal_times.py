"""``price hours``: when lunch and dinner begin, from a day on (餐次时间)."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, day_of
from desktop.cli.output import DONE, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core.i18n import translate
from desktop.services.canteen import hours
from desktop.services.canteen.hours import Hours
from desktop.services.writing import rules


def register(verbs: Commands) -> None:
    """Add the verb to the parser of ``price``."""
    parser = add_command(verbs, "hours", translate("Cli", "when lunch and dinner begin; with times, from a day on"))
    parser.add_argument("--lunch", default="", metavar="HH:MM")
    parser.add_argument("--dinner", default="", metavar="HH:MM")
    parser.add_argument("--from", dest="day", default="", metavar="DATE")
    parser.set_defaults(run=run_hours, parser=parser)


def run_hours(args: argparse.Namespace, out: Output) -> int:
    """Set the times that are given, from a day on (today); print every one that is on record."""
    with opened(args) as actor:
        if args.lunch or args.dinner:
            since = day_of(args)
            held = hours.of(since)
            hours.serve(actor, since, Hours(args.lunch or held.lunch_from, args.dinner or held.dinner_from))
        found = rules.history(hours.RULE)
    times = [
        {
            "from": day_text(one.valid_from),
            "to": day_text(one.valid_to),
            "lunch": one.value["lunch_from"],
            "dinner": one.value["dinner_from"],
        }
        for one in found
    ]
    words = translate("Cli", "from {day}: lunch {lunch}, dinner {dinner}")
    always = translate("Cli", "the beginning")
    out.show(
        {"times": times},
        [words.format(day=one["from"] or always, lunch=one["lunch"], dinner=one["dinner"]) for one in times],
    )
    return DONE
