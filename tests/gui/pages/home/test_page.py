"""Home says what is overdue and what looks odd, and leads there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.core.food import LicenceKind
from desktop.core.paths import DataFolder
from desktop.services.food import dishes, licences, purchases, samples
from desktop.services.food.dishes import DishDraft
from desktop.services.food.purchases import PurchaseDraft
from desktop.services.food.samples import SampleDraft
from desktop.services.help_services import agreements, standing_orders
from desktop.services.people import certificates, entries
from desktop.services.people.certificates import CertificateDraft, LicenceDraft
from desktop.services.people.entries import WorkerDraft
from desktop.services.residents import assessments
from desktop.services.residents.assessments import AssessmentDraft
from desktop.services.standing import arrangements
from desktop.services.standing.arrangements import HolidayDraft, ServiceArrangementDraft
from desktop.services.visits import crises
from desktop.services.visits import recording as visits
from desktop.services.visits.crises import CrisisDraft
from desktop.services.visits.recording import VisitDraft
from desktop.services.writing.actor import Actor
from desktop.ui.frame.bus import Bus
from desktop.ui.frame.jobs import Jobs
from desktop.ui.frame.preferences import Preferences
from desktop.ui.frame.session import Session
from desktop.ui.pages.asks import ListDueWorkers, Open, OpenWorker, ShowFood, ShowStanding
from desktop.ui.pages.home.page import HomePage
from tests.unit.core.test_assessment import points


def test_overdue_visits_and_findings_stand_among_what_is_to_be_done(
    app: object, actor: Actor, folder: DataFolder, person: Callable[..., int]
) -> None:
    one, two = (person(name, flags=["living_alone"]) for name in ("李桂兰", "王芳"))
    visits.save(actor, VisitDraft(resident_id=one, visited_on="2026-10-20", method="phone", contact="seen"))
    crises.record_crisis(actor, CrisisDraft(two, "fall", "2026-10-18"))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[tuple[str, object]] = []
    page.go_requested.connect(lambda room, argument: asked.append((room, argument)))
    page.refresh_now()
    lines = {line.spec.chip.text: line for line in page.open_list.lines}
    assert "1" in lines["逾期"].text()
    assert "1" in lines["质量"].text()
    lines["逾期"].click()
    lines["质量"].click()
    assert asked == [("visits", "due"), ("visits", "quality")]


def test_a_certificate_to_renew_stands_on_the_home_page_once_and_opens_its_person(
    app: object, actor: Actor, folder: DataFolder
) -> None:
    yang = entries.save(actor, WorkerDraft(name="杨秀英", role="carer", since="2026-03-01"))
    older = certificates.add(actor, yang, CertificateDraft("health", number="1", valid_to="2026-10-20"))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[tuple[str, object]] = []
    page.go_requested.connect(lambda room, argument: asked.append((room, argument)))
    page.refresh_now()
    lines = [line for line in page.reminders.lines if "健康证" in line.text()]
    assert [line.spec.chip.text for line in lines] == ["已过期 1 天"]
    lines[0].click()
    assert asked == [("system", OpenWorker(yang))]
    renewal = certificates.renewal_of(older)
    renewal.valid_to = "2026-10-21"
    certificates.renew(actor, older, renewal)
    page.refresh_now()
    assert [line.spec.chip.text for line in page.reminders.lines if "健康证" in line.text()] == ["今天到期"]


def test_many_certificates_are_one_line_and_others_are_told_of_none(
    app: object, actor: Actor, folder: DataFolder
) -> None:
    for number in range(4):
        one = entries.save(actor, WorkerDraft(name=f"护理员{number}", role="carer"))
        certificates.add(actor, one, CertificateDraft("health", valid_to=f"2026-11-{number + 1:02d}"))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[tuple[str, object]] = []
    page.go_requested.connect(lambda room, argument: asked.append((room, argument)))
    page.refresh_now()
    chips = [line.spec.chip.text for line in page.reminders.lines]
    assert chips.count("还有 11 天") == 1 and chips.count("证件") == 1
    next(line for line in page.reminders.lines if line.spec.chip.text == "证件").click()
    assert asked == [("system", ListDueWorkers())]
    visitor = Actor(None, "何云", "visitor", actor.station)
    other = HomePage(Session(visitor, folder, Bus(), Jobs(), Preferences()))
    other.refresh_now()
    assert "证件" not in [line.spec.chip.text for line in other.reminders.lines]


def test_what_the_kitchen_has_to_throw_away_and_a_licence_that_ends_lead_to_the_food_ledger(
    app: object, actor: Actor, folder: DataFolder
) -> None:
    purchases.add(
        actor, PurchaseDraft("豆腐", "春城粮油", "2026-10-15", "5", "kg", batch="T-1", expires_on="2026-10-20")
    )
    dish = dishes.add(actor, DishDraft("2026-10-18", "lunch", "红烧肉"))
    samples.add(actor, SampleDraft(dish, "11:00", "130"))
    licences.record(actor, "春城粮油", LicenceDraft(LicenceKind.FOOD, valid_to="2026-10-31"))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[object] = []
    page.go_requested.connect(lambda _room, argument: asked.append(argument))
    page.refresh_now()
    lines = {line.text(): line for line in page.reminders.lines}
    told = {
        "1 份留样已满时限，可以处理": "留样",
        "1 批食材已过期：豆腐…": "已过期",
        "春城粮油 食品经营许可证": "还有 10 天",
    }
    assert {words: lines[words].spec.chip.text for words in told} == told
    for words in told:
        lines[words].click()
    assert asked == [ShowFood("samples"), ShowFood("purchases"), ShowFood("purchases")]


def test_orders_of_the_week_that_are_to_be_made_are_one_line_until_they_are_made(
    app: object, actor: Actor, folder: DataFolder, person: Callable[..., int]
) -> None:
    draft = ServiceArrangementDraft(
        person("王芳"), "bathing", started="09:00", weekdays=["2", "4", "5"], valid_from="2026-10-01"
    )
    agreements.agree(actor, draft)
    arrangements.set_holiday(actor, HolidayDraft("2026-10-22", "重阳节"))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[tuple[str, object]] = []
    page.go_requested.connect(lambda room, argument: asked.append((room, argument)))
    page.refresh_now()
    (line,) = [line for line in page.reminders.lines if "定期服务" in line.text()]
    assert (line.spec.chip.text, line.text()) == ("待生成", "定期服务有 2 单待生成：王芳…")
    line.click()
    assert asked == [("services", ShowStanding())]
    standing_orders.make(actor, dt.date(2026, 10, 21), dt.date(2026, 10, 27))
    page.refresh_now()
    assert [line for line in page.reminders.lines if "定期服务" in line.text()] == []


def test_who_is_to_be_assessed_anew_is_one_line_that_opens_the_first_of_them(
    app: object, actor: Actor, folder: DataFolder, person: Callable[..., int]
) -> None:
    one, two = person("李桂兰"), person("王芳")
    for who, day in ((one, "2025-11-02"), (two, "2025-10-05")):
        said = {"assessor": "李明", "second_assessor": "王琴", "answers": points(62)}
        assessments.record(actor, AssessmentDraft(who, day, "first", **said))
    page = HomePage(Session(actor, folder, Bus(), Jobs(), Preferences()))
    asked: list[tuple[str, object]] = []
    page.go_requested.connect(lambda room, argument: asked.append((room, argument)))
    page.refresh_now()
    (line,) = [line for line in page.reminders.lines if "重新评估" in line.text()]
    assert "2 人须重新评估能力：王芳…" in line.text()
    line.click()
    assert asked == [("residents", Open(two))]
    for who in (one, two):
        assessments.record(actor, AssessmentDraft(who, "2026-10-01", "routine", **said))
    page.refresh_now()
    assert not [line for line in page.reminders.lines if "重新评估" in line.text()]
