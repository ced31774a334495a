"""Acts that no key takes back: what each is called, and why it stands or what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.core.acts import Action
from desktop.core.i18n import QT_TRANSLATE_NOOP, Said, said, translate


def final_act_word(action: Action) -> str:
    """What was done, inside a sentence."""
    return said(_ACTS[action]) if action in _ACTS else translate("FinalActs", "this act")


def why_final(action: Action) -> str:
    """Why it stands, as the rest of a sentence."""
    return said(_WHY[action]) if action in _WHY else translate("FinalActs", "it left nothing to take back.")


_ACTS: Mapping[Action, Said] = {
    Action.ADD_ACCOUNT: QT_TRANSLATE_NOOP("FinalActs", "new account"),
    Action.ANSWER_CORRECTION: QT_TRANSLATE_NOOP("FinalActs", "answer to a correction"),
    Action.BACKUP: QT_TRANSLATE_NOOP("FinalActs", "backup"),
    Action.BACKUP_PLACE: QT_TRANSLATE_NOOP("FinalActs", "second place for backups"),
    Action.CLOSE_MONTH: QT_TRANSLATE_NOOP("FinalActs", "month close"),
    Action.CORRECT_MONTH: QT_TRANSLATE_NOOP("FinalActs", "correction"),
    Action.ENROL: QT_TRANSLATE_NOOP("FinalActs", "enrolment with the district"),
    Action.ERASE_PERSON: QT_TRANSLATE_NOOP("FinalActs", "deletion of personal data"),
    Action.EXPORT: QT_TRANSLATE_NOOP("FinalActs", "export"),
    Action.DECIDE_CLASH: QT_TRANSLATE_NOOP("FinalActs", "decision between two stations"),
    Action.EXCHANGE: QT_TRANSLATE_NOOP("FinalActs", "exchange with another station"),
    Action.EXPORT_FULL: QT_TRANSLATE_NOOP("FinalActs", "full export"),
    Action.GIVE_STATION: QT_TRANSLATE_NOOP("FinalActs", "number of a station given"),
    Action.INITIALISE: QT_TRANSLATE_NOOP("FinalActs", "centre made"),
    Action.PERSONAL_COPY: QT_TRANSLATE_NOOP("FinalActs", "copy of everything about one person"),
    Action.READ_RECEIPT: QT_TRANSLATE_NOOP("FinalActs", "receipt of the district"),
    Action.REMOVE_PHOTO: QT_TRANSLATE_NOOP("FinalActs", "photograph removed"),
    Action.RESTORE: QT_TRANSLATE_NOOP("FinalActs", "restore"),
    Action.REVEAL_LOG: QT_TRANSLATE_NOOP("FinalActs", "whole ID numbers of the log shown"),
    Action.SEAL_STORE: QT_TRANSLATE_NOOP("FinalActs", "encryption"),
    Action.SET_ACTIVE: QT_TRANSLATE_NOOP("FinalActs", "account opened or closed"),
    Action.SET_OWN_PASSWORD: QT_TRANSLATE_NOOP("FinalActs", "password changed"),
    Action.SET_PASSWORD: QT_TRANSLATE_NOOP("FinalActs", "password set"),
    Action.SET_RIGHTS: QT_TRANSLATE_NOOP("FinalActs", "what a role may do"),
    Action.SET_ROLE: QT_TRANSLATE_NOOP("FinalActs", "role changed"),
    Action.SET_SETTING: QT_TRANSLATE_NOOP("FinalActs", "setting changed"),
    Action.SHOW_ID: QT_TRANSLATE_NOOP("FinalActs", "whole ID number shown"),
    Action.SIGN_IN: QT_TRANSLATE_NOOP("FinalActs", "signing in"),
    Action.TELL_LOSS: QT_TRANSLATE_NOOP("FinalActs", "incident sheet"),
    Action.WITHDRAW_CONSENT: QT_TRANSLATE_NOOP("FinalActs", "withdrawal of consent"),
}
_ACCOUNTS = QT_TRANSLATE_NOOP("FinalActs", "accounts are changed under System.")
_PASSWORDS = QT_TRANSLATE_NOOP("FinalActs", "a password is given anew under System.")
_WHY: Mapping[Action, Said] = {
    Action.ADD_ACCOUNT: _ACCOUNTS,
    Action.ANSWER_CORRECTION: QT_TRANSLATE_NOOP("FinalActs", "what was approved is put right by a new correction."),
    Action.BACKUP: QT_TRANSLATE_NOOP("FinalActs", "a backup changes no record."),
    Action.BACKUP_PLACE: QT_TRANSLATE_NOOP("FinalActs", "choose another place under System."),
    Action.CLOSE_MONTH: QT_TRANSLATE_NOOP("FinalActs", "a closed month stands as it was closed."),
    Action.CORRECT_MONTH: QT_TRANSLATE_NOOP("FinalActs", "take the act out of the correction, or withdraw it."),
    Action.ENROL: QT_TRANSLATE_NOOP("FinalActs", "enrol with the right district under System."),
    Action.ERASE_PERSON: QT_TRANSLATE_NOOP("FinalActs", "nobody knows any more what stood there."),
    Action.EXPORT: QT_TRANSLATE_NOOP("FinalActs", "the file is written and may have left the house."),
    Action.DECIDE_CLASH: QT_TRANSLATE_NOOP("FinalActs", "write into the record what holds instead."),
    Action.EXCHANGE: QT_TRANSLATE_NOOP("FinalActs", "what another station wrote stands in its log, too."),
    Action.GIVE_STATION: QT_TRANSLATE_NOOP("FinalActs", "the station may have begun with it already."),
    Action.EXPORT_FULL: QT_TRANSLATE_NOOP("FinalActs", "the file is written and may have left the house."),
    Action.INITIALISE: QT_TRANSLATE_NOOP("FinalActs", "everything else stands on it."),
    Action.PERSONAL_COPY: QT_TRANSLATE_NOOP("FinalActs", "it is written and may have left the house."),
    Action.READ_RECEIPT: QT_TRANSLATE_NOOP("FinalActs", "the district has the file, whatever is taken back here."),
    Action.REMOVE_PHOTO: QT_TRANSLATE_NOOP("FinalActs", "the file is gone. Take the photograph again."),
    Action.RESTORE: QT_TRANSLATE_NOOP("FinalActs", "restore the data that was set aside instead."),
    Action.SEAL_STORE: QT_TRANSLATE_NOOP("FinalActs", "the encryption is taken away under System."),
    Action.SET_ACTIVE: _ACCOUNTS,
    Action.SET_OWN_PASSWORD: _PASSWORDS,
    Action.SET_PASSWORD: _PASSWORDS,
    Action.SET_RIGHTS: QT_TRANSLATE_NOOP("FinalActs", "say it anew under System."),
    Action.SET_ROLE: _ACCOUNTS,
    Action.SET_SETTING: QT_TRANSLATE_NOOP("FinalActs", "change it back where it was chosen."),
    Action.REVEAL_LOG: QT_TRANSLATE_NOOP("FinalActs", "that it was seen stays on record."),
    Action.SHOW_ID: QT_TRANSLATE_NOOP("FinalActs", "that it was seen stays on record."),
    Action.SIGN_IN: QT_TRANSLATE_NOOP("FinalActs", "that somebody came in stays on record."),
    Action.TELL_LOSS: QT_TRANSLATE_NOOP("FinalActs", "that something was lost stays on record."),
    Action.WITHDRAW_CONSENT: QT_TRANSLATE_NOOP(
        "FinalActs", "what rested on it is gone. If it is given anew, record that under the resident."
    ),
}
