"""An IMAP server of our own making, for the providers that can't be installed: one profile each, told as data.

It speaks IMAP4rev1 (RFC 3501) over loopback, without TLS, and its store is `tests.fakes.mailbox.MemoryMailbox`, so that
a test may act on the very mailbox behind its back. What each profile claims of a provider is told, not run: the sources
stand beside each habit in `listed.py`.
"""
