"""The walls between the rooms of the source tree, read from the imports and held.

The tables below are the architecture: who may know whom, which library lives where, and what only one place
may do. Ruff's banned-api says the same sooner, in the editor; this says it everywhere, inside the homes too.
Nothing of Crickets is imported here: a wall that is broken must not keep the test from telling so.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "crickets"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

# The standard library's modules that hold values and touch nothing.
VALUES = frozenset(
    """__future__ bisect collections dataclasses datetime decimal enum fnmatch functools hashlib itertools
    math operator re string typing unicodedata zoneinfo""".split()
)
# … and those that turn bytes into words and back. Add to it only what can't open a file, a socket or a clock.
WORDS = VALUES | frozenset(
    """abc base64 binascii codecs contextlib email encodings heapq html json quopri struct textwrap tomllib
    types urllib.parse array.array io.BytesIO logging.CRITICAL logging.getLogger lzma.LZMAFile sys.intern
    xml.parsers.expat""".split()
)
# What an adapter or the shell may use: all of it, and the type checker's names for it.
ANYTHING = frozenset(sys.stdlib_module_names) | {"_typeshed"}

# One outside library, one home. A library that nobody is named for may be imported by nobody.
LIBRARIES: Mapping[str, frozenset[str]] = {
    "reading": frozenset({"babel", "nh3", "numpy", "phonenumbers", "py3langid", "pypdf"}),  # numpy is py3langid's own
    "writing": frozenset({"babel", "jinja2"}),
    "mailbox": frozenset({"imapclient"}),
    "ledger": frozenset({"alembic", "sqlalchemy"}),
    "notify": frozenset({"aiosmtplib", "icalendar"}),
    "web": frozenset({"urllib3"}),
    "health": frozenset({"prometheus_client"}),
    "config": frozenset({"dotenv", "holidays", "keyring", "pydantic", "pydantic_core"}),
    "service": frozenset({"apscheduler", "stamina", "structlog"}),
    "setup": frozenset({"dns"}),
    "demo": frozenset({"pymap", "pysasl"}),  # pysasl is pymap's own way to passwords
    "cli": frozenset({"rich", "typer"}),
}
# Of the standard library, and yet one room's alone: what speaks to a mail server or to a database.
LODGERS: Mapping[str, frozenset[str]] = {
    "imaplib": frozenset({"mailbox", "demo"}),  # in the demo, the hands of others than Crickets
    "smtplib": frozenset({"notify"}),
    "sqlite3": frozenset({"ledger"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What the modules of one package may import, beside themselves."""

    rooms: frozenset[str]
    standard: frozenset[str]


INNER = frozenset({"errors", "domain", "visible"})
PURE = INNER | {"reading", "writing"}
ADAPTERS = frozenset({"mailbox", "ledger", "notify", "config", "signin", "health"})
SHELL = PURE | ADAPTERS | {"__init__", "service"}

ROOMS: Mapping[str, Room] = {
    "__init__": Room(rooms=frozenset(), standard=frozenset()),
    "__main__": Room(rooms=frozenset({"cli"}), standard=ANYTHING),
    "errors": Room(rooms=frozenset(), standard=VALUES),
    "echoes": Room(rooms=frozenset(), standard=VALUES | {"urllib.parse.quote_plus"}),
    "on_first_use": Room(rooms=frozenset(), standard=VALUES | {"importlib.import_module"}),  # of packages below ours
    "made_once": Room(rooms=frozenset(), standard=VALUES | {"threading.RLock"}),
    "own_folder": Room(rooms=frozenset(), standard=VALUES | {"errno", "os", "pathlib.Path", "stat"}),
    "trust": Room(rooms=frozenset({"errors"}), standard=VALUES | {"ipaddress.ip_address", "pathlib.Path", "ssl"}),
    "visible": Room(rooms=frozenset(), standard=VALUES),
    "domain": Room(rooms=INNER, standard=VALUES),
    # What py3langid is installed with.
    "reading": Room(rooms=INNER | {"on_first_use", "made_once"}, standard=WORDS | {"importlib.resources.files"}),
    "writing": Room(rooms=INNER | {"on_first_use"}, standard=WORDS | {"importlib.resources"}),  # the templates' files
    "templates": Room(rooms=frozenset(), standard=frozenset()),  # no code
    "mailbox": Room(rooms=INNER | {"trust"}, standard=ANYTHING),
    "ledger": Room(rooms=INNER | {"own_folder"}, standard=ANYTHING),
    "web": Room(rooms=INNER | {"on_first_use", "trust"}, standard=ANYTHING),
    "notify": Room(rooms=INNER | {"echoes", "trust", "web"}, standard=ANYTHING),
    "signin": Room(rooms=INNER | {"echoes", "own_folder", "web"}, standard=ANYTHING),
    "health": Room(rooms=INNER | {"web"}, standard=ANYTHING),
    "config": Room(rooms=INNER, standard=ANYTHING),
    "service": Room(rooms=SHELL, standard=ANYTHING),
    "setup": Room(rooms=INNER | {"config", "mailbox", "own_folder"}, standard=ANYTHING),
    "unit": Room(rooms=INNER | {"__init__", "config"}, standard=ANYTHING),
    "demo": Room(rooms=SHELL, standard=ANYTHING),
    "cli": Room(rooms=SHELL | {"demo", "setup", "unit"}, standard=ANYTHING),
}

# What only the named modules may do (a module covers what is below it).
CLOCK = frozenset({"service.clock"})
ENVIRONMENT = frozenset({"config.environment"})
FRONT = frozenset({"cli", "__main__", "config.from_keyring"})  # the last is a program of its own
NOBODY: frozenset[str] = frozenset()
PACKAGES = frozenset({"reading.voice.language_model", "setup", "unit.text", "writing"})
ALONE: Mapping[str, frozenset[str]] = {
    "datetime.date.today": CLOCK,
    "datetime.datetime.now": CLOCK,
    "datetime.datetime.today": CLOCK,
    "datetime.datetime.utcnow": CLOCK,
    "email.utils.localtime": CLOCK,
    "time.time": CLOCK,
    "time.time_ns": CLOCK,
    "os.environ": ENVIRONMENT,
    "os.environb": ENVIRONMENT,
    "os.getenv": ENVIRONMENT,
    "importlib.resources.files": PACKAGES,  # what is installed with the code is as good as code
    "email.utils.make_msgid": NOBODY,  # a Message-ID is derived from the decision
    "os._exit": FRONT,
    "sys.exit": FRONT,
    "SystemExit": FRONT,
    "exit": FRONT,
    "quit": FRONT,
    "input": FRONT,
    "print": FRONT,
    "sys.stdout": FRONT,
}
# What no pure room may do, imported or not.
OUTSIDE = frozenset({"__import__", "breakpoint", "eval", "exec", "open"})
PURE_ROOMS = PURE | {"__init__"}


def breaches(module: str, source: str) -> tuple[str, ...]:
    """Each wall that a module breaks, as `module:line: what`; it is named from the package down."""
    tree = ast.parse(source, filename=module)
    found = {*foreign_imports(module, tree), *deeds_of_others(module, tree)}
    return tuple(f"{module}:{line}: {what}" for line, what in sorted(found))


def foreign_imports(module: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the words for each import that the module's room does not allow."""
    for line, name in imports(tree):
        if not is_allowed(room_of(module), name):
            yield line, f"imports {name}"


def is_allowed(room: str, imported: str) -> bool:
    """Whether a module of this room may import that name, by its full dotted name."""
    top = imported.partition(".")[0]
    if top == PACKAGE:
        other = room_of(imported.removeprefix(PACKAGE).lstrip("."))
        return other == room or other in ROOMS[room].rooms
    if top in LODGERS:
        return room in LODGERS[top]
    if top in ANYTHING:
        return is_within(imported, ROOMS[room].standard)
    return top in LIBRARIES.get(room, frozenset())


def deeds_of_others(module: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the words for each name used that is another module's to use."""
    for line, name in names_used(tree):
        homes = ALONE.get(name)
        if homes is not None and not is_within(module, homes):
            yield line, f"uses {name}"
        if name in OUTSIDE and room_of(module) in PURE_ROOMS:
            yield line, f"uses {name}"


def room_of(module: str) -> str:
    """The package (or root module) of Crickets that a module belongs to."""
    top = module.partition(".")[0]
    return top if top in ROOMS else "__init__"


def is_within(name: str, modules: frozenset[str]) -> bool:
    """Whether a dotted name is one of these modules, or below one."""
    return any(f"{name}.".startswith(f"{module}.") for module in modules)


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the full dotted name of all that is imported, in functions and type checks too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # A relative import is told by its dots, which no room allows: the walls are read from full names.
            origin = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def names_used(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the full dotted name of all names used, seen through `import … as …`."""
    known = dict(local_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Name | ast.Attribute) and (path := dotted(node)):
            first, dot, rest = path.partition(".")
            yield node.lineno, known.get(first, first) + dot + rest


def local_names(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What each imported name stands for: (`dt`, `datetime`) for `import datetime as dt`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.asname, alias.name) for alias in node.names if alias.asname)
        elif isinstance(node, ast.ImportFrom):
            yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(node: ast.expr) -> str | None:
    """A chain of attributes as it is written, `a.b.c`; None where it starts from anything but a name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=inner, attr=attribute) if path := dotted(inner):
            return f"{path}.{attribute}"
        case _:
            return None


def modules() -> Mapping[str, Path]:
    """Every module of Crickets, named from the package down: `domain.silence`, `__init__`."""
    return {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(SOURCE.rglob("*.py"))
    }


def test_the_source_tree() -> None:
    """No module breaks a wall."""
    broken = [line for name, path in modules().items() for line in breaches(name, path.read_text("utf-8"))]

    assert broken == []


def test_a_new_room() -> None:
    """A package or root module that the table does not know fails, rather than have the run of the house."""
    rooms = {name.partition(".")[0] for name in modules()}

    assert rooms - set(ROOMS) == set()


def test_where_the_checker_looks() -> None:
    """The modules are found: a tree that is somewhere else would break no wall."""
    assert {"__init__", "domain", "domain.message", "errors"} <= set(modules())


@pytest.mark.parametrize(
    ("module", "source", "what"),
    [
        ("domain.silence", "import os", "imports os"),
        ("domain.silence", "def f():\n    import socket", "imports socket"),
        ("domain.silence", "import sqlalchemy.orm", "imports sqlalchemy.orm"),
        ("domain.silence", "from crickets.ledger import store", "imports crickets.ledger.store"),
        ("domain.silence", "from crickets import ledger", "imports crickets.ledger"),
        ("domain.silence", "from ..ledger import store", "imports ..ledger.store"),
        ("domain.silence", "if TYPE_CHECKING:\n    import jinja2", "imports jinja2"),
        ("domain.silence", "open('x')", "uses open"),
        ("reading.kind", "import pathlib", "imports pathlib"),
        ("reading.kind", "from crickets.writing import reply", "imports crickets.writing.reply"),
        ("reading.kind", "import importlib.resources", "imports importlib.resources"),
        ("writing.reply", "import importlib", "imports importlib"),
        ("writing.reply", "import phonenumbers", "imports phonenumbers"),
        ("writing.reply", "from email.utils import make_msgid", "uses email.utils.make_msgid"),
        (
            "mailbox.drafts",
            "from crickets.ledger.store import Ledger",
            "imports crickets.ledger.store.Ledger",
        ),
        (
            "mailbox.drafts",
            "from crickets.service.ports import Clock",
            "imports crickets.service.ports.Clock",
        ),
        ("ledger.store", "import imapclient", "imports imapclient"),
        ("config.load", "import sqlite3", "imports sqlite3"),
        ("service.daemon", "from crickets.cli.main import main", "imports crickets.cli.main.main"),
        ("service.daemon", "from crickets.demo import script", "imports crickets.demo.script"),
        ("service.daemon", "import left_pad", "imports left_pad"),
        ("service.daemon", "print('ready')", "uses print"),
        ("service.daemon", "import sys\nsys.exit(1)", "uses sys.exit"),
        ("demo.script", "raise SystemExit(1)", "uses SystemExit"),
        ("mailbox.idle", "from datetime import datetime\ndatetime.now()", "uses datetime.datetime.now"),
        ("mailbox.idle", "import datetime as dt\ndt.datetime.now(dt.UTC)", "uses datetime.datetime.now"),
        ("mailbox.idle", "from time import time as moment", "uses time.time"),
        ("service.daemon", "import time\ntime.time()", "uses time.time"),
        ("cli.main", "import os\nos.environ['HOME']", "uses os.environ"),
        ("cli.main", "from os import getenv", "uses os.getenv"),
    ],
)
def test_a_broken_wall(module: str, source: str, what: str) -> None:
    """The checker names what a module must not import or do, and the line."""
    line = source.count("\n") + 1

    assert f"{module}:{line}: {what}" in breaches(module, source)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("domain.silence", "from __future__ import annotations\nfrom collections.abc import Mapping"),
        (
            "domain.silence",
            "from crickets.domain.plans import Step\nfrom crickets.errors import CricketsError",
        ),
        ("reading.kind", "from email.message import Message\nimport phonenumbers"),
        (
            "writing.reply",
            "from importlib.resources import files\nfrom jinja2.sandbox import SandboxedEnvironment",
        ),
        ("mailbox.idle", "import socket, time\nfrom imapclient import IMAPClient\ntime.monotonic()"),
        ("ledger.migrations.env", "from alembic import context\nimport sqlalchemy as sa"),
        ("service.clock", "from datetime import UTC, datetime\ndatetime.now(UTC)"),
        ("config.environment", "import os\nos.environ.get('HOME')"),
        ("cli.main", "from crickets import __version__\nprint(__version__)"),
        ("cli.demo", "from crickets.demo import script"),
        (
            "demo.server",
            "from pymap.backend.dict import DictBackend\nfrom crickets.service.cycle import Cycle",
        ),
        ("__main__", "import sys\nfrom crickets.cli.main import main\nsys.exit(main())"),
        ("domain.silence", "def f(thread):\n    return thread.now(), thread.print(), thread.time.time"),
    ],
)
def test_a_wall_that_stands(module: str, source: str) -> None:
    """What a room needs, and what only looks like another's deed, is not told of."""
    assert breaches(module, source) == ()
