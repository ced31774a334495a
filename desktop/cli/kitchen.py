"""The verbs of ``food`` that write the ledger: purchases, dishes and their batches, samples, the kitchen's sheets."""

from __future__ import annotations

import argparse

from desktop.cli.options import Commands, add_command, code_of, day_of, month_argument, read_day
from desktop.cli.output import DONE, NEEDS_A_PERSON, Output
from desktop.cli.session import opened
from desktop.cli.shapes import day_text
from desktop.core import clock
from desktop.core.food import BatchEnd
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.trade import MealKind
from desktop.core.words import terms
from desktop.core.words.food import ALLERGENS, BATCH_ENDS, FOOD_PARTS, SHEETS_OF
from desktop.services.food import days, dishes, licences, purchases, samples, sheets
from desktop.services.food.dishes import DishDraft, DishRow
from desktop.services.food.purchases import PurchaseDraft, PurchaseRow
from desktop.services.food.samples import SampleDraft
from desktop.services.food.sheets import SheetDraft

_LUNCH = terms.MEALS[MealKind.LUNCH]


def register_verbs(verbs: Commands) -> None:
    """Add the verbs to those of the food ledger."""
    _register_purchases(verbs)
    _register_dishes(verbs)
    _register_kitchen(verbs)


def _register_purchases(verbs: Commands) -> None:
    buy = add_command(verbs, "buy", translate("Cli", "a batch was bought"))
    buy.add_argument("name", metavar="NAME")
    buy.add_argument("quantity", metavar="NUMBER")
    buy.add_argument("unit", metavar="UNIT")
    buy.add_argument("--supplier", required=True, metavar="NAME")
    buy.add_argument("--price", default="", metavar="YUAN", help=translate("Cli", "of one unit"))
    buy.add_argument("--batch", default="", metavar="TEXT", help=translate("Cli", "the day without it"))
    buy.add_argument("--made", default="", metavar="DATE")
    buy.add_argument("--expires", default="", metavar="DATE")
    buy.add_argument("--certificate", default="", metavar="TEXT")
    buy.add_argument("--by", default="", metavar="NAME", help=translate("Cli", "who accepted it"))
    buy.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    buy.set_defaults(run=run_buy, parser=buy)
    listed = add_command(verbs, "batches", translate("Cli", "print the batches on record, the newest first"))
    listed.add_argument("text", nargs="?", default="", metavar="TEXT")
    listed.add_argument("--here", action="store_true", help=translate("Cli", "only what is in the store today"))
    listed.set_defaults(run=run_batches)
    end = add_command(verbs, "end", translate("Cli", "nothing is left of a batch"))
    end.add_argument("id", type=int, metavar="ID")
    end.add_argument("--as", dest="ended_as", default=BATCH_ENDS[BatchEnd.USED_UP], choices=tuple(BATCH_ENDS.values()))
    end.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    end.set_defaults(run=run_end, parser=end)


def _register_dishes(verbs: Commands) -> None:
    dish = add_command(verbs, "dish", translate("Cli", "a dish of a day, planned or served"))
    dish.add_argument("name", metavar="NAME")
    _of_day(dish)
    dish.add_argument("--price", default="", metavar="YUAN")
    dish.add_argument("--allergen", action="append", default=[], choices=tuple(ALLERGENS.values()))
    dish.add_argument("--batch", type=int, action="append", default=[], metavar="ID")
    dish.set_defaults(run=run_dish, parser=dish)
    use = add_command(verbs, "use", translate("Cli", "of which batches a dish was made: these and no others"))
    use.add_argument("dish", type=int, metavar="DISH")
    use.add_argument("batch", type=int, nargs="*", metavar="ID")
    use.set_defaults(run=run_use)
    copied = add_command(verbs, "copy", translate("Cli", "the menu of seven days anew from another day on"))
    copied.add_argument("first", metavar="DATE")
    copied.add_argument("--into", dest="day", required=True, metavar="DATE")
    copied.set_defaults(run=run_copy, parser=copied)
    listed = add_command(verbs, "dishes", translate("Cli", "print the dishes of a day"))
    listed.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    listed.set_defaults(run=run_dishes, parser=listed)


def _register_kitchen(verbs: Commands) -> None:
    sample = add_command(verbs, "sample", translate("Cli", "a sample of a dish was taken"))
    sample.add_argument("dish", type=int, metavar="DISH")
    sample.add_argument("--grams", default="", metavar="NUMBER", help=translate("Cli", "as the rule asks without it"))
    sample.add_argument("--time", default="", metavar="HH:MM")
    sample.add_argument("--by", default="", metavar="NAME")
    sample.add_argument("--place", default="", metavar="TEXT")
    sample.set_defaults(run=run_sample)
    thrown = add_command(verbs, "throw", translate("Cli", "a sample was thrown away"))
    thrown.add_argument("id", type=int, metavar="ID")
    thrown.add_argument("--by", default="", metavar="NAME")
    thrown.set_defaults(run=run_throw)
    due = add_command(verbs, "samples", translate("Cli", "print the samples that are kept, and which are due"))
    due.set_defaults(run=run_samples)
    line = add_command(verbs, "sheet", translate("Cli", "a line of the kitchen's sheets"))
    line.add_argument("kind", choices=tuple(SHEETS_OF.values()))
    line.add_argument("about", metavar="NAME", help=translate("Cli", "the cook, the place or the store"))
    line.add_argument("--degrees", default="", metavar="NUMBER")
    line.add_argument("--wrong", default="", metavar="TEXT", help=translate("Cli", "what was not in order"))
    line.add_argument("--measure", default="", metavar="TEXT", help=translate("Cli", "what was done about it"))
    line.add_argument("--time", default="", metavar="HH:MM")
    line.add_argument("--by", default="", metavar="NAME")
    line.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    line.set_defaults(run=run_sheet, parser=line)
    missing = add_command(verbs, "missing", translate("Cli", "what the days of a month lack"))
    missing.add_argument("--month", type=month_argument, required=True, metavar="YYYY-MM")
    missing.set_defaults(run=run_missing)


def _of_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--day", default="", metavar="DATE", help=translate("Cli", "today without it"))
    parser.add_argument("--meal", default=_LUNCH, choices=tuple(terms.MEALS.values()))


def run_buy(args: argparse.Namespace, out: Output) -> int:
    """Record a batch; 3 when its supplier has no food licence that holds."""
    draft = PurchaseDraft(
        args.name,
        args.supplier,
        day_of(args),
        args.quantity,
        args.unit,
        args.price,
        args.batch,
        args.made,
        args.expires,
        args.certificate,
        args.by,
    )
    with opened(args) as actor:
        made = purchases.add(actor, draft)
        licensed = licences.licensed(args.supplier, day_of(args))
    out.show({"id": made, "licensed": licensed}, [translate("Cli", "Batch {id} is on record.").format(id=made)])
    if not licensed:
        out.complain(translate("Cli", "No food licence of {supplier} holds.").format(supplier=args.supplier))
    return DONE if licensed else NEEDS_A_PERSON


def run_batches(args: argparse.Namespace, out: Output) -> int:
    """Print batches."""
    with opened(args):
        found = purchases.batches(args.text, clock.today() if args.here else None)
    out.show({"batches": [batch_shape(one) for one in found]}, [batch_line(one) for one in found])
    return DONE


def run_end(args: argparse.Namespace, out: Output) -> int:
    """Nothing is left of a batch."""
    with opened(args) as actor:
        purchases.end(actor, args.id, code_of(BATCH_ENDS, args.ended_as), day_of(args))
    out.show({"id": args.id}, [translate("Cli", "Nothing is left of batch {id}.").format(id=args.id)])
    return DONE


def run_dish(args: argparse.Namespace, out: Output) -> int:
    """Record a dish, and its batches where they are named."""
    allergens = [code_of(ALLERGENS, one) for one in args.allergen]
    draft = DishDraft(day_of(args), code_of(terms.MEALS, args.meal), args.name, args.price, allergens=allergens)
    with opened(args) as actor:
        made = dishes.add(actor, draft, args.batch)
    out.show({"id": made}, [translate("Cli", "Dish {id} is on record.").format(id=made)])
    return DONE


def run_use(args: argparse.Namespace, out: Output) -> int:
    """Say of which batches a dish was made."""
    with opened(args) as actor:
        dishes.use(actor, args.dish, args.batch)
        found = dishes.made_of(args.dish)
    out.show({"id": args.dish, "batches": [batch_shape(one) for one in found]}, [batch_line(one) for one in found])
    return DONE


def run_copy(args: argparse.Namespace, out: Output) -> int:
    """Copy a menu."""
    with opened(args) as actor:
        count = dishes.copy(actor, read_day(args.first, args.parser), day_of(args))
    out.show({"dishes": count}, [translate("Cli", "{count} dishes copied.").format(count=count)])
    return DONE


def run_dishes(args: argparse.Namespace, out: Output) -> int:
    """Print the dishes of a day."""
    with opened(args):
        found = dishes.menu(day_of(args), day_of(args))
    out.show({"dishes": [_dish_shape(one) for one in found]}, [_dish_line(one) for one in found])
    return DONE


def run_sample(args: argparse.Namespace, out: Output) -> int:
    """Record a sample."""
    with opened(args) as actor:
        asked = samples.proposal(args.dish)
        draft = SampleDraft(
            args.dish, args.time or asked.taken_at, args.grams or asked.grams, args.by or asked.taken_by, args.place
        )
        made = samples.add(actor, draft)
    out.show({"id": made}, [translate("Cli", "Sample {id} is on record.").format(id=made)])
    return DONE


def run_throw(args: argparse.Namespace, out: Output) -> int:
    """A sample was thrown away."""
    with opened(args) as actor:
        samples.throw_away(actor, args.id, args.by)
    out.show({"id": args.id}, [translate("Cli", "Sample {id} is thrown away.").format(id=args.id)])
    return DONE


def run_samples(args: argparse.Namespace, out: Output) -> int:
    """Print the samples that are kept; 3 when some are due to be thrown away."""
    now = clock.now()
    with opened(args):
        kept = [(one, one.keeps_until) for one in samples.kept()]
    shapes = [
        {
            "id": one.id,
            "dish": one.name,
            "day": one.taken_on.isoformat(),
            "meal": terms.MEALS[one.meal],
            "grams": one.grams,
            "until": f"{until:%Y-%m-%d %H:%M}",
            "due": until <= now,
        }
        for one, until in kept
    ]
    words = translate("Cli", "{id}  {name}  until {until}")
    out.show(
        {"samples": shapes}, [words.format(id=one.id, name=one.name, until=f"{t:%Y-%m-%d %H:%M}") for one, t in kept]
    )
    return NEEDS_A_PERSON if any(until <= now for _one, until in kept) else DONE


def run_sheet(args: argparse.Namespace, out: Output) -> int:
    """Record a line of the kitchen's sheets."""
    draft = SheetDraft(
        code_of(SHEETS_OF, args.kind),
        day_of(args),
        args.about,
        args.time,
        args.degrees,
        args.wrong,
        args.measure,
        args.by,
        not args.wrong,
    )
    with opened(args) as actor:
        made = sheets.add(actor, draft)
    out.show({"id": made}, [translate("Cli", "Line {id} is on record.").format(id=made)])
    return DONE


def run_missing(args: argparse.Namespace, out: Output) -> int:
    """Print what the days of a month lack; 3 when there is anything."""
    with opened(args):
        found = days.of_month(args.month)
    lacking = [one for one in found if one.missing]
    payload = {
        "days": len(found),
        "complete": len(found) - len(lacking),
        "missing": [
            {"day": one.day.isoformat(), "parts": [FOOD_PARTS[part] for part in one.missing]} for one in lacking
        ],
    }
    out.show(payload, [f"{one.day}  {'、'.join(FOOD_PARTS.shown[part] for part in one.missing)}" for one in lacking])
    return NEEDS_A_PERSON if lacking else DONE


def batch_shape(one: PurchaseRow) -> dict[str, object]:
    """A batch as the commands of the food ledger give one."""
    return {
        "id": one.id,
        "name": one.name,
        "batch": one.batch,
        "supplier": one.supplier,
        "received_on": one.received_on.isoformat(),
        "quantity": one.quantity,
        "unit_price": yuan_text(one.unit_price_fen),
        "expires_on": day_text(one.expires_on),
        "ended_on": day_text(one.ended_on),
        "ended_as": BATCH_ENDS[one.ended_as] if one.ended_as else None,
        "dishes": one.dishes,
    }


def batch_line(one: PurchaseRow) -> str:
    """A batch in one line."""
    return f"{one.id}  {one.received_on}  {one.name}  {one.batch}  {one.quantity}  {one.supplier}"


def _dish_shape(one: DishRow) -> dict[str, object]:
    return {
        "id": one.id,
        "day": one.served_on.isoformat(),
        "meal": terms.MEALS[one.meal],
        "name": one.name,
        "price": None if one.price_fen is None else yuan_text(one.price_fen),
        "allergens": [ALLERGENS[code] for code in one.contains],
        "batches": one.batches,
        "sample": one.sample_id,
    }


def _dish_line(one: DishRow) -> str:
    return f"{one.id}  {terms.MEALS.shown[one.meal]}  {one.name}"
