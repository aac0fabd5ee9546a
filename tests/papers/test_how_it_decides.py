"""The example on the page is what `crickets show` really tells, and its table has the states that there are."""

from __future__ import annotations

import re

from crickets.domain.verdict import State
from tests.papers.example import example
from tests.papers.pages import blocks, page


def test_the_example() -> None:
    """Word for word; `python -m tests.papers.example` prints it anew."""
    [block] = [each for each in blocks("text") if each.page == "docs/how-it-decides.md"]

    assert block.text == example()


def test_the_table() -> None:
    """Each state that a question can lead to, and none that isn't."""
    _, _, asked = page("docs/how-it-decides.md").partition("## 3. It asks")
    told = {state for row in re.findall(r"(?m)^\|.*\? \| (.*) \|$", asked) for state in re.findall(r"`(\w+)`", row)}

    assert told - {"resume", "plan"} == {state.value for state in State}
