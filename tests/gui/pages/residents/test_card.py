"""One person on one screen: opened, read, acted on and left without a mouse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.core.codes import CodeKind
from desktop.core.trade import Role
from desktop.services.canteen import meals
from desktop.services.canteen.meals import MealDraft
from desktop.services.help_services import agreements, orders, packages
from desktop.services.help_services.orders import ServiceDraft
from desktop.services.help_services.packages import PackageDraft
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes
from desktop.services.residents import forms as resident_forms
from desktop.services.residents import history as resident_history
from desktop.services.residents import photos, states
from desktop.services.standing.arrangements import ServiceArrangementDraft
from desktop.services.visits import recording as visits
from desktop.services.visits import risks
from desktop.services.visits.recording import VisitDraft
from desktop.services.visits.risks import RiskDraft
from desktop.services.writing.actor import Actor
from desktop.ui.dialogs.small_form import SmallForm
from desktop.ui.frame.preview import PreviewDialog
from desktop.ui.pages.label_dialog import LabelsDialog
from desktop.ui.pages.residents import photo as resident_photo
from desktop.ui.pages.residents.acts import CorrectIdBox, StateBox
from desktop.ui.pages.residents.card import ResidentCardView
from desktop.ui.pages.residents.photo_dialog import KEPT, PhotoDialog
from tests.conftest import id_number
from tests.gui.register_desk import RegisterDesk

Person = Callable[..., int]
Open = Callable[[], RegisterDesk]


def card_of(here: RegisterDesk, words: str) -> ResidentCardView:
    """Search by keys, Enter to the list, Enter to the card."""
    here.page.header.focus_search()
    here.words(words)
    here.enter(2)
    return here.view(ResidentCardView)


def test_enter_opens_the_card_and_escape_goes_back(person: Person, register: Open) -> None:
    person("王芳", flags=[("living_alone", "2026-01-05")], phone="13900001234")
    here = register()
    card = card_of(here, "王芳")
    assert card.header.title.text() == "王芳"
    assert "139 0000 1234" in card.person.words()
    assert "独居" in card.dated.words() and "2026-01-05" in card.dated.words()
    assert card.timeline.hasFocus() and card.timeline.rowCount() > 0
    here.key(Qt.Key.Key_Escape)
    assert here.page.view is None and here.page.table.view.hasFocus()


def test_hours_that_somebody_is_granted_stand_on_the_card(person: Person, actor: Actor, register: Open) -> None:
    one = person("王芳")
    packages.grant(actor, PackageDraft(one, "bathing", "1", valid_from="2026-10-01", valid_to="2026-12-31"))
    packages.grant(actor, PackageDraft(one, "", "8", valid_from="2026-10-01"))
    served = {"service_on": "2026-10-03", "started": "09:00", "ended": "10:30", "payer": "government"}
    orders.save(actor, ServiceDraft(resident_id=one, type="bathing", worker="李工", **served))
    words = card_of(register(), "王芳").dated.words()
    assert "服务包\n" in words and "到 2026-12-31" in words and "政府购买" in words
    assert "本月已用 1.50 小时（每月 1.00 小时），超出 0.50 小时" in words
    assert "不限类型\n本月已用 0.00 小时（每月 8.00 小时），还剩 8.00 小时" in words


def test_what_stands_week_after_week_is_read_on_the_card(person: Person, actor: Actor, register: Open) -> None:
    weekly = ServiceArrangementDraft(person("王芳"), "bathing", started="09:00", valid_from="2026-10-01")
    weekly.item, weekly.quantity, weekly.weekdays, weekly.worker = "", "2", ["2", "5"], "普建国"
    agreements.agree(actor, weekly)
    told = card_of(register(), "王芳").dated.words()
    assert "定期安排" in told and "助浴 × 2" in told and "周二、周五 09:00 普建国" in told


def test_scanning_anywhere_opens_the_card(person: Person, register: Open) -> None:
    one = person("王芳")
    here = register()
    here.window.go("home")
    here.window.go("residents")
    from desktop.app import Desk as Scans

    (scans,) = here.window.findChildren(Scans)
    scans.open_scanned(printed_codes.code_of(CodeKind.RESIDENT, one))
    assert here.view(ResidentCardView).resident_id == one


def test_the_whole_number_is_shown_on_a_key_and_logged(person: Person, register: Open) -> None:
    number = id_number("1944-03-05", "female", 3)
    one = person("王芳", id_number=number)
    here = register()
    card = card_of(here, "王芳")
    assert number not in card.number.text()
    here.key(Qt.Key.Key_F3)
    assert card.number.text() == number
    assert resident_history.history(one)[0].action == "show_id"
    here.key(Qt.Key.Key_F3)
    assert number not in card.number.text()


def test_the_number_hides_by_itself(person: Person, register: Open) -> None:
    person("王芳")
    here = register()
    card = card_of(here, "王芳")
    card._hide_again.setInterval(50)
    here.key(Qt.Key.Key_F3)
    shown = card.number.text()
    here.qtbot.waitUntil(lambda: card.number.text() != shown)


def test_editing_from_the_card_comes_back_to_it(person: Person, register: Open) -> None:
    one = person("王芳")
    here = register()
    card_of(here, "王芳")
    here.key(Qt.Key.Key_F2)
    here.qtbot.waitUntil(lambda: here.page.form_open)
    panel = here.page.panel
    assert panel is not None
    assert not panel.form.fields["state"].isVisible(), "the state is changed where its effects are shown"
    assert not panel.form.fields["id_number"].isEnabled(), "a checked number is put right from the card"
    panel.form.fields["phone"].grab_keyboard()
    here.type("13911112222")
    here.control(Qt.Key.Key_S)
    assert here.view(ResidentCardView).resident_id == one
    assert residents.rows([one])[0].phone == "13911112222"
    assert resident_forms.draft_of(one).id_number, "the number is still the whole one"


def test_a_death_shows_its_effects_and_is_taken_back(person: Person, actor: Actor, register: Open) -> None:
    one = person("王芳", flags=["living_alone"])
    risks.save(actor, RiskDraft(one, "2026-10-01", "门锁损坏", "general", "更换", "2026-10-30"))
    here = register()
    card_of(here, "王芳")
    here.key(Qt.Key.Key_F10)
    here.choose("变更状态")
    box = here.box(StateBox)
    here.key(Qt.Key.Key_2)  # 去世
    assert "1 项风险" in box.effects.text() and "应访名单" in box.effects.text()
    here.enter(2)
    here.words("家属告知")
    here.enter()
    assert residents.rows([one])[0].state == "deceased"
    assert "去世" in here.view(ResidentCardView).dated.words()
    here.window.toast.undo_button.click()
    assert residents.rows([one])[0].state == "on_register"


def test_later_rows_are_named_with_their_days_and_one_day_is_one_day(
    person: Person, actor: Actor, register: Open
) -> None:
    one = person("王芳")
    for day in ("2026-10-18", "2026-10-20"):
        meals.save(actor, MealDraft(one, day, meal="lunch"))
    orders.save(actor, ServiceDraft(resident_id=one, type="bathing", service_on="2026-10-19"))
    here = register()
    card_of(here, "王芳")
    here.key(Qt.Key.Key_F10)
    here.choose("变更状态")
    box = here.box(StateBox)
    here.key(Qt.Key.Key_2)  # 去世
    box.form.set_values({"on": "2026-10-15"})
    box.form.fields["on"].changed.emit()
    assert "此日之后还有" in box.effects.text(), box.effects.text()
    assert "就餐 2 条（2026-10-18 至 2026-10-20）" in box.effects.text()
    assert "服务 1 条（2026-10-19）" in box.effects.text()
    here.key(Qt.Key.Key_Escape)


def test_without_a_reason_no_state_changes(person: Person, register: Open) -> None:
    one = person("王芳")
    here = register()
    card_of(here, "王芳")
    here.key(Qt.Key.Key_F10)
    here.choose("变更状态")
    box = here.box(StateBox)
    here.key(Qt.Key.Key_1)
    here.control(Qt.Key.Key_S)
    assert box.form.fields["reason"].error
    assert residents.rows([one])[0].state == "on_register"
    here.key(Qt.Key.Key_Escape)


def test_a_wrong_number_is_put_right_with_a_reason(person: Person, register: Open) -> None:
    one = person("王芳", id_number=id_number("1944-03-05", "female", 3))
    right = id_number("1944-03-05", "female", 4)
    here = register()
    card_of(here, "王芳")
    here.key(Qt.Key.Key_F10)
    here.choose("更正证件号码")
    here.box(CorrectIdBox)
    here.control(Qt.Key.Key_A)
    here.type(right)
    here.enter()
    here.words("录入时看错一位")
    here.enter()
    assert resident_forms.draft_of(one).id_number == right


def test_a_record_made_by_mistake_is_void(person: Person, register: Open) -> None:
    one = person("王芳")
    here = register()
    card_of(here, "王芳")
    here.key(Qt.Key.Key_F10)
    here.choose("作废")
    here.box(SmallForm)
    here.words("重复录入")
    here.enter()
    assert residents.find_ids(residents.ResidentQuery(state="")) == []
    card = here.view(ResidentCardView)
    assert card.resident_id == one and not card.edit_button.isEnabled()


def test_timeline_reads_on_and_leads_to_the_visit(person: Person, actor: Actor, register: Open) -> None:
    one = person("王芳")
    first = dt.date(2026, 7, 1)
    for number in range(60):
        day = (first + dt.timedelta(days=number)).isoformat()
        visits.save(actor, VisitDraft(one, day, method="phone", visitors="马丽", blocks={"health": "normal"}))
    here = register()
    card = card_of(here, "王芳")
    before = card.timeline.rowCount()
    here.key(Qt.Key.Key_End)
    assert card.timeline.rowCount() > before, "the end of the list loads older entries"


def test_history_says_who_and_why(person: Person, actor: Actor, register: Open) -> None:
    one = person("王芳")
    states.correct_id(actor, one, id_number("1944-03-05", "female", 9), "证件换发")
    here = register()
    card = card_of(here, "王芳")
    here.control(Qt.Key.Key_Tab)
    assert card.history.hasFocus()
    words = [card.history.item(line, 2).text() for line in range(card.history.rowCount())]
    assert any("证件换发" in one for one in words)
    assert card.history.item(0, 1).text() == "主任甲"


def test_a_new_visit_of_this_person(person: Person, register: Open) -> None:
    one = person("王芳")
    here = register()
    card = card_of(here, "王芳")
    card.visit.setFocus()
    here.enter()
    assert here.window.current_room == "visits"
    page = here.window.page("visits")
    here.qtbot.waitUntil(lambda: page.records.panel is not None)  # type: ignore[attr-defined]
    panel = page.records.panel  # type: ignore[attr-defined]
    assert panel.form.values()["resident_id"] == one


def test_service_card_and_consent_are_printed(person: Person, register: Open) -> None:
    one = person("王芳")
    here = register()
    card_of(here, "王芳")
    here.key(Qt.Key.Key_F10)
    here.choose("打印服务卡")
    here.leave(LabelsDialog)
    here.key(Qt.Key.Key_F10)
    here.choose("知情同意书（完整")
    here.finish_job()
    here.leave(PreviewDialog)
    assert resident_history.history(one)[0].action == "show_id", "a whole number on paper is logged"


def test_an_auditor_says_first_what_the_whole_number_is_looked_at_for(
    person: Person, actor: Actor, register: Open
) -> None:
    one = person("王芳")
    here = register()
    here.window.session.actor = replace(actor, role=Role.AUDITOR)
    card = card_of(here, "王芳")
    here.key(Qt.Key.Key_F3)
    box = here.box(SmallForm)
    here.enter()
    assert box.isVisible() and "*" in card.number.text(), "without words nothing is shown"
    here.words("抽查九月补贴")
    here.enter()
    here.qtbot.waitUntil(lambda: len(card.number.text()) == 18 and "*" not in card.number.text())
    said = resident_history.history(one)[0]
    assert (said.action, said.reason) == ("show_id", "抽查九月补贴")


def test_a_photograph_is_cut_and_kept(person: Person, register: Open, tmp_path: Path) -> None:
    one = person("王芳")
    picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    picture.save(str(tmp_path / "a.png"))
    here = register()
    card = card_of(here, "王芳")
    resident_photo.cut(here.page, one, tmp_path / "a.png")
    box = here.box(PhotoDialog)
    before = box.area.frame.left()
    here.key(Qt.Key.Key_Right)
    here.key(Qt.Key.Key_Minus)
    assert box.area.frame.left() > before
    here.enter()
    kept = photos.photo_of(one)
    assert kept is not None and QImage(str(kept)).size() == KEPT
    assert card.photo.isVisible()
    photos.remove(here.page.session.actor, one)
    assert photos.photo_of(one) is None and not kept.exists()


def test_no_picture_is_said_in_words(person: Person, register: Open, tmp_path: Path) -> None:
    one = person("王芳")
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    here = register()
    card_of(here, "王芳")
    assert resident_photo.cut(here.page, one, tmp_path / "a.jpg") is None
    assert here.page.strip.text


def test_a_key_records_the_category_that_a_grade_proposes_and_undo_takes_it_back(
    person: Person, register: Open
) -> None:
    person("王芳", grade="moderate", grade_on="2026-10-01")
    here = register()
    card = card_of(here, "王芳")
    assert [line.spec.chip.text for line in card.warnings.lines] == ["建议"]
    here.key(Qt.Key.Key_F8)
    assert card.card is not None and card.card.row.flags == ("disabled",)
    assert not card.warnings.lines
    here.control(Qt.Key.Key_Z)
    here.qtbot.waitUntil(lambda: bool(card.warnings.lines))
    assert card.card is not None and card.card.row.flags == ()


def test_a_proposal_is_put_away_with_a_reason(person: Person, register: Open) -> None:
    person("王芳", grade="moderate", grade_on="2026-10-01")
    here = register()
    card = card_of(here, "王芳")
    card.warnings.lines[0].setFocus()
    here.enter()
    here.box(SmallForm)
    here.words("家人照护")
    here.enter()
    assert not card.warnings.lines
    assert card.card is not None and card.card.row.flags == ()


def test_of_two_grades_of_one_day_a_person_says_which_holds(actor: Actor, person: Person, register: Open) -> None:
    one = person("王芳", grade="intact", grade_on="2026-10-01")
    draft = resident_forms.draft_of(one)
    draft.grade = "mild"
    resident_forms.save(actor, draft)
    here = register()
    card = card_of(here, "王芳")
    assert [line.spec.chip.text for line in card.warnings.lines] == ["两个结果", "建议"]
    card.warnings.lines[0].setFocus()
    here.enter()
    box = here.box(SmallForm)
    box.form.fields["grade"].set_value(str(card.card.grades[1].id) if card.card else "")
    here.control(Qt.Key.Key_S)
    assert card.card is not None and [row.grade for row in card.card.grades] == ["intact"]
    assert not card.warnings.lines
