"""Whole passes over real mailboxes, the promises held on each."""
