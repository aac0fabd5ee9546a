"""
What a mail says, as far as the next mail needs it: its words, and the voice in which its author writes.

Knows text; must not know MIME, charsets or HTML: the reading has made text of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crickets.domain.look import NO_LOOK, NO_MARKUP, CleanMarkup, Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    r"""
    The body of a mail, taken apart.

    `text` is what its author wrote for this mail; `quoted` what was quoted below or between, `signature` what
    follows ``-- `` or is plainly a signature block, each as plain text with ``\n`` and without trailing blank lines.
    `whole` is the entire plain text, for quoting. `greeting` and `sign_off` are the author's own first and closing
    lines (the sign-off with the name below it), or empty. `language` is an ISO 639-1 code, or empty when unsure.
    `html` says whether the mail had an HTML part, `attachments` names the attached files.

    `look` and `signature_markup`, the signature as it was set, are known of the owner's own HTML letters only, where
    the next one is to look alike.
    """

    text: str = ""
    quoted: str = ""
    signature: str = ""
    whole: str = ""
    greeting: str = ""
    sign_off: str = ""
    language: str = ""
    html: bool = False
    attachments: tuple[str, ...] = ()
    look: Look | None = None
    signature_markup: CleanMarkup = NO_MARKUP

    @property
    def unsigned(self) -> Letter:
        """The same without its signature."""
        return replace(self, signature="", signature_markup=NO_MARKUP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """
    How the owner and one client write to each other: what earlier mail shows, empty where it shows nothing.

    `greeting` is the whole line ("Ciao Anna,"), `sign_off` the closing lines with the name, `signature` the owner's
    signature block. `formal` tells the polite form of address; None when nothing shows it. `called` is the given
    name with which the client signs. `unsigned` says that the closing lines are words only: the name stands in the
    signature, or nowhere. Of Italian only: `capitals` tells the capital of courtesy (*La ringrazio*), `voi` that the
    letter with that greeting says *voi*, and nothing else.
    """

    greeting: str = ""
    sign_off: str = ""
    unsigned: bool = False
    signature: str = ""
    language: str = ""
    formal: bool | None = None
    capitals: bool = False
    voi: bool = False
    called: str = ""
    look: Look = NO_LOOK
    signature_markup: CleanMarkup = NO_MARKUP
