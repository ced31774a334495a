"""Where a number comes from, by the names that its code bore."""

import datetime as dt

import pytest

from desktop.core.person.native_area import area_name


@pytest.mark.parametrize(
    ("number", "born", "area"),
    [
        ("530121194403051023", dt.date(1944, 3, 5), "云南省昆明市呈贡县"),
        ("530114201203051023", dt.date(2012, 3, 5), "云南省昆明市呈贡区"),
        ("530123195003051023", dt.date(1950, 3, 5), "云南省昆明市安宁县"),
        ("530112195003051023", None, "云南省昆明市西山区"),
        ("110103194403051023", None, "北京市崇文区"),
        ("530121440305102", dt.date(1944, 3, 5), "云南省昆明市呈贡县"),
        ("810000199001011234", None, "香港特别行政区"),
    ],
)
def test_retired_codes_bear_the_name_of_their_time(number, born, area):
    assert area_name(number, born) == area


def test_a_code_that_never_was_has_no_name():
    assert area_name("539901194403051023") == ""
    assert area_name("无") == ""
    assert area_name("") == ""
