"""Reports on delivery and reading, and what calendars send."""
