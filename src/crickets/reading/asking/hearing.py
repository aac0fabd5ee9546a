"""
What a text's sentences show: asking, closing, promising, by the phrases in them.

Knows all phrases, and what one sentence says by itself; must not know what a whole mail makes of it: that is for
`expectation` and `promises`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from crickets.made_once import made_once
from crickets.reading.asking import closings
from crickets.reading.asking import expectation_phrases as asking
from crickets.reading.asking.phrasebook import Find, Phrasebook, Sentence, readable, sentences_of
from crickets.reading.asking.promise_phrases import OTHERS_PART, PROMISES


class Sign(Enum):
    """What a phrase shows, in the words in which the owner is told of it."""

    QUESTION = "asks a question"
    WISH = "wishes to be told"
    REQUEST = "asks for something"
    YOUR_TURN = "says it's the other's turn"
    WAIT = "waits for an answer"
    NEED = "needs something"
    MAY_BE_REQUEST = "thanks that may be a request"
    APPROVAL = "is sent for approval"
    MEETING = "proposes a time to meet"
    OFFER = "an offer"
    INVOICE = "an invoice"
    CREDIT_NOTE = "a credit note"
    DRAFT = "a draft to look at"
    HANDS_OVER = "hands something over"
    NO_REPLY = "no reply needed, it says"
    INFORMATION = "for information only, it says"
    THANKS = "closing thanks"
    CONFIRMS = "a plain confirmation"
    FAREWELL = "a mere goodbye"
    SEASON = "greetings of the season"
    OWN_DEED = "the author undertakes the next step"
    OWN_ANSWER = "promises to write again"
    AS_PROMISED = "delivers what was agreed"
    COURTESY = "a courtesy"
    OF_MONEY = "names an invoice, or its money"
    REGRET = "regret"
    OTHERS_PART = "the other's part"
    FORWARD = "a mere forward"


_STRONG = frozenset(
    {Sign.QUESTION, Sign.WISH, Sign.REQUEST, Sign.YOUR_TURN, Sign.WAIT, Sign.NEED, Sign.APPROVAL, Sign.MEETING}
)
_THINGS = frozenset({Sign.OFFER, Sign.INVOICE, Sign.DRAFT})
_SETTLED = frozenset({Sign.THANKS, Sign.CONFIRMS})
"""A thing one thanks for, or has received, is the other's."""

_LOOSE_WORDS_IN_CLAUSE = 2
"""How many words may stand beside a phrase in its clause ("Thanks Anna")."""

_LONGEST_REACH = 12
"""How many words a phrase may go on for, at most."""


@made_once
def _phrases() -> Phrasebook[Sign]:
    """All phrases, made ready when first asked."""
    on_to_its_end = {language: tuple(f"{one} >" for one in phrases) for language, phrases in PROMISES.items()}
    return Phrasebook(
        {
            Sign.QUESTION: asking.QUESTIONS,
            Sign.WISH: asking.WISHES,
            Sign.REQUEST: asking.REQUESTS,
            Sign.YOUR_TURN: asking.YOUR_TURNS,
            Sign.WAIT: asking.WAITS,
            Sign.NEED: asking.NEEDS,
            Sign.MAY_BE_REQUEST: asking.MAY_BE_REQUESTS,
            Sign.APPROVAL: asking.APPROVALS,
            Sign.MEETING: asking.MEETINGS,
            Sign.OFFER: asking.OFFERS,
            Sign.INVOICE: asking.INVOICES,
            Sign.CREDIT_NOTE: asking.CREDIT_NOTES,
            Sign.DRAFT: asking.DRAFTS,
            Sign.HANDS_OVER: asking.HANDS_OVER,
            Sign.NO_REPLY: closings.NO_REPLY,
            Sign.INFORMATION: closings.FOR_INFORMATION,
            Sign.THANKS: closings.THANKS,
            Sign.CONFIRMS: closings.CONFIRMS,
            Sign.FAREWELL: closings.FAREWELLS,
            Sign.SEASON: closings.SEASON,
            Sign.OWN_DEED: closings.OWN_DEEDS,
            Sign.OWN_ANSWER: on_to_its_end,
            Sign.OTHERS_PART: OTHERS_PART,
            Sign.AS_PROMISED: closings.AS_PROMISED,
            Sign.COURTESY: closings.COURTESIES,
            Sign.REGRET: closings.REGRETS,
        }
    )


@dataclass(frozen=True, slots=True)
class _Clause:
    """How many words a clause has, how many of them no phrase explains, and whether it has a phrase at all."""

    words: int
    loose: int
    has_phrase: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A sentence and the phrases found in it."""

    sentence: Sentence
    finds: tuple[Find[Sign], ...]

    def has(self, *signs: Sign) -> bool:
        """Whether any of some signs is in it."""
        return any(find.sign in signs for find in self.finds)

    def is_question(self, *, beside: int = 0) -> bool:
        """Whether it has a question mark that isn't a courtesy's ("How are you?") with so many words beside."""
        is_courtesy = self.has(Sign.COURTESY) and self.loose(frozenset({Sign.COURTESY})) <= beside
        return self.sentence.asks and not is_courtesy

    def asks(self) -> Iterator[Sign]:
        """The plain signs of asking in it, a question mark among them."""
        if self.is_question(beside=1):
            yield Sign.QUESTION
        yield from (find.sign for find in self.finds if find.sign in _STRONG)

    def things(self) -> Iterator[Sign]:
        """
        The things named in it that are sent to be judged or paid, but those thanked for.

        An invoice beside a credit note is the one that it takes back ("credit note 44 for invoice 12").
        """
        settled = [find for find in self.finds if find.sign in _SETTLED]
        things = _THINGS - {Sign.INVOICE} if self.has(Sign.CREDIT_NOTE) else _THINGS
        for find in self.finds:
            if find.sign in things and not any(one.begin <= find.begin < one.reach for one in settled):
                yield find.sign

    def is_explained(self, explains: frozenset[Sign]) -> bool:
        """Whether some phrases are all it says; a name or a day may stand beside them, but not as its own sentence."""
        beside = self.has(*explains)
        return all(
            clause.loose <= (_LOOSE_WORDS_IN_CLAUSE if clause.has_phrase else beside and clause.words == 1)
            for clause in self.clauses(explains)
        )

    def clauses(self, explains: frozenset[Sign]) -> Iterator[_Clause]:
        """Its clauses, each with the words in it that no phrase explains."""
        covered = self._covered(explains)
        for clause in dict.fromkeys(self.sentence.clause):
            here = [at for at, of in enumerate(self.sentence.clause) if of == clause]
            loose = sum(at not in covered and not is_small(self.sentence.words[at]) for at in here)
            yield _Clause(len(here), loose, any(at in covered for at in here))

    def loose(self, explains: frozenset[Sign]) -> int:
        """How many of its words no phrase explains."""
        return sum(clause.loose for clause in self.clauses(explains))

    def turns_round(self, *, beside: frozenset[int] = frozenset()) -> bool:
        """Whether a "not" or a "but" stands in it outside of a set phrase ("no problem"), and of some words beside."""
        set_words = beside.union(at for find in self.finds for at in find.own)
        return any(at not in set_words and word in _negations() for at, word in enumerate(self.sentence.words))

    def _covered(self, explains: frozenset[Sign]) -> set[int]:
        return {
            at
            for find in self.finds
            if find.sign in explains
            for at in range(find.begin, max(find.end, min(find.reach, find.end + _LONGEST_REACH)))
        }


def is_small(word: str) -> bool:
    """Whether a word, as it is compared, says nothing by itself."""
    return word in _small_words()


@made_once
def _small_words() -> frozenset[str]:
    return frozenset(word for one in closings.SMALL_WORDS for word in _plain_words(one))


@made_once
def _negations() -> frozenset[str]:
    return frozenset(word for one in closings.NEGATIONS for word in _plain_words(one))


def _plain_words(text: str) -> tuple[str, ...]:
    return tuple(word for sentence in sentences_of(text) for word in sentence.words)


def heard_in(text: str) -> tuple[Heard, ...]:
    """A text's sentences, each with the phrases found in it."""
    return tuple(Heard(sentence=one, finds=_phrases().finds_in(one)) for one in sentences_of(readable(text)))
