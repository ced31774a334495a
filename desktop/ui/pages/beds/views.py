"""The other screens of the room of beds, and what leads to them from elsewhere."""

from __future__ import annotations

from desktop.core.i18n import translate
from desktop.services.beds.places import BedDraft, BedRow
from desktop.ui.frame.page import Place
from desktop.ui.pages.asks import ShowContracts, ShowDayCare, ShowFees, ShowHomeBeds, ShowLacking, ShowWaiting
from desktop.ui.pages.beds.contracts_view import ContractsView
from desktop.ui.pages.beds.day_care_view import DayCareView
from desktop.ui.pages.beds.fee_month_view import FeeMonthView
from desktop.ui.pages.beds.fee_rates_view import FeeRatesView
from desktop.ui.pages.beds.fees_view import ALL, FeesView
from desktop.ui.pages.beds.home_beds_view import HomeBedsView
from desktop.ui.pages.beds.lacking_view import LackingView
from desktop.ui.pages.beds.waiting_view import WaitingView
from desktop.ui.pages.records_page import RecordsPage


class BedViewsPage(RecordsPage[BedRow, BedDraft]):
    """The list of beds with the screens that are laid over it: day care, care at home, who waits, fees."""

    def places(self) -> tuple[Place, ...]:
        """The screens over the list."""
        return (
            Place(translate("DayCare", "Day care"), ShowDayCare()),
            Place(translate("HomeBeds", "Care beds at home"), ShowHomeBeds()),
            Place(translate("Waiting", "Waiting list"), ShowWaiting()),
            Place(translate("Fees", "Fees of stays"), ShowFees()),
            Place(translate("Contracts", "Contracts"), ShowContracts()),
            Place(translate("Lacking", "Labels and insurance"), ShowLacking()),
        )

    def receive(self, argument: object) -> None:
        """The day care, for whoever is to be signed out there; the care beds at home that are to be seen to."""
        if isinstance(argument, ShowDayCare):
            self.open_day_care()
        elif isinstance(argument, ShowHomeBeds):
            self.close_views()
            self.lay(HomeBedsView(self, to_do=True))
        elif isinstance(argument, ShowWaiting):
            self.open_waiting()
        elif isinstance(argument, ShowLacking):
            self.open_lacking()
        elif isinstance(argument, ShowFees):
            self.close_views()
            self.open_fees(argument.shown)
            if argument.month is not None:
                self.lay(FeeMonthView(self, argument.month))
        elif isinstance(argument, ShowContracts):
            self.open_contracts()
        else:
            super().receive(argument)

    def open_waiting(self) -> None:
        """Who waits for a bed."""
        if not isinstance(self.view, WaitingView):
            self.lay(WaitingView(self))

    def open_lacking(self) -> None:
        """The beds without a printed label, and those that are not insured."""
        if not isinstance(self.view, LackingView):
            self.lay(LackingView(self))

    def open_contracts(self) -> None:
        """Who has no contract, whose ended, whose ends soon."""
        if not isinstance(self.view, ContractsView):
            self.lay(ContractsView(self))

    def open_home_beds(self) -> None:
        """Who is served at home by contract and plan."""
        if not isinstance(self.view, HomeBedsView):
            self.lay(HomeBedsView(self))

    def open_day_care(self) -> None:
        """Who comes to the day care and leaves it."""
        if not isinstance(self.view, DayCareView):
            self.lay(DayCareView(self))

    def open_fees(self, shown: str = ALL) -> None:
        """What those who stay were charged, paid and owe."""
        if not isinstance(self.view, FeesView):
            view = FeesView(self, shown)
            view.month_wanted.connect(lambda month, who: self.lay(FeeMonthView(self, month, who)))
            view.rates_wanted.connect(lambda: self.lay(FeeRatesView(self)))
            self.lay(view)
