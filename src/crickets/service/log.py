"""
The log: stable dotted events with fields, to stderr, for a terminal or for the journal.

At INFO no subject, body or address is told. Other libraries' words come the same way, from WARNING on.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, cast

import structlog
from structlog.typing import FilteringBoundLogger, Processor

from crickets.config.environment import environment

_OURS = "crickets"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_PRIORITIES = {"debug": 7, "info": 6, "warning": 4, "error": 3, "critical": 2}
"""syslog's words for the levels, as sd-daemon(3) has them at the beginning of a line."""


def set_up(*, verbose: bool, colours: bool, quiet: bool = False) -> None:
    """
    Begin to log; without `verbose` from INFO on, `quiet` from WARNING on.

    A terminal is told the time, and has colours if they are wanted. Anything else, the journal above all, keeps the
    time itself: one line an event, fields as `key=value` (logfmt).
    """
    level = logging.DEBUG if verbose else logging.WARNING if quiet else logging.INFO
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    logging.getLogger(_OURS).setLevel(level)
    logging.captureWarnings(capture=True)
    _speak_by(_ToStderr(_formatter(_for_a_terminal(colours=colours) if sys.stderr.isatty() else _for_a_file())))


def logger(**fields: str) -> FilteringBoundLogger:
    """A logger whose every event carries the fields."""
    return cast(FilteringBoundLogger, structlog.get_logger(_OURS, **fields))


class _ToStderr(logging.Handler):
    """Writes to what is stderr at the moment; a log that nobody can read is no reason to fail."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self.name = _OURS
        self.setFormatter(formatter)

    def emit(self, record: logging.LogRecord) -> None:
        """One event."""
        with suppress(OSError, ValueError):
            sys.stderr.write(self.format(record) + "\n")
            sys.stderr.flush()


def _speak_by(handler: logging.Handler) -> None:
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    for former in [h for h in root.handlers if h.name == handler.name]:
        root.removeHandler(former)
    root.addHandler(handler)


def _formatter(processors: list[Processor]) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *processors],
    )


def _for_a_terminal(*, colours: bool) -> list[Processor]:
    return [
        structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
        _tamed,
        structlog.dev.ConsoleRenderer(colors=colours, exception_formatter=structlog.dev.plain_traceback),
    ]


def _for_a_file() -> list[Processor]:
    line: list[Processor] = [
        structlog.processors.format_exc_info,
        _tamed,
        structlog.processors.LogfmtRenderer(key_order=["level", "event"], drop_missing=True),
    ]
    return [_prioritised(line)] if _is_the_journal() else line


def _prioritised(line: list[Processor]) -> Processor:
    """The line with its priority in front, which the journal takes off and keeps (sd-daemon(3))."""

    def render(wrapped: Any, method: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401 - structlog's
        priority = _PRIORITIES.get(event.get("level", ""), 6)
        rendered: Any = event
        for processor in line:
            rendered = processor(wrapped, method, rendered)
        return f"<{priority}>{rendered}"

    return render


def _is_the_journal() -> bool:
    """Whether stderr is the very stream that systemd connected with the journal (systemd.exec(5))."""
    with suppress(OSError, ValueError):  # stderr may be no file at all
        stderr = os.fstat(sys.stderr.fileno())
        return environment().get("JOURNAL_STREAM") == f"{stderr.st_dev}:{stderr.st_ino}"
    return False


def _tamed(_wrapped: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:  # noqa: ANN401
    """The event without control characters: a server's words may hold what rewrites a terminal."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", value)
    return event
