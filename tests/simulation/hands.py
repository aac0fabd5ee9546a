"""What the owner and their clients do in their mail clients, as mail clients do it."""

from __future__ import annotations

import datetime as dt
import email.utils
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tests.servers.mail import Mail, a_message
from tests.simulation.box import RecordedBox
from tests.simulation.truth import THIS, Conversation, Lying, What
from tests.simulation.witness import Witness

OWNER = "Dana Levi <dana@studio.example>"
DRAFT_FLAGS = ("\\Draft", "\\Seen")
_AT_ONCE, _SOON, _REMEMBERED = dt.timedelta(0), dt.timedelta(hours=40), dt.timedelta(days=50)
"""How late a mail without references can still be known by its subject: after its draft, after the last mail."""

_THREADING = ("In-Reply-To", "References")


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What a mail client leaves of a message that it saves or sends."""

    keeps_id: bool = True
    keeps_references: bool = True

    def made_of(self, mail: Mail, at: dt.datetime, text: str | None, new_id: str) -> Mail:
        """The message as this client writes it, with the owner's words if they changed any."""
        new = mail if text is None else mail.with_text(text)
        new = new.with_header("Date", email.utils.format_datetime(at))
        if not self.keeps_id:
            new = new.with_header("Message-ID", new_id)
        return new if self.keeps_references else _without(new, _THREADING)


def _without(mail: Mail, names: Sequence[str]) -> Mail:
    head = mail.head
    for name in names:
        head = re.sub(rb"(?im)^%b:.*\n(?:[ \t].*\n)*" % name.encode(), b"", head)
    return Mail(head + mail.raw[len(mail.head) :])


@dataclass(slots=True, kw_only=True)
class Hands:
    """Everybody's hands on one mailbox; each deed is told to the witness."""

    box: RecordedBox
    witness: Witness
    #: By how much the clock of the owner's device is ahead: what they send is dated by it, and drafts that they save.
    ahead: dt.timedelta = dt.timedelta(0)
    _sent: set[str] = field(default_factory=set)
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    # ----------------------------------------------------------------------------------------- the client

    def asks(self, conversation: Conversation, at: dt.datetime) -> None:
        """The client writes first."""
        mail = a_message(
            conversation.client,
            OWNER,
            conversation.subject,
            "Could you send me an offer for that?\n",
            at=at,
            message_id=self._new_id(conversation.client),
        )
        self._arrives(mail, at, ("INBOX",))
        self.witness.belongs(mail, conversation)
        conversation.last = mail

    def answers(
        self,
        conversation: Conversation,
        at: dt.datetime,
        *,
        sender: str = "",
        referring: bool = True,
        folders: Sequence[str] = ("INBOX",),
    ) -> None:
        """The client answers the owner's last mail; once in each folder, as filters and double deliveries have it."""
        parent = conversation.last_own
        assert parent is not None
        mail = a_message(
            sender or conversation.client,
            OWNER,
            body="Yes, that suits us well.\n",
            at=at,
            reply_to=parent,
            message_id=self._new_id(conversation.client),
        )
        if not referring:
            mail = _without(mail, _THREADING)
        self._arrives(mail, at, folders)
        conversation.last = mail
        self.witness.happened(conversation, What.ANSWERED, at=at, mail=mail, from_elsewhere=bool(sender))

    def is_away(self, conversation: Conversation, at: dt.datetime, until: dt.date) -> None:
        """The client's mailbox answers by itself."""
        parent = conversation.last_own
        assert parent is not None
        words = f"I am out of the office until {until:%-d %B %Y}.\n"
        mail = a_message(
            conversation.client,
            OWNER,
            body=words,
            at=at,
            reply_to=parent,
            message_id=self._new_id(conversation.client),
            headers={"Auto-Submitted": "auto-replied", "Subject": f"Automatic reply: {conversation.subject}"},
        )
        self._arrives(mail, at, ("INBOX",))
        self.witness.happened(conversation, What.AWAY, at=at, mail=mail, until=until)

    def _arrives(self, mail: Mail, at: dt.datetime, folders: Sequence[str]) -> None:
        for folder in folders:
            there = folder if folder in self.box.box.folders else "INBOX"
            self.box.put(there, mail, at=at)

    # ------------------------------------------------------------------------------------------ the owner

    def writes(self, conversation: Conversation, at: dt.datetime, *, what: str = "offer") -> None:
        """The owner writes by hand, into the thread."""
        lying = [each for each in self.witness.all_drafts if each.conversation is conversation]
        if conversation.answered and not lying:
            conversation.muddled = False  # a new count begins, and nothing is left of the old one
        dated = at + self.ahead
        conversation.muddled |= any(_is_unclear_beside(each, dated) for each in lying)
        conversation.muddled |= any(self._may_pass_for(each) for each in lying)
        # Of a draft that is away it may be the edited version: then nobody will look for that any more.
        conversation.muddled |= any(each.conversation is conversation for each in self.witness.away.values())
        conversation.muddled |= self.witness.is_retiring(conversation)  # then it may pass for the draft, edited
        mail = self._own(conversation, dated, what)
        self.box.put("Sent", mail, at=at, flags=("\\Seen",))
        self._is_sent(conversation, mail, What.WROTE, dated)

    def _may_pass_for(self, lying: Lying) -> bool:
        """Whether this may be taken for the owner's own, and a mail by hand for our draft: nobody saw the draft yet."""
        return lying.renamed and self.witness.is_unanswered(lying.conversation)

    def begins_a_draft(self, conversation: Conversation, at: dt.datetime) -> None:
        """The owner begins a mail of their own, and leaves it in Drafts."""
        if not self.box.has_drafts:
            return
        conversation.muddled = True
        mail = self._own(conversation, at + self.ahead, "idea")
        uid = self.box.put("Drafts", mail, at=at, flags=DRAFT_FLAGS)
        self.witness.lies(uid, Lying(uid=uid, conversation=conversation, step=None, id=mail.message_id))
        self.witness.story.tell(at, f"#{conversation.number} the owner begins a draft of their own")

    def sends(
        self,
        lying: Lying,
        at: dt.datetime,
        client: Client,
        *,
        text: str | None = None,
        copy_at: dt.datetime | None = None,
    ) -> Mail | None:
        """
        The owner presses Send: the draft goes, and a copy comes to lie in Sent.

        With `copy_at` the copy comes only then: it's given back, for `arrives_in_sent`.
        """
        dated = at + self.ahead
        mail = self._made_to_be_sent(lying, dated, client, text)
        if copy_at is None:
            self.box.put("Sent", mail, at=at, flags=("\\Seen",))
        self.box.remove("Drafts", lying.uid, to_trash=False)
        self.witness.gone(lying.uid)
        if copy_at is None:
            self._draft_is_sent(lying, mail, dated)
            return None
        self._skips(lying)
        return mail

    def arrives_in_sent(self, lying: Lying, mail: Mail, sent_at: dt.datetime, now: dt.datetime) -> None:
        """The copy of a mail that was sent a while ago."""
        self.box.put("Sent", mail, at=now, flags=("\\Seen",))
        self._draft_is_sent(lying, mail, sent_at + self.ahead)

    def sends_and_keeps(self, lying: Lying, at: dt.datetime, client: Client) -> None:
        """Sent from a second device, which had not heard that the first has saved a new version."""
        mail = self._made_to_be_sent(lying, at + self.ahead, client, None)
        self.saves(lying, at, Client(), "My own words, from the other device. What do you think?\n")
        lying.conversation.muddled = True
        self.box.put("Sent", mail, at=at, flags=("\\Seen",))
        self._draft_is_sent(lying, mail, at + self.ahead)

    def _made_to_be_sent(self, lying: Lying, at: dt.datetime, client: Client, text: str | None) -> Mail:
        """What goes out; no id goes out twice, and nothing late of which nobody could tell what it answers."""
        stored = self.box.drafts()[lying.uid]
        soon = lying.laid_at is not None and _AT_ONCE <= at - lying.laid_at <= _SOON
        soon &= stored.mail.subject == f"Re: {lying.conversation.subject}"
        soon &= lying.conversation.last is not None and at - lying.conversation.last.date <= _REMEMBERED
        if stored.mail.message_id in self._sent:
            client = Client(keeps_id=False)
        elif self.witness.is_retiring(lying.conversation) and lying.laid_at is not None and at < lying.laid_at:
            client = Client()  # by its Date it's older than the draft that it is: nothing but its id could tell
        elif not soon or self.witness.is_retiring(lying.conversation):
            client = replace(client, keeps_references=True)
        mail = client.made_of(stored.mail, at, text, self._new_id(OWNER))
        self._sent.add(mail.message_id)
        return mail

    def saves(self, lying: Lying, at: dt.datetime, client: Client, text: str) -> None:
        """The owner edits a draft: a new version is appended, the old one expunged."""
        mail = client.made_of(self.box.drafts()[lying.uid].mail, at + self.ahead, text, self._new_id(OWNER))
        uid = self.box.put("Drafts", mail, at=at, flags=DRAFT_FLAGS)
        new = Lying(
            uid=uid,
            conversation=lying.conversation,
            step=lying.step,
            id=mail.message_id,
            plan=lying.plan,
            renamed=lying.renamed or not client.keeps_id,
            laid_at=lying.laid_at,
            draft=lying.draft,
        )
        by_hand = lying.conversation.has_written_since(lying.draft)
        lying.conversation.muddled |= by_hand and self._may_pass_for(new)
        self.witness.lies(uid, new)
        self.box.remove("Drafts", lying.uid, to_trash=False)
        self.witness.gone(lying.uid)
        self.witness.belongs(mail, lying.conversation)
        self.witness.story.tell(at, f"#{lying.conversation.number} the owner edits the draft ({client})")

    def stars(self, lying: Lying, at: dt.datetime, flag: str) -> None:
        """The owner marks a draft."""
        self.box.flag("Drafts", lying.uid, flag)
        self.witness.touched(lying.uid)
        self.witness.story.tell(at, f"#{lying.conversation.number} the owner sets {flag} on the draft")

    def throws_away(self, lying: Lying, at: dt.datetime, way: str) -> None:
        """The owner doesn't want a draft: by the trash, for good, by a mark, or out of sight."""
        if way == "mark":
            self.box.flag("Drafts", lying.uid, "\\Deleted")
            self.witness.touched(lying.uid, marked=True)
        else:
            if way == "archive":
                self.box.move("Drafts", lying.uid, "Archive")
            else:
                self.box.remove("Drafts", lying.uid, to_trash=way == "trash")
            self.witness.gone(lying.uid)
        self.witness.story.tell(at, f"#{lying.conversation.number} (thrown away: {way})")
        self._skips(lying)

    def _skips(self, lying: Lying) -> None:
        """The step of a draft that left; where Crickets was just removing it, nobody can tell who did."""
        if lying.step is None or lying.laid_at is None:
            return
        what = What.THREW
        if self.witness.is_retiring(lying.conversation):
            what, lying.conversation.muddled = What.TOOK_BACK, True
        self.witness.happened(
            lying.conversation, what, at=lying.laid_at, step=lying.step, draft=lying.draft, plan=lying.plan
        )

    def _draft_is_sent(self, lying: Lying, mail: Mail, at: dt.datetime) -> None:
        if lying.step is None:
            self._is_sent(lying.conversation, mail, What.WROTE, at)
        else:
            self._is_sent(lying.conversation, mail, What.SENT, at, step=lying.step, draft=lying.draft, plan=lying.plan)

    def _is_sent(
        self,
        conversation: Conversation,
        mail: Mail,
        what: What,
        at: dt.datetime,
        *,
        step: int = 0,
        draft: int = 0,
        plan: str = THIS,
    ) -> None:
        conversation.last = conversation.last_own = mail
        self.witness.happened(conversation, what, at=at, step=step, mail=mail, draft=draft, plan=plan)

    def _own(self, conversation: Conversation, at: dt.datetime, what: str) -> Mail:
        body = f"Hi {conversation.client.split()[0]},\n\nhere is the {what}. Does it suit you?\n\nBest wishes,\nDana\n"
        own_id = self._new_id(OWNER)
        return a_message(
            OWNER,
            conversation.client,
            conversation.subject,
            body,
            at=at,
            reply_to=conversation.last,
            message_id=own_id,
            headers={"Subject": f"Re: {conversation.subject}"},
        )

    def _new_id(self, sender: str) -> str:
        """A Message-ID that this mailbox has not had yet; the same in each life of the year."""
        return f"<{next(self._ids)}.mail@{sender.rpartition('@')[2]}"


def _is_unclear_beside(lying: Lying, dated: dt.datetime) -> bool:
    """Whether nobody could tell if a mail of that Date, by hand, was written beside a draft, or before, or is it."""
    return lying.marked or lying.laid_at is None or dated < lying.laid_at
