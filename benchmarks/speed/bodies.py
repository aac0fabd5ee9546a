"""
What made mail says: a few sentences, as people write them, and below them what they answer.

A pass reads the words of the newest mail: they must take as long to read as a person's. Knows text alone.
"""

from __future__ import annotations

from random import Random

_SENTENCES = 600
_QUOTED_LINES = 2_000
_SAID_MOST = 8
_MEAN_QUOTE = 5_500
_LINE = 72
_WHOLE = (
    "Could you send me an offer for it?",
    "Thank you, this is fine with us.",
    "I will be back in the office on Monday.",
    "Please find the new version below.",
    "When could you begin?",
    "We have not decided yet and will tell you next week.",
)
_WORDS = (
    "we have looked at the draft and would like another colour for the first page before the photos come by friday "
    "since the printer needs a week for it which is longer than last time but the price of the second part was lower"
).split()
_GREETINGS = ("Hello Dana,", "Dear Dana,", "Hi,", "Ciao Dana,", "Good morning,")
_CLOSINGS = ("Best regards", "Thanks", "Kind regards", "Cheers", "Saluti")


class Bodies:
    """Writes texts, by the chance that is handed in."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._sentences = [self._sentence() for _ in range(_SENTENCES)]
        self._quotable = [f"> {self._sentence()[: _LINE - 2]}" for _ in range(_QUOTED_LINES)]

    def body(self, name: str, answered: str) -> str:
        """The text of a mail; `answered` is the line that stands above the quote, or nothing."""
        said = f"{self._one_of(_GREETINGS)}\r\n\r\n{self._said()}\r\n\r\n{self._one_of(_CLOSINGS)}\r\n{name}\r\n"
        return f"{said}\r\n{answered}\r\n{self._quote()}\r\n" if answered else said

    def long_text(self) -> str:
        """What a newsletter has to say."""
        return "\r\n\r\n".join(self._said() for _ in range(1 + int(self._random.expovariate(1 / 10))))

    def _said(self) -> str:
        begin = self._random.randrange(_SENTENCES - _SAID_MOST)
        return "\r\n".join(self._sentences[begin : begin + self._random.randint(1, _SAID_MOST)])

    def _quote(self) -> str:
        lines = min(1 + int(self._random.expovariate(_LINE / _MEAN_QUOTE)), _QUOTED_LINES // 2)
        begin = self._random.randrange(_QUOTED_LINES - lines)
        return "\r\n".join(self._quotable[begin : begin + lines])

    def _sentence(self) -> str:
        if self._random.random() < 0.2:
            return self._one_of(_WHOLE)
        words = " ".join(self._random.choices(_WORDS, k=self._random.randint(5, 18)))
        return f"{words.capitalize()}."

    def _one_of(self, texts: tuple[str, ...]) -> str:
        return self._random.choice(texts)
