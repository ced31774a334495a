"""Who is rung: name, the number as large as there is room for, and what one should know before."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.core.i18n import translate
from desktop.core.trade import RiskLevel
from desktop.core.words.terms import FLAGS, RISK_LEVELS, VISIT_METHODS
from desktop.services.visits.phone_round import PhoneCard
from desktop.ui.forms.text_fields import day_text
from desktop.ui.look import theme
from desktop.ui.look.theme import Tone
from desktop.ui.pages.visits import due_words
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.chips import ChipRow, ChipSpec
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.strips import MessageStrip

_BIG = 30


class PersonCard(Card):
    """The left half of the phone round."""

    def __init__(self) -> None:
        super().__init__()
        self.name = label(role="title", wrap=True)
        self.number = label()
        self._who = label(role="secondary", wrap=True)
        self._chips = ChipRow()
        self._risks = MessageStrip()
        self._why, self._contacts, self._last = label(wrap=True), label(wrap=True), label(wrap=True)
        self.body.setSpacing(10)
        for part in (self.name, self.number, self._who, self._chips, self._risks):
            self.body.addWidget(part)
        for words, part in (
            (translate("DueBoard", "Why"), self._why),
            (translate("PhoneRound", "Contacts"), self._contacts),
            (translate("PhoneRound", "Last visit"), self._last),
        ):
            block = QVBoxLayout()
            block.setSpacing(2)
            block.addWidget(label(words, "small"))
            block.addWidget(part)
            self.body.addLayout(block)
        self.body.addStretch(1)
        self._dress()

    def show_card(self, card: PhoneCard) -> None:
        """Show somebody."""
        person = card.person
        self.name.setText(person.name)
        self.number.setText(_grouped(person.phone))
        self.number.setAccessibleName(person.phone)
        age = "" if person.age is None else translate("PersonChoice", "{age} years").format(age=person.age)
        self._who.setText(" · ".join(part for part in (age, f"{person.community} {person.place}".strip()) if part))
        flags = tuple(ChipSpec(FLAGS.shown[flag]) for flag in person.flags)
        self._chips.set_chips((*due_words.signs(person).chips, *flags))
        tried = due_words.tried_text(person)
        tried = translate("PhoneRound", "tried {tried}").format(tried=tried) if tried else ""
        self._why.setText("，".join(part for part in (due_words.why(person), tried) if part))
        self._contacts.setText("\n".join(_contact(card)) or translate("PhoneRound", "none on record"))
        self._last.setText(_last(card))
        self._risks.clear()
        if card.risks:
            lines = [f"{RISK_LEVELS.shown[one.level]}：{one.what}" for one in card.risks]
            words = translate("PhoneRound", "Open risks: {risks}").format(risks="；".join(lines))
            self._risks.say(words, Tone.DANGER if card.risks[0].level == RiskLevel.URGENT else Tone.ATTENTION)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "number"):
            self._dress()

    def _dress(self) -> None:
        hue = theme.color("accent").name()
        self.number.setStyleSheet(f"font-size: {theme.px(_BIG)}px; font-weight: 700; color: {hue};")


def _grouped(number: str) -> str:
    # As one reads a mobile number aloud.
    plain = number.strip()
    return f"{plain[:3]} {plain[3:7]} {plain[7:]}" if len(plain) == 11 and plain.isdigit() else plain


def _contact(card: PhoneCard) -> list[str]:
    return [" ".join(part for part in (one.name, one.relation, _grouped(one.phone)) if part) for one in card.contacts]


def _last(card: PhoneCard) -> str:
    last = card.last
    if last is None:
        return translate("PhoneRound", "never visited yet")
    words = [f"{day_text(last.visited_on)} {VISIT_METHODS.shown.get(last.method, '')} {last.visitors}".strip()]
    words += [said for said in (*last.words.values(), last.remark) if said]
    return "，".join(words)
