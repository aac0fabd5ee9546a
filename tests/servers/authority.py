"""An authorisation server of the tests' own: codes for devices, codes with PKCE, refresh tokens good for one use.

Stands for Google and Microsoft alike; its user is whoever a test says, and agrees, or not, as a test says.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import secrets
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT_ID = "crickets-at-dana"
CLIENT_SECRET = "c1ient-s3cret"
SCOPE = "mail offline_access"
_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
Reply = tuple[int, Mapping[str, object]]


@dataclass(slots=True)
class Authority:
    """What it was told, what it has given, and how it answers: each may be changed while it runs.

    `pending` is how often a device is told to wait, `slow_down` how often to wait longer; `refusal` is the error that
    ends a device's or a browser's sign-in. `ends_in` is how many seconds a refresh token lasts, if that's told.
    `instead` answers a request to the token endpoint in a way of its own.
    """

    port: int = 0
    secret: str = ""
    lifetime: int = 3600
    ends_in: int = 0
    rotates: bool = True
    pending: int = 0
    slow_down: int = 0
    refusal: str = ""
    granted: str = SCOPE
    instead: Callable[[BaseHTTPRequestHandler, Mapping[str, str]], bool] = lambda _handler, _form: False
    user: str = "dana"
    forms: list[Mapping[str, str]] = field(default_factory=list)
    asked: list[Mapping[str, str]] = field(default_factory=list)
    access: dict[str, str] = field(default_factory=dict)
    refresh: dict[str, str] = field(default_factory=dict)
    spent: list[str] = field(default_factory=list)
    codes: dict[str, Mapping[str, str]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        """Where it is; a tenant's name comes below."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def given(self) -> frozenset[str]:
        """Every secret that it ever gave or was told."""
        told = {form.get(key, "") for form in self.forms for key in ("code", "device_code", "code_verifier")}
        return frozenset({*self.access, *self.refresh, *self.spent, *told, self.secret} - {""})

    def begin_anew(self, user: str) -> None:
        """Nothing was given to anybody, and it's another who will sign in."""
        fresh = Authority(port=self.port, user=user)
        for each in fields(self):
            setattr(self, each.name, getattr(fresh, each.name))

    def renewals(self) -> int:
        """How often somebody asked for another token."""
        return sum(form.get("grant_type") == "refresh_token" for form in self.forms)

    def forget(self) -> None:
        """Every grant is gone: the owner took it back, or changed their password."""
        self.spent += self.refresh
        self.refresh.clear()
        self.access.clear()

    def expire(self) -> None:
        """No access token opens anything any more, though each should have lasted."""
        self.access.clear()

    def agree(self, address: str) -> str:
        """What a browser does in which somebody agrees to what an address asks: where it's sent then."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request("GET", address.removeprefix(self.url))
            answer = line.getresponse()
            assert answer.status == 302, answer.read()
            return answer.headers["Location"]
        finally:
            line.close()

    def token(self, form: Mapping[str, str]) -> Reply:
        """The answer of the token endpoint."""
        self.forms.append(form)
        if form.get("client_id") != CLIENT_ID or form.get("client_secret", "") != self.secret:
            return _no("invalid_client", "AADSTS7000218: the client is not known so")
        match form.get("grant_type"):
            case "refresh_token":
                return self._refreshed(form)
            case "authorization_code":
                return self._exchanged(form)
            case kind if kind == _DEVICE:
                return self._entered(form)
        return _no("unsupported_grant_type")

    def device(self, form: Mapping[str, str]) -> Reply:
        """The beginning of a device's sign-in."""
        self.forms.append(form)
        if form.get("client_id") != CLIENT_ID:
            return _no("unauthorized_client")
        code = secrets.token_urlsafe(16)
        self.codes[code] = form
        return 200, {
            "device_code": code,
            "user_code": "WDJB-MJHT",
            "verification_uri": f"{self.url}/device",
            "expires_in": 60,
            "interval": 1,
        }

    def authorised(self, query: Mapping[str, str]) -> str:
        """Where a browser is sent once its user has agreed."""
        self.asked.append(query)
        if self.refusal:
            answer = {"error": self.refusal, "state": query["state"]}
        else:
            code = secrets.token_urlsafe(16)
            self.codes[code] = query
            answer = {"state": query["state"], "code": code, "scope": self.granted}
        return f"{query['redirect_uri']}/?{urlencode(answer)}"

    def whose(self, token: str) -> Mapping[str, object]:
        """What a mail server is told of a token (RFC 7662)."""
        user = self.access.get(token)
        return {"active": False} if user is None else {"active": True, "username": user, "scope": SCOPE}

    def _entered(self, form: Mapping[str, str]) -> Reply:
        if form.get("device_code") not in self.codes:
            return _no("bad_verification_code")
        if self.refusal:
            return _no(self.refusal, f"so it is, and your code was {form['device_code']}")
        if self.slow_down:
            self.slow_down -= 1
            return _no("slow_down")
        if self.pending:
            self.pending -= 1
            return _no("authorization_pending")
        del self.codes[form["device_code"]]
        return self._grant()

    def _exchanged(self, form: Mapping[str, str]) -> Reply:
        asked = self.codes.pop(form.get("code", ""), None)
        challenge = urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=")
        if asked is None or (asked["code_challenge"], asked["redirect_uri"]) != (
            challenge.decode(),
            form.get("redirect_uri"),
        ):
            return _no("invalid_grant", "Malformed auth code.")
        return self._grant()

    def _refreshed(self, form: Mapping[str, str]) -> Reply:
        with self.lock:
            kept = form.get("refresh_token", "")
            if kept not in self.refresh:
                return _no("invalid_grant", f"AADSTS70008: {kept} has expired or was revoked.\r\nTrace ID: 0000")
            if not self.rotates:
                return self._access()
            self.spent.append(kept)
            del self.refresh[kept]
            return self._grant()

    def _grant(self) -> Reply:
        status, answer = self._access()
        token = f"refresh-{secrets.token_urlsafe(16)}"
        self.refresh[token] = self.user
        return status, {**answer, "refresh_token": token}

    def _access(self) -> Reply:
        token = f"access-{secrets.token_urlsafe(16)}"
        self.access[token] = self.user
        return 200, {
            "token_type": "Bearer",
            "access_token": token,
            "expires_in": self.lifetime,
            "scope": self.granted,
            **({"refresh_token_expires_in": self.ends_in} if self.ends_in else {}),
        }


def _no(code: str, words: str = "") -> Reply:
    return 400, {"error": code, "error_description": words}


@contextmanager
def an_authority(**habits: object) -> Iterator[Authority]:
    """One that runs, on loopback."""
    authority = Authority(**habits)  # type: ignore[arg-type]  # each is the dataclass's own

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = _single(self.rfile.read(int(self.headers["Content-Length"])).decode())
            if self.path.endswith("/devicecode"):
                self._say(*authority.device(form))
            elif self.path.endswith("/token") and not authority.instead(self, form):
                self._say(*authority.token(form))
            elif self.path == "/introspect":
                self._say(200, authority.whose(form["token"]))

        def do_GET(self) -> None:
            query = _single(urlsplit(self.path).query)
            self.send_response(302)
            self.send_header("Location", authority.authorised(query))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _say(self, status: int, answer: Mapping[str, object]) -> None:
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        server.daemon_threads = True
        authority.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield authority
        finally:
            server.shutdown()


def _single(encoded: str) -> Mapping[str, str]:
    return {key: values[0] for key, values in parse_qs(encoded).items()}
