"""The boxes about somebody who works here: who it is, posts, certificates, the account."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.i18n import translate
from desktop.core.trade import CertificateKind
from desktop.services.centre import accounts
from desktop.services.people import certificates, entries, posts
from desktop.services.people.certificates import CertificateDraft, CertificateRow
from desktop.services.people.entries import WorkerDraft
from desktop.services.people.listing import WorkerRow
from desktop.services.people.posts import PostDraft, PostRow
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.resident_field import ResidentField
from desktop.ui.forms.text_fields import DateField, TextField
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Ask, Drafted, Texts, ask_for, reason
from desktop.ui.pages.system.people_words import called

_OF_POST = ("role", "unit", "since")


class WorkerForm(DraftForm[WorkerDraft]):
    """Name, first post, phone; whether it is a resident."""

    def __init__(self, new: bool) -> None:
        super().__init__(WorkerDraft)
        # An old spelling goes on standing for them, so the name can be put right without fear.
        help = "" if new else translate("People", "The old spelling will still stand for this person.")
        self.add("name", translate("People", "Name"), TextField(), help=help)
        if new:
            self.add("role", translate("People", "Post"), PickField(self.codes("role")))
            self.add("unit", translate("People", "Unit"), units_field())
            self.add("since", translate("People", "Since"), DateField(), help=_always())
        self.add("phone", translate("People", "Phone"), TextField())
        resident = translate("People", "Fill this if the person is on the register too.")
        self.add("resident_id", translate("People", "Resident"), ResidentField(), help=resident)
        self.add("note", translate("People", "Note"), TextField())


class PostForm(DraftForm[PostDraft]):
    """What, where, from which day."""

    def __init__(self, help: str) -> None:
        super().__init__(PostDraft)
        self.add("role", translate("People", "Post"), PickField(self.codes("role")))
        self.add("unit", translate("People", "Unit"), units_field())
        self.add("valid_from", translate("People", "From"), DateField(), help=help)


class CertificateForm(DraftForm[CertificateDraft]):
    """Kind, number, days; another kind says what it is called."""

    def __init__(self) -> None:
        super().__init__(CertificateDraft)
        self.add("kind", translate("People", "Certificate"), PickField(self.codes("kind")))
        self.add("title", translate("People", "Called"), TextField(), required=True)
        self.add("number", translate("People", "Number"), TextField())
        self.add("level", translate("People", "Level"), PickField(self.codes("level")))
        self.add("valid_from", translate("People", "From"), DateField())
        self.add("valid_to", translate("People", "Until"), DateField(), help=translate("People", "Empty: no end."))
        self.add("issuer", translate("People", "Issued by"), TextField())
        self.changed.connect(self.show_what_applies)

    def fill(self, draft: CertificateDraft) -> None:
        """Show a draft."""
        super().fill(draft)
        self.show_what_applies()

    def show_what_applies(self) -> None:
        """Only another kind has a name of its own, and only a carer's certificate a level."""
        kind = self.fields["kind"].value()
        self.set_field_visible("title", kind == CertificateKind.OTHER)
        self.set_field_visible("level", kind == CertificateKind.CARER)


def units_field() -> PickField:
    """Completes the units that somebody works in already; another one may be typed."""
    return PickField({unit: unit for unit in posts.units()}, free=True)


def ask_new(widget: QWidget, actor: Actor, then: Callable[[int], object]) -> SmallForm:
    """Take somebody up."""
    act = Act(
        translate("People", "Somebody who works here"),
        translate("People", "Take up"),
        Drafted(WorkerForm(new=True), WorkerDraft()),
        lambda draft: entries.save(actor, draft),
        Topic.ALL,
        lambda draft: translate("People", "{name} is on record").format(name=draft.name.strip()),
        then=then,
        long=True,
    )
    return ask_for(widget, act)


def ask_change(widget: QWidget, actor: Actor, row: WorkerRow) -> SmallForm:
    """Put right name, phone, resident, note."""
    act = Act(
        row.name,
        translate("People", "Save"),
        Drafted(WorkerForm(new=False), entries.draft_of(actor, row.id)),
        lambda draft: entries.save(actor, draft),
        Topic.ALL,
        lambda draft: translate("People", "{name} is changed").format(name=draft.name.strip()),
        long=True,
        about=row.id,
    )
    return ask_for(widget, act)


def ask_post(widget: QWidget, actor: Actor, row: WorkerRow) -> SmallForm:
    """One more post."""
    act = Act(
        translate("People", "Another post of {name}, beside those held").format(name=row.name),
        translate("People", "Add"),
        Drafted(PostForm(_always()), PostDraft(valid_from=clock.today())),
        lambda draft: posts.add(actor, row.id, draft),
        Topic.ALL,
        translate("People", "The post of {name} is on record").format(name=row.name),
        about=row.id,
    )
    return ask_for(widget, act)


def ask_other_post(widget: QWidget, actor: Actor, row: WorkerRow, post: PostRow) -> SmallForm:
    """Another post in the place of one, from a day on."""
    help = translate("People", "The post of now ends the day before.")
    act = Act(
        translate("People", "{name}: another post from a day on").format(name=row.name),
        translate("People", "Change"),
        Drafted(PostForm(help), PostDraft(post.role, post.unit, clock.today())),
        lambda draft: posts.change(actor, post.id, draft),
        Topic.ALL,
        translate("People", "{name} has another post").format(name=row.name),
        about=post.id,
    )
    return ask_for(widget, act)


def ask_end(widget: QWidget, actor: Actor, row: WorkerRow, post: PostRow) -> SmallForm:
    """The last day of a post."""
    day = Ask("day", translate("People", "Last day"), DateField(), required=True, value=clock.today())
    act = Act(
        translate("People", "{name}: the last day of the post").format(name=row.name),
        translate("People", "End the post"),
        Texts(day),
        lambda typed: posts.end(actor, post.id, typed["day"]),
        Topic.ALL,
        translate("People", "The post of {name} has a last day").format(name=row.name),
        about=post.id,
    )
    return ask_for(widget, act)


def ask_certificate(widget: QWidget, actor: Actor, row: WorkerRow) -> SmallForm:
    """One more certificate."""
    act = Act(
        translate("People", "A certificate of {name}").format(name=row.name),
        translate("People", "Add"),
        Drafted(CertificateForm(), CertificateDraft()),
        lambda typed: certificates.add(actor, row.id, typed),
        Topic.ALL,
        translate("People", "The certificate of {name} is on record").format(name=row.name),
        long=True,
        about=row.id,
    )
    return ask_for(widget, act)


def ask_renewal(widget: QWidget, actor: Actor, row: WorkerRow, one: CertificateRow) -> SmallForm:
    """The same certificate from the day after its end; how long it holds is asked for."""
    act = Act(
        translate("People", "Renew: {certificate}").format(certificate=called(one)),
        translate("People", "Renew"),
        Drafted(CertificateForm(), certificates.renewal_of(one.id)),
        lambda typed: certificates.renew(actor, one.id, typed),
        Topic.ALL,
        translate("People", "The certificate of {name} is renewed").format(name=row.name),
        long=True,
        about=one.id,
    )
    return ask_for(widget, act)


def ask_correction(widget: QWidget, actor: Actor, one: CertificateRow) -> SmallForm:
    """Put right what was written of a certificate."""
    act = Act(
        called(one),
        translate("People", "Save"),
        Drafted(CertificateForm(), certificates.draft_of(one.id)),
        lambda typed: certificates.correct(actor, one.id, typed),
        Topic.ALL,
        translate("People", "The certificate is changed"),
        long=True,
        about=one.id,
    )
    return ask_for(widget, act)


def ask_void(widget: QWidget, actor: Actor, one: CertificateRow) -> SmallForm:
    """Why a certificate was recorded by mistake."""
    act = Act(
        translate("People", "Void: {certificate}").format(certificate=called(one)),
        translate("People", "Void"),
        Texts(reason()),
        lambda typed: certificates.void(actor, one.id, typed["reason"]),
        Topic.ALL,
        translate("People", "The certificate is void"),
        about=one.id,
    )
    return ask_for(widget, act)


def ask_account(widget: QWidget, actor: Actor, row: WorkerRow) -> SmallForm:
    """Which account is this person's."""
    offered = {name: name for name, _role, _active in accounts.accounts()}
    empty = translate("People", "Empty: no account is this person's.")
    ask = Ask("account", translate("People", "Account"), PickField(offered), value=row.account, help=empty)
    act = Act(
        translate("People", "The account of {name}").format(name=row.name),
        translate("People", "Save"),
        Texts(ask),
        lambda typed: entries.give_account(actor, row.id, typed["account"]),
        Topic.ALL,
        translate("People", "The account of {name} is kept").format(name=row.name),
        about=row.id,
    )
    return ask_for(widget, act)


def _always() -> str:
    return translate("People", "Empty: before any record.")
