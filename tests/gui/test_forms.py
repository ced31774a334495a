"""Forms: keys, errors in words, dirty check, drafts, and each kind of field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core import clock
from desktop.core.errors import FieldError
from desktop.ui.forms.choice_fields import CheckRow, PickField, SegmentField, YesNoField
from desktop.ui.forms.draft_form import DraftForm
from desktop.ui.forms.form import Form
from desktop.ui.forms.panel import FormPanel
from desktop.ui.forms.person_field import PersonChoice, PersonField
from desktop.ui.forms.text_fields import DateField, FieldNote, IdNumberField, MoneyField, TextField, TimeField, day_text
from desktop.ui.look.theme import Tone
from tests.gui.looking import commit, compose, cut_widgets

ENTER = Qt.Key.Key_Return
TODAY = dt.datetime(2026, 10, 21, 9, 0)


@dataclass
class Draft:
    name: str = ""
    born_on: str = ""
    grade: str = ""
    needs: list[str] = field(default_factory=list)


@dataclass
class Desk:
    """A panel with three fields and what was saved through it."""

    panel: FormPanel
    form: DraftForm[Draft]
    saved: list[Draft]


@pytest.fixture
def desk(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Desk:
    return make_desk(qtbot, tmp_path / "drafts" / "person.json")


def make_desk(qtbot: QtBot, draft_path: Path) -> Desk:
    form = DraftForm(Draft)
    form.group("基本情况")
    form.add("name", "姓名", TextField(), required=True)
    form.add("born_on", "出生日期", DateField())
    form.add("needs", "需要", CheckRow({"bathing": "助浴", "medical": "助医"}))
    saved: list[Draft] = []

    def save() -> bool:
        draft = Draft()
        form.read_into(draft)
        if not draft.name:
            panel.show_errors([FieldError("name", "required"), FieldError("elsewhere", "overlap")])
            return False
        saved.append(draft)
        return True

    panel = FormPanel("登记", form, save, draft_path)
    form.fill(Draft())
    qtbot.addWidget(panel)
    panel.resize(420, 500)
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    panel.begin()
    return Desk(panel, form, saved)


def typed(qtbot: QtBot, desk: Desk, name: str, text: str) -> None:
    desk.form.fields[name].grab_keyboard()
    commit(desk.form.fields[name].editor, text)


def test_enter_goes_on_to_the_next_field_and_then_to_save(desk: Desk, qtbot: QtBot, app: QApplication) -> None:
    fields = desk.form.fields
    assert app.focusWidget() is fields["name"].editor
    qtbot.keyClick(app.focusWidget(), Qt.Key.Key_Return)
    assert app.focusWidget() is fields["born_on"].editor
    qtbot.keyClick(app.focusWidget(), Qt.Key.Key_Return)
    assert fields["needs"].isAncestorOf(app.focusWidget())
    qtbot.keyClick(app.focusWidget(), Qt.Key.Key_Return)
    assert app.focusWidget() is desk.panel.save_button


def test_an_enter_that_ends_a_word_of_an_input_method_stays(desk: Desk, qtbot: QtBot, app: QApplication) -> None:
    line = desk.form.fields["name"].editor
    compose(line, "wang")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert app.focusWidget() is line
    commit(line, "王")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert app.focusWidget() is not line
    assert desk.form.fields["name"].value() == "王"


def test_the_panel_scrolls_to_where_the_form_leads(desk: Desk, qtbot: QtBot) -> None:
    for number in range(12):
        desk.form.add(f"more{number}", f"其他 {number}", TextField())
    desk.panel.resize(420, 360)
    last = desk.form.fields["more11"]
    qtbot.waitUntil(last.isVisible)
    desk.panel.show_errors([FieldError("more11", "required")])
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() >= last.height())


def test_errors_stand_beside_their_fields_in_words(desk: Desk, qtbot: QtBot, app: QApplication) -> None:
    typed(qtbot, desk, "born_on", "1008")
    qtbot.keyClick(desk.panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.form.fields["name"].error == "请填写。"
    assert app.focusWidget() is desk.form.fields["name"].editor
    assert "重叠" in desk.panel.strip.text
    assert desk.form.fields["born_on"].value().endswith("-10-08"), "what was typed is never lost"
    typed(qtbot, desk, "name", "王")
    assert desk.form.fields["name"].error == ""


def test_ctrl_s_saves_and_ctrl_enter_asks_for_the_next(desk: Desk, qtbot: QtBot) -> None:
    typed(qtbot, desk, "name", "王芳")
    qtbot.keyClick(desk.panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [draft.name for draft in desk.saved] == ["王芳"]
    with qtbot.waitSignal(desk.panel.next_requested):
        qtbot.keyClick(desk.panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.saved) == 2


def test_escape_closes_a_clean_form(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.panel.closed):
        qtbot.keyClick(desk.panel, Qt.Key.Key_Escape)


def test_escape_asks_in_the_panel_before_typing_is_lost(desk: Desk, qtbot: QtBot) -> None:
    typed(qtbot, desk, "name", "王芳")
    with qtbot.assertNotEmitted(desk.panel.closed):
        qtbot.keyClick(desk.panel, Qt.Key.Key_Escape)
    assert "没有保存" in desk.panel.strip.text
    discard = next(one for one in desk.panel.strip.findChildren(QPushButton) if one.text() == "不要了")
    with qtbot.waitSignal(desk.panel.closed):
        discard.click()


def test_a_draft_outlives_a_crash(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    typed(qtbot, desk, "name", "王芳")
    path = tmp_path / "drafts" / "person.json"
    qtbot.waitUntil(path.exists)
    again = make_desk(qtbot, path)
    assert "没有保存" in again.panel.strip.text
    back = again.panel.window().focusWidget()
    assert isinstance(back, QPushButton) and back.text() == "找回来（Ctrl+B）", "the keyboard is on the first answer"
    with qtbot.waitActive(again.panel.window()):
        again.panel.window().activateWindow()
    qtbot.keyClick(back, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert again.panel.strip.isHidden()
    assert again.form.values()["name"] == "王芳"
    assert again.panel.save()
    assert not path.exists()


def test_a_kept_draft_goes_only_with_an_answer(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    typed(qtbot, desk, "name", "王芳")
    path = tmp_path / "drafts" / "person.json"
    qtbot.waitUntil(path.exists)
    again = make_desk(qtbot, path)
    qtbot.keyClick(again.panel, Qt.Key.Key_Escape)
    once_more = make_desk(qtbot, path)
    assert "没有保存" in once_more.panel.strip.text
    typed(qtbot, once_more, "name", "李兰")
    assert once_more.panel.save(), "another record saved beside it does not take it away either"
    last = make_desk(qtbot, path)
    qtbot.keyClick(
        next(one for one in last.panel.strip.findChildren(QPushButton) if one.text().startswith("找回来")), ENTER
    )
    assert last.form.values()["name"] == "王芳"
    assert last.panel.focusWidget() is last.form.fields["name"].editor
    assert "王芳" in path.read_text(encoding="utf-8"), "what was taken up is kept as what is typed now"
    assert last.panel.save()
    assert make_desk(qtbot, path).panel.strip.isHidden()


def test_the_question_before_typing_is_lost_is_answered_by_keys(desk: Desk, qtbot: QtBot, app: QApplication) -> None:
    typed(qtbot, desk, "name", "王芳")
    line = desk.form.fields["name"].editor
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    first = app.focusWidget()
    assert isinstance(first, QPushButton) and first.text() == "保存"
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert app.focusWidget() is line and desk.panel.strip.isHidden(), "Esc again goes on editing"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    qtbot.keyClick(app.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(desk.panel.closed):
        qtbot.keyClick(app.focusWidget(), ENTER)
    assert not desk.saved


def test_the_strip_of_a_narrow_panel_is_not_cut(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.setFixedWidth(400)
    answers = {"找回来": lambda: None, "不要了": lambda: None}
    desk.panel.strip.say(
        "上次在这里填写的内容还没有保存，程序就关了。要接着填，请点找回来；不需要的话可以不要。", Tone.ACCENT, answers
    )
    qtbot.waitUntil(lambda: cut_widgets(desk.panel.strip) == [])
    for one in desk.panel.strip.findChildren(QPushButton):
        assert desk.panel.strip.rect().contains(one.geometry())


def test_lists_of_a_draft_stay_lists(desk: Desk) -> None:
    desk.form.fill(Draft(name="王", needs=["medical"]))
    draft = Draft()
    desk.form.read_into(draft)
    assert draft.needs == ["medical"]
    assert not desk.form.is_dirty()


@pytest.mark.parametrize("text", ["1008", "10.8", "10月8日", "2026-10-08", "20261008", "１０．８"])
def test_dates_are_typed_as_one_likes(app: QApplication, qtbot: QtBot, text: str) -> None:
    with clock.standing_at(TODAY):
        field_ = DateField()
        qtbot.addWidget(field_)
        field_.set_value(text)
        assert field_.value() == "2026-10-08"


@pytest.mark.parametrize("key", [Qt.Key.Key_F4, Qt.Key.Key_T])
def test_today_is_one_key(app: QApplication, qtbot: QtBot, key: Qt.Key) -> None:
    with clock.standing_at(TODAY):
        field_ = DateField()
        qtbot.addWidget(field_)
        qtbot.keyClick(field_.editor, key)
        assert field_.value() == "2026-10-21"
        qtbot.keyClick(field_.editor, Qt.Key.Key_Down)
        assert field_.value() == "2026-10-20"


def test_what_is_no_date_is_kept_as_typed(app: QApplication, qtbot: QtBot) -> None:
    field_ = DateField()
    qtbot.addWidget(field_)
    field_.set_value("明天")
    assert field_.value() == "明天"


def test_a_day_reads_with_its_weekday(app: QApplication) -> None:
    with clock.standing_at(TODAY):
        assert day_text(dt.date(2026, 10, 8)) == "10-08 周四"
        assert day_text(dt.date(2025, 10, 8)) == "2025-10-08 周三"
        assert day_text(None) == "—"


def test_a_pick_list_takes_initials_for_the_word(app: QApplication, qtbot: QtBot) -> None:
    grades = PickField({"mild": "轻度失能", "moderate": "中度失能"})
    qtbot.addWidget(grades)
    grades.show()
    qtbot.keyClicks(grades.box.lineEdit(), "qd")
    assert grades.value() == "qd", "half-typed words are not guessed before one leaves the field"
    grades.box.lineEdit().editingFinished.emit()
    assert grades.value() == "mild"


def test_a_free_list_takes_other_words(app: QApplication, qtbot: QtBot) -> None:
    places = PickField({"前卫社区": "前卫社区"}, free=True)
    qtbot.addWidget(places)
    places.show()
    commit(places.box, "江尾村")
    places.box.lineEdit().editingFinished.emit()
    assert places.value() == "江尾村"


def test_segments_are_chosen_by_digit_and_arrow(app: QApplication, qtbot: QtBot) -> None:
    blocks = SegmentField({"normal": "正常", "attention": "需关注", "risk": "风险"})
    qtbot.addWidget(blocks)
    qtbot.keyClick(blocks.editor, Qt.Key.Key_2)
    assert blocks.value() == "attention"
    qtbot.keyClick(blocks.editor, Qt.Key.Key_Right)
    assert blocks.value() == "risk"


def test_yes_no_and_not_known(app: QApplication, qtbot: QtBot) -> None:
    answer = YesNoField()
    qtbot.addWidget(answer)
    assert answer.value() is None
    for value in (True, False, None):
        answer.set_value(value)
        assert answer.value() is value


def test_an_amount_is_tidied(app: QApplication, qtbot: QtBot) -> None:
    fee = MoneyField()
    qtbot.addWidget(fee)
    commit(fee.line, "12元")
    fee.line.editingFinished.emit()
    assert fee.value() == "12.00"


def test_an_id_number_is_judged_while_it_is_typed(app: QApplication, qtbot: QtBot) -> None:
    number = IdNumberField(lambda text: FieldNote("校验通过", Tone.OK) if len(text) == 18 else None)
    qtbot.addWidget(number)
    number.set_value("５３０１２１ 194403121023x"[:-1])
    assert number.value() == "530121194403121023"
    assert number._words.text() == "校验通过"


def people_named(typed_name: str) -> list[PersonChoice]:
    everybody = [PersonChoice(1, "王芳", "女 82 岁"), PersonChoice(2, "王方", "男 79 岁"), PersonChoice(3, "李兰")]
    return [person for person in everybody if person.name.startswith(typed_name)]


def test_a_person_is_chosen_from_those_found(app: QApplication, qtbot: QtBot) -> None:
    field_ = PersonField(people_named)
    qtbot.addWidget(field_)
    field_.show()
    field_.grab_keyboard()
    commit(field_.line, "王")
    popup = field_._completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field_.value() == 2)
    assert field_.line.text() == "王方"


def test_the_only_one_found_is_taken_with_enter(app: QApplication, qtbot: QtBot) -> None:
    field_ = PersonField(people_named)
    qtbot.addWidget(field_)
    field_.set_value(None)
    field_.line.setText("李")
    field_.look()
    field_._completer.popup().hide()
    with qtbot.waitSignal(field_.finished):
        qtbot.keyClick(field_.line, Qt.Key.Key_Return)
    assert field_.value() == 3


def test_typing_on_takes_the_choice_back(app: QApplication, qtbot: QtBot) -> None:
    field_ = PersonField(people_named)
    qtbot.addWidget(field_)
    field_.set_value(PersonChoice(1, "王芳"))
    qtbot.keyClicks(field_.line, "x")
    assert field_.value() is None


def test_words_that_stand_for_nobody_are_not_saved_as_nobody(app: QApplication, qtbot: QtBot) -> None:
    form, saved = Form(), []
    field_ = PersonField(people_named)
    form.add("resident_id", "老年人", field_, required=True)
    panel = FormPanel("登记", form, lambda: bool(saved.append(form.values())) or True)
    qtbot.addWidget(panel)
    panel.show()
    commit(field_.line, "张")
    qtbot.waitUntil(lambda: field_._words.text() == "没有找到")
    qtbot.keyClick(field_.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not saved
    assert field_._words.property("tone") == "danger" and "清空" in field_._words.text()
    field_.line.selectAll()
    qtbot.keyClick(field_.line, Qt.Key.Key_Delete)
    qtbot.keyClick(field_.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved == [{"resident_id": None}]


def test_the_list_of_people_is_as_wide_as_its_lines(app: QApplication, qtbot: QtBot) -> None:
    where = "女  82岁  南亭社区32栋2单元401室，电梯右手第二户"
    field_ = PersonField(lambda typed_name: [PersonChoice(1, "王芳", where), PersonChoice(2, "王方", where)])
    qtbot.addWidget(field_)
    field_.setFixedWidth(150)
    field_.show()
    commit(field_.line, "王")
    popup = field_._completer.popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.viewport().width() >= popup.sizeHintForColumn(0)
    popup.hide()


@pytest.mark.parametrize("typed", ["qw", "qianwei"])
def test_a_free_list_takes_letters_for_the_word_that_sounds_so(app: QApplication, qtbot: QtBot, typed: str) -> None:
    places = PickField({"前卫社区": "前卫社区", "北门社区": "北门社区"}, free=True)
    qtbot.addWidget(places)
    qtbot.keyClicks(places.box.lineEdit(), typed)  # nothing is shown: the list was never painted
    places._completer.popup().hide()
    qtbot.keyClick(places.box.lineEdit(), Qt.Key.Key_Return)
    assert places.value() == "前卫社区"


def test_a_free_list_keeps_a_name_that_only_begins_like_another(app: QApplication, qtbot: QtBot) -> None:
    visitors = PickField({"马丽娟": "马丽娟"}, free=True)
    qtbot.addWidget(visitors)
    commit(visitors.box, "马丽")
    visitors.box.lineEdit().editingFinished.emit()
    assert visitors.value() == "马丽"


@pytest.mark.parametrize("typed", ["qw", "qianwei"])
def test_who_saves_without_leaving_the_field_means_the_word_that_enter_would_take(
    app: QApplication, qtbot: QtBot, typed: str
) -> None:
    form = Form()
    qtbot.addWidget(form)
    places = PickField({"北门社区": "北门社区", "前卫社区": "前卫社区"}, free=True)
    form.add("community", "社区", places)
    qtbot.keyClicks(places.box.lineEdit(), typed)
    assert form.all_finished()
    assert places.value() == "前卫社区"


def test_letters_that_sound_like_no_word_are_kept(app: QApplication, qtbot: QtBot) -> None:
    places = PickField({"前卫社区": "前卫社区"}, free=True)
    qtbot.addWidget(places)
    qtbot.keyClicks(places.box.lineEdit(), "xyz")
    places.box.lineEdit().editingFinished.emit()
    assert places.value() == "xyz"


@pytest.mark.parametrize("made", [lambda: PickField({}, free=True), DateField, TimeField], ids=["pick", "date", "time"])
def test_what_is_filled_in_is_replaced_by_typing(
    app: QApplication, qtbot: QtBot, made: Callable[[], PickField | TextField]
) -> None:
    field_ = made()
    qtbot.addWidget(field_)
    field_.set_value("2026-10-08")
    with qtbot.waitActive(field_):
        field_.show()
        field_.activateWindow()
    field_.editor.clearFocus()
    field_.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    line = field_.box.lineEdit() if isinstance(field_, PickField) else field_.line
    assert line.selectedText() == "2026-10-08"


@pytest.mark.parametrize(("typed", "kept"), [("1030", "10:30"), ("930", "09:30"), ("１０：３０", "10:30")])
def test_a_time_is_rewritten_in_full(app: QApplication, qtbot: QtBot, typed: str, kept: str) -> None:
    at = TimeField()
    qtbot.addWidget(at)
    commit(at.line, typed)
    at.line.editingFinished.emit()
    assert (at.line.text(), at.error) == (kept, "")


@pytest.mark.parametrize(
    ("made", "typed"), [(DateField, "1301"), (TimeField, "2570"), (MoneyField, "十块")], ids=["date", "time", "amount"]
)
def test_what_cannot_be_read_is_named_on_leaving_the_field(
    app: QApplication, qtbot: QtBot, made: Callable[[], TextField], typed: str
) -> None:
    field_ = made()
    qtbot.addWidget(field_)
    commit(field_.line, typed)
    assert field_.error == ""
    field_.line.editingFinished.emit()
    assert field_.error
    assert field_.value() == typed


def test_an_empty_date_is_no_mistake_on_leaving_it(app: QApplication, qtbot: QtBot) -> None:
    day = DateField()
    qtbot.addWidget(day)
    day.line.editingFinished.emit()
    assert day.error == ""


def shown(qtbot: QtBot, field: PickField | CheckRow | MoneyField) -> list[bool]:
    """Put a field on the screen with the keyboard in it; a list that grows when it leads on."""
    qtbot.addWidget(field)
    field.resize(400, 60)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.grab_keyboard()
    went_on: list[bool] = []
    field.finished.connect(lambda: went_on.append(True))
    return went_on


PAYERS = {"government": "政府购买", "subsidy": "补贴", "self": "自费", "voluntary": "志愿"}


def test_a_digit_takes_its_word_of_any_short_list_and_goes_on(app: QApplication, qtbot: QtBot) -> None:
    pick = PickField(PAYERS)
    went_on = shown(qtbot, pick)
    line = pick.box.lineEdit()
    assert line is not None and line.placeholderText() == "1 政府购买  2 补贴  3 自费  4 志愿"
    qtbot.keyClicks(line, "3")
    assert pick.value() == "self"
    qtbot.waitUntil(lambda: went_on == [True])


def test_a_digit_beyond_the_list_takes_nothing(app: QApplication, qtbot: QtBot) -> None:
    pick = PickField(PAYERS, free=True)
    went_on = shown(qtbot, pick)
    qtbot.keyClicks(pick.box.lineEdit(), "5")
    assert (pick.value(), went_on) == ("5", [])


def test_the_tenth_word_has_the_digit_0(app: QApplication, qtbot: QtBot) -> None:
    pick = PickField({str(number): f"助{word}" for number, word in enumerate("餐洁浴医急行购学乐聊")})
    shown(qtbot, pick)
    qtbot.keyClicks(pick.box.lineEdit(), "0")
    assert pick.box.currentText() == "助聊"


@pytest.mark.parametrize("words", [["301-1", "302-2"], [f"某{char}" for char in "一二三四五六七八九十百"]])
def test_where_words_hold_digits_or_are_many_a_digit_is_typing(
    app: QApplication, qtbot: QtBot, words: list[str]
) -> None:
    pick = PickField({str(at): word for at, word in enumerate(words)})
    went_on = shown(qtbot, pick)
    line = pick.box.lineEdit()
    assert line is not None and line.placeholderText() == ""
    qtbot.keyClicks(line, "2")
    assert line.text() == "2" and went_on == []


def test_digits_tick_the_boxes_of_a_row(app: QApplication, qtbot: QtBot) -> None:
    row = CheckRow({"bathing": "助浴", "medical": "助医", "cleaning": "助洁"})
    shown(qtbot, row)
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_9):
        qtbot.keyClick(app.focusWidget(), key)
    assert row.value() == ("bathing", "medical")


def test_an_amount_stands_at_the_left_like_every_other_field(app: QApplication, qtbot: QtBot) -> None:
    fields = [MoneyField(), MoneyField()]
    for width, money in zip((400, 700), fields, strict=True):
        qtbot.addWidget(money)
        money.resize(width, 60)
        money.show()
    assert [money.line.x() for money in fields] == [0, 0]
