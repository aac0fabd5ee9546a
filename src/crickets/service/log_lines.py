"""
The lines of the log: what structlog makes of an event, and of other libraries' words.

The only home of structlog, which takes its time to load: it's opened with the first event, and most commands have none.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from logging import Formatter
from typing import Any, cast

import structlog
from structlog.typing import FilteringBoundLogger, Processor

from crickets.config.environment import environment

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_PRIORITIES = {"debug": 7, "info": 6, "warning": 4, "error": 3, "critical": 2}
"""syslog's words for the levels, as sd-daemon(3) has them at the beginning of a line."""


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


def formatter(*, colours: bool) -> Formatter:
    """What makes a line of an event; for a terminal, or for whatever else stderr is."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *(_for_a_terminal(colours=colours) if sys.stderr.isatty() else _for_a_file()),
        ],
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


speak_by_structlog()
