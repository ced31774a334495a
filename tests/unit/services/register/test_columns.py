"""Any field as a column in words."""

import pytest

from desktop.services.register import columns as resident_columns
from desktop.services.residents.drafts import ContactDraft
from tests.conftest import id_number


def test_columns_come_in_words_and_in_the_order_asked_for(person):
    one = person("王芳", living="alone", health_record=True, contacts=[ContactDraft("王强", "儿子", "13900000000")])
    two = person("李强", sex="male", id_number=id_number("1944-03-05", "male", 7))
    names = ["sex", "name", "living", "contacts", "health_record", "register_state"]
    assert resident_columns.values([two, one], names) == [
        ("male", "李强", "", "", "", "on register"),
        ("female", "王芳", "alone", "王强 儿子 13900000000", "yes", "on register"),
    ]
    ((number,),) = resident_columns.values([two], ["id_number"])
    assert "********" in number


def test_every_column_has_a_heading_and_can_be_read(person):
    one = person("王芳")
    assert len(resident_columns.values([one], resident_columns.FIELDS)[0]) == len(resident_columns.FIELDS)
    assert all(resident_columns.label(name) != name for name in resident_columns.FIELDS)


def test_a_column_that_does_not_exist_is_a_bug(person):
    with pytest.raises(LookupError):
        resident_columns.values([person("王芳")], ["photo; DROP TABLE resident"])
