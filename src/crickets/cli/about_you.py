"""
What `init` needs to know of the owner, beside their mailbox: name, time zone, holidays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crickets.cli.asking import answer, checked
from crickets.cli.given import Given
from crickets.cli.options import holidays, zone
from crickets.config import texts
from crickets.mailbox import Server
from crickets.setup.first_config import Answers, Client
from crickets.setup.whereabouts import country_of, full_name, zone_name

WHOSE_HOLIDAYS = "Whose public holidays are yours (a country such as IT, or - for none)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who will read the drafts; `country` may be empty."""

    name: str
    address: str
    timezone: str
    country: str

    def answers(
        self, server: Server, *, formerly: str = "", variable: str = "", client: Client | None = None
    ) -> Answers:
        """All that the config says, with what is known of the server by now."""
        return Answers(
            name=self.name,
            address=self.address,
            timezone=self.timezone,
            country=self.country,
            server=server,
            formerly=formerly,
            variable=variable,
            client=client,
        )


def owner_of(given: Given, address: str, environment: Mapping[str, str]) -> Owner:
    """The owner of an address; what this machine tells is offered."""
    guess = full_name() if given.asks else ""
    name = answer(given, "--name", texts.words, given.name, "Your name, as your mail shows it", guess)
    timezone = answer(given, "--timezone", zone, given.timezone, "Your time zone", zone_name(environment))
    return Owner(name=name, address=address, timezone=timezone, country=_country(given, timezone))


def _country(given: Given, timezone: str) -> str:
    if given.country is not None:
        return checked("--country", holidays, given.country)
    return answer(given, "--country", holidays, "", WHOSE_HOLIDAYS, country_of(timezone) or "-")
