"""Mail to the owner over a real SMTP server, and all that may go wrong on the way."""

from __future__ import annotations

import socket
import threading
import traceback
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

import pytest

from crickets.domain.owner import OwnAddress, Owner
from crickets.errors import ConfigError, CricketsError, LoginRefused, NotNow, Refused, Transient
from crickets.notify.smtp import AnswerLost, Post
from crickets.notify.smtp_server import SmtpServer, Tls
from tests.notify.web import hear_out
from tests.servers.certificates import ANOTHER_HOST
from tests.servers.server import PASSWORD
from tests.servers.smtp import USER, Smtp

OWNER = Owner(name="Dana", addresses=(USER, "*@levi.example"), zone=ZoneInfo("UTC"))
DANA, HOME = OwnAddress(USER, OWNER), OwnAddress("dana@levi.example", OWNER)
MAIL = b"From: dana@studio.example\r\nSubject: Today\r\n\r\n.a dot\r\n..\r\n.\r\nend\r\n"


@pytest.fixture(params=["implicit", "starttls", "none"])
def any_tls(request: pytest.FixtureRequest) -> Iterator[Smtp]:
    """A server for each way to be private."""
    with Smtp(tls=request.param) as server:
        yield server


@pytest.fixture
def smtp() -> Iterator[Smtp]:
    """One with TLS from the first byte on."""
    with Smtp() as server:
        yield server


def place(server: Smtp, **changes: object) -> SmtpServer:
    """How our own client is told of it."""
    told = SmtpServer(
        host="localhost", port=server.port, tls=Tls(server.tls), username=USER, secret=PASSWORD,
        tls_ca_file=server.ca_file,
    )  # fmt: skip
    return replace(told, **changes)  # type: ignore[arg-type]


def send(where: SmtpServer, *, to: OwnAddress = HOME, patience: float = 20) -> list[str]:
    """Hand a mail over; when it was said to be about to be handed over."""
    begun: list[str] = []
    try:
        Post(where, timedelta(seconds=patience)).send(
            MAIL, sender=DANA, to=to, handing_over=lambda: begun.append("now")
        )
    except CricketsError as error:
        error.add_note(f"begun {len(begun)} times")
        raise
    return begun


def begun(error: BaseException) -> bool:
    """Whether the mail was about to be handed over when it failed."""
    return error.__notes__ == ["begun 1 times"]


def test_a_mail(any_tls: Smtp) -> None:
    """It's taken as it is, dots and all, from the owner to the owner, after a login; once."""
    assert send(place(any_tls)) == ["now"]

    [taken] = any_tls.taken
    assert (taken.sender, taken.recipients) == (USER, ("dana@levi.example",))
    assert taken.raw == MAIL
    assert taken.authenticated
    assert taken.private is (any_tls.tls != "none")


def test_a_mail_without_a_line_end(smtp: Smtp) -> None:
    """It's given one; lines that end otherwise are mended."""
    Post(place(smtp)).send(b"Subject: a\n\nb\rc", sender=DANA, to=HOME, handing_over=lambda: None)

    assert smtp.taken[0].raw == b"Subject: a\r\n\r\nb\r\nc\r\n"


def test_a_relay_without_a_login(smtp: Smtp) -> None:
    """Who has no name there says none."""
    smtp.manners.auth = False

    send(place(smtp, username="", secret=""))

    assert "AUTH" not in smtp.commands
    assert len(smtp.taken) == 1


def test_trying_it_out(any_tls: Smtp) -> None:
    """It logs in, and sends nothing."""
    Post(place(any_tls)).log_in()

    assert any_tls.commands[-2:] == ["AUTH", "QUIT"]
    assert any_tls.taken == []


# ------------------------------------------------------------------------------------- whom it goes to


@pytest.mark.parametrize(
    "email",
    [
        "anna@client.example",
        "*@levi.example",
        "*",
        "",
        "dana@levi.example\r\nRCPT TO:<anna@client.example>",
        "dana@levi.example,anna@client.example",
        "<dana@levi.example>",
        "anna@client.example@levi.example",
        "dana@levi.example ",
        "dana\u202e@levi.example",
        "anna%client.example@levi.example",
        "client.example!anna@levi.example",
        "us:dana@levi.example,anna@client.example;",
        '"anna@client.example"@levi.example',
        "dana@levi.example\x00",
    ],
)
def test_anybody_else(email: str) -> None:
    """There is no address to send to but the owner's own: of any other, of a pattern and of a trick none is made."""
    with pytest.raises(ValueError, match="not an address of the owner's"):
        OwnAddress(email, OWNER)


@pytest.mark.parametrize(
    ("email", "own"),
    [
        ("dana@strasse.example", "*@straße.example"),
        ("dana@ſtudio.example", USER),
        ("dana@studio.example", "*@ſtudio.*"),
    ],
)
def test_a_domain_that_folds_to_the_owners(email: str, own: str) -> None:
    """It's another's: ß and ss are told apart where domains are registered, and mail goes by their letters."""
    with pytest.raises(ValueError, match="not an address of the owner's"):
        OwnAddress(email, replace(OWNER, addresses=(own,)))


@pytest.mark.parametrize("email", [USER, "DANA@Studio.Example", "me@levi.example", "dana+digest@studio.example"])
def test_an_address_of_the_owners(email: str) -> None:
    """One that is named, in any case, one that fits a pattern of theirs, and one with a detail."""
    assert OwnAddress(email, OWNER).email == email


def test_a_recipient_by_its_name_alone(smtp: Smtp) -> None:
    """A plain text is no recipient, whoever it names: nothing is said to the server."""
    with pytest.raises(AttributeError):
        Post(place(smtp)).send(MAIL, sender=DANA, to="anna@client.example", handing_over=lambda: None)  # type: ignore[arg-type]

    assert smtp.connections == 0


def test_an_address_beyond_ascii(smtp: Smtp) -> None:
    """It's refused before anything is said, with what to do."""
    with pytest.raises(Refused, match="no ordinary mail"):
        send(place(smtp), to=OwnAddress("dána@levi.example", replace(OWNER, addresses=("*@levi.example",))))

    assert smtp.connections == 0


def test_a_domain_beyond_ascii(smtp: Smtp) -> None:
    """Mail goes there by the name that DNS knows."""
    send(place(smtp), to=OwnAddress("dana@lévi.example", replace(OWNER, addresses=("*@lévi.example",))))

    assert [taken.recipients for taken in smtp.taken] == [("dana@xn--lvi-bma.example",)]


# --------------------------------------------------------------------------------------- what is refused


def test_a_wrong_password(smtp: Smtp) -> None:
    """The login is refused, after one try, and neither the words nor the traceback tell the secret."""
    secret = PASSWORD[::-1]  # as it is it would stand in the next line, which the traceback shows
    with pytest.raises(LoginRefused, match="did not let you in to send mail") as caught:
        send(place(smtp, secret=secret))

    assert smtp.commands.count("AUTH") == 1
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caught.value.answer
    assert secret not in told
    assert b64encode(secret.encode()).decode()[:8] not in told
    assert not begun(caught.value)


@pytest.mark.parametrize(
    "spoken",
    [PASSWORD, b64encode(PASSWORD.encode()).decode(), b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()],
    ids=["as it is", "as LOGIN says it", "as PLAIN says it"],
)
def test_a_server_that_repeats_the_password(smtp: Smtp, spoken: str) -> None:
    """It isn't told on, in whichever form it's repeated."""
    smtp.manners.replies["AUTH"] = f"535 no such password: {spoken}"
    with pytest.raises(LoginRefused) as caught:
        send(place(smtp))

    assert spoken not in str(caught.value) + caught.value.answer
    assert "535 no such password: …" in str(caught.value)


def test_a_login_that_fails_for_now(smtp: Smtp) -> None:
    """It says nothing against the password."""
    smtp.manners.replies["AUTH"] = "454 4.7.0 Temporary authentication failure"
    with pytest.raises(NotNow, match=r"454 4\.7\.0"):
        send(place(smtp))


def test_a_server_that_takes_no_password(smtp: Smtp) -> None:
    """It's told so; nothing is sent without the login that was asked for."""
    smtp.manners.auth = False
    with pytest.raises(Refused, match="takes no password"):
        send(place(smtp))

    assert smtp.taken == []


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA", "END"])
@pytest.mark.parametrize(("reply", "kind"), [("550 5.1.1 no", Refused), ("451 4.7.1 Greylisted, try again", NotNow)])
def test_a_refusal(smtp: Smtp, verb: str, reply: str, kind: type[Refused]) -> None:
    """For good or for now, in the server's words; it was begun only where the mail itself was refused."""
    smtp.manners.replies[verb] = reply
    with pytest.raises(Refused) as caught:
        send(place(smtp))

    assert type(caught.value) is kind
    assert reply in str(caught.value)
    assert begun(caught.value) is (verb == "END")
    assert smtp.taken == []


def test_a_greeting_that_says_no() -> None:
    """A busy server is tried again."""
    with a_server_that_greets(b"421 4.3.2 too busy\r\n") as port, pytest.raises(NotNow, match=r"421 4\.3\.2 too busy"):
        send(SmtpServer(host="127.0.0.1", port=port, tls=Tls.NONE))


# --------------------------------------------------------------------------------- lines that break


def test_a_server_that_is_away(smtp: Smtp) -> None:
    """It's for now, and says where nobody was."""
    smtp.close()
    with pytest.raises(Transient, match=f"localhost:{smtp.port} could not be reached"):
        send(place(smtp))


def test_a_host_that_is_not_known() -> None:
    """It's for now too: names are not always to be had."""
    with pytest.raises(Transient, match="could not be reached"):
        send(SmtpServer(host="nowhere.invalid", port=465))


@pytest.mark.parametrize("verb", ["EHLO", "AUTH", "MAIL", "RCPT", "DATA"])
def test_a_line_cut_before_the_mail(smtp: Smtp, verb: str) -> None:
    """Nothing was handed over, and that is known."""
    smtp.manners.cut_at = verb
    with pytest.raises(Transient) as caught:
        send(place(smtp))

    assert not isinstance(caught.value, AnswerLost)
    assert not begun(caught.value)


def test_a_line_cut_after_the_mail(smtp: Smtp) -> None:
    """Nobody knows whether it was taken (here it was), and that is what is said."""
    smtp.manners.cut_at = "END"
    with pytest.raises(AnswerLost, match="its answer got lost") as caught:
        send(place(smtp))

    assert begun(caught.value)
    assert len(smtp.taken) == 1


@pytest.mark.parametrize(("verb", "kind"), [("EHLO", Transient), ("RCPT", Transient), ("END", AnswerLost)])
def test_a_server_that_falls_silent(smtp: Smtp, verb: str, kind: type[Transient]) -> None:
    """It's given up in time."""
    smtp.manners.silent_at = verb
    before = monotonic()
    with pytest.raises(Transient) as caught:
        send(place(smtp), patience=0.5)

    assert type(caught.value) is kind
    assert monotonic() - before < 5


def test_a_server_that_says_no_goodbye(smtp: Smtp) -> None:
    """The mail was taken, and that is known, however long it says nothing more."""
    smtp.manners.silent_at = "QUIT"

    assert send(place(smtp), patience=1.5) == ["now"]
    assert len(smtp.taken) == 1


def test_being_told_to_stop_at_the_goodbye(smtp: Smtp) -> None:
    """What was done is done."""
    post = Post(place(smtp))
    smtp.manners.silent_at = "QUIT"
    smtp.manners.meanwhile = lambda verb: post.interrupt() if verb == "QUIT" else None

    post.send(MAIL, sender=DANA, to=HOME, handing_over=lambda: None)

    assert len(smtp.taken) == 1


def test_being_told_to_stop(smtp: Smtp) -> None:
    """What is under way ends at once, and nothing begins any more."""
    post, silent = Post(place(smtp)), threading.Event()
    smtp.manners.silent_at = "RCPT"
    smtp.manners.meanwhile = lambda verb: silent.set() if verb == "RCPT" else None
    failures: list[CricketsError] = []

    def run() -> None:
        try:
            post.send(MAIL, sender=DANA, to=HOME, handing_over=lambda: None)
        except CricketsError as error:
            failures.append(error)

    sending = threading.Thread(target=run)
    sending.start()
    assert silent.wait(10)
    post.interrupt()
    sending.join(10)

    assert [str(failure.what).endswith("told to stop") for failure in failures] == [True]
    with pytest.raises(Transient, match="told to stop"):
        post.log_in()
    assert smtp.connections == 1


@contextmanager
def a_server_that_greets(said: bytes) -> Iterator[int]:
    """A server that says so much when somebody comes, and then hears them out."""

    def serve() -> None:
        with suppress(OSError), listener.accept()[0] as line:
            line.sendall(said)
            hear_out(line)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = threading.Thread(target=serve)
        serving.start()
        yield int(listener.getsockname()[1])
        serving.join(20)


@pytest.mark.parametrize(
    "said",
    [
        b"220 " + b"a" * 100_000 + b"\r\n",
        b"220-" + b"a\r\n220-" * 100_000,
        b"hello\r\n",
        b"\x00\xff\x1b[31m\r\n",
    ],
)
def test_a_greeting_of_another_world(said: bytes) -> None:
    """What is no SMTP, or never ends, does no harm."""
    with a_server_that_greets(said) as port, pytest.raises(CricketsError) as caught:
        send(SmtpServer(host="127.0.0.1", port=port, tls=Tls.NONE), patience=2)

    assert str(caught.value).replace("\n", "").isprintable()
    assert len(str(caught.value)) < 1000


# ---------------------------------------------------------------------------------------------- privacy


def test_a_certificate_that_nobody_knows(any_tls: Smtp) -> None:
    """Nothing is said, not even the name."""
    if any_tls.tls == "none":
        return
    with pytest.raises(Refused, match="certificate of localhost can't be trusted"):
        send(place(any_tls, tls_ca_file=None))

    assert "AUTH" not in any_tls.commands


def test_a_certificate_of_another_host() -> None:
    """It's as little trusted."""
    with Smtp(names=ANOTHER_HOST) as server, pytest.raises(Refused, match="can't be trusted"):
        send(place(server))


def test_starttls_that_is_not_offered() -> None:
    """Somebody may have left it out on the way: nothing is sent in the clear."""
    with Smtp(tls="starttls") as server:
        server.manners.starttls = False
        with pytest.raises(Refused, match="does not offer to encrypt"):
            send(place(server))

        assert server.commands == ["EHLO"]


def test_starttls_that_is_refused() -> None:
    """Nor then."""
    with Smtp(tls="starttls") as server:
        server.manners.replies["STARTTLS"] = "454 TLS not available"
        with pytest.raises(NotNow, match="did not encrypt"):
            send(place(server))

        assert server.commands == ["EHLO", "STARTTLS"]


def test_tls_where_there_is_none() -> None:
    """It's told which port goes with which kind."""
    with Smtp(tls="none") as server, pytest.raises(CricketsError) as caught:
        send(place(server, tls=Tls.IMPLICIT), patience=5)

    assert server.taken == []
    assert 'tls = "implicit" goes with port 465' in str(caught.value)


def test_authorities_that_are_none(tmp_path: Path) -> None:
    """It's the config's matter."""
    (tmp_path / "ca.pem").write_text("no certificate")
    with pytest.raises(ConfigError, match=r"smtp\.tls_ca_file"):
        Post(SmtpServer(host="localhost", port=465, tls_ca_file=tmp_path / "ca.pem"))


def test_the_secret_in_its_settings() -> None:
    """It isn't shown."""
    assert "hunter2" not in repr(SmtpServer(host="a", port=1, secret="hunter2"))
