"""
The log: stable dotted events with fields, to stderr, for a terminal or for the journal.

At INFO no subject, body or address is told.
"""

from __future__ import annotations

import logging
import sys
from typing import cast

import structlog
from structlog.typing import FilteringBoundLogger


def set_up(*, verbose: bool, colours: bool) -> None:
    """Begin to log; without `verbose` from INFO on."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(colors=colours),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if verbose else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def logger(**fields: str) -> FilteringBoundLogger:
    """A logger whose every event carries the fields."""
    return cast(FilteringBoundLogger, structlog.get_logger(**fields))
