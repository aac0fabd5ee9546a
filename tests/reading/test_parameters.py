"""File names cut in pieces and encoded (RFC 2231), by programs that do it well and by people who mean harm."""

from __future__ import annotations

import pytest

from crickets.reading.body.mime import parts_of
from crickets.reading.body.parameters import parameters_of

PIECES = b"; ".join(b"filename*%d=ab" % number for number in range(1_000))


def name_of(parameters: bytes) -> str:
    """What a file with these parameters is called."""
    raw = b"Content-Type: application/pdf\r\nContent-Disposition: attachment; " + parameters + b"\r\n\r\nx\r\n"
    [part] = parts_of(raw)
    return part.file_name


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        (b"filename*=utf-8''Gr%C3%B6%C3%9Fe.pdf", "Größe.pdf"),
        (b"filename*0*=iso-8859-1'de'Gr%F6; filename*1*=%DFe; filename*2=.pdf", "Größe.pdf"),
        (b"filename*0=\"O'Brien's \"; filename*1=offer.pdf", "O'Brien's offer.pdf"),
        (b"filename*2=c; filename*0=a; filename*1=b", "abc"),
        (b"filename*0=a; filename*999=z; filename*7=m", "amz"),
        (b"filename*0=a; filename*0=b; filename*00=c; filename*1=d", "ad"),
        (b"filename=plain; filename*0=whole", "whole"),
        (b"filename*0*=utf-8''a%2; filename*1=Fb", "a%2Fb"),
        (b"filename*0*=none-such''a%FF", "aÿ"),
        (b"filename*-1=a; filename*x=b; filename*=c", "c"),
        (b"filename*\xd9\xa0=a", "a"),
    ],
)
def test_pieces(parameters: bytes, name: str) -> None:
    """In the order of their numbers, each number once, as the first of them says that they're encoded."""
    assert name_of(parameters) == name


@pytest.mark.parametrize(
    "parameters",
    [
        b"filename*0*=utf-8''%0D%0ABcc:%20x%40evil.example; filename*1*=%0D%0A%0D%0Abody",
        b"filename*=utf-8''%1B%5B2J%00%C2%9B%E2%80%AEfdp.exe%7F",
        b"filename*0*=utf-7''+AA0ACg-Bcc; filename*1=: x",
        b"filename*=utf-16''%0D%00%0A%00a%00",
    ],
)
def test_what_is_no_letter(parameters: bytes) -> None:
    """It's one line without a control, whatever charset it hides in."""
    name = name_of(parameters)

    assert name
    assert name.isprintable()


@pytest.mark.parametrize(
    "parameters", [PIECES, PIECES.replace(b"ab", b"a" * 5_000), b"filename*0*=utf-8''" + b"%41" * 50_000]
)
def test_pieces_without_end(parameters: bytes) -> None:
    """A name has 255 letters, whatever it's put together from."""
    assert 0 < len(name_of(parameters)) <= 255


def test_a_thousand_parameters() -> None:
    """So many octets of a field are read, and no more."""
    _, found = parameters_of(b"attachment" + b"".join(b"; p%d*0=%b" % (n, b"x" * 90) for n in range(1_000)))

    assert 70 < len(found) < 90
