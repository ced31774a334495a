"""The register: recording, finding, sorting."""

from datetime import date

import pytest

from desktop.core.errors import DuplicateResident, InvalidDraft
from desktop.models import query
from desktop.services.register import listing as residents
from desktop.services.register import printed_codes, snapshot
from desktop.services.register.listing import ResidentQuery
from desktop.services.residents import forms as resident_forms
from desktop.services.residents.drafts import ContactDraft, FlagDraft, ResidentDraft
from tests.conftest import id_number


def names(**wanted) -> list[str]:
    return [row.name for row in residents.rows(residents.find_ids(ResidentQuery(**wanted)))]


def test_a_resident_is_found_by_everything_a_clerk_may_know(person):
    number = id_number("1944-03-05", "female", 1)
    person("欧阳雪梅", phone="138-8712 3456", id_number=number)
    person("王㛃华", born="1950-01-01")
    (row,) = residents.rows(residents.find_ids(ResidentQuery("欧阳雪梅")))
    for text in (
        "欧阳雪梅",
        "雪梅",
        "梅",
        "ouyangxuemei",
        "oyxm",
        "xuemei",
        number[-4:],
        "3456",
        "138 8712 3456",
        row.code,
    ):
        assert names(text=text) == ["欧阳雪梅"], text
    assert names(text="㛃") == ["王㛃华"]
    assert names(text="前卫 欧阳") == ["欧阳雪梅"]
    assert names(text="没有这个人") == []


def test_digits_say_in_which_number_they_were_found(person):
    person("王芳", born="1944-03-22", id_number=id_number("1944-03-22", "female", 450), phone="13800003229")
    person("李桂兰", born="1950-01-01", contacts=[ContactDraft("李强", "儿子", "0871-65163229")])
    person("赵正光", born="1951-01-01", phone="139-3229 0000")
    assert residents.found_by(residents.find_ids(ResidentQuery("440322")), "440322") == residents.FoundBy(1, 0, 0)
    found = residents.find_ids(ResidentQuery("3229"))
    assert sorted(row.name for row in residents.rows(found)) == ["李桂兰", "王芳", "赵正光"]
    assert residents.found_by(found, "3229") == residents.FoundBy(1, 2, 1), "1944 03 22 900…: within the number, too"
    assert residents.found_by(found, "3 2 2 9") == residents.found_by(found, "３２２９")
    assert residents.found_by(found, "wang") is None, "letters are seen in the name"
    assert residents.found_by([], "3229") is None


def test_search_text_is_never_read_as_a_search_language(person):
    person("王芳")
    for hostile in ('"', "* OR *", "NEAR(", "a AND", "' OR 1=1 --", "-", "key:x"):
        assert isinstance(names(text=hostile), list)


def test_the_list_filters_by_community_flag_grade_age_and_state(person):
    person("甲", born="1930-05-01", flags=["living_alone"], grade="mild", community="江尾村")
    person("乙", born="1960-05-01", flags=["dementia"])
    person("丙", born="1944-05-01", state="deceased", state_on="2026-10-02")
    assert names(community="江尾村") == ["甲"]
    assert names(flag="dementia") == ["乙"]
    assert names(flag="advanced_age") == ["甲"]
    assert names(grade="mild") == ["甲"]
    assert names(age_from=60, age_to=69) == ["乙"]
    assert names(state="deceased") == ["丙"]
    assert names(order="age") == ["乙", "甲"]
    assert names(order="age", descending=True) == ["甲", "乙"]


def test_the_list_filters_by_what_the_certificate_and_the_record_say(person):
    person("甲", disability_level="4")
    person("乙", disability_kind="无", flags=["partly_disabled"])
    person("丙", flags=["severely_handicapped"])
    person("丁", flags=[("severely_handicapped", "", "2026-09-30")])
    assert sorted(names(flag="handicapped")) == ["丙", "甲"]
    assert names(flag="partly_disabled") == ["乙"]


def test_the_age_filter_agrees_with_the_age_shown(person):
    for born in ("1946-10-20", "1946-10-21", "1946-10-22"):
        person("同龄", born=born)
    rows = residents.rows(residents.find_ids(ResidentQuery(age_from=80, age_to=80)))
    assert sorted(str(row.born_on) for row in rows) == ["1946-10-20", "1946-10-21"]
    assert {row.age for row in rows} == {80}


def test_a_resident_gets_a_card_code_that_finds_them_for_ever(person, actor):
    one = person("王芳")
    old = residents.rows([one])[0].code
    new = printed_codes.replace(actor, printed_codes.CodeKind.RESIDENT, one, "卡丢了")
    assert old != new
    assert printed_codes.find(old).row_id == printed_codes.find(new).row_id == one


def test_an_equal_id_number_is_refused_by_name(person):
    number = id_number("1944-03-05", "female", 1)
    first = person("王芳", id_number=number)
    with pytest.raises(DuplicateResident) as caught:
        person("王 芳", id_number=number)
    assert (caught.value.name, caught.value.resident_id) == ("王芳", first)


def test_a_wrong_check_digit_is_an_error_until_it_is_kept_to_be_verified(actor):
    right = id_number("1944-03-05", "female", 2)
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    draft = ResidentDraft(name="王芳", id_number=wrong, sex="female", born_on="1944-03-05")
    (error,) = resident_forms.validate(draft)
    assert (error.name, error.reason) == ("id_number", "wrong_check_digit")
    draft.accept_to_verify = True
    row = residents.rows([resident_forms.save(actor, draft)])[0]
    assert row.to_verify


def test_the_number_fills_birth_date_and_sex(actor):
    draft = ResidentDraft(name="王芳", id_number=id_number("1944-03-05", "male", 2))
    row = residents.rows([resident_forms.save(actor, draft)])[0]
    assert (str(row.born_on), row.sex) == ("1944-03-05", "male")


def test_a_draft_without_name_or_birth_date_says_so_at_the_field(actor):
    with pytest.raises(InvalidDraft) as caught:
        resident_forms.save(actor, ResidentDraft(accept_to_verify=True))
    assert [(error.name, error.reason) for error in caught.value.fields] == [
        ("name", "required"),
        ("born_on", "required"),
        ("sex", "required"),
    ]


def test_a_workbook_may_lack_the_sex_which_the_form_asks_for(actor):
    draft = ResidentDraft(name="王芳", born_on="1944-03-05", accept_to_verify=True)
    assert resident_forms.validate(draft) == []
    with pytest.raises(InvalidDraft):
        resident_forms.save(actor, draft)


def test_what_is_no_date_is_not_said_to_be_missing(actor):
    errors = resident_forms.validate(ResidentDraft(name="王芳", born_on="2", sex="female", accept_to_verify=True))
    assert [(error.name, error.reason) for error in errors] == [("born_on", "bad_date")]


@pytest.mark.parametrize("phone", ["1381234abcd", "13812345678（女儿）"])
def test_a_phone_with_letters_is_refused_rather_than_cut(actor, phone):
    draft = ResidentDraft(name="王芳", born_on="1944-03-05", sex="female", accept_to_verify=True, phone=phone)
    draft.contacts = [ContactDraft("李兰", "女儿", phone)]
    reasons = [(error.name, error.reason) for error in resident_forms.validate(draft)]
    assert reasons == [("phone", "bad_phone"), ("contacts", "bad_phone")]
    draft.phone, draft.contacts = "138-1234 5678 或 0871-65551234", []
    assert resident_forms.validate(draft) == []


def test_saving_a_draft_unchanged_writes_nothing(person, actor):
    one = person("王芳", flags=["disabled"], grade="mild", contacts=[ContactDraft("王强", "儿子", "13900000000")])
    before = query.count("SELECT count(*) FROM change_log")
    resident_forms.save(actor, resident_forms.draft_of(one))
    assert query.count("SELECT count(*) FROM change_log") == before


def test_flags_and_states_are_known_as_of_a_past_date(person, actor):
    one = person("王芳", flags=[("living_alone", "2026-03-01", "2026-06-30"), ("disabled", "", "")])
    draft = resident_forms.draft_of(one)
    draft.state, draft.state_on = "deceased", "2026-10-10"
    resident_forms.save(actor, draft)
    known = snapshot.register()
    assert known.flags_on(one, date(2026, 2, 28)) == ("disabled",)
    assert known.flags_on(one, date(2026, 6, 30)) == ("living_alone", "disabled")
    assert known.on_register(one, date(2026, 10, 9))
    assert not known.on_register(one, date(2026, 10, 10))


def test_a_flag_that_ends_before_it_starts_is_refused(actor):
    draft = ResidentDraft(name="王芳", born_on="1944-03-05", accept_to_verify=True)
    draft.flags = [FlagDraft("disabled", "2026-05-02", "2026-05-01")]
    assert [(error.name, error.reason) for error in resident_forms.validate(draft)] == [("flags", "ends_before_start")]


def test_counts_tell_who_may_be_recorded_twice(person):
    person("王芳", born="1944-03-05")
    person("王 芳", born="1944-03-05")
    person("李梅", born="1944-03-05")
    assert residents.counts() == residents.RegisterCounts(on_register=3, to_verify=0, duplicates=1)


def test_the_list_is_sorted_as_a_dictionary_is(person):
    ids = [person(name, born=f"19{50 + at}-01-01") for at, name in enumerate(("王芳", "李桂兰", "阿依·木", "仇红"))]
    assert residents.find_ids(ResidentQuery()) == [ids[2], ids[1], ids[3], ids[0]]
    assert residents.find_ids(ResidentQuery(descending=True)) == [ids[0], ids[3], ids[1], ids[2]]


def test_an_old_number_of_fifteen_digits_finds_its_owner(person):
    number = id_number("1944-03-05", "female", 7)
    person("王芳", id_number=number)
    assert names(text=number[:6] + number[8:17]) == ["王芳"]
    assert names(text=number[:15]) == ["王芳"]


def test_the_best_fit_comes_first_and_who_only_lives_there_last(person):
    person("赵一", community="春晓社区")
    person("李春")
    person("春梅")
    person("春")
    person("张三", phone="13800000000")
    assert names(text="春") == ["春", "春梅", "李春", "赵一"]


def test_a_sound_finds_the_surname_before_names_that_merely_begin_so(person):
    person("万国学")  # wan guo xue begins with w-a-n-g too
    person("方华兰", community="王家社区")
    person("李旺")
    person("王芳")
    assert names(text="wang")[:2] == ["王芳", "万国学"]
    assert names(text="王") == ["王芳", "方华兰"]


def test_a_list_that_is_sorted_by_hand_is_not_ranked(person):
    person("李春", born="1940-01-01")
    person("春梅", born="1950-01-01")
    assert names(text="春", order="age") == names(text="春", order="age", descending=True)[::-1]
