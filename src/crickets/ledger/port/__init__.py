"""The ledger as the port asks for it, cut by what is asked for: each call is one transaction."""
