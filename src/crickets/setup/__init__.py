"""
What `init` needs: where a mailbox may be, the first login, where its owner lives, and the first config.

Nothing else uses it; a daemon never loads it.
"""
