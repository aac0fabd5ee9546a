"""What hostile files may take: each is read in a process that has little memory left, and some seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

import pytest

from crickets.domain.invoice import Refusal
from crickets.reading.invoices import pdf, xml
from tests.reading.invoices.samples import a_pdf, a_stream, a_ubl

ROOT = Path(__file__).parents[3]
_SPARE = 200 << 20
"""Octets beyond what a process has once it has loaded the readers: twelve times the largest XML that's looked at."""

_READ = """
import resource, sys
from pathlib import Path
from crickets.reading.invoices.files import invoice_in
import pypdf
content = Path(sys.argv[1]).read_bytes()
pages = int(Path("/proc/self/statm").read_text().split()[0])
most = pages * resource.getpagesize() + int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
print(invoice_in(Path(sys.argv[1]).name, "", content))
"""


def many_attributes(count: int) -> str:
    """So many attributes, each of another name."""
    return " ".join(f"a{n:x}='>'" for n in range(count))


def zeros(size: int) -> Iterator[bytes]:
    """So many octets of nothing, deflated."""
    packing = zlib.compressobj(9)
    yield from map(packing.compress, repeat(bytes(1 << 20), size >> 20))
    yield packing.flush()


def a_pdf_with(packed: bytes, filters: bytes) -> bytes:
    """A PDF that embeds one file, packed so."""
    return a_pdf(
        {},
        tree=b"<< /EmbeddedFiles << /Names [(factur-x.xml) 11 0 R] >> >>",
        objects=[
            a_stream(packed, b"/Type /EmbeddedFile /Filter " + filters),
            b"<< /Type /Filespec /F (factur-x.xml) /EF << /F 10 0 R >> >>",
        ],
    )


HOSTILE: dict[str, tuple[str, Callable[[], bytes], Refusal | None]] = {
    "attributes of one element": (
        "a.xml",
        lambda: a_ubl(payment=f"<a {many_attributes(1_300_000)}/>"),
        Refusal.TOO_MANY,
    ),
    "attributes of one that isn't kept": (
        "a.xml",
        lambda: a_ubl(lines=f"<cac:InvoiceLine {many_attributes(1_300_000)}/>"),
        Refusal.TOO_MANY,
    ),
    "attributes of many": (
        "a.xml",
        lambda: a_ubl(lines="".join(f"<cac:InvoiceLine {many_attributes(250)}/>" for _ in range(3_000))),
        Refusal.TOO_MANY,
    ),
    "elements": ("a.xml", lambda: a_ubl(lines="<a/>" * 3_000_000), Refusal.TOO_MANY),
    "a long name": ("a.xml", lambda: a_ubl(payment=f"<{'a' * (15 << 20)}/>"), None),
    "a long text in wide letters": ("a.xml", lambda: a_ubl(payment=f"<a>{'a' * (15 << 20)}\U0001f600</a>"), None),
    "a billion laughs": ("a.xml", lambda: a_ubl(before='<!DOCTYPE x [<!ENTITY a "b">]>'), Refusal.DOCTYPE),
    "too large": ("a.xml", lambda: b"<" + b" " * xml.SIZE_LIMIT, Refusal.TOO_LARGE),
    "a stream of 300 MB": (
        "a.pdf",
        lambda: a_pdf_with(b"".join(zeros(300 << 20)), b"/FlateDecode"),
        Refusal.TOO_MUCH_WORK,
    ),
    "the same, packed twice": (
        "a.pdf",
        lambda: a_pdf_with(zlib.compress(b"".join(zeros(300 << 20))), b"[/FlateDecode /FlateDecode]"),
        Refusal.TOO_MUCH_WORK,
    ),
    "an array": (
        "a.pdf",
        lambda: a_pdf({}, tree=b"<< /EmbeddedFiles 10 0 R >>", objects=[b"[" + b"1 " * 6_000_000 + b"]"]),
        Refusal.TOO_MUCH_WORK,
    ),
    "a PDF of 50 MB": ("a.pdf", lambda: a_pdf({}) + bytes(50 << 20), Refusal.TOO_LARGE),
}


@pytest.mark.skipif(sys.platform != "linux", reason="how much a process has is only told by Linux")
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file(tmp_path: Path, what: str) -> None:
    """It's refused, or read, within the memory that is left."""
    name, made, reason = HOSTILE[what]
    (tmp_path / name).write_bytes(made())
    child = subprocess.run(
        [sys.executable, "-c", _READ, str(tmp_path / name), str(_SPARE)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(Path(pdf.__file__).parents[3])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (child.returncode, child.stderr) == (0, "")
    assert child.stdout.startswith("InvoiceFile(" if reason is None else f"{name}: {reason.value}")
