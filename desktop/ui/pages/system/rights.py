"""岗位权限: what each role may do, a line for each act; the director changes it by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.core import clock
from desktop.core.acts import Action
from desktop.core.i18n import translate
from desktop.core.progress import Progress
from desktop.core.rights import Grant
from desktop.core.trade import Role
from desktop.core.words.permissions import act_title, grant_word, groups
from desktop.core.words.terms import ROLES
from desktop.services.centre import rights
from desktop.services.centre.rights import Right
from desktop.ui.frame.bus import Topic
from desktop.ui.frame.keys import Key, install
from desktop.ui.frame.perform import succeeds
from desktop.ui.frame.printing import Paper, preview_folder, preview_made
from desktop.ui.frame.rights import asks
from desktop.ui.frame.session import Session
from desktop.ui.pages.system.section import SystemSection
from desktop.ui.tables.model import Align, Column
from desktop.ui.tables.record_table import RecordTable
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowRow

# The director's own column stands.
KEYS = {Role.CLERK: "F4", Role.VISITOR: "F5", Role.WORKER: "F6", Role.AUDITOR: "F7"}


class RightsSection(SystemSection):
    """Every act with every role; a key goes on to what comes next for its role: no, own rows, yes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = translate(
            "Rights",
            "Choose a line; the key of a role goes from no to own only, where an act has own records, to yes. It holds "
            "at once at every desk. * is not as usual. Some rights stay the director's, and the program says why.",
        )
        super().__init__(session, translate("Rights", "What each role may do"), about, parent)
        listed = [(title, act) for title, acts in groups() for act in acts]
        self._listed = dict(enumerate(listed))
        columns: tuple[Column[tuple[str, Right]], ...] = (
            Column(translate("Rights", "Act"), lambda line: act_title(line[1].action), 220, stretch=True),
            *(Column(ROLES.shown[role], _cell(role), 84, Align.CENTRE) for role in Role),
            Column(translate("Rights", "Group"), lambda line: line[0], 110, spare=True),
        )
        self.table: RecordTable[tuple[str, Right]] = RecordTable(
            translate("Rights", "What each role may do"),
            columns,
            lambda ids: [(self._listed[one][0], rights.right(self._listed[one][1])) for one in ids],
        )
        self.content.addWidget(self.table, 1)
        foot = FlowRow(gap=10)
        for role, call in self._calls().items():
            words = translate("Rights", "{role} ({keys})").format(role=ROLES.shown[role], keys=KEYS[role])
            foot.add(button(words, call))
        foot.add(button(translate("Rights", "Print (Ctrl+P)"), self.print_sheet, icon="print"))
        self.content.addWidget(foot)
        for shortcut in install(self, self.keys()):
            # The keyboard is in the list of sections first.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def keys(self) -> tuple[Key, ...]:
        """A key for each role whose rights can be changed, and the sheet."""
        words = translate("Rights", "what {role} may do of the chosen line")
        calls = self._calls().items()
        return (
            *(Key(KEYS[role], words.format(role=ROLES.shown[role]), call) for role, call in calls),
            Key("Ctrl+P", translate("Rights", "the sheet of all rights"), self.print_sheet),
        )

    def refresh(self) -> None:
        """List anew."""
        self.table.set_ids(list(self._listed))
        self.table.model.reload()
        if self.table.current_id() is None:
            self.table.select_id(0)

    @asks(Action.SET_RIGHTS)
    def clerk(self) -> None:
        """The next grant of the front desk."""
        self.turn(Role.CLERK)

    @asks(Action.SET_RIGHTS)
    def visitor(self) -> None:
        """The next grant of visitors."""
        self.turn(Role.VISITOR)

    @asks(Action.SET_RIGHTS)
    def worker(self) -> None:
        """The next grant of service workers."""
        self.turn(Role.WORKER)

    @asks(Action.SET_RIGHTS)
    def auditor(self) -> None:
        """The next grant of auditors."""
        self.turn(Role.AUDITOR)

    def turn(self, role: Role) -> None:
        """Say what comes next of the chosen act for a role; where nothing else can be said, why is told."""
        line = self.table.current_row()
        if line is None:
            return
        action, now, offered = line[1].action, line[1].of(role), rights.choices(role, line[1].action)
        wanted = offered[(offered.index(now) + 1) % len(offered)] if len(offered) > 1 else _other(now)
        done = translate("Rights", "{act} · {role}: {grant}")
        words = done.format(act=act_title(action), role=ROLES.shown[role], grant=grant_word(wanted))
        succeeds(self, lambda: rights.say(self.session.actor, role, action, wanted), Topic.SETTINGS, words)

    def print_sheet(self) -> None:
        """岗位权限表 for the wall and the file."""
        from desktop.reports import rights_sheet

        day, folder = clock.today(), preview_folder(self)

        def make(progress: Progress) -> Paper:
            made = rights_sheet.write_sheet(day, folder / "rights-sheet.pdf", progress=progress)
            return Paper(made.path, rights_sheet.TITLE, made.missing)

        preview_made(self, translate("Rights", "Writing the sheet"), make)

    def _calls(self) -> dict[Role, Callable[[], None]]:
        return {
            Role.CLERK: self.clerk,
            Role.VISITOR: self.visitor,
            Role.WORKER: self.worker,
            Role.AUDITOR: self.auditor,
        }


def _other(now: Grant) -> Grant:
    return Grant.ALL if now == Grant.NO else Grant.NO


def _cell(role: Role) -> Callable[[tuple[str, Right]], str]:
    at = list(Role).index(role)

    def text(line: tuple[str, Right]) -> str:
        grant, changed = line[1].grants[at], line[1].changed[at]
        return grant_word(grant) + " *" * changed

    return text
