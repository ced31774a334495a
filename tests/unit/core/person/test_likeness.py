"""When two entries look like one person."""

import datetime as dt

import pytest

from desktop.core.person.likeness import Facts, similar_names, why_alike, within_one

BORN = dt.date(1944, 3, 5)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Facts("王芳", id_number="530121194403051023"), Facts("李梅", id_number="530121194403051023"), "same_number"),
        (Facts("王 芳", BORN), Facts("王芳", BORN), "same_name_and_birth"),
        (Facts("张凤英", BORN), Facts("章凤瑛", BORN), "same_sound_and_birth"),
        (Facts("王芳", BORN), Facts("王芬", BORN), None),
        (Facts("王芳", phone="13888880001"), Facts("王芬", phone="13888880001"), "same_phone"),
        (Facts("王芳", phone="13888880001"), Facts("李强", phone="13888880001"), None),
        (Facts("王芳"), Facts("王芳"), None),
        (Facts("单雄信", BORN), Facts("善雄信", BORN), "same_sound_and_birth"),
    ],
)
def test_equal_number_then_birth_date_then_phone(one, other, why):
    assert why_alike(one, other) == why_alike(other, one) == why


def test_one_character_more_less_or_other_is_similar():
    assert within_one("普建国", "普建")
    assert within_one("普建国", "普国")
    assert within_one("普建国", "普健国")
    assert within_one("普建国", "普建国")
    assert not within_one("普建国", "普国建")
    assert not within_one("普建国", "普")
    assert similar_names("欧阳 雪梅", "欧阳雪")
