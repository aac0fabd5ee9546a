"""
What SQLite does by itself as rows come, go and change, as the newest migration leaves it.

What is written of a thread wakes it; those in line wake with whatever becomes of a draft; what lies in a folder is
counted. A change here needs a migration, which a test compares with this; whoever copies a table has to make its
triggers anew.
"""

from __future__ import annotations

from collections.abc import Iterator

_OF_A_MESSAGE = "n = (SELECT thread FROM messages WHERE n = {row}.message)"
# One invoice may be told of in another's notice, or be a copy of it.
_ALL_THAT_ASK = "n IN (SELECT thread FROM invoices) OR n = {row}.thread"

_WOKEN = {
    "messages": "n = {row}.thread",
    "orders": "n = {row}.thread",
    "drafts": "n = {row}.thread",
    "placements": _OF_A_MESSAGE,
    "invoices": _ALL_THAT_ASK,
    "receipts": "n IN (SELECT thread FROM invoices)",
}
"""Which threads wake, by the table in which a row comes, goes or changes."""

_EVENTS = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("OLD", "NEW")}
"""By which rows: one that changes was one thread's before and may be another's now."""

_WAKE = "UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND ({those});"
_GROWN = "UPDATE threads SET wakes_at = 0 WHERE wakes_at IS NOT 0 AND n = NEW.n;"
_IN_LINE = "UPDATE threads SET wakes_at = 0 WHERE in_line = 1 AND wakes_at IS NOT 0;"
_COUNTED = "UPDATE folders SET placed = placed {by} 1 WHERE n = {row}.folder;"


def triggers() -> Iterator[str]:
    """The statements that make all of them, in a ledger that has the tables and no triggers."""
    for table, threads in _WOKEN.items():
        for event, rows in _EVENTS.items():
            # New mail wakes by its thread's size: with a trigger on it SQLite asks, at each, who refers to it already.
            if (table, event) != ("messages", "INSERT"):
                yield _trigger(f"{table}_{event.lower()}_wakes", f"{event} ON {table}", _waking(threads, rows))
    yield _trigger("threads_growth_wakes", "UPDATE OF size ON threads", _GROWN)
    yield _trigger("drafts_update_wakes_those_in_line", "UPDATE OF state ON drafts", _IN_LINE)
    yield _trigger("drafts_delete_wakes_those_in_line", "DELETE ON drafts", _IN_LINE)
    yield _trigger("placements_insert_counts", "INSERT ON placements", _COUNTED.format(by="+", row="NEW"))
    yield _trigger("placements_delete_counts", "DELETE ON placements", _COUNTED.format(by="-", row="OLD"))


def _trigger(name: str, event: str, deed: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {deed} END"


def _waking(threads: str, rows: tuple[str, ...]) -> str:
    each = (threads.format(row=row) for row in rows)
    return " ".join(_WAKE.format(those=those) for those in each)
