"""
An order of the owner's as a row, and a row as an order again.

Knows the columns of the table of orders; must not know any question asked of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crickets.domain.thread import Order, OrderKind
from crickets.ledger.packing import Values, clean
from crickets.ledger.tables import ORDERS

ORDER = (
    ORDERS.c.kind,
    ORDERS.c.at,
    ORDERS.c.until,
    ORDERS.c.plan,
    ORDERS.c.step,
    ORDERS.c.by,
    ORDERS.c.source,
)
"""What must be selected for `order_of`, in its order."""


def order_values(order: Order) -> Values:
    """The columns of an order, but for its numbers."""
    assert order.wait is None  # a wait is ordered by mail, and worked out from that each time
    return {
        "kind": order.kind.value,
        "at": order.at,
        "until": order.until,
        "plan": order.plan,
        "step": order.step,
        "by": clean(order.by),
        "source": order.source,
    }


def order_of(row: Sequence[Any]) -> Order:
    """The order of a row that ends with the columns `ORDER`."""
    kind, at, until, plan, step, by, source = row[-len(ORDER) :]
    return Order(kind=OrderKind(kind), at=at, until=until, plan=plan, step=step, by=by, source=source)
