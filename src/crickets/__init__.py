"""Crickets hears when a client has gone quiet and lays the next follow-up into Drafts.

This module knows the version and nothing else: the build reads it from here, and so does `crickets --version`
(asking `importlib.metadata` costs a quick command more than all its own work).
"""

__version__ = "0.1.0"
