"""
The XML files embedded in a PDF (ISO 32000-2 §7.11.4), as Factur-X and ZUGFeRD embed theirs.

Knows pypdf, its only home, loaded when a PDF is first read. A PDF of a stranger is a program for its reader: so the
octets, the jumps and the reads that it may cost are counted where it can't get around them, in the stream that pypdf
reads from; what it may unpack is bounded by pypdf's own limits; and the way from the catalog to the files is walked
here, with every step counted. Must not know what the files say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from logging import CRITICAL, getLogger

from crickets.domain.invoice import Refusal
from crickets.reading.invoices.refused import Refused

SIZE_LIMIT = 25 << 20
"""Octets of a PDF: what goes through as mail."""

BROKEN_SIZE_LIMIT = 2 << 20
BROKEN_OBJECTS_LIMIT = 10_000
"""Octets, and objects, of a PDF that's read though it isn't made as the standard has it."""

UNPACKED_LIMIT = 2 << 20
"""Octets that one stream may unpack to; the XML of an invoice has some ten thousand."""

JUMPS_LIMIT = 500
"""Times that pypdf may go to another place: a few for each table of objects, and for each object on the way."""

READS_LIMIT = 1_000_000
"""Times that pypdf may read: one for each line of the table of objects, a few for each word of an object."""

FILES_LIMIT = 8
"""Embedded files that are looked at."""

STEPS_LIMIT = 200
"""Nodes of the tree of names that are looked at."""

FIRST_NAMES = ("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml")
"""What the profiles call their file, in small letters: Factur-X and ZUGFeRD 2.1, 1.0 and 2.0, XRechnung."""

_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024
"""Where the header may stand behind what a mail program put before it (ISO 32000-1, implementation note 13)."""

_FILTERS = frozenset({"/FlateDecode", "/ASCII85Decode", "/ASCIIHexDecode"})
"""What XML may be packed with: the filters of images aren't even tried, one of them starts a program."""


_LIMITS: Mapping[str, int | None] = {
    "zlib_maximum_output_length": UNPACKED_LIMIT,
    "zlib_maximum_recovery_input_length": 1 << 16,
    "maximum_declared_stream_length": SIZE_LIMIT,
    "array_based_stream_maximum_output_length": UNPACKED_LIMIT,
    "stream_filters_maximum_length": 2,
    "stream_decoding_work_maximum_length": 4 * UNPACKED_LIMIT,
    "lzw_maximum_output_length": 1,
    "run_length_maximum_output_length": 1,
    "jbig2dec_binary": None,
}
"""What pypdf holds itself to, by its own names."""


class _Counted(BytesIO):
    """The octets of a PDF, which end with `Refused` when more was read of them than any invoice takes."""

    def __init__(self, octets: bytes, *, jumps: int = JUMPS_LIMIT) -> None:
        super().__init__(octets)
        self.left = 8 * len(octets) + (1 << 20)
        self.reads = READS_LIMIT
        self.jumps = jumps

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on."""
        return self._paid(super().read(size))

    def readline(self, size: int | None = -1, /) -> bytes:
        """Read on to the end of the line."""
        return self._paid(super().readline(size))

    def _paid(self, octets: bytes) -> bytes:
        self.left -= len(octets)
        self.reads -= 1
        if self.left < 0 or self.reads < 0:
            raise Refused(Refusal.TOO_MUCH_WORK)
        return octets

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go on at another place."""
        self.jumps -= whence != 1
        if self.jumps < 0:
            raise Refused(Refusal.TOO_MUCH_WORK)
        return super().seek(offset, whence)


def is_pdf(octets: bytes) -> bool:
    """Whether some octets begin as a PDF does."""
    return _HEADER in octets[:_HEADER_WITHIN]


def embedded_xml(octets: bytes) -> tuple[bytes, ...]:
    """
    The XML files that a PDF embeds, those first that a profile names; none if it embeds none.

    A PDF that isn't made as the standard has it is read once more, leniently, if it's small: then pypdf looks at each
    object. Refused where the PDF is too large, encrypted, broken, or costs more than any invoice.
    """
    if len(octets) > SIZE_LIMIT:
        raise Refused(Refusal.TOO_LARGE)
    pdf = octets[max(octets.find(_HEADER, 0, _HEADER_WITHIN), 0) :]
    found = _tried(pdf, is_strict=True)
    if found is None and len(pdf) <= BROKEN_SIZE_LIMIT and pdf.count(b" obj") <= BROKEN_OBJECTS_LIMIT:
        found = _tried(pdf, is_strict=False)
    if found is None:
        raise Refused(Refusal.ENCRYPTED_PDF if b"/Encrypt" in pdf else Refusal.BROKEN_PDF)
    return found


def _tried(octets: bytes, *, is_strict: bool) -> tuple[bytes, ...] | None:
    """The XML files that a PDF embeds; None if pypdf can't read it this way."""
    from pypdf import PdfReader, apply_configuration  # noqa: PLC0415 - it's large, and most mail brings no invoice
    from pypdf.errors import LimitReachedError  # noqa: PLC0415 - as above

    getLogger("pypdf").setLevel(CRITICAL)  # it tells each fault of a file, with pieces of it
    stream = _Counted(octets, jumps=JUMPS_LIMIT if is_strict else JUMPS_LIMIT + 3 * BROKEN_OBJECTS_LIMIT)
    try:
        with apply_configuration(None, **_LIMITS):
            reader = PdfReader(stream, strict=is_strict, root_object_recovery_limit=100)
            _refuse_encrypted(is_encrypted=reader.is_encrypted)  # before an object is asked for: decrypting is slow
            return _xml_among(_files(reader.root_object))
    except Refused:
        raise
    except LimitReachedError as err:
        raise Refused(Refusal.TOO_MUCH_WORK) from err
    except Exception:  # noqa: BLE001 - pypdf says of itself that a broken PDF may raise anything
        return None


def _refuse_encrypted(*, is_encrypted: bool) -> None:
    if is_encrypted:
        raise Refused(Refusal.ENCRYPTED_PDF)


def _xml_among(files: Iterable[tuple[str, object]]) -> tuple[bytes, ...]:
    """The content of those of some files that are XML by their names, the profiles' first."""
    first = sorted(files, key=_rank)[:FILES_LIMIT]
    return tuple(_unpacked(file) for name, file in first if name.endswith(".xml"))


def _rank(named: tuple[str, object]) -> int:
    """How early a file is to be read, by its name."""
    name = named[0]
    return FIRST_NAMES.index(name) if name in FIRST_NAMES else len(FIRST_NAMES)


def _files(catalog: object) -> Iterator[tuple[str, object]]:
    """The names in small letters, and the streams, of the files that a catalog tells of: by name, or as associated."""
    waiting = [_at(_at(catalog, "/Names"), "/EmbeddedFiles"), {"/Names": _at(catalog, "/AF")}]
    found = 0
    for _ in range(STEPS_LIMIT):
        if not waiting:
            return
        node = waiting.pop(0)
        waiting += _items(_at(node, "/Kids"))[:STEPS_LIMIT]
        for specification in _items(_at(node, "/Names")):
            stream = _at(_at(specification, "/EF"), "/UF") or _at(_at(specification, "/EF"), "/F")
            if stream is not None and found < STEPS_LIMIT:
                found += 1
                yield _name(specification), stream


def _at(holder: object, key: str) -> object:
    """What a dictionary of a PDF has at a key, fetched if it lies elsewhere; None if it's no dictionary or hasn't."""
    return _fetched(holder.get(key)) if isinstance(holder, dict) else None


def _items(holder: object) -> list[object]:
    """The items of an array of a PDF, fetched; none if it's no array."""
    return [_fetched(item) for item in holder[: 2 * STEPS_LIMIT]] if isinstance(holder, list) else []


def _fetched(value: object) -> object:
    """The object that a reference names; anything else is itself."""
    from pypdf.generic import PdfObject  # noqa: PLC0415 - see above

    return value.get_object() if isinstance(value, PdfObject) else value


def _name(specification: object) -> str:
    """A file's name (§7.11.3), in small letters, without folders."""
    name = _at(specification, "/UF") or _at(specification, "/F")
    text = name.decode("latin-1") if isinstance(name, bytes) else str(name)
    return text.replace("\\", "/").rpartition("/")[2].strip().casefold()


def _unpacked(stream: object) -> bytes:
    """The content of an embedded file."""
    from pypdf.generic import StreamObject  # noqa: PLC0415 - see above

    if not isinstance(stream, StreamObject):
        raise Refused(Refusal.BROKEN_PDF, "an embedded file")
    filters = _at(stream, "/Filter")
    if filters is not None and not {str(one) for one in (_items(filters) or [filters])} <= _FILTERS:
        raise Refused(Refusal.BROKEN_PDF, "its packing")
    return stream.get_data()
