"""The canteen's full screen: one scan after the other, a light that can be seen from three metres.

Green comes only after the service returned, and the service returns only when the meal is on disk. Nothing here
opens a box or takes the keyboard away from the scan line.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.answers import ScanKind
from desktop.core.errors import ShizhuError
from desktop.core.i18n import translate
from desktop.core.person.identity import masked_text
from desktop.core.trade import MealMode
from desktop.core.words import terms
from desktop.core.words.messages import sentence
from desktop.services import undoing
from desktop.services.canteen import hours, prices, ratings, scanning
from desktop.services.canteen.eaters import Eater
from desktop.services.canteen.hours import Hours
from desktop.services.canteen.scanning import ScanResult
from desktop.services.help_services import orders
from desktop.services.register.listing import ResidentRow
from desktop.services.register.old_codes import OldCode
from desktop.services.writing import done
from desktop.ui.answer import answer
from desktop.ui.forms.resident_field import person_line
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import calls
from desktop.ui.frame.perform import noted
from desktop.ui.frame.session import Session
from desktop.ui.look.sounds import Sound, Sounds
from desktop.ui.look.theme import Tone
from desktop.ui.pages.canteen import faces
from desktop.ui.pages.canteen.lunch_face import Face, LunchFace
from desktop.ui.pages.canteen.lunch_keys import scanning_keys, score_of
from desktop.ui.pages.canteen.remembered import Elsewhere, Scanned

_MODES = {Qt.Key.Key_F2: MealMode.DINE_IN, Qt.Key.Key_F3: MealMode.TAKEAWAY, Qt.Key.Key_F4: MealMode.DELIVERED}
_SOUNDS = {Tone.OK: Sound.OK, Tone.ATTENTION: Sound.AGAIN, Tone.DANGER: Sound.REFUSED}
_CLOCK_MS = 1000


class LunchScreen(QWidget):
    """Scan, F2–F4 mode, F5 meal, F6 undo, F7 guest, F8 companion, Ctrl+1–5 rating, digits choose, Esc leaves.

    While the window is locked it is ``covered``: cards go on being recorded, and colours and counts alone are shown.
    """

    lock_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.session = session
        self._sounds = Sounds(session.preferences.sounds)
        self.mode: str = MealMode.DINE_IN
        self.occasion = ""
        self._meal_chosen: str | None = None
        # The day whose hours are known, and the day and meal whose counts are shown.
        self._hours: tuple[dt.date, Hours] | None = None
        self._counted: tuple[dt.date, str] | None = None
        self._occasion_count = 0
        self._choices: tuple[ResidentRow, ...] = ()
        self._typed = ""
        self._covered = False
        self._elsewhere = Elsewhere()
        self._scans: deque[Scanned] = deque(maxlen=50)
        # With whom the next companion came and whose meal is rated: whoever is shown, and the day and meal.
        self._host: Eater | None = None
        self._served_on: tuple[dt.date, str] = (dt.date.min, "")
        self.face = LunchFace(self)
        self.line = self.face.line
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._tick)
        session.bus.changed.connect(self._heard)
        self.line.scanned.connect(self.take)
        self.line.typed.connect(self.take)
        self.line.installEventFilter(self)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock_wanted)
        self.setWindowTitle(translate("Lunch", "Canteen scanning"))

    @property
    def meal(self) -> str:
        """The meal chosen by hand, else by the clock."""
        return self._meal_chosen or self._served(clock.now())

    def start(self, occasion: str = "") -> None:
        """Cover the screen and wait for the first card; ``occasion`` is that of a meal which many eat together."""
        self._meal_chosen, self._counted = None, None
        self.occasion = occasion
        self._wait()
        self._clock.start()
        self.showFullScreen()
        self.activateWindow()
        self.line.setFocus()

    def _wait(self) -> None:
        self._tell_urgent()
        self._choices = ()
        self._show(
            Face(
                Tone.ACCENT,
                translate("Lunch", "Ready"),
                translate("Lunch", "Scan a card"),
                translate("Lunch", "or type a name or the end of an ID number and press Enter"),
            )
        )

    def take(self, text: str) -> None:
        """A scan, or what was typed."""
        if self._choices and text.isdigit() and 1 <= int(text) <= len(self._choices):
            self._record(self._choices[int(text) - 1])
            return
        self._choices = ()
        moment = clock.now()
        self._typed = text
        self._answer(
            lambda: scanning.scan(self.session.actor, text, self.meal, self.mode, moment, self.occasion), moment
        )

    def say_old_code(self, _old: OldCode) -> None:
        """Beneath the name, without another light: the line goes on."""
        if not self._covered:
            self._show(faces.with_old_card(self.face.face))

    def cover(self) -> None:
        """Show nobody from now on: the window is locked."""
        self._covered = True
        self.line.hide()
        self._wait()

    def uncover(self) -> None:
        """Show people again, and wait for the next card."""
        self._covered = False
        self.line.show()
        self._wait()
        self.activateWindow()
        self.line.setFocus()

    def take_covered(self, code: str) -> None:
        """Record a card while the window is locked; what is refused has to wait until it is open."""
        self.take(code)

    def said_keys(self) -> tuple[tuple[str, str], ...]:
        """What is said on F1."""
        own = tuple((one.keys, one.words) for one in scanning_keys())
        return (*own, ("Esc", translate("CanteenKeys", "scan again, and then leave")))

    def undo_last(self) -> None:
        """Take the last scan back, whatever its colour was: a meal, or a card that waits to be recorded later."""
        if not self._scans:
            self._refuse(translate("Lunch", "There is nothing to take back."))
            return
        last, actor = self._scans[-1], self.session.actor
        self._host = last.host if last.companion or last.rating else None
        if last.act is None or last.act not in done.standing(actor):
            self._scans.pop()
            words = translate("Lunch", "The last scan recorded nothing; F6 again takes back the one before.")
            self._show(Face(Tone.ACCENT, translate("Lunch", "Nothing to take back"), last.name, words))
            return
        act = last.act
        undone = answer(lambda: undoing.take_back(actor, act))
        if isinstance(undone, ShizhuError):
            self._refuse(sentence(undone))
            return
        self._scans.pop()
        self.session.bus.tell(Topic.MEALS)
        self._choices = ()
        self._show(Face(Tone.ACCENT, translate("Lunch", "Taken back"), last.name, ""))

    def add_guest(self) -> None:
        """Count a guest."""
        moment, guest = clock.now(), translate("Lunch", "Guest")
        served = (self.session.actor, self.meal, self.mode, moment, self.occasion)
        answered = answer(lambda: noted(lambda: scanning.add_guest(*served)))
        self._choices = ()
        if isinstance(answered, ShizhuError):
            self._refuse(sentence(answered))
            return
        self._finish(Scanned(answered[1], guest, moment))
        priced = prices.in_force(moment.date()).price(prices.GUEST, self.meal, self.mode) is not None
        words = translate("Lunch", "Full price, no subsidy") if priced else faces.no_price()
        self._light(Face(Tone.OK, translate("Lunch", "Recorded"), guest, words))

    def add_companion(self) -> None:
        """Count one more guest who came with the person just scanned."""
        host, moment = self._host, clock.now()
        if host is None:
            self._refuse(translate("Lunch", "Scan the card of whom they came with first, then press F8."))
            return
        actor, occasion = self.session.actor, self.occasion
        answered = answer(
            lambda: noted(
                lambda: scanning.add_companions(actor, host.id, self.meal, self.mode, moment, occasion=occasion)
            )
        )
        if isinstance(answered, ShizhuError):
            self._refuse(sentence(answered))
            return
        name = translate("Lunch", "{name}'s companion").format(name=host.name)
        self._finish(Scanned(answered[1], name, moment, host, True, self.meal))
        came = (one for one in reversed(self._scans) if not one.rating)
        company = sum(1 for _ in takewhile(lambda one: one.companion and one.host == host, came))
        together = translate("Lunch", "{name} + {count}").format(name=host.name, count=company)
        words = translate("Lunch", "With company: {count}, at full price").format(count=company)
        self._light(Face(Tone.OK, translate("Lunch", "Recorded"), together, words))

    def rate(self, score: int) -> None:
        """Whoever is shown says how the meal pleased, 1 to 5; pressed again, it is said anew."""
        host, (day, meal) = self._host, self._served_on
        if host is None or self._choices:
            self._refuse(
                translate("Lunch", "Scan the card of who says how it pleased first, then press Ctrl and 1 to 5.")
            )
            return
        actor = self.session.actor
        answered = answer(lambda: noted(lambda: ratings.rate_eaten(actor, host.id, day, meal, score)))
        if isinstance(answered, ShizhuError):
            self._refuse(sentence(answered))
            return
        if answered[1] is not None:
            self._finish(Scanned(answered[1], host.name, clock.now(), host, meal=meal, rating=True))
        self._light(faces.rated(host.name, score))

    def choose_mode(self, mode: str) -> None:
        """What the next scans are."""
        self.mode = mode
        self._show_clock()

    def next_meal(self) -> None:
        """Another meal than the clock's: breakfast, lunch, dinner in turn."""
        meals = list(terms.MEALS)
        self._meal_chosen = meals[(meals.index(self.meal) + 1) % len(meals)]
        self._show_clock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the screen, wherever the keyboard stands in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and not self._covered:
            QTimer.singleShot(0, self.line, self.line.setFocus)
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """The scan line has the keyboard from the first moment."""
        super().showEvent(event)
        self.line.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The clock need not run behind closed doors."""
        self._clock.stop()
        super().closeEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, score = Qt.Key(event.key()), score_of(event.keyCombination())
        acts = calls(scanning_keys(self)) | {Qt.Key.Key_Escape: self._escape}
        if key in _MODES:
            self.choose_mode(_MODES[key])
        elif score is not None:
            self.rate(score)
        elif key in acts:
            acts[key]()
        elif self._choices and not self.line.text() and event.text().isdigit():
            return self._choose(int(event.text()))
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _escape(self) -> None:
        if self._choices or self.line.text():
            self.line.clear()
            self._wait()
        else:
            self.close()

    def _choose(self, number: int) -> bool:
        # A scanner types digits too: the list takes one only when no second follows at once, which Enter shows.
        if not 1 <= number <= len(self._choices):
            return False
        self.face.wait_for_digit(lambda: self._take_digit(number))
        return False

    def _take_digit(self, number: int) -> None:
        if self.line.text() == str(number) and number <= len(self._choices):
            self.line.clear()
            self._record(self._choices[number - 1])

    def _record(self, person: ResidentRow) -> None:
        self._choices = ()
        moment = clock.now()
        self._answer(
            lambda: scanning.record(self.session.actor, person.id, self.meal, self.mode, moment, self.occasion), moment
        )

    def _answer(self, call: Callable[[], ScanResult], moment: dt.datetime) -> None:
        served, answered = self.meal, answer(lambda: noted(call))
        if isinstance(answered, ShizhuError):
            self._finish(Scanned(None, masked_text(self._typed), moment))
            self._refuse(sentence(answered))
            return
        result, act = answered
        if result.kind == ScanKind.CHOOSE:
            self._choices = result.choices
            self._show(faces.asking(result.more))
            self.face.show_choices([person_line(row) for row in result.choices])
            return
        face = self._pictured(faces.face_of(result, self._typed), result)
        host = result.resident if result.error is None else None
        self._finish(Scanned(act, face.name, moment, host, meal=served))
        self._light(face)

    def _pictured(self, face: Face, result: ScanResult) -> Face:
        person = result.resident
        if person is None:
            return face
        photo = self.session.folder.photos / person.photo if person.photo else None
        return replace(face, careful=faces.careful_words(person), photo=photo)

    def _finish(self, scanned: Scanned) -> None:
        self._scans.append(scanned)
        self._host = scanned.host
        if not scanned.rating:
            self._served_on = scanned.at.date(), scanned.meal
        if scanned.act is not None:
            self.session.bus.tell(Topic.MEALS)

    def _refuse(self, words: str) -> None:
        self._light(Face(Tone.DANGER, translate("Lunch", "Not recorded"), "", words))

    def _light(self, face: Face) -> None:
        self._show(face)
        self._sounds.play(_SOUNDS.get(face.tone, Sound.OK))

    def _show(self, face: Face) -> None:
        self.face.show_face(faces.covered(face) if self._covered else face, self._covered)
        self._show_clock()
        if self._covered:
            self.face.show_last(())
            return
        eaten = [one for one in self._scans if one.act is not None and not one.rating]
        last = eaten[-3:-1] if face.tone is Tone.OK else eaten[-2:]
        self.face.show_last([f"{one.name} {one.at:%H:%M}" for one in reversed(last)])

    def _tick(self) -> None:
        if answer(self._elsewhere.wrote) is True:
            # Another till scanned, or somebody moved the meal times by command.
            self._counted = self._hours = None
            self._tell_urgent()
        self._show_clock()

    def _show_clock(self) -> None:
        shown = answer(self._show_head)
        if isinstance(shown, ShizhuError):
            self._counted = None
            self.face.show_counts([(sentence(shown), "")])
            self.face.show_first_served("")

    def _show_head(self) -> None:
        now, meal = clock.now(), self.meal
        # The clock ticks every second; the counts are asked for only when they can be others.
        if self._counted != (now.date(), meal):
            counts = scanning.day_counts(now.date(), meal)
            self.face.show_counts(faces.count_words(counts))
            self.face.show_first_served(faces.first_words(counts))
            self._occasion_count = scanning.occasion_count(now.date(), self.occasion) if self.occasion else 0
            self._counted = (now.date(), meal)
        mode = terms.MEAL_MODES.shown[self.mode]
        if self.occasion:
            told = translate("Lunch", "{mode} · {occasion}: {count}")
            mode = told.format(mode=mode, occasion=self.occasion, count=self._occasion_count)
        self.face.show_head(terms.MEALS.shown[meal], mode, f"{now:%H:%M}")

    def _served(self, now: dt.datetime) -> str:
        if self._hours is None or self._hours[0] != now.date():
            self._hours = (now.date(), hours.of(now.date()))
        return self._hours[1].meal_at(now)

    def _heard(self, topics: Topic) -> None:
        if Topic.MEALS in topics:
            self._counted = None
        if Topic.SETTINGS in topics:
            self._hours = None
        if topics & (Topic.SERVICES | Topic.RESIDENTS) and self.isVisible():
            self._tell_urgent()

    def _tell_urgent(self) -> None:
        waiting = answer(orders.urgent_orders)
        if not isinstance(waiting, ShizhuError):
            self.face.urgent.show_orders(waiting, named=not self._covered)
