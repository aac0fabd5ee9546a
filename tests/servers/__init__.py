"""Real IMAP servers, started by the tests themselves on loopback, and the instruments that watch what is said to them.

Nothing in here imports the product: it knows IMAP, mail and processes only, so that it may bear witness. Only what
`profiles` serve is the mailbox in memory, which tests the product in other ways too.
"""
