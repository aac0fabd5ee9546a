"""Whether mails and people belong together where no header says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.kinship import SKETCH, bonds, quotes, same_firm, same_person
from crickets.domain.message import Address
from crickets.domain.providers import registered
from crickets.domain.remarks import Remarks
from tests.builders import an_address


def a_mail(*prints: int) -> Remarks:
    """A mail with these marks of its own words."""
    return Remarks(prints=tuple(sorted(prints)))


def a_quote(*prints: int) -> Remarks:
    """A reply with these marks of what it quotes."""
    return Remarks(quoted_prints=tuple(sorted(prints)))


class TestQuotes:
    def test_a_mail_quoted_whole(self) -> None:
        """It's a reply to that."""
        assert quotes(a_quote(1, 2, 3, 4), a_mail(1, 2, 3))

    def test_a_phrase_in_common(self) -> None:
        """Two marks are too few, even if it's all that the mail says."""
        assert not quotes(a_quote(1, 2, 3, 4), a_mail(1, 2))

    def test_some_lines_of_a_long_mail(self) -> None:
        """What quotes nothing else is a reply to it."""
        assert quotes(a_quote(1, 2, 3, 90), a_mail(*range(SKETCH)))

    def test_a_quote_of_another_mail_with_the_same_closing_lines(self) -> None:
        """They are little of either."""
        assert not quotes(a_quote(*range(5), *range(100, 130)), a_mail(*range(5), *range(200, 230)))

    def test_a_short_mail_above_a_long_history(self) -> None:
        """The history crowded out its larger marks; what is left is enough."""
        history = range(1000, 1000 + SKETCH - 3)

        assert quotes(a_quote(1, 2, 3, *history), a_mail(1, 2, 3, *range(2000, 2020)))

    def test_a_short_mail_that_was_not_crowded_out(self) -> None:
        """Its marks would be there, had it been quoted."""
        assert not quotes(a_quote(1, 2, 3, *range(100, 120)), a_mail(1, 2, 3, *range(2000, 2020)))

    def test_nothing_said(self) -> None:
        """A reply that quotes nothing, and a mail of no words, have nothing in common."""
        assert not quotes(Remarks(), Remarks())


class TestOnePerson:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("anna@client.example", "ANNA@Client.example"),
            ("anna@client.example", "anna+offers@client.example"),
            ("a.rossi@gmail.com", "arossi+work@googlemail.com"),
            ("Anna Rossi <anna@client.example>", "Anna Rossi <anna.rossi@gmail.com>"),
            ("Anna Rossi <office@client.example>", "Anna Rossi <anna.rossi@gmail.com>"),
            ("Anna Rossi <anna@client.example>", "Anna Rossi <lalla77@libero.it>"),
            ("Rossi, Anna <anna@client.example>", "Dott.ssa Anna M. Rossi (Client) <arossi82@gmail.com>"),
            ("Anna Rossi <anna@client.example>", "Anna Rossi <ciao@annarossi.example>"),
            ("Anna Rossi <a.rossi@client.example>", "Anna Rossi <anna.rossi@client.example>"),
            ("Anna Rossi <anna.rossi@client.example>", "arossi@client.example"),
            ("Anna Rossi <anna.rossi@client.example>", "Anna Rossi <anna@client.it>"),
            ("Jürgen Müller <juergen.mueller@client.example>", "Jürgen Müller <jmuller@web.de>"),
            ("Łukasz Wójcik <lukasz.wojcik@client.example>", "Wójcik Łukasz <wojcikl@wp.pl>"),
            ("Anna de Vries <anna.devries@client.example>", "a.devries@client.example"),
        ],
    )
    def test_two_addresses(self, one: str, other: str) -> None:
        """An alias, or a private address of the same name, is the same person's."""
        assert same_person(written(one), written(other))
        assert same_person(written(other), written(one))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Anna Rossi <anna@client.example>", "Ben Carter <ben@client.example>"),
            ("Anna Rossi <a.rossi@client.example>", "Alba Rossi <alba.rossi@client.example>"),
            ("Anna <anna@client.example>", "Anna <anna@gmail.com>"),
            ("Anna Rossi <anna@client.example>", "Anna Rossi <anna.rossi@other.example>"),
            ("Studio Rossi <anna@client.example>", "Studio Rossi <rossi@gmail.com>"),
            ("Casa Bianca <anna@client.example>", "Casa Bianca <ben@client.example>"),
            ("Anna Rossi <lalla@client.example>", "Anna Rossi <dolly@gmail.com>"),
            ("Anna Rossi <anna.rossi@client.example>", "b.rossi@client.example"),
            ("Anna Rossi <anna.rossi@client.example>", "arossi@gmail.com"),
            ("Anna Rossi <anna.rossi@gmail.com>", "arossi@gmail.com"),
            ("a.rossi@client.example", "anna.rossi@client.example"),
            ("anna@client.example <anna@client.example>", "anna@client.example <anna@gmail.com>"),
            ("anna@client.example", "anna@gmail.com"),
            ("Anna Li <anna@client.example>", "Anna Li <li@client.example>"),
            ("", ""),
        ],
    )
    def test_two_people(self, one: str, other: str) -> None:
        """Colleagues, namesakes and offices are not taken for one."""
        assert not same_person(written(one), written(other))
        assert not same_person(written(other), written(one))

    def test_an_address_of_nothing_but_a_tag(self) -> None:
        """It's its own mailbox."""
        assert not same_person(an_address("+1@client.example"), an_address("+2@client.example"))


class TestOneFirm:
    @pytest.mark.parametrize(
        ("one", "other", "is_one"),
        [
            ("anna@client.example", "ben@client.example", True),
            ("anna@mail.client.example", "ben@Client.example", True),
            ("anna@client.co.uk", "ben@mail.client.co.uk", True),
            ("anna@client.co.uk", "ben@other.co.uk", False),
            ("anna@client.com.br", "ben@other.com.br", False),
            ("anna@client.example", "ben@client.it", False),
            ("anna@gmail.com", "ben@gmail.com", False),
            ("anna@yahoo.co.uk", "ben@yahoo.co.uk", False),
            ("anna@poczta.onet.pl", "ben@poczta.onet.pl", False),
            ("anna@wp.pl", "ben@wp.pl", False),
            ("", "", False),
        ],
    )
    def test_two_domains(self, one: str, other: str, *, is_one: bool) -> None:
        """What was registered is the firm's; a mail provider's domain is nobody's."""
        assert is_one == same_firm(an_address(one), an_address(other))


def written(text: str) -> Address:
    """An address as it stands in a header."""
    name, _, email = text.rpartition(" <")
    return an_address(email.rstrip(">"), name)


class TestBonds:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (an_address("anna@client.example"), an_address("Anna+offers@client.example")),
            (an_address("a.rossi@gmail.com"), an_address("arossi@googlemail.com")),
            (an_address("anna@client.example", "Anna Rossi"), an_address("anna.rossi@gmail.com", "Rossi, Anna")),
            (an_address("anna@client.example"), an_address("office@mail.client.example")),
        ],
    )
    def test_people_who_belong_together(self, one: Address, other: Address) -> None:
        """One of them at least is the same, so that they are found by it."""
        assert same_person(one, other) or same_firm(one, other)
        assert bonds(one) & bonds(other)

    def test_strangers(self) -> None:
        """They have none in common, be it that both have no name, or one provider."""
        assert not bonds(an_address("anna@gmail.com")) & bonds(an_address("ben@gmail.com"))
        assert not bonds(an_address("info@one.example")) & bonds(an_address("info@two.example"))


@given(
    people=st.tuples(
        *[
            st.builds(
                Address,
                name=st.sampled_from(["", "Anna Rossi", "Rossi, Anna", "Ben Carter", "Client SpA", "Anna"]),
                email=st.sampled_from(
                    " anna anna@ @client.example anna@client.example a.rossi@mail.client.example anna.rossi@gmail.com"
                    " annarossi@gmail.com anna@rossi.it ben@client.com ben@gmx.de".split(" ")
                ),
            )
        ]
        * 2
    )
)
def test_whoever_belongs_together_shares_a_bond(people: tuple[Address, Address]) -> None:
    """Nobody is missed who is looked for by them."""
    if same_person(*people) or same_firm(*people):
        assert bonds(people[0]) & bonds(people[1])


class TestDomains:
    @pytest.mark.parametrize(
        ("domain", "own"),
        [
            ("client.example", "client.example"),
            ("mail.client.co.uk", "client.co.uk"),
            ("acme.onmicrosoft.com", "acme.onmicrosoft.com"),
            ("anna.github.io", "anna.github.io"),
            ("mail.sfgov.ca.us", "sfgov.ca.us"),
            ("lausd.k12.ca.us", "lausd.k12.ca.us"),
            ("client.mi.it", "client.mi.it"),
            ("client.qc.ca", "client.qc.ca"),
            ("mi.it", "mi.it"),
            ("it", "it"),
            ("", ""),
        ],
    )
    def test_what_somebody_registered(self, domain: str, own: str) -> None:
        """It stands below a public suffix, of a country, a region or a service."""
        assert own == registered(domain)

    @pytest.mark.parametrize(
        "domain",
        ["pec.it", "studio.pec.it", "legalmail.it", "arubapec.it", "mail.de", "github.io", "onmicrosoft.com"],
    )
    def test_a_domain_where_anybody_may_have_an_address(self, domain: str) -> None:
        """Two strangers there are no colleagues."""
        assert not same_firm(an_address(f"anna@{domain}"), an_address(f"ben@{domain}"))

    @pytest.mark.parametrize(
        "suffix", ["onmicrosoft.com", "wixsite.com", "blogspot.com", "ca.us", "k12.ny.us", "mi.it"]
    )
    def test_two_names_below_what_they_share(self, suffix: str) -> None:
        """They are two firms; within one of them people are colleagues."""
        assert not same_firm(an_address(f"anna@client.{suffix}"), an_address(f"ben@other.{suffix}"))
        assert same_firm(an_address(f"anna@client.{suffix}"), an_address(f"ben@client.{suffix}"))
