"""Who the owner is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.domain.message import Address
from crickets.domain.owner import OwnAddress, Owner, matches
from tests.builders import ANNA, BEN, DANA, OWNER, ROME, an_address


@pytest.mark.parametrize(
    ("email", "pattern", "fits"),
    [
        ("dana@studio.example", "dana@studio.example", True),
        ("Dana@Studio.Example", "dana@studio.example", True),
        ("dana@studio.example", "DANA@STUDIO.EXAMPLE", True),
        ("info@studio.example", "*@studio.example", True),
        ("info@studio.example.org", "*@studio.example", False),
        ("no-reply@shop.example", "no-reply@*", True),
        ("anna@client.example", "dana@studio.example", False),
        ("who?@client.example", "who?@client.example", True),
        ("whom@client.example", "who?@client.example", False),
        ("dana@[192.0.2.1]", "*@[192.0.2.1]", True),
        ("dana@xn--bcher-kva.example", "dana@bücher.example", True),
        ("dana@bücher.example", "dana@xn--bcher-kva.example", True),
        ("dana@Bücher.example", "*@bücher.example", True),
        ("dana@mail.xn--bcher-kva.example", "*@*.bücher.example", True),
        ("dana@bucher.example", "dana@bücher.example", False),
        ("dana@xn--studio-.example", "dana@studio.example", False),
        ("dana@bü☃cher.example", "dana@bü☃cher.example", True),
    ],
)
def test_an_address_and_a_pattern(email: str, pattern: str, *, fits: bool) -> None:
    """A pattern fits whatever the case, and from end to end."""
    assert matches(an_address(email), (pattern,)) == fits


def test_no_patterns() -> None:
    """Nothing fits no pattern."""
    assert not matches(DANA, ())


@pytest.mark.parametrize(
    "email", ["dana+5d@studio.example", "dana+invoice+2@studio.example", "DANA+Stop@studio.example"]
)
def test_a_plus_address(email: str) -> None:
    """A detail behind the plus leads to the owner's own mailbox."""
    assert OWNER.is_me(an_address(email))


def test_a_plus_address_that_is_the_owners_only_one() -> None:
    """An address with a detail may itself be what the config names; the mailbox behind it then isn't theirs."""
    owner = Owner(name="Dana", addresses=("dana+work@studio.example",), zone=ROME)

    mine = [owner.is_me(an_address(e)) for e in ("dana+work@studio.example", "dana@studio.example")]

    assert mine == [True, False]


@pytest.mark.parametrize("email", ["danae@studio.example", "dana@studio.example.org", "dana", "", "@", "+@+"])
def test_somebody_else(email: str) -> None:
    """An address that only looks like the owner's isn't theirs, nor is one that is no address."""
    assert not OWNER.is_me(an_address(email))


@pytest.mark.parametrize(
    "email",
    [
        "d\u0430na@studio.example",  # Cyrillic а
        "dana@studi\u043e.example",  # Cyrillic о
        "dana@stud\u0131o.example",  # i without its dot
        "\uff44ana@studio.example",  # full-width d
        "dana@studio\u3002example",  # ideographic full stop
        "dana@\u017ftudio.example",  # long s, which folds to s
        "dana@studio.example\u200b",
        "da\u00adna@studio.example",
        '"dana"@studio.example',
        "dana@studio.example@client.example",
        "dana@xn--studo-q2a.example",
    ],
)
def test_letters_that_look_like_the_owners(email: str) -> None:
    """They're told apart, by themselves and behind a plus, and where the owner writes from a whole domain."""
    at_a_domain = Owner(name="Dana", addresses=("*@studio.example",), zone=ROME)

    assert not OWNER.is_me(an_address(email))
    assert not OWNER.is_me(an_address(email.replace("na@", "na+x@")))
    assert at_a_domain.is_me(an_address(email)) == email.endswith("@studio.example")


@pytest.mark.parametrize(("mine", "theirs"), [("strasse", "straße"), ("straße", "strasse")])
def test_a_domain_that_folds_to_the_owners(mine: str, theirs: str) -> None:
    """ß and ss are two domains, which may be two people's; capitals are no difference."""
    owner = Owner(name="Dana", addresses=(f"dana@{mine}.example",), zone=ROME)

    assert owner.is_me(an_address(f"DANA@{mine}.Example"))
    assert not owner.is_me(an_address(f"dana@{theirs}.example"))


def test_the_others_of_a_mail() -> None:
    """All but the owner, in their order."""
    assert OWNER.others((DANA, ANNA, an_address("dana+x@studio.example"), BEN)) == (ANNA, BEN)


def test_somebody_named_twice() -> None:
    """Who is named twice counts once, where they were named first, in the words used first."""
    again = an_address("ANNA@client.example", "A. R.")

    assert OWNER.others((ANNA, BEN, again)) == (ANNA, BEN)


@given(
    st.lists(st.sampled_from([DANA, ANNA, BEN, an_address("Anna@Client.example"), an_address("ben@client.example")]))
)
def test_any_list_of_people(people: list[Address]) -> None:
    """The others are those of the list that aren't the owner, each at their first mention."""
    first = [p for n, p in enumerate(people) if p is not DANA and p.key not in {q.key for q in people[:n]}]

    assert OWNER.others(tuple(people)) == tuple(first)


def test_an_address_in_words() -> None:
    """The name with the address behind it, or the address alone."""
    assert [str(ANNA), str(an_address("x@y.example"))] == ["Anna Rossi <anna@client.example>", "x@y.example"]


@pytest.mark.parametrize(("mine", "seen"), [("bücher", "xn--bcher-kva"), ("xn--bcher-kva", "bücher")])
def test_a_domain_beyond_ascii(mine: str, seen: str) -> None:
    """Headers bear it in ASCII, whichever way the owner writes it; both are theirs, and can be written to."""
    owner = Owner(name="Dana", addresses=(f"dana@{mine}.example",), zone=ROME)

    assert owner.is_me(an_address(f"Dana+5d@{seen}.example"))
    assert owner.detail_of(an_address(f"dana+5d@{seen}.example")) == "5d"
    assert OwnAddress(f"dana@{seen}.example", owner).email == f"dana@{seen}.example"
    assert owner.others((an_address(f"dana@{seen}.example"), ANNA)) == (ANNA,)
