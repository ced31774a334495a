"""Every room of the demo centre gets what the workbooks do not bring, in the order in which it hangs together."""

from __future__ import annotations

from desktop.core.period import Month
from desktop.demo.centre import DemoCentre
from desktop.demo.rooms import assessed, day_care, fees, granted, home_beds, house, learning, said, street, waiting
from desktop.demo.rooms.told import rooms
from desktop.services.writing.actor import Actor


def furnish(actor: Actor, centre: DemoCentre, months: tuple[Month, ...], month: Month) -> None:
    """Furnish the rooms; ``months`` are those of the history, ``month`` the one of the reports."""
    told, first = rooms(), months[0]
    guests = day_care.guests(told["day_care"])
    at_home = home_beds.cared_for(told["home_beds"])
    beds = house.FreeBeds()
    applied = waiting.keep_list(actor, told["waiting"], [*guests, *at_home], beds)
    house.keep_house(actor, told["house"], beds)
    house.sign_contracts(actor, told["house"])
    assessors = told["home_beds"]["assessors"]
    assessed.assess(actor, told["assessed"], [*applied, *at_home, *guests], assessors)
    fees.keep_fees(actor, told["fees"], month)
    day_care.keep_attendance(actor, told["day_care"], first, guests)
    home_beds.keep_home_beds(actor, centre, told["home_beds"], first, at_home)
    said.ask(actor, told["said"], list(months))
    said.rate_meals(actor, told["said"], first.first)
    said.complain(actor, told["said"], centre.director)
    granted.grant(actor, told["granted"], first.first, at_home)
    granted.agree(actor, centre, told["granted"], told["street"]["holiday"])
    learning.learn(actor, told["learning"])
    learning.book_hours(actor, told["learning"], list(months))
    street.know_street(actor, centre, told["street"], first)
    street.move_register(actor, centre, told["street"], month)
    street.excuse(actor, month)
    street.pay_allowances(actor, told["street"], first.first, month)
    street.pay_carers(actor, told["street"], first.first)
