"""How fast a mailbox is read, beside the limit of the wire and beside other programs."""
