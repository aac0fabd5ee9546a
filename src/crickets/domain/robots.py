"""
Addresses behind which nobody reads: the one table of them.

Knows the words that stand in such addresses, in several languages; must not know what a mail from one is taken for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crickets.domain.message import Address

_NO_REPLY = """
    no reply | do not reply | dont reply | no response | unmonitored
    nicht antworten | keine antwort
    non rispondere
    nie odpowiadac | nie odpowiadaj
    svara ekki | ekki svara | ekki svara ekki
    ne pas repondre | pas de reponse
    no responder | no contestar
    nao responda | nao responder
    niet antwoorden | niet beantwoorden | geen antwoord
    svara inte | svara ej | ej svar | svar ikke | ikke svar
    ei vastausta | ala vastaa
    neodpovidat | neodpovidejte
    neodpovedat | neodpovedajte
    ne odgovaraj | ne odgovarajte
    ne odgovarjaj | ne odgovarjajte
    ne valaszolj | ne valaszoljon
    nu raspunde | nu raspundeti
    cevaplamayin | yanitlamayin
    ara vasta | neatsakyti | neatbildet
    ne otvechat | ne otvechaite
"""
"""What says "don't reply", a language a line, in the ASCII that addresses are written in."""

_LAST_RESORTS = "mailer daemon | mail daemon | postmaster"
"""Where mail ends up that nobody wrote (RFC 5321 §4.5.1, and custom)."""

_MACHINES = """
    notification | notifications | notify | alert | alerts | newsletter | newsletters | mailing | mailings | digest
    cron | automailer | auto confirm | majordomo | listserv | mailman | bounce | bounces
"""
"""What programs call themselves, or what they send."""

_ONLY_IN_FRONT = "mailer | robot"
"""The same, where a surname may be meant: not Norman Mailer's."""

_BREAK = r"[-_.+=]"
"""What ends a word in a local part: so `noreply-orders` is a robot's, and `noreplyanna` somebody's."""


def _words(table: str) -> str:
    """A pattern for the phrases of a table, each written as one word or as several, perhaps numbered."""
    phrases = (phrase.split() for line in table.split("\n") for phrase in line.split("|"))
    found = "|".join(r"[-_.]?".join(words) for words in phrases if words)
    return rf"(?:{found})\d*(?={_BREAK}|\Z)"


_SAYS_NO_REPLY = re.compile(rf"(?:\A|{_BREAK}){_words(_NO_REPLY)}")
# A detail behind "+" is what its owner sorts by: anna+newsletter is Anna.
_IS_A_MACHINE = re.compile(rf"(?:\A|[-_.]){_words(_MACHINES)}|\A{_words(_ONLY_IN_FRONT)}")
_IS_A_LAST_RESORT = re.compile(rf"\A{_words(_LAST_RESORTS)}")


def is_robot(address: Address) -> bool:
    """Whether an address belongs to nobody who could answer."""
    return _is_nobodys(address.email)


@lru_cache(maxsize=4096)
def _is_nobodys(email: str) -> bool:
    """The same of an address as it was written; it's asked of each mail, and few people write most of them."""
    return any((says_no_reply(email), is_machine(email), _IS_A_LAST_RESORT.match(_local(email))))


def says_no_reply(email: str) -> re.Match[str] | None:
    """The words by which an address itself asks not to be written to, or None."""
    return _SAYS_NO_REPLY.search(_local(email))


def is_machine(email: str) -> re.Match[str] | None:
    """The word by which an address is named after a program, or after what a program sends, or None."""
    return _IS_A_MACHINE.search(_local(email))


def _local(email: str) -> str:
    return email.casefold().rpartition("@")[0]
