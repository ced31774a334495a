"""Which beds get labels: those that are marked, those that are listed, those of a floor."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.codes import CodeKind
from desktop.core.i18n import translate
from desktop.services.beds import floors, places
from desktop.services.beds.places import BedQuery
from desktop.services.register import printed_labels
from desktop.ui.pages.label_dialog import Batch


def label_batches(listed: Sequence[int], chosen: Sequence[int]) -> dict[str, Batch]:
    """What is offered, what is most likely meant first: several marked beds, else all that are listed."""
    words = translate("Beds", "all {count} beds listed").format(count=len(listed))
    found = {"listed": Batch(words, listed)}
    if chosen:
        own = {"selected": Batch(_chosen_words(chosen), chosen)}
        found = {**own, **found} if len(chosen) > 1 else {**found, **own}
    missing = printed_labels.not_printed(CodeKind.BED, places.find_ids(BedQuery()))
    if missing:
        found["missing"] = Batch(missing_words(len(missing)), missing)
    every = floors.by_floor()
    if len(every) > 1:
        words = translate("Beds", "{floor}: {count} beds")
        elsewhere = translate("Beds", "without a floor")
        found |= {
            f"floor {name}": Batch(words.format(floor=name or elsewhere, count=len(ids)), ids)
            for name, ids in every.items()
        }
    return found


def missing_words(count: int) -> str:
    """What the beds without a printed label are called among the batches."""
    return translate("Beds", "the {count} beds without a printed label").format(count=count)


def _chosen_words(chosen: Sequence[int]) -> str:
    if len(chosen) == 1:
        return translate("Beds", "only {bed}").format(bed=places.rows(chosen)[0].place)
    return translate("Beds", "the {count} selected beds").format(count=len(chosen))
