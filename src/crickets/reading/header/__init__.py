"""How a header block becomes facts: fields, addresses, ids, dates."""
