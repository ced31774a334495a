"""Another code for a bed or a person, where a label or card was lost; the old one still finds its row."""

from __future__ import annotations

from desktop.core.codes import CodeKind
from desktop.core.i18n import translate
from desktop.core.words.codes import code_word
from desktop.services.register import printed_codes
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Topic
from desktop.ui.pages.acts import Act, Texts, reason


def new_code(actor: Actor, kind: CodeKind, row_id: int, of: str, topic: Topic) -> Act[dict[str, str], str]:
    """Why the code is replaced; printing it again as it is needs no act."""
    words = translate(
        "NewCode",
        "Replace {what}? The old code is still read, with a word that it is an old one."
        " To print the same code again, just print it.",
    )
    done = translate("NewCode", "{what} has another code. Please print it now.")
    what = code_word(kind, of)
    return Act(
        words.format(what=what),
        translate("NewCode", "Replace the code"),
        Texts(reason()),
        lambda typed: printed_codes.replace(actor, kind, row_id, typed["reason"]),
        topic,
        done.format(what=what),
        about=row_id,
    )
