"""Behind which addresses nobody reads."""

from __future__ import annotations

import pytest

from crickets.domain.robots import is_robot
from tests.builders import an_address


@pytest.mark.parametrize(
    "local",
    """no-reply noreply no_reply no.reply NoReply donotreply do-not-reply do_not_reply mailer-daemon postmaster
    bounce bounces+123=anna notification notifications newsletter noreply-orders noreply2 info-noreply
    nicht-antworten bitte.nicht-antworten ne-pas-repondre non_rispondere noresponder svaraekki nao-responda alavastaa
    neodpovidat cevaplamayin ne-valaszoljon
    order-notifications robot mailer mailer-auto""".split(),
)
def test_an_address_behind_which_nobody_reads(local: str) -> None:
    """It is a robot's: a whole word of it says so, in any language."""
    assert is_robot(an_address(f"{local}@shop.example"))


@pytest.mark.parametrize(
    "email",
    """norep anna@noreply.example anna@mail.noreply.example noreen@client.example info@client.example reply@x.example
    newsletterdesign@client.example bouncer@club.example noreplyanna@client.example postmasters@client.example
    norman.mailer@client.example anna+newsletter@client.example jo.pacrondo@client.example""".split(),
)
def test_an_address_of_somebody(email: str) -> None:
    """It is not a robot's: what only begins like a robot's word is somebody's name or trade."""
    assert not is_robot(an_address(email))


def test_no_address_at_all() -> None:
    """It isn't a robot's either: a mail without one may be anybody's."""
    assert not is_robot(an_address(""))
