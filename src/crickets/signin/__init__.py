"""
Signing in by OAuth 2.0 (RFC 6749): how a grant is got, kept and renewed.

Knows authorisation servers and the file of tokens; must not know what the tokens open. Loaded only where an account
signs in so.
"""

from __future__ import annotations

from crickets.signin.device import DeviceCode, begun, entered
from crickets.signin.errors import NotSignedIn
from crickets.signin.grant import Grant
from crickets.signin.listener import Listener
from crickets.signin.redirect import NotTheAnswer, Question, code_in, exchanged, question
from crickets.signin.registration import Registration
from crickets.signin.tokens import TokenFile
from crickets.signin.wallet import Wallet

__all__ = [
    "DeviceCode",
    "Grant",
    "Listener",
    "NotSignedIn",
    "NotTheAnswer",
    "Question",
    "Registration",
    "TokenFile",
    "Wallet",
    "begun",
    "code_in",
    "entered",
    "exchanged",
    "question",
]
