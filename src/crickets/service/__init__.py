"""
The shell: one pass over an account, the daemon around it, and the only clock.

Everything is put together here; nothing here prints or exits.
"""
