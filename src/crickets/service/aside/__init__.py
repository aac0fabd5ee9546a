"""
Reading in a process of its own, on another processor, while the ledger keeps what was read before.

Knows processes and how facts travel between them; what is read is the reading's. See docs/decisions/0020.
"""
