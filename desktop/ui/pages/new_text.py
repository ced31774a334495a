"""新社区 nt：并入…/留下: asked in the page once a record is saved whose text no list has. It holds nobody up."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.errors import FieldError, InvalidDraft
from desktop.core.i18n import translate
from desktop.core.reasons import Reason
from desktop.core.trade import NamedList
from desktop.core.words.terms import NAMED_LISTS
from desktop.services.named import aliases, entries, unknown
from desktop.services.named.unknown import Unknown
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.forms.choice_fields import PickField
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key
from desktop.ui.frame.page import Page
from desktop.ui.frame.perform import succeeds
from desktop.ui.look.theme import Tone
from desktop.ui.pages.acts import Act, Ask, Texts, ask_for

_TAKE, _LEAVE = "Shift+F6", "Shift+F7"


class NewText:
    """The question of one list; unanswered it goes on to the worklist under 系统, 名单."""

    def __init__(self, page: Page, list_code: NamedList) -> None:
        self._page, self._list = page, list_code
        self._asked: Unknown | None = None

    def keys(self) -> tuple[Key, ...]:
        """The answers, for the page to install."""
        taken = translate("NewText", "a new name stands for one of its list, once it was saved")
        left = translate("NewText", "a new name stays as it is typed, once it was saved")
        return Key(_TAKE, taken, self.take), Key(_LEAVE, left, self.leave)

    def ask(self, *texts: str) -> None:
        """Ask about texts that were just saved: about the first for which the list has nothing."""
        self._asked = next((one for text in texts if (one := unknown.question(self._list, text))), None)
        if self._asked is None:
            return
        words = translate("NewText", "New in {list}: “{text}”. The list does not have it.")
        said = words.format(list=NAMED_LISTS.shown[self._list], text=self._asked.text)
        self._page.strip.say(said, Tone.ATTENTION, self._answers(self._asked))

    def take(self) -> None:
        """It stands for the nearest entry, or for one that is asked for."""
        asked = self._standing()
        if asked is None:
            return
        if asked.nearest_id is None:
            self.other()
            return
        into = asked.nearest_id
        words = translate("NewText", "“{text}” stands for {name}").format(text=asked.text, name=asked.nearest)
        self._answer(lambda: aliases.answer(self._page.session.actor, self._list, asked.text, into), words)

    def other(self) -> SmallForm | None:
        """Ask for which entry it stands."""
        asked = self._standing()
        if asked is None:
            return None
        offered = {str(one.id): one.name for one in entries.entries(self._list)}

        def answer(typed: dict[str, str]) -> None:
            if typed["into"] not in offered:
                raise InvalidDraft([FieldError("into", Reason.UNKNOWN_WORD)])
            aliases.answer(self._page.session.actor, self._list, asked.text, int(typed["into"]))

        act = Act(
            translate("NewText", "“{text}” stands for").format(text=asked.text),
            translate("NewText", "So it is"),
            Texts(Ask("into", translate("NewText", "Entry of the list"), PickField(offered), required=True)),
            answer,
            Topic.ALL,
            translate("NewText", "“{text}” is answered").format(text=asked.text),
        )
        return ask_for(self._page, act)

    def leave(self) -> None:
        """It stays as it is typed."""
        asked = self._standing()
        if asked is not None:
            words = translate("NewText", "“{text}” stays as it is typed").format(text=asked.text)
            self._answer(lambda: aliases.answer(self._page.session.actor, self._list, asked.text, None), words)

    def _answers(self, asked: Unknown) -> dict[str, Callable[[], object]]:
        other = translate("NewText", "Stands for…")
        leave = translate("NewText", "Leave it ({key})").format(key=_LEAVE)
        if asked.nearest_id is None:
            return {f"{other} ({_TAKE})": self.other, leave: self.leave}
        nearest = translate("NewText", "Stands for {name} ({key})").format(name=asked.nearest, key=_TAKE)
        return {nearest: self.take, other: self.other, leave: self.leave}

    def _standing(self) -> Unknown | None:
        # Answered elsewhere meanwhile, there is nothing to ask any more.
        return unknown.question(self._list, self._asked.text) if self._asked is not None else None

    def _answer(self, call: Callable[[], object], words: str) -> None:
        if succeeds(self._page, call, Topic.ALL, words):
            self._asked = None
