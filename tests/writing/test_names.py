"""What somebody is called, from the names that mail carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crickets.writing.greeting import fits, is_intimate
from crickets.writing.names import PersonName, person_called, person_in, somebody


@pytest.mark.parametrize(
    ("display_name", "first", "full"),
    [
        ("Anna Rossi", "Anna", "Anna Rossi"),
        ("Anna", "Anna", "Anna"),
        ("Rossi, Anna", "Anna", "Anna Rossi"),
        ("van der Berg, Jan", "Jan", "Jan van der Berg"),
        ("Rossi, Dr. Anna", "Anna", "Dr. Anna Rossi"),
        ("Jürgen, Dr.", "Jürgen", "Jürgen"),
        ("Anna Rossi, PhD", "Anna", "Anna Rossi"),
        ("Anna Rossi (Studio)", "Anna", "Anna Rossi"),
        ("Anna Rossi [Client Ltd]", "Anna", "Anna Rossi"),
        ("Anna Rossi | Client", "Anna", "Anna Rossi"),
        ("Anna Rossi - Client", "Anna", "Anna Rossi"),
        ("Anna from Client", "Anna", "Anna"),
        ("'Anna Rossi' via Docs", "Anna", "Anna Rossi"),
        ('"Anna Rossi"', "Anna", "Anna Rossi"),
        ("Dr. Anna Rossi", "Anna", "Dr. Anna Rossi"),
        ("Frau Anna Müller", "Anna", "Anna Müller"),
        ("Herr Müller", "", "Herr Müller"),
        ("Prof. Dr. Müller", "", "Prof. Dr. Müller"),
        ("Herr von Berg", "", "Herr von Berg"),
        ("Frau Dr. von der Heide", "", "Frau Dr. von der Heide"),
        ("Dhr. de Vries", "", "Dhr. de Vries"),
        ("Mw. Jansen", "", "Mw. Jansen"),
        ("Fru Svensson", "", "Fru Svensson"),
        ("Dott.ssa Anna Rossi", "Anna", "Dott.ssa Anna Rossi"),
        ("Dott. Rossi", "", "Dott. Rossi"),
        ("Avv. Marco Bianchi", "Marco", "Avv. Marco Bianchi"),
        ("Dra. Ana García", "Ana", "Dra. Ana García"),
        ("D.ª María López", "María", "María López"),
        ("José Ortega y Gasset", "José", "José Ortega y Gasset"),
        ("Eng.º João Silva", "João", "João Silva"),
        ("Prof.ª Ana Silva e Costa", "Ana", "Prof.ª Ana Silva e Costa"),
        ("Sr.ª Silva", "", "Sr.ª Silva"),
        ("anna rossi", "Anna", "Anna Rossi"),
        ("ANNA ROSSI", "Anna", "Anna Rossi"),
        ("ROSSI Anna", "Anna", "Anna Rossi"),
        ("Anna ROSSI", "Anna", "Anna Rossi"),
        ("jean-paul o'brien", "Jean-Paul", "Jean-Paul O'Brien"),
        ("JP Morgan", "JP", "JP Morgan"),
        ("Ian McKellen", "Ian", "Ian McKellen"),
        ("Don Draper", "Don", "Don Draper"),
        ("A. Rossi", "", "A. Rossi"),
        ("J. Robert Smith", "Robert", "J. Robert Smith"),
        ("J.P. de Boer", "", "J.P. de Boer"),
        ("J.-P. Dupont", "", "J.-P. Dupont"),
        ("Anna R.", "Anna", "Anna R."),
        ("De Luca Anna", "", "De Luca Anna"),
        ("Jan-Willem 't Hart", "Jan-Willem", "Jan-Willem 't Hart"),
        ("Jan in \u2019t Veld", "Jan", "Jan in \u2019t Veld"),
        ("Hart, Jan 't", "Jan", "Jan 't Hart"),
        ("mgr inż. Jan Kowalski", "Jan", "Jan Kowalski"),
        ("Bin Li", "", "Bin Li"),
        ("Jón Þór Jónsson", "Jón", "Jón Þór Jónsson"),
        ("Łukasz Żółć", "Łukasz", "Łukasz Żółć"),
        ("王小明", "王小明", "王小明"),
        ("Anna 🌸 Rossi", "Anna", "Anna Rossi"),
        ("Anna\r\nRossi\u202e", "Anna", "Anna Rossi"),
    ],
)
def test_a_person(display_name: str, first: str, full: str) -> None:
    """The given name and the whole, however the name was typed."""
    assert PersonName(first=first, full=full) == person_in(display_name)


@pytest.mark.parametrize(
    "display_name",
    [
        "",
        " ",
        "anna@client.example",
        "anna.rossi77",
        "Rossi SpA",
        "Rossi S.p.A.",
        "Kowalski sp. z o.o.",
        "Müller & Sohn",
        "Studio Rossi",
        "Comune di Rossi",
        "Estudio García",
        *"Boekhouding|Crediteurenadministratie|Facturatie|Onthaal|Afdeling Inkoop|Klantenservice Rossi".split("|"),
        *"Dział Księgowości|Dzial Rozliczen|Zespół Rossi|Kancelaria Nowak|Biuro Rachunkowe Kowalski".split("|"),
        "Silva Lda.",
        "Silva & Costa, Ltda.",
        "Support Team",
        "Info",
        "IBM",
        "von Berg",
        "Anna Rossi, Client",
        "Dr. Who Ltd.",
        "{{ 7*7 }}",
        "{% raw %}",
        "mr",
        "🌸",
    ],
)
def test_nobody(display_name: str) -> None:
    """A firm, an office, an address, code, and what could be two people are no person."""
    assert person_in(display_name) is None


def test_a_firm_named_as_its_domain() -> None:
    """A single word that the domain has too is a firm's, two words are a person's."""
    assert person_in("Client", domain="client.example") is None
    assert person_in("Anna Client", domain="client.example") == PersonName(first="Anna", full="Anna Client")


@given(st.text(max_size=300))
def test_any_name(display_name: str) -> None:
    """Whatever it is, it is read, and what comes out is a bounded line of words."""
    person = person_in(display_name)

    assert person is None or (person.full.isprintable() and len(person.full) <= 250)
    assert person is None or not set("{}<>@%\n") & set(person.full)


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        ("Hi Anna,", "Anna Rossi"),
        ("hi anna", "Anna Rossi"),
        ("Hello,", "Anna Rossi"),
        ("Hi there,", "Anna Rossi"),
        ("Dear all,", "Anna Rossi"),
        ("Gentile Dott.ssa Rossi,", "Anna Rossi"),
        ("Sehr geehrte Frau Müller,", "Anna Müller"),
        ("Sehr geehrte Damen und Herren,", "Müller GmbH"),
        ("Cześć Anno,", "Anna Kowalska"),
        ("Dzień dobry Panie Tomaszu,", "Tomasz Nowak"),
        ("Szanowna Pani,", "Anna Kowalska"),
        ("Sæll Jón,", "Jón Jónsson"),
        ("Hola, José:", "Jose García"),
        ("Olá Łukasz,", "Lukasz"),
        ("Buen día, Dra. García:", "Ana García"),
        ("Bom dia, Sr.ª Eng.ª Silva,", "Ana Silva"),
        ("Bonjour Jean-Paul,", "Jean-Paul Dupont"),
        ("Szanowny Panie Marku,", "Marek Nowak"),
        ("Cześć Pawle,", "Paweł Nowak"),
        ("Dzień dobry Panie Piotrze,", "Piotr Nowak"),
        ("Cześć Robercie,", "Robert Nowak"),
        ("Dzień dobry Państwu,", "Anna Kowalska"),
        ("Gent.ma Dott.ssa Rossi,", "Anna Rossi"),
        ("Egr. Sig. Rossi,", "Marco Rossi"),
        ("Hallo ihr zwei,", "Anna Rossi"),
        ("Sehr geehrter Herr Professor Rossi,", "Marco Rossi"),
        ("Muy señores míos:", "Rossi SL"),
        ("Exmos. Senhores,", "Rossi Lda."),
        ("Spett.le Rossi S.p.A.,", "Rossi S.p.A. - Amministrazione"),
        ("Spett.le Ditta Rossi S.r.l.,", "Rossi Srl"),
        ("Spett.le Rossi Spa,", "Rossi S.p.A."),
        ("Goeiemorgen Anna,", "Anna de Vries"),
        ("Goeiedag Anna,", "Anna de Vries"),
        ("Ha Anna,", "Anna de Vries"),
        ("L.S.,", "Anna de Vries"),
        ("Dzień dobry Pani Ewo,", "Ewa Lis"),
        ("Cześć Olu,", "Ola Lis"),
        ("Panie Prezesie,", "Jan Kowalski"),
        ("God eftermiddag Anna!", "Anna Berg"),
        ("Ágæta Anna,", "Anna Jónsdóttir"),
    ],
)
def test_a_greeting_that_fits(greeting: str, name: str) -> None:
    """It names the person in any of the ways that people do, or nobody."""
    assert fits(greeting, [name])


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        ("Hi Marco,", "Anna Rossi"),
        ("ciao marco,", "Anna Rossi"),
        ("Hi Anna and Marco,", "Anna Rossi"),
        ("Hi Marco,", "Maria Rossi"),
        ("Hi Marco,", ""),
        ("Cześć Tomku,", "Tomasz Nowak"),
        ("Cześć Marku,", "Marian Nowak"),
        ("Hi Or,", "Anna Rossi"),
        ("Hi Ha,", "Anna Rossi"),
        ("Hi Eve,", "Eva Rossi"),
        ("Hi Mae,", "May Rossi"),
        ("Hi Les,", "Anna Rossi"),
        ("Sehr geehrter Herr Heil,", "Anna Rossi"),
        ("", "Anna Rossi"),
        ("Hi Anna, " + "and all " * 20, "Anna Rossi"),
    ],
)
def test_a_greeting_that_may_be_anothers(greeting: str, name: str) -> None:
    """In doubt it is not used."""
    assert not fits(greeting, [name])


@pytest.mark.parametrize(
    ("greeting", "intimate"),
    [
        ("Ciao Anna,", True),
        ("Hallo Anna,", True),
        ("Hallo Frau Rossi,", False),
        ("Hallo Dr. Rossi,", False),
        ("Hallo ihr beiden,", True),
        ("Ihr Lieben,", True),
        ("Hallo,", False),
        ("Hi Frau Rossi,", False),
        ("Cześć Anno,", True),
        ("Ha Anna,", True),
        ("Bonjour Anna,", False),
        ("Oi, Ana,", False),
        ("Liebe Frau Rossi,", False),
        ("Liebe Anna,", True),
        ("", False),
    ],
)
def test_a_familiar_greeting(greeting: str, *, intimate: bool) -> None:
    """Only a greeting that no polite letter begins with tells the familiar form."""
    assert intimate == is_intimate(greeting)


@pytest.mark.parametrize(
    ("called", "display_name", "email", "first", "full"),
    [
        ("Anna", "A. Rossi", "info@client.example", "Anna", "Anna Rossi"),
        ("Anna", "Dr. A. Rossi", "info@client.example", "Anna", "Dr. Anna Rossi"),
        ("Jan", "J.P. de Boer", "info@client.example", "Jan", "Jan de Boer"),
        ("Ana", "Á. Souza", "info@client.example", "Ana", "Ana Souza"),
        ("Anna", "anna86", "info@client.example", "Anna", ""),
        ("Anna", "Anna Rossi, Acme", "info@client.example", "Anna", ""),
        ("Jo", "", "jo@client.example", "Jo", ""),
        ("Anna", "", "anna.rossi@client.example", "Anna", ""),
        ("Anna", "", "a.rossi@client.example", "Anna", ""),
        ("Anna", "", "annarossi7+shop@client.example", "Anna", ""),
        ("Anna", "anna@client.example", "anna@client.example", "Anna", ""),
        ("Łukasz", "", "lukasz@client.example", "Łukasz", ""),
        ("Kate", "", "katherine@client.example", "Kate", ""),
    ],
)
def test_a_name_that_is_signed(called: str, display_name: str, email: str, first: str, full: str) -> None:
    """It fills in what the display name lacks, where that or the address agrees with it."""
    assert PersonName(first=first, full=full) == person_called(called, display_name, email=email)


@pytest.mark.parametrize(
    ("called", "email", "first", "full"),
    [
        ("", "anna.rossi@client.example", "Anna", "Anna Rossi"),
        ("Anna", "rossi.anna@client.example", "Anna", "Anna Rossi"),
        ("Anna", "arossi@client.example", "Anna", "Anna Rossi"),
        ("", "arossi@client.example", "Rossi", "Rossi Anna"),
        ("Rossi", "anna.rossi@client.example", "Rossi", "Rossi Anna"),
    ],
)
def test_a_name_all_in_capitals(called: str, email: str, first: str, full: str) -> None:
    """The family's may stand in front: what they sign tells it, or the address that begins with the other."""
    assert PersonName(first=first, full=full) == person_called(called, "ROSSI ANNA", email=email)
    assert person_called(called, "Rossi Anna", email=email) == PersonName(first="Rossi", full="Rossi Anna")


@pytest.mark.parametrize(
    ("called", "display_name", "email"),
    [
        ("Maria", "A. Rossi", "anna@client.example"),
        ("Rossi", "A. Rossi", "a.rossi@client.example"),
        ("Müller", "Herr Müller", "mueller@client.example"),
        ("Thomas", "Herr Müller", "thomas@client.example"),
        ("Maria", "Anna Rossi", "maria@client.example"),
        ("Anna", "Anna Rossi", "anna@client.example"),
        ("Annie", "Anna Rossi", "anna@client.example"),
        ("Anna", "Rossi SpA", "anna@client.example"),
        ("Anna", "Arredamenti Rossi Srl", "arredi@client.example"),
        ("Maria", "", "anna@client.example"),
        ("Rossi", "", "a.rossi@client.example"),
        ("Rossi", "", "anna-rossi@client.example"),
        ("Rossi", "Studio Rossi", "rossi@client.example"),
        ("Rossi", "Rossi SpA", "rossi@client.example"),
        ("Rossi", "ROSSI", "rossi@client.example"),
        ("Anna", "info@client.example", "anna@client.example"),
        ("Ina", "", "info@client.example"),
        ("Karin", "", "kontakt@client.example"),
        ("Acc", "", "accounting@client.example"),
        ("Client", "Client", "client@client.example"),
        ("", "A. Rossi", "anna@client.example"),
        ("\u0301", "", "anna@client.example"),
        ("", "", "anna@client.example"),
    ],
)
def test_a_signed_name_that_may_be_anothers(called: str, display_name: str, email: str) -> None:
    """It changes nothing: the display name alone says what they're called, if anything does."""
    domain = email.rpartition("@")[2]

    assert person_called(called, display_name, email=email) == person_in(display_name, domain=domain)


@given(called=st.text(max_size=20), display_name=st.text(max_size=40), email=st.text(max_size=40))
def test_any_name_that_is_signed(called: str, display_name: str, email: str) -> None:
    """Nothing makes it stumble, and no name comes of it that wasn't there."""
    person = person_called(called, display_name, email=email)

    assert person is None or person.first in (called, (person_in(display_name) or PersonName(first="", full="")).first)


@pytest.mark.parametrize(
    ("display_name", "email", "who"),
    [
        ("Anna Rossi", "a@client.example", "anna"),
        ("Łucja Rossi", "a@client.example", "lucja"),
        ("Herr Müller", "m@client.example", "herr muller"),
        ("", "anna.rossi@client.example", "anna"),
        ("anna@client.example", "anna@client.example", "anna"),
        ("Rossi SpA", "anna@client.example", ""),
        ("", "info@client.example", ""),
        ("", "client@client.example", ""),
    ],
)
def test_who_is_behind_an_address(display_name: str, email: str, who: str) -> None:
    """A given name, or what there is of a name; nobody where it's a firm's or an office's."""
    assert who == somebody(display_name, email=email)
