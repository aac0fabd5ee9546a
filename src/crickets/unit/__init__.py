"""
The unit of systemd by which Crickets is started: its text, where it lies, how it's put there and taken away.

The only home of systemctl and loginctl. Knows systemd's words; must not know what the daemon does, nor the terminal.
"""
