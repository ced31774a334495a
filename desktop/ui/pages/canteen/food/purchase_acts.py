"""What is done with batches, each as the box that asks for it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.food import BatchEnd
from desktop.core.i18n import translate
from desktop.core.trade import NamedList, PostRole
from desktop.core.words.food import BATCH_ENDS, LICENCE_KINDS
from desktop.services.food import licences, purchases
from desktop.services.food.purchases import PurchaseDraft, PurchaseRow
from desktop.services.named.resolving import resolver
from desktop.services.people import names
from desktop.services.people.certificates import CertificateRow, LicenceDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField, SegmentField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.names_field import NameField
from desktop.ui.forms.text_fields import DateField, MoneyField, TextField, day_text
from desktop.ui.frame.bus import Topic
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason
from desktop.ui.widgets.due import DUE_TONES, due_words


class PurchaseForm(DraftForm[PurchaseDraft]):
    """What was bought; once its name is known, the rest is proposed as it was bought last.

    What the supplier's licence is worth is said beneath the supplier.
    """

    def __init__(self) -> None:
        super().__init__(PurchaseDraft)
        bought = purchases.names()
        suppliers = list(
            dict.fromkeys([*resolver(NamedList.SUPPLIER).offered(), *(one.supplier for one in purchases.batches())])
        )
        self.add("name", translate("Purchases", "What"), PickField({one: one for one in bought}, free=True))
        self.add("supplier", translate("Purchases", "Supplier"), PickField({one: one for one in suppliers}, free=True))
        self.add("quantity", translate("Purchases", "Quantity"), TextField())
        self.add("unit", translate("Purchases", "Measured in"), TextField(translate("Purchases", "such as kg")))
        self.add("unit_price", translate("Purchases", "Price of one"), MoneyField())
        self.add("expires_on", translate("Purchases", "Good until"), DateField())
        numbered = translate("Purchases", "Empty: the day it came stands for it.")
        self.add("batch", translate("Purchases", "Batch number"), TextField(), help=numbered)
        self.add("made_on", translate("Purchases", "Made on"), DateField())
        self.add("certificate", translate("Purchases", "Certificate"), TextField())
        self.add("accepted_by", translate("Purchases", "Accepted by"), NameField((PostRole.COOK,), ()))
        self.add("received_on", translate("Purchases", "Came on"), DateField())
        self.add("remark", translate("Purchases", "Remark"), TextField())
        self.fields["name"].finished.connect(self._propose)
        self.fields["supplier"].finished.connect(self._say_licence)
        self.changed.connect(self._say_licence)

    def fill(self, draft: PurchaseDraft) -> None:
        """Show a draft, and what its supplier's licence is worth."""
        super().fill(draft)
        self._say_licence()

    def _propose(self) -> None:
        name = str(self.fields["name"].value()).strip()
        if not name or any(str(self.fields[one].value()).strip() for one in ("supplier", "unit")):
            return
        last = purchases.proposal(name)
        self.set_values({"supplier": last.supplier, "unit": last.unit, "unit_price": last.unit_price})
        self.changed.emit()

    def _say_licence(self) -> None:
        words, tone = licence_words(str(self.fields["supplier"].value()).strip())
        self.fields["supplier"].set_note(words, tone)


def licence_words(supplier: str) -> tuple[str, Tone]:
    """What a supplier's food licence is worth today, in words."""
    if not supplier:
        return "", Tone.NEUTRAL
    today, one = clock.today(), licences.food_licence(supplier)
    if one is None:
        return translate("Purchases", "No food licence of this supplier is on record (F7)."), Tone.ATTENTION
    kind = LICENCE_KINDS.shown[one.kind]
    return f"{kind}：{due_words(one.valid_to, today)}", DUE_TONES[one.stage(today)]


def ask_purchase(widget: QWidget, actor: Actor, one: PurchaseRow | None = None) -> SmallForm:
    """A batch that came, or one on record to be put right."""
    if one is None:
        draft = PurchaseDraft(received_on=clock.today(), accepted_by=names.own(actor))
    else:
        draft = purchases.draft_of(one.id)

    def save(given: PurchaseDraft) -> None:
        if one is None:
            purchases.add(actor, given)
        else:
            purchases.change(actor, one.id, given)

    act = Act(
        translate("Purchases", "A batch of food"),
        translate("Purchases", "Save"),
        Drafted(PurchaseForm(), draft),
        save,
        Topic.MEALS,
        lambda given: translate("Purchases", "{name} is on record").format(name=given.name),
        long=True,
        about=one.id if one else None,
    )
    return ask_for(widget, act)


def ask_end(widget: QWidget, actor: Actor, one: PurchaseRow) -> SmallForm:
    """What became of a batch of which nothing is left."""
    bad = one.expired(clock.today())
    asked = Texts(
        Ask(
            "how",
            translate("Purchases", "What became of it"),
            SegmentField(BATCH_ENDS.shown),
            required=True,
            value=BatchEnd.THROWN_AWAY if bad else BatchEnd.USED_UP,
        ),
        Ask("day", translate("Purchases", "On"), DateField(), required=True, value=clock.today()),
    )
    act = Act(
        translate("Purchases", "Nothing is left of {name}").format(name=called(one)),
        translate("Purchases", "Save"),
        asked,
        lambda given: purchases.end(actor, one.id, given["how"], given["day"]),
        Topic.MEALS,
        translate("Purchases", "{name} is offered no more").format(name=one.name),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, one: PurchaseRow) -> SmallForm:
    """It was never bought."""
    act = Act(
        translate("Purchases", "Void {name}").format(name=called(one)),
        translate("Purchases", "Void"),
        Texts(reason()),
        lambda given: purchases.void(actor, one.id, given["reason"]),
        Topic.MEALS,
        translate("Purchases", "{name} is void").format(name=one.name),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_licence(widget: QWidget, actor: Actor, supplier: str) -> SmallForm:
    """A licence of the supplier: a new one, or the one on record renewed."""
    form = DraftForm(LicenceDraft)
    form.add("kind", translate("Purchases", "Licence"), SegmentField(form.codes("kind")))
    form.add("valid_to", translate("Purchases", "Holds until"), DateField())
    form.add("number", translate("Purchases", "Number"), TextField())
    form.add("issuer", translate("Purchases", "Issued by"), TextField())
    form.add("valid_from", translate("Purchases", "Holds from"), DateField())
    known: CertificateRow | None = licences.food_licence(supplier)
    act = Act(
        translate("Purchases", "A licence of {supplier}").format(supplier=supplier),
        translate("Purchases", "Save"),
        Drafted(form, licences.proposal(known)),
        lambda given: licences.record(actor, supplier, given),
        Topic.ALL,
        translate("Purchases", "The licence of {supplier} is on record").format(supplier=supplier),
        about=supplier,
    )
    return ask_for(widget, act)


def called(one: PurchaseRow) -> str:
    """A batch as one speaks of it."""
    return f"{one.name}（{one.batch}，{one.supplier}）"


def end_words(one: PurchaseRow, today: dt.date) -> tuple[str, Tone]:
    """How long a batch may be used, or what became of it."""
    if one.ended_on is not None:
        return f"{BATCH_ENDS.shown[one.ended_as]} {day_text(one.ended_on)}", Tone.NEUTRAL
    if one.expires_on is None:
        return translate("Purchases", "no end known"), Tone.NEUTRAL
    left = (one.expires_on - today).days
    if left < 0:
        return translate("Purchases", "expired {days} days ago").format(days=-left), Tone.DANGER
    if left == 0:
        return translate("Purchases", "good until today"), Tone.ATTENTION
    return translate("Purchases", "good for {days} days").format(days=left), Tone.ATTENTION if left <= 2 else Tone.OK
