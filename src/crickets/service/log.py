"""
The log: stable dotted events with fields, to stderr, for a terminal or for the journal.

At INFO no subject, body or address is told. Other libraries' words come the same way, from WARNING on. What makes the
lines is loaded with the first (`log_lines`).
"""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger

_OURS = "crickets"


def set_up(*, verbose: bool, colours: bool, quiet: bool = False) -> None:
    """
    Begin to log; without `verbose` from INFO on, `quiet` from WARNING on.

    A terminal is told the time, and has colours if they are wanted. Anything else, the journal above all, keeps the
    time itself: one line an event, fields as `key=value` (logfmt).
    """
    level = logging.DEBUG if verbose else logging.WARNING if quiet else logging.INFO
    logging.getLogger(_OURS).setLevel(level)
    logging.captureWarnings(capture=True)
    _speak_by(_ToStderr(colours=colours))


def logger(**fields: str) -> FilteringBoundLogger:
    """A logger whose every event carries the fields."""
    from crickets.service.log_lines import logger_of  # noqa: PLC0415 - see the head of the page

    return logger_of(_OURS, fields)


class _ToStderr(logging.Handler):
    """Writes to what is stderr at the moment; a log that nobody can read is no reason to fail."""

    def __init__(self, *, colours: bool) -> None:
        super().__init__()
        self.name = _OURS
        self._colours = colours

    def emit(self, record: logging.LogRecord) -> None:
        """One event."""
        with suppress(OSError, ValueError):
            sys.stderr.write(self._lines.format(record) + "\n")
            sys.stderr.flush()

    @cached_property
    def _lines(self) -> logging.Formatter:
        from crickets.service.log_lines import formatter  # noqa: PLC0415 - see the head of the page

        return formatter(colours=self._colours)


def _speak_by(handler: logging.Handler) -> None:
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    for former in [h for h in root.handlers if h.name == handler.name]:
        root.removeHandler(former)
    root.addHandler(handler)
