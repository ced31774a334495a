"""The screens of the residents' room at every text size: no word is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from desktop.services.visits import risks
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing.actor import Actor
from desktop.ui.look import theme
from desktop.ui.look.theme import TextSize
from desktop.ui.pages.residents.acts import StateBox
from tests.gui.looking import cut_widgets
from tests.gui.register_desk import RegisterDesk

Person = Callable[..., int]
Open = Callable[[], RegisterDesk]


@pytest.fixture
def people(person: Person, actor: Actor) -> int:
    """Somebody with a long name, a long address and much to say; and somebody much alike."""
    flags = [("living_alone", "2026-01-05"), ("bereaved_family", "2025-03-01", "2026-02-01", "街道证明 2025-031 号")]
    one = person(
        "阿依古丽·买买提江",
        flags=flags,
        address="前卫社区金色时代小区南苑二十七栋三单元一千二百零三室",
        remarks="听力不好，电话要打两次；邻居王师傅有钥匙。",
        phone="13900001234",
        grade="moderate",
        grade_on="2026-02-03",
        grade_assessor="呈贡区第二人民医院评估组",
    )
    person("阿依古丽·买买提江", id_number="", accept_to_verify=True)
    risks.save(
        actor, RiskDraft(one, "2026-10-01", "燃气管老化，邻居反映有气味", "urgent", "联系燃气公司", "2026-10-22")
    )
    return one


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("width", [1280, 1920])
def test_no_word_is_cut(size: TextSize, width: int, people: int, register: Open) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    here = register()
    theme.apply(app, size)
    here.window.resize(width, 800)
    for open_it in (
        lambda: here.page.open_card(people),
        here.page.open_duplicates,
        here.page.open_as_of,
        lambda: here.page.edit(people),
    ):
        open_it()
        here.finish_job()
        for _ in range(5):
            QApplication.processEvents()
        assert cut_widgets(here.page) == []
        here.page.close_views()
    here.page.open_card(people)
    card = here.page.view
    assert card is not None
    card.change_state()  # type: ignore[attr-defined]
    box = here.box(StateBox)
    box.state.choose("deceased")
    QApplication.processEvents()
    assert cut_widgets(box) == []
    box.reject()
