"""Foreign errors and refusals, sorted by who must act."""

from __future__ import annotations

import imaplib
import ssl

import pytest
from imapclient.exceptions import CapabilityError, LoginError, ProtocolError

from crickets.errors import CricketsError, LoginRefused, Refused, Surprise, Transient
from crickets.mailbox.errors import UntrustedServer
from crickets.mailbox.settings import Password
from crickets.mailbox.translate import (
    bare_answer,
    library_words,
    login_refusal,
    refusal,
    socket_words,
)


@pytest.mark.parametrize(
    ("answer", "family"),
    [
        ("[AUTHENTICATIONFAILED] Invalid credentials (Failure)", LoginRefused),
        ("[AUTHENTICATIONFAILED] Account temporarily locked, try again later", LoginRefused),
        ("[ALERT] Application-specific password required", LoginRefused),
        ("LOGIN failed.", LoginRefused),
        ("", LoginRefused),
        ("[UNAVAILABLE] Temporary authentication failure.", Transient),
        ("[INUSE] mailbox in use", Transient),
        ("[LIMIT] Rate limit hit.", Transient),
        ("[ALERT] Too many simultaneous connections. (Failure)", Transient),
        ("Too many simultaneous connections", Transient),
        ("[SERVERBUG] Internal error", Transient),
    ],
)
def test_a_login_refused(answer: str, family: type[CricketsError]) -> None:
    """Only a refusal of name and secret is the owner's to mend; what passes is tried again."""
    assert type(login_refusal("login", answer, Password(secret="x1"))) is family


def test_a_server_that_echoes_the_secret() -> None:
    """It's not shown."""
    error = login_refusal("login", "bad login dana/s3same-open", Password(secret="s3same-open"))

    assert "s3same" not in str(error)
    assert "bad login dana/…" in str(error)


def test_a_refusal_with_the_servers_words() -> None:
    """They are kept, apart and in the text."""
    error = refusal("laying the draft", "[OVERQUOTA] Quota exceeded")

    assert isinstance(error, Refused)
    assert error.answer == "[OVERQUOTA] Quota exceeded"
    assert str(error).startswith("laying the draft: [OVERQUOTA] Quota exceeded\n")


def test_words_that_say_less_than_they_mean() -> None:
    """The remedy says what is known to help."""
    error = refusal("opening the folder", "User is authenticated but not connected.")

    assert isinstance(error, Refused)
    assert "no right to the mailbox" in error.remedy


@pytest.mark.parametrize(
    "text",
    [
        "b'[TRYCREATE] No such folder'",
        "append failed: [TRYCREATE] No such folder",
        "APPEND command error: BAD [b'[TRYCREATE] No such folder']",
        "[TRYCREATE] No such folder",
    ],
)
def test_an_answer_wrapped_by_the_libraries(text: str) -> None:
    """Only what the server said is left."""
    assert bare_answer(text) == "[TRYCREATE] No such folder"


@pytest.mark.parametrize(
    ("raised", "family"),
    [
        (imaplib.IMAP4.abort("socket error: EOF"), Transient),
        (imaplib.IMAP4.abort("command: LIST => System Error"), Transient),
        (imaplib.IMAP4.abort("unexpected response: b'%%%'"), Surprise),
        (imaplib.IMAP4.readonly("mailbox status changed to READ-ONLY"), Transient),
        (imaplib.IMAP4.error("append failed: [OVERQUOTA] full"), Refused),
        (imaplib.IMAP4.error("append failed: [UNAVAILABLE] later"), Transient),
        (LoginError("b'no'"), Refused),
        (ProtocolError("a tuple without end"), Surprise),
        (CapabilityError("no NAMESPACE"), Surprise),
        (IndexError("tuple index out of range"), Surprise),
        (Transient("known already", remedy="."), Transient),
    ],
)
def test_what_the_libraries_raise(raised: Exception, family: type[CricketsError]) -> None:
    """It's one of our families, and says what was being done or keeps its own words."""
    with pytest.raises(family) as caught, library_words("doing something"):
        raise raised

    assert caught.value is raised or str(caught.value).startswith("doing something")


@pytest.mark.parametrize("raised", [KeyboardInterrupt(), AssertionError("ours"), AttributeError("ours")])
def test_a_mistake_of_our_own(raised: BaseException) -> None:
    """It's let through as it is."""
    with pytest.raises(type(raised)), library_words("doing something"):
        raise raised


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (TimeoutError("timed out"), "nothing for 30 seconds"),
        (ConnectionResetError(104, "Connection reset by peer"), "Connection reset by peer"),
        (ssl.SSLError(1, "UNEXPECTED_EOF"), "UNEXPECTED EOF"),
    ],
)
def test_what_sockets_raise(raised: OSError, words: str) -> None:
    """A line that breaks is nobody's to mend."""
    with pytest.raises(Transient, match=words), socket_words(30):
        raise raised


def test_no_tls_at_all() -> None:
    """Who answers in the clear proves nothing, and a new try proves no more: `port` and `tls` are to be looked at."""
    with pytest.raises(UntrustedServer, match="doesn't speak TLS"), socket_words(30):
        raise ssl.SSLError(1, "WRONG_VERSION_NUMBER")
