"""Links between the pages lead somewhere, and every page is reached from the README."""

from __future__ import annotations

import pytest

from tests.papers.pages import PAGES, ROOT, anchors, links, page


@pytest.mark.parametrize("name", PAGES)
def test_the_links_of_a_page(name: str) -> None:
    """The file is there, and the heading in it."""
    here = ROOT / name
    for link in links(page(name)):
        path, _, anchor = link.partition("#")
        there = (here.parent / path).resolve() if path else here
        assert there.exists(), link
        assert not anchor or anchor in anchors(there.read_text("utf-8")), link


def test_every_page() -> None:
    """It stands in the README's list."""
    linked = {link.partition("#")[0] for link in links(page("README.md"))}

    assert {name for name in PAGES if name != "README.md"} <= linked
