"""Automatic replies, told by their words."""
