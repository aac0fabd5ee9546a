"""
The log: stable dotted events with fields, to stderr for a terminal or a file, or to the journal itself.

At INFO no subject, body or address is told. Other libraries' words come the same way, from WARNING on. What makes the
lines is loaded with the first (`log_lines`).
"""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from crickets.notify.journal import Journal
from crickets.service.log_form import LogForm

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger

    from crickets.service.log_lines import Tell

_OURS = "crickets"


def set_up(
    *,
    verbose: bool,
    colours: bool,
    quiet: bool = False,
    form: LogForm = LogForm.AUTO,
    journal: Journal = Journal(),  # noqa: B008 - a frozen address
) -> None:
    """
    Begin to log; without `verbose` from INFO on, `quiet` from WARNING on.

    A terminal is told the time, and has colours if they are wanted. A file gets one line an event, fields as
    `key=value` (logfmt) or as JSON; the journal, which keeps the time itself, gets the fields one by one.
    """
    level = logging.DEBUG if verbose else logging.WARNING if quiet else logging.INFO
    logging.getLogger(_OURS).setLevel(level)
    logging.captureWarnings(capture=True)
    _speak_by(_Speaker(form=form, colours=colours, journal=journal))


def logger(**fields: str) -> FilteringBoundLogger:
    """A logger whose every event carries the fields."""
    from crickets.service.log_lines import logger_of  # noqa: PLC0415 - see the head of the page

    return logger_of(_OURS, fields)


class _Speaker(logging.Handler):
    """Tells each event in one form, which is chosen with the first."""

    def __init__(self, *, form: LogForm, colours: bool, journal: Journal) -> None:
        super().__init__()
        self.name = _OURS
        self._form = form
        self._colours = colours
        self._journal = journal

    def emit(self, record: logging.LogRecord) -> None:
        """One event."""
        self._tell(record)

    @cached_property
    def _tell(self) -> Tell:
        from crickets.service.log_lines import tell_in  # noqa: PLC0415 - see the head of the page

        return tell_in(self._form, colours=self._colours, journal=self._journal)


def _speak_by(handler: logging.Handler) -> None:
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    for former in [h for h in root.handlers if h.name == handler.name]:
        root.removeHandler(former)
    root.addHandler(handler)
