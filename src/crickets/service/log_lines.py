"""
The lines of the log: what structlog makes of an event, and of other libraries' words.

The only home of structlog, which takes its time to load: it's opened with the first event, and most commands have none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from logging import Formatter, LogRecord
from typing import Any, cast

import structlog
from structlog.typing import FilteringBoundLogger, Processor

from crickets.config.environment import environment
from crickets.notify.journal import Journal
from crickets.service.log_fields import as_entry, as_json, priority_of, tamed
from crickets.service.log_form import LogForm

Tell = Callable[[LogRecord], None]
"""Tells one event; a log that nobody can read is no reason to fail."""


def speak_by_structlog() -> None:
    """Have all that is told by structlog, by other libraries too, told to the standard library's log."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_log_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def logger_of(name: str, fields: Mapping[str, str]) -> FilteringBoundLogger:
    """A logger on top of the standard library's of that name, whose level holds; every event carries the fields."""
    return cast(FilteringBoundLogger, structlog.get_logger(name, **fields))


def tell_in(form: LogForm, *, colours: bool, journal: Journal) -> Tell:
    """What tells an event in this form; what the journal doesn't take goes to stderr."""
    to_stderr = _telling_stderr(_formatter(*_line(form, colours=colours)))
    if form is LogForm.JOURNAL or (form is LogForm.AUTO and _is_the_journal() and journal.is_there):
        entry = _formatter(structlog.processors.format_exc_info, _as_tamed, _as_entry)
        return lambda record: None if journal.takes(entry.format(record)) else to_stderr(record)
    return to_stderr


def _telling_stderr(lines: Formatter) -> Tell:
    """Writes to what is stderr at the moment."""

    def tell(record: LogRecord) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(lines.format(record) + "\n")
            sys.stderr.flush()

    return tell


def _formatter(*processors: Processor) -> Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *processors],
    )


def _line(form: LogForm, *, colours: bool) -> tuple[Processor, ...]:
    """What makes one line of an event, for a terminal or for whatever else stderr is."""
    if form is LogForm.JSON:
        return (_UTC, structlog.processors.format_exc_info, _as_tamed, _prioritised(_as_json))
    if sys.stderr.isatty():
        return _for_a_terminal(colours=colours)
    return (structlog.processors.format_exc_info, _as_tamed, _prioritised(_LOGFMT))


_UTC = structlog.processors.TimeStamper(fmt="iso", utc=True, key="time")
_LOGFMT: Processor = structlog.processors.LogfmtRenderer(key_order=["level", "event"], drop_missing=True)


def _for_a_terminal(*, colours: bool) -> tuple[Processor, ...]:
    return (
        structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
        structlog.processors.format_exc_info,  # or the renderer writes it itself, with whatever a stranger put into it
        _as_tamed,
        structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=structlog.dev.plain_traceback),
    )


def _prioritised(written: Processor) -> Processor:
    """The line, with its priority in front where stderr is the journal's, which takes that off again (sd-daemon(3))."""
    if not _is_the_journal():
        return written
    return lambda wrapped, method, event: f"<{priority_of(event)}>{written(wrapped, method, event)!s}"


def _is_the_journal() -> bool:
    """Whether stderr is the very stream that systemd connected with the journal (systemd.exec(5))."""
    with suppress(OSError, ValueError):  # stderr may be no file at all
        stderr = os.fstat(sys.stderr.fileno())
        return environment().get("JOURNAL_STREAM") == f"{stderr.st_dev}:{stderr.st_ino}"
    return False


def _as_tamed(_wrapped: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:  # noqa: ANN401
    return tamed(event)


def _as_json(_wrapped: Any, _method: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401
    return as_json(event)


def _as_entry(wrapped: Any, method: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401
    return as_entry(event, str(_LOGFMT(wrapped, method, dict(event))))


speak_by_structlog()
