"""What the screen of scanning says of each scan."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.answers import ScanKind
from desktop.core.figures.canteen import SCORES
from desktop.core.i18n import translate
from desktop.core.money import yuan_text
from desktop.core.person.identity import masked_text
from desktop.core.words import terms
from desktop.core.words.balances import payment_words
from desktop.core.words.codes import old_card_short
from desktop.core.words.messages import sentence
from desktop.services.canteen.eaters import Eater
from desktop.services.canteen.scanning import DayCounts, ScanResult
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen.lunch_face import Face


def covered(face: Face) -> Face:
    """The colour and its word; who it was and why, nobody reads on a locked screen."""
    waiting = face.tone is Tone.ACCENT
    return Face(face.tone, translate("Lunch", "Ready") if waiting else face.word, "", "")


def face_of(result: ScanResult, typed: str) -> Face:
    """What the screen says of a scan; ``typed`` is what was read where nobody was found."""
    person = result.resident
    name = person.name if person else ""
    if result.kind == ScanKind.RECORDED:
        return Face(Tone.OK, translate("Lunch", "Recorded"), name, _paid_words(result))
    if result.kind == ScanKind.AGAIN:
        words = translate("Lunch", "This meal was recorded before; it is not counted again.")
        return Face(Tone.ATTENTION, translate("Lunch", "Was here already"), name, words)
    if result.kind == ScanKind.QUEUED:
        words = translate("Lunch", "Please eat first; the desk records it later.")
        unknown = translate("Lunch", "Unknown card")
        return Face(Tone.ATTENTION, translate("Lunch", "Noted, to record later"), unknown, words)
    words = sentence(result.error) if result.error is not None else ""
    return Face(Tone.DANGER, translate("Lunch", "Not recorded"), name or masked_text(typed), words)


def with_old_card(face: Face) -> Face:
    """The same, of somebody who came with an old card; a red light says what is wrong and nothing else."""
    if face.tone is Tone.DANGER:
        return face
    return replace(face, under=" · ".join(part for part in (face.under, old_card_short()) if part))


def count_words(counts: DayCounts) -> list[tuple[str, str]]:
    """The day's counts, each with its word: by mode, guests, and what waits to be recorded."""
    found = [(str(counts.by_mode[mode]), word) for mode, word in terms.MEAL_MODES.shown.items()]
    found.append((str(counts.guests), translate("Lunch", "Guests")))
    return [*found, (str(counts.queued), translate("Lunch", "To record later"))]


def _paid_words(result: ScanResult) -> str:
    person = result.resident
    age = ""
    if person and person.age is not None:
        age = translate("Lunch", "{age} years ({band})").format(age=person.age, band=terms.age_band(person.age))
    paid = translate("Lunch", "to pay {paid} yuan").format(paid=yuan_text(result.paid_fen))
    if result.unpriced:
        paid = no_price()
    if result.subsidy_fen:
        subsidy = translate("Lunch", " (subsidy {amount})").format(amount=yuan_text(result.subsidy_fen))
        paid += subsidy
    gone = ""
    if person and person.left:
        state = terms.REGISTER_STATES.shown[person.state]
        gone = translate("Lunch", "{state}: no subsidy").format(state=state)
    left = payment_words(result.prepaid, result.balance_fen)
    return " · ".join(part for part in (age, person.community if person else "", paid, gone, left) if part)


def rated(name: str, score: int) -> Face:
    """What somebody said of the meal: the number, and as many stars of five."""
    stars = "★" * score + "☆" * (SCORES[-1] - score)
    words = translate("Lunch", "Rated {score} of {most}").format(score=score, most=SCORES[-1])
    return Face(Tone.OK, words, name, stars)


def careful_words(person: Eater) -> str:
    """The allergies and the diet of somebody, for the sign."""
    allergies = translate("Lunch", "Allergies: {what}").format(what=person.allergic_to) if person.allergic_to else ""
    diet = translate("Lunch", "Diet: {what}").format(what=person.eats_only) if person.eats_only else ""
    return "   ".join(part for part in (allergies, diet) if part)


def first_words(counts: DayCounts) -> str:
    """How many of those whom the canteen serves first have eaten."""
    groups = "   ".join(f"{terms.FLAGS.shown[kind]} {count}" for kind, count in counts.first_served.items())
    return translate("Lunch", "Served first: {groups}").format(groups=groups)


def no_price() -> str:
    """That a meal is recorded and not priced."""
    return translate("Lunch", "no price is set yet; it is listed to be priced")


def asking(more: int) -> Face:
    """Which of several people it is; ``more`` are not on the list."""
    words = translate("Lunch", "Press the number; Esc to scan again")
    if more:
        many = translate("Lunch", "{count} more: type the whole name or more digits.").format(count=more)
        words = f"{words} · {many}"
    return Face(Tone.ACCENT, translate("Lunch", "Who is it"), "", words)
