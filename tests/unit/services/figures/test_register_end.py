"""Who came and who left: by the last change within the month, whatever came later."""

import datetime as dt

from desktop.core import clock
from desktop.core.period import Month
from desktop.services.figures import people
from desktop.services.residents import states

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def test_who_came_in_october_and_left_in_november_is_new_on_the_day_of_coming(person, actor):
    one = person("王芳", registered_on="2026-10-05")
    with clock.standing_at(dt.datetime(2026, 11, 20, 9)):
        states.apply(actor, one, "moved_out", dt.date(2026, 11, 12), "随女儿去昆明")
        (came,) = people(OCTOBER).added
        (left,) = people(NOVEMBER).stopped
    assert (came.day, came.reason) == (dt.date(2026, 10, 5), "on_register")
    assert (left.day, left.reason) == (dt.date(2026, 11, 12), "随女儿去昆明")
    assert people(OCTOBER).stopped == people(NOVEMBER).added == ()
