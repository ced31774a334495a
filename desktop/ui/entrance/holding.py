"""Whether the folder is ours at a start, raised, or held by something silent, which is asked about."""

from __future__ import annotations

import sys

from desktop.ui.frame.single import Claim, SingleInstance, Way


def settle(single: SingleInstance, claim: Claim) -> Way | None:
    """Ask as often as it takes; None: the folder is ours. QUIT when its window came forward, or was left alone."""
    while claim is Claim.SILENT:
        # On most mornings nothing is asked, and the window is there sooner.
        from desktop.ui.entrance.silent import SilentDialog

        known = single.holder()
        dialog = SilentDialog(known)
        # Also where nobody sees the box.
        sys.stderr.write(dialog.words.text() + "\n")
        dialog.exec()
        way = dialog.way
        dialog.deleteLater()
        if way in {Way.QUIT, Way.LOOK}:
            return way
        if way is Way.OPEN:
            single.take_over()
            return None
        if way is Way.END and not single.end_holder():
            continue
        claim = single.claim()
    return None if claim is Claim.OURS else Way.QUIT
