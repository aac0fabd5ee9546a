"""The daemon as a process of its own, beside real servers, and its parts one by one."""
