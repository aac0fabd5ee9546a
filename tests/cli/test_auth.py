"""`auth`, and what the other commands do with what it got: on a real Dovecot that lets in by tokens."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.home import CONFIG, Home, days_ago
from tests.servers.authority import CLIENT_ID, CLIENT_SECRET, Authority
from tests.servers.by_token import MailByToken
from tests.servers.mail import CLIENT, OWNER, a_message
from tests.servers.mailbox import OwnersMailbox
from tests.servers.server import ImapServer

PATIENCE = 60
PASSWORD_LINE = 'password_env = "WORK_IMAP_PASSWORD"'
MICROSOFT = f"""
[oauth.microsoft]
client_id = "{CLIENT_ID}"
tenant = "studio.example"
authority = "{{url}}"
scope = "mail offline_access"
"""
GOOGLE = f"""
[oauth.google]
client_id = "{CLIENT_ID}"
client_secret_env = "GOOGLE_CLIENT_SECRET"
auth_url = "{{url}}/authorize"
token_url = "{{url}}/token"
"""


@pytest.fixture
def mailbox(by_token: MailByToken) -> OwnersMailbox:
    """A fresh one, whose owner will agree."""
    return by_token.owner()


@pytest.fixture
def authority(by_token: MailByToken, mailbox: OwnersMailbox) -> Authority:
    """Who lets them in."""
    return by_token.authority


def configure(home: Home, mail: MailByToken, provider: str, oauth: str, more: str = "") -> None:
    """A config by which its owner signs in."""
    text = CONFIG.format(port=mail.dovecot.port, username=mail.authority.user)
    text = text.replace(PASSWORD_LINE, f'oauth = "{provider}"', 1)
    home.config.write_text(text + oauth.format(url=mail.authority.url) + more)


@pytest.fixture
def at_microsoft(home: Home, by_token: MailByToken, authority: Authority) -> Home:
    """A home whose account is at Microsoft's, with a silence in it."""
    configure(home, by_token, "microsoft", MICROSOFT)
    return home


@pytest.fixture
def at_google(home: Home, by_token: MailByToken, authority: Authority) -> Home:
    """The same at Google's, where Crickets has a secret."""
    authority.secret = CLIENT_SECRET
    configure(home, by_token, "google", GOOGLE)
    (home.folder / ".env").write_text(f"GOOGLE_CLIENT_SECRET='{CLIENT_SECRET}'\n")
    return home


def tokens(home: Home) -> Path:
    """The file of tokens."""
    return home.state.with_name("tokens") / "work.json"


def a_silence(mailbox: OwnersMailbox) -> None:
    """Anna asked ten days ago; the owner answered six days ago; Anna has been quiet since."""
    asked = a_message(at=days_ago(10))
    mailbox.put("INBOX", asked)
    mailbox.put("Sent", a_message(OWNER, CLIENT, at=days_ago(6), reply_to=asked))


def assert_no_secret(home: Home, authority: Authority, *told: str) -> None:
    """Of all that the authority ever gave nothing is told, nor in any file but that of the tokens."""
    files = [p for p in home.folder.rglob("*") if p.is_file() and p not in {tokens(home), home.folder / ".env"}]
    everything = [text.encode() for text in told] + [path.read_bytes() for path in files]
    for secret in authority.given:
        assert not [text for text in everything if secret.encode() in text], secret


def test_the_whole_way_at_microsoft(at_microsoft: Home, authority: Authority, mailbox: OwnersMailbox) -> None:
    """A code is entered somewhere, and from then on passes are made as with any password; no secret is told."""
    a_silence(mailbox)
    authority.pending = 1

    login, passed = at_microsoft("auth", "login", "work"), at_microsoft("once")
    status, check = at_microsoft("auth", "status"), at_microsoft("check")

    assert (login.code, login.out) == (0, "Signed in to work.\n")
    assert f"Open {authority.url}/device in a browser, on any machine, and enter the code WDJB-MJHT\n" in login.err
    assert (passed.code, passed.err) == (0, "")
    assert len(mailbox.drafts) == 1
    assert status.code == 0
    assert re.fullmatch(
        r"work +microsoft +signed in; the token lasts until \S+ \d\d:\d\d and is renewed by itself\s*", status.out
    )
    assert check.code == 0
    assert "microsoft: signed in; the token lasts until" in check.out
    assert_no_secret(
        at_microsoft, authority, *(t for ran in (login, passed, status, check) for t in (ran.out, ran.err))
    )
    assert {f["client_id"] for f in authority.forms} == {CLIENT_ID}


def test_as_json(at_microsoft: Home, authority: Authority) -> None:
    """The shapes are those of docs/json.md; what is to be done stands on stderr."""
    before = at_microsoft("auth", "status", "--json")
    login, after = at_microsoft("auth", "login", "work", "--json"), at_microsoft("auth", "status", "work", "--json")
    check = at_microsoft("check", "--json")

    nothing = {"signed_in_at": None, "expires_at": None, "renewable": False, "ends_at": None}
    assert before.code == 77
    assert before.json["accounts"] == [
        {
            "name": "work",
            "oauth": "microsoft",
            "signed_in": False,
            **nothing,
            "problem": "nobody has signed in yet",
        }
    ]
    [standing] = after.json["accounts"]
    assert after.code == 0
    assert login.json == {**standing, "file": str(tokens(at_microsoft))}
    assert check.json["accounts"][0]["sign_in"] == standing
    assert (standing["signed_in"], standing["renewable"], standing["problem"]) == (True, True, None)
    assert standing["signed_in_at"] < standing["expires_at"]
    assert "WDJB-MJHT" in login.err
    assert_no_secret(at_microsoft, authority, login.out, login.err, after.out, check.out)


def test_before_the_first_sign_in(at_microsoft: Home) -> None:
    """A pass says which command to run, and so does `status` from then on; nobody is asked."""
    passed, status = at_microsoft("once"), at_microsoft("status", "--json")

    assert passed.code == 77
    assert passed.err == f"work: nobody has signed in yet\nRun `{at_microsoft.command} auth login work`.\n"
    assert "work: nobody has signed in yet. Run `crickets auth login work`." in str(status.json["problems"])


def test_a_refused_sign_in(at_microsoft: Home, authority: Authority) -> None:
    """Nothing is kept of it, and the code is 77."""
    authority.refusal = "access_denied"

    login = at_microsoft("auth", "login", "work")

    assert login.code == 77
    assert "the sign-in was refused: access_denied" in login.err
    assert not tokens(at_microsoft).exists()


def test_an_address_at_which_no_tokens_are(at_microsoft: Home, authority: Authority) -> None:
    """It's told by the key from which Microsoft's addresses follow."""

    def refuse(handler: BaseHTTPRequestHandler, _form: object) -> bool:
        handler.send_error(404)
        return True

    authority.instead = refuse

    assert "Check authority below [oauth.microsoft].\n" in at_microsoft("auth", "login", "work").err


def test_a_token_that_the_mail_server_refuses(at_microsoft: Home, authority: Authority) -> None:
    """It's renewed and tried once more, and nobody is told of it."""
    at_microsoft("auth", "login", "work")
    authority.expire()

    passed = at_microsoft("once")

    assert (passed.code, passed.err) == (0, "")
    assert authority.renewals() == 1


def test_tokens_that_the_mail_server_never_takes(at_microsoft: Home, authority: Authority) -> None:
    """One more is tried, and then it's the owner's turn."""
    at_microsoft("auth", "login", "work")
    authority.user = "somebody-else"
    authority.expire()

    passed = at_microsoft("once")

    assert passed.code == 77
    assert authority.renewals() == 1
    assert "Check that `username` is who signed in" in passed.err
    assert_no_secret(at_microsoft, authority, passed.out, passed.err)


def test_a_grant_that_is_gone(at_microsoft: Home, authority: Authority, mailbox: OwnersMailbox) -> None:
    """The account is parked with a clear word, and nobody is asked in vain; signing in wakes it."""
    at_microsoft("auth", "login", "work")
    at_microsoft("once")
    authority.forget()

    first, second, status = at_microsoft("once"), at_microsoft("once"), at_microsoft("status")

    words = "127.0.0.1 takes the sign-in no more: invalid_grant: AADSTS70008: … has expired or was revoked."
    assert (first.code, second.code) == (77, 77)
    assert first.err == second.err == f"work: {words}\nRun `{at_microsoft.command} auth login work`.\n"
    assert authority.renewals() == 1
    assert " auth login work`" in status.out
    assert at_microsoft("auth", "status").code == 77
    assert at_microsoft("auth", "login", "work").code == 0
    assert at_microsoft("once").code == 0
    assert_no_secret(at_microsoft, authority, first.err, status.out)


def test_another_account_beside_it(
    at_microsoft: Home, by_token: MailByToken, authority: Authority, dovecot_sdbox: ImapServer
) -> None:
    """It goes on."""
    user = dovecot_sdbox.user()
    other = (
        CONFIG.format(port=dovecot_sdbox.port, username=user).partition("[accounts.work]")[2].partition("[track]")[0]
    )
    configure(at_microsoft, by_token, "microsoft", MICROSOFT, f"\n[accounts.home]{other}")
    (at_microsoft.folder / ".env").write_text(f"WORK_IMAP_PASSWORD='{dovecot_sdbox.password}'\n")
    box = OwnersMailbox(dovecot_sdbox, user)
    a_silence(box)

    passed = at_microsoft("once")

    assert passed.code == 77
    assert len(box.drafts) == 1


def test_a_sign_out(at_microsoft: Home, authority: Authority) -> None:
    """The tokens are gone here, and it's told where what was allowed is taken back."""
    at_microsoft("auth", "login", "work")

    first, second = at_microsoft("auth", "logout", "work"), at_microsoft("auth", "logout", "work", "--json")

    assert (first.code, first.out) == (0, "Forgot the tokens of work.\n")
    assert "https://myapps.microsoft.com" in first.err
    assert (second.json["forgotten"], second.json["signed_in"]) == (False, False)
    assert not tokens(at_microsoft).exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("login", "wrok"), "no account is called 'wrok'; did you mean work?\n"),
        (("status", "other"), "no account is called 'other'; known: work\n"),
        (("logout", "wrok"), "did you mean work?"),
    ],
)
def test_an_account_that_there_is_not(at_microsoft: Home, arguments: tuple[str, ...], told: str) -> None:
    """It's wrong usage, with the name that was meant."""
    ran = at_microsoft("auth", *arguments)

    assert ran.code == 2
    assert told in ran.err


def test_an_account_with_a_password(home: Home) -> None:
    """There is nothing to sign in to."""
    login, status = home("auth", "login", "work"), home("auth", "status")

    assert login.code == 2
    assert "nobody signs in to work: the config has another way into it" in login.err
    assert (status.code, status.out) == (0, "No account signs in by OAuth 2.0.\n")


@pytest.mark.secrets_in("token.py")
def test_a_token_that_a_command_prints(home: Home, by_token: MailByToken, authority: Authority) -> None:
    """It opens the mailbox as any other does; one that is refused is asked for once more."""
    text = CONFIG.format(port=by_token.dovecot.port, username=authority.user)
    _, given = authority._grant()
    (home.folder / "token.py").write_text(
        "import pathlib; p = pathlib.Path(__file__).with_suffix('.count'); p.open('a').write('x')\n"
        f"print('{given['access_token']}' if len(p.read_text()) != 2 else 'stale')\n"
    )
    home.config.write_text(text.replace(PASSWORD_LINE, f"token_command = '{sys.executable} {home.folder}/token.py'", 1))

    assert [home("once").code, home("once").code] == [0, 0]
    assert (home.folder / "token.count").read_text() == "xxx"


class Asked:
    """`auth login` under way in a process, at the point where somebody must act; `url` is what it shows."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.told = ""
        assert process.stderr is not None
        for line in process.stderr:
            self.told += line
            if "/authorize?" in line:
                self.url = line.strip()
                return
        raise AssertionError(self.told)

    def ended(self, typed: str = "") -> tuple[int, str, str]:
        """Code, stdout and stderr once it has ended."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.process.stdin.write(typed)
        self.process.stdin.close()
        # Not by `communicate`, which knows nothing of what was read ahead of the line that was waited for.
        err, out = self.process.stderr.read(), self.process.stdout.read()
        return self.process.wait(PATIENCE), out, self.told + err


@contextmanager
def logging_in(home: Home, *options: str, **environment: str) -> Iterator[Asked]:
    """The command in a process of its own, as a browser is needed beside it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "crickets", "--config", home.config, "auth", "login", "work", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )
    with process:
        try:
            yield Asked(process)
        finally:
            process.kill()


def browse(address: str) -> str:
    """What a browser shows at an address of this machine."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        line.request("GET", f"{parts.path}?{parts.query}")
        return line.getresponse().read().decode()
    finally:
        line.close()


def test_the_whole_way_at_google(at_google: Home, authority: Authority, mailbox: OwnersMailbox) -> None:
    """The browser comes back to this machine, and passes are made; no secret is told."""
    a_silence(mailbox)
    with logging_in(at_google, "--no-browser") as asked:
        page = browse(authority.agree(asked.url))
        code, out, err = asked.ended()
    passed = at_google("once")

    assert (code, out) == (0, "Signed in to work.\n"), err
    assert "Signed in" in page
    assert {key: authority.asked[0][key] for key in ("access_type", "prompt", "login_hint", "scope")} == {
        "access_type": "offline",
        "prompt": "consent",
        "login_hint": authority.user,
        "scope": "https://mail.google.com/",
    }
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", authority.asked[0]["redirect_uri"])
    assert passed.code == 0
    assert len(mailbox.drafts) == 1
    assert_no_secret(at_google, authority, out, err, passed.out, passed.err, page)


def test_a_sign_in_that_will_end(at_google: Home, authority: Authority) -> None:
    """Google's ends after seven days while the program is in Testing: that's told at once, and by `status`."""
    authority.ends_in = 604_799
    with logging_in(at_google, "--no-browser") as asked:
        browse(authority.agree(asked.url))
        code, _, err = asked.ended()
    status, document = at_google("auth", "status"), at_google("auth", "status", "--json").json

    assert code == 0
    assert "and then you must sign in again. At Google that's so while the program is in Testing" in err
    assert re.search(r"renewed by itself\s+until [^;]+; then\s+you\s+must\s+sign\s+in\s+again", status.out)
    [standing] = document["accounts"]
    lasts = datetime.fromisoformat(standing["ends_at"]) - datetime.fromisoformat(standing["signed_in_at"])
    assert lasts == timedelta(seconds=604_799)
    assert (status.code, standing["problem"]) == (0, None)


def test_a_browser_that_is_opened(at_google: Home, authority: Authority, tmp_path: Path) -> None:
    """It's the user's own, and isn't waited for: it waits for us."""
    (tmp_path / "browser.py").write_text(
        "import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1], timeout=20).read(), file=sys.stderr)"
    )
    browser = f"{sys.executable} {tmp_path}/browser.py %s"

    with logging_in(at_google, "--browser", BROWSER=browser, no_proxy="*") as asked:
        code, _, err = asked.ended()

    assert code == 0, err
    assert tokens(at_google).exists()


def test_a_browser_that_talks(at_google: Home, authority: Authority, tmp_path: Path) -> None:
    """Chrome says on stdout that it is open already: that's none of our JSON."""
    (tmp_path / "browser.py").write_text(
        "import sys, urllib.request; print('Opening in existing browser session.', flush=True); "
        "urllib.request.urlopen(sys.argv[1], timeout=20).read()"
    )
    browser = f"{sys.executable} {tmp_path}/browser.py %s"

    with logging_in(at_google, "--browser", "--json", BROWSER=browser, no_proxy="*") as asked:
        code, out, err = asked.ended()

    assert code == 0, err
    assert json.loads(out)["signed_in"]


def test_a_browser_on_another_machine(at_google: Home, authority: Authority) -> None:
    """The address at which it ends is pasted; one that answers another question is asked for again."""
    with logging_in(at_google, "--paste", "--json") as asked:
        ends_at = authority.agree(asked.url)
        code, out, err = asked.ended(f"{ends_at.replace('state=', 'state=x')}\n{ends_at}\n")

    assert code == 0, err
    assert json.loads(out)["signed_in"]
    assert "That's not the address that this question leads to." in err
    assert authority.asked[0]["redirect_uri"] in err
    assert_no_secret(at_google, authority, out, err)


def test_a_browser_here_and_there(at_google: Home, authority: Authority) -> None:
    """It's one or the other; nobody is sent anywhere."""
    login = at_google("auth", "login", "work", "--paste", "--browser")

    assert login.code == 2
    assert "--paste is for a browser on another machine" in " ".join(login.err.split())
    assert authority.asked == []


def test_nothing_is_pasted(at_google: Home) -> None:
    """That's told, and nothing kept."""
    with logging_in(at_google, "--paste") as asked:
        code, _, err = asked.ended()

    assert code == 77
    assert f"no address was pasted that answers the question\nRun `{at_google.command} auth login work`." in err


def test_what_is_pasted_is_no_text(at_google: Home, authority: Authority) -> None:
    """It's asked for again, as whatever else isn't the address."""
    with logging_in(at_google, "--paste", PYTHONIOENCODING="utf-8:strict") as asked:
        assert asked.process.stdin is not None
        os.write(asked.process.stdin.fileno(), b"http://127.0.0.1/?state=\xff\n")
        code, _, err = asked.ended(authority.agree(asked.url) + "\n")

    assert code == 0, err
    assert "That's not the address that this question leads to." in err


def test_a_browser_at_microsoft(at_microsoft: Home, authority: Authority) -> None:
    """Where an organisation allows no codes, a browser does; this machine is called as Microsoft wants it."""
    with logging_in(at_microsoft, "--paste") as asked:
        code, _, err = asked.ended(authority.agree(asked.url) + "\n")

    assert code == 0, err
    assert re.fullmatch(r"http://localhost:\d+", authority.asked[0]["redirect_uri"])


def test_a_client_secret_that_is_lacking(at_google: Home) -> None:
    """It's told by its key, before anybody is sent anywhere."""
    (at_google.folder / ".env").write_text("")

    login = at_google("auth", "login", "work", "--paste")

    assert login.code == 78
    assert "oauth.google.client_secret_env: GOOGLE_CLIENT_SECRET is set neither in the environment nor" in login.err
    assert "Open this address" not in login.err


@pytest.mark.parametrize("way", ["file", "lock", "folder"])
def test_tokens_that_others_could_have_written(at_microsoft: Home, way: str) -> None:
    """They aren't used: 74, and how to mend it."""
    at_microsoft("auth", "login", "work")
    spoilt = {"file": tokens(at_microsoft), "folder": tokens(at_microsoft).parent}.get(way)
    if spoilt is None:
        tokens(at_microsoft).write_text("{}")
    else:
        spoilt.chmod(0o777)

    passed = at_microsoft("once")

    assert passed.code == 74
    assert "tokens" in passed.err


def test_one_file_that_cannot_be_used(at_microsoft: Home, by_token: MailByToken, authority: Authority) -> None:
    """How the other accounts stand is told all the same, and of this one how to mend it; the code is 74."""
    other = at_microsoft.config.read_text().partition("[accounts.work]")[2].partition("\n[")[0]
    configure(at_microsoft, by_token, "microsoft", MICROSOFT, f"\n[accounts.home]{other}")
    for account in ("work", "home"):
        assert at_microsoft("auth", "login", account).code == 0
    tokens(at_microsoft).chmod(0o666)

    page, document = at_microsoft("auth", "status"), at_microsoft("auth", "status", "--json")

    assert (page.code, document.code) == (74, 74)
    work, home = document.json["accounts"]
    assert (work["signed_in"], home["signed_in"], home["problem"]) == (False, True, None)
    assert "chmod 600" in work["problem"]
    words = " ".join(page.out.split())
    assert "chmod 600" in words
    assert "signed in; the token lasts until" in words
